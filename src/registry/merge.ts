// Records the events of other registries as they are, each once.

import { ExitCode, ScrubError } from "../errors.js";
import { namedIn, naming, VOID } from "../suppression/taken-back.js";
import { columnReader, type LedgerFile, type LedgerLine, openRegistryFile } from "./ledger.js";
import { bared, isBare, type LedgerEvent } from "./ledger-event.js";
import { AT_A_TIME, type Recorder } from "./record.js";
import { inBoth } from "./same-event.js";

export class Merging {
  /** The events that are read. */
  read = 0;
  /** Unfinished last lines of the other registries. */
  readonly unfinished: { file: string; line: number }[] = [];
  /** The ids that are taken back, each with the one that its event has here. */
  readonly #ids = new Map<string, string>();

  constructor(private readonly recorder: Recorder) {}

  /** Merges the registries in the order in which they are named, with what takes events back behind all others. */
  async merge(files: readonly string[]): Promise<this> {
    const others: LedgerFile[] = [];
    const voids: LedgerEvent[] = [];
    const group: LedgerEvent[] = [];
    const visit = (line: LedgerLine) => {
      const event = line.event();
      (event.action === VOID ? voids : group).push(event);
    };
    try {
      for (const file of files) others.push(openRegistryFile(file));
      for (const other of others) this.#lookOver(other);
      for (const other of others) {
        for (const _window of other.windows(visit)) await this.#record(group.splice(0));
        await this.#record(group.splice(0));
      }
    } finally {
      for (const other of others) other.close();
    }
    // What takes an event back may name one that stands here by another id.
    await this.#record(voids.map((one) => ({ ...one, evidence: naming(this.#ids.get(namedIn(one.evidence)!)!) })));
    return this;
  }

  /** Refuses what is no registry before anything is recorded, and notes what it takes back. */
  #lookOver(other: LedgerFile): void {
    const isVoid = columnReader("action", (text) => text === VOID);
    const { length, tornLine } = other.walk((line) => {
      line.key();
      const named = isVoid.of(line.cells) ? namedIn(line.event().evidence)! : undefined;
      if (named !== undefined) this.#ids.set(named, named);
    });
    // A copy that broke off may lack even its header.
    if (length === 0) throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file: other.path });
    if (tornLine !== undefined) this.unfinished.push({ file: other.path, line: tornLine });
  }

  async #record(events: readonly LedgerEvent[]): Promise<void> {
    for (let at = 0; at < events.length; at += AT_A_TIME.records) {
      const group = events.slice(at, at + AT_A_TIME.records);
      await this.recorder.recordNew(group, (own) => this.#newOf(group, own));
    }
    this.read += events.length;
  }

  /** Returns the new ones of a group. `own`: the registry's events of the same numbers. */
  #newOf(group: readonly LedgerEvent[], own: readonly LedgerEvent[]): LedgerEvent[] {
    const known = inBoth(own);
    const erased = new Set(own.filter(isBare).map(({ phone }) => phone));
    return group.flatMap((event) => {
      const here = known.of(event)?.event;
      if (here !== undefined && this.#ids.has(event.event)) this.#ids.set(event.event, here);
      if (here !== undefined) return [];
      // Nothing that a registry has forgotten of a person comes back into it.
      const added = erased.has(event.phone) ? bared(event) : event;
      if (isBare(added)) erased.add(added.phone);
      known.add(added);
      return added;
    });
  }
}
