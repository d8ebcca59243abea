// What the events of a suppression list left open, counted.

/** How often a list left something open; every such case was read as what suppresses. */
export class EventCounts {
  optIns = 0;
  unknownActions = 0;
  unknownChannels = 0;
  unreadableDates = 0;
  /** Opt-ins that lift nothing: undated, of the future, for an unknown channel, or with anything in their record against them. */
  idleOptIns = 0;
  /** Records of a registry that were to take an event back and take none back. */
  idleVoids = 0;
  expired = 0;
  /** Opt-outs with an end that nobody can read, or that is before their own day, which stand. */
  unreadableExpiries = 0;
}
