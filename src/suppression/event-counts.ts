// What the events of a suppression list left open, counted.

/** How often a list left something open; every such case was read as what suppresses. */
export interface EventCounts {
  optIns: number;
  unknownActions: number;
  unknownChannels: number;
  unreadableDates: number;
  /** Opt-ins that lift nothing: undated, of the future, for an unknown channel, or with anything in their record against them. */
  idleOptIns: number;
  /** Records of a registry that were to take an event back and take none back. */
  idleVoids: number;
  expired: number;
  /** Opt-outs with an end that nobody can read, or that is before their own day, which stand. */
  unreadableExpiries: number;
}

export function noCounts(): EventCounts {
  return {
    optIns: 0,
    unknownActions: 0,
    unknownChannels: 0,
    unreadableDates: 0,
    idleOptIns: 0,
    idleVoids: 0,
    expired: 0,
    unreadableExpiries: 0,
  };
}
