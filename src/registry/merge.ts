// Taking in the events of other registries as they are, each once: known by its id, or by what makes two events the same. In
// doubt both go on to bar.

import { ExitCode, ScrubError } from "../errors.js";
import { withLock } from "../files/lock.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OnProgress } from "../lists/progress.js";
import { namedIn, naming, VOID } from "../suppression/taken-back.js";
import { appendEvents, type LedgerFile, openRegistryFile } from "./ledger.js";
import { bared, identityOf, isBare, keyOf, type LedgerAction, type LedgerEvent, momentOf } from "./ledger-event.js";
import { LedgerIndex } from "./ledger-index.js";
import { AT_A_TIME } from "./record.js";

export interface Merged {
  read: number;
  /** The events that are new, by their action. */
  added: Readonly<Partial<Record<LedgerAction, number>>>;
  tornLine: number | undefined;
  /** The other registries with a line that a killed run left unfinished, which is not taken in. */
  unfinished: readonly { file: string; line: number }[];
}

/** Takes in the registries' events in the order in which they are named, what takes events back behind all others. */
export async function merge(others: readonly string[], registry: string, onProgress: OnProgress): Promise<Merged> {
  const opened: LedgerFile[] = [];
  try {
    for (const other of others) opened.push(openRegistryFile(other));
    return await new Merging(registry, onProgress).merge(opened);
  } finally {
    for (const one of opened) one.close();
  }
}

class Merging {
  readonly #own: LedgerIndex;
  readonly #added: Partial<Record<LedgerAction, number>> = {};
  readonly #unfinished: { file: string; line: number }[] = [];
  /** The ids that are taken back, and of those that stand here by another one, that one. */
  readonly #names = new Map<string, string>();
  #tornLine: number | undefined;
  #total = 0;
  #read = 0;

  constructor(
    private readonly registry: string,
    private readonly onProgress: OnProgress,
  ) {
    this.#own = new LedgerIndex(registry, "registry");
  }

  async merge(others: readonly LedgerFile[]): Promise<Merged> {
    for (const other of others) this.#lookOver(other);
    const voids: LedgerEvent[] = [];
    let group: LedgerEvent[] = [];
    const take = (event: LedgerEvent) => (event.action === VOID ? voids : group).push(event);
    const record = async (least: number) => {
      for (; group.length >= least; group = group.slice(AT_A_TIME.records))
        await this.#record(group.slice(0, AT_A_TIME.records));
    };
    for (const other of others) {
      const windows = other.windows((line) => take(line.event()));
      while (windows.next().done !== true) await record(AT_A_TIME.records);
    }
    await record(1);
    // What takes an event back may name one that stands here by another name.
    group = voids.map((one) => {
      const named = this.#names.get(namedIn(one.evidence)!)!;
      return { ...one, evidence: naming(named) };
    });
    await record(1);
    return { read: this.#read, added: this.#added, tornLine: this.#tornLine, unfinished: this.#unfinished };
  }

  /** Refuses what is no registry before anything is taken in, and notes what is taken back in it. */
  #lookOver(other: LedgerFile): void {
    const isVoid = new CellMemo(LEDGER_COLUMNS.indexOf("action"), (text) => text === VOID);
    const note = ({ action, evidence }: LedgerEvent) => {
      const named = action === VOID ? namedIn(evidence)! : undefined;
      if (named !== undefined) this.#names.set(named, named);
    };
    const { length, tornLine } = other.walk((line) => {
      this.#total++;
      line.key();
      if (isVoid.of(line.cells)) note(line.event());
    });
    // A copy that broke off holds nobody's events, and no header either.
    if (length === 0) throw new ScrubError(ExitCode.suppressionList, "notLedger", [], { file: other.path });
    if (tornLine !== undefined) this.#unfinished.push({ file: other.path, line: tornLine });
  }

  #record(group: readonly LedgerEvent[]): Promise<void> {
    return withLock(this.registry, async () => {
      const own = this.#own.openAgain();
      try {
        const keys = group.map(keyOf);
        const known = new Known(own.eventsOf(new Set(keys)), this.#names);
        const added = group.flatMap((event) => known.take(event) ?? []);
        if (added.length > 0) appendEvents(this.registry, own.end, added);
        this.#tornLine ??= own.end.tornLine;
        for (const { action } of added) this.#added[action] = (this.#added[action] ?? 0) + 1;
        this.#read += group.length;
        this.onProgress({ share: this.#read / this.#total, records: this.#read });
      } finally {
        own.close();
      }
    });
  }
}

/** What stands already, in the registry or by what was taken in before. */
class Known {
  readonly #alike = new Map<string, LedgerEvent[]>();

  /** `own`: the registry's events of the same phones; `names`: is told by which id an event stands here that is taken back. */
  constructor(
    own: readonly LedgerEvent[],
    private readonly names: Map<string, string>,
  ) {
    for (const event of own) this.#alikeOf(event).push(event);
  }

  /** Returns the event as it is to be added; undefined where it stands already. */
  take(event: LedgerEvent): LedgerEvent | undefined {
    const alike = this.#alikeOf(event);
    if (alike.some((known) => known.event === event.event)) return undefined;
    const same = alike.find((known) => isOneRequest(known, event));
    if (same !== undefined) {
      if (this.names.has(event.event)) this.names.set(event.event, same.event);
      return undefined;
    }
    const added = alike.some(isBare) ? bared(event) : event;
    alike.push(added);
    return added;
  }

  #alikeOf(event: LedgerEvent): LedgerEvent[] {
    const likeness = likenessOf(event);
    const alike = this.#alike.get(likeness) ?? [];
    this.#alike.set(likeness, alike);
    return alike;
  }
}

/** What two events must have in common to be one, where an erased one no longer says where it came from. */
function likenessOf(event: LedgerEvent): string {
  if (event.action !== "opt-in") return identityOf(event, "");
  const { first } = momentOf(event.requestedAt) ?? { first: event.requestedAt };
  return [event.phone, event.action, event.channel, first].join("\n");
}

/**
 * Whether two events that are alike are one: what takes one back takes back the other. Of opt-ins all that are alike, for then
 * no second one lifts what the first no longer does; of opt-outs those that have a date, and say where it was said.
 */
function isOneRequest(one: LedgerEvent, other: LedgerEvent): boolean {
  if (other.action === "opt-in") return true;
  const isSure = other.action === VOID || (other.requestedAt !== "" && !isBare(one) && !isBare(other));
  return isSure && identityOf(one) === identityOf(other);
}
