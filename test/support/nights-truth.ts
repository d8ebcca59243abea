// What a night's runs were asked for and what they said, and what must therefore stand in the registry, the review, the
// acknowledgements and every list that is handed over.

import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";

/** What somebody wrote, or had recorded at the counter. */
export type Wish = "opt-out" | "unclear" | "help" | "thanks" | "added";

/** Where the acknowledgement goes. */
type By = "acknowledged in the file" | "answered" | "by another registry";

interface Person {
  wish: Wish;
  by: By;
  /** A run has said that it is recorded. */
  isAccepted: boolean;
  /** From this moment on no scrub that begins may let them through. */
  barredFrom: number;
  /** From this moment on an export that begins has them: what waits for a person is not in it. */
  recordedFrom: number;
  /** A run was begun after which they may be contacted: until it is done nobody knows. */
  mayBeFree: boolean;
  freedBy: "void" | "opt-in" | undefined;
  decided: "not yet" | "now" | "opt-out" | "settled";
  /** Ids that a run has said. */
  told: Set<string>;
  /** Runs that ended otherwise: each may have left an acknowledgement of what it did not record. */
  unsaid: number;
}

const NEVER = { barredFrom: Number.POSITIVE_INFINITY, recordedFrom: Number.POSITIVE_INFINITY };
const BARS: ReadonlySet<Wish> = new Set<Wish>(["opt-out", "unclear", "added"]);

export class Accounts {
  clients: readonly string[] = [];
  readonly #people = new Map<string, Person>();

  get count(): number {
    return this.#people.size;
  }

  /** Of the registry, at least. */
  get countOfEvents(): number {
    return this.barredSince(performance.now(), "in the registry").length;
  }

  hand(phone: string, wish: Wish, by: By): void {
    const nothing = { isAccepted: false, ...NEVER, mayBeFree: false, freedBy: undefined };
    this.#people.set(phone, { wish, by, ...nothing, decided: "not yet", told: new Set(), unsaid: 0 });
  }

  accept(phones: readonly string[]): void {
    for (const phone of phones) {
      const person = this.#of(phone);
      person.isAccepted = true;
      if (BARS.has(person.wish)) person.barredFrom = Math.min(person.barredFrom, performance.now());
      if (person.wish !== "unclear") person.recordedFrom = person.barredFrom;
    }
  }

  answered(phone: string, event: string): void {
    this.accept([phone]);
    if (!event.startsWith("help-")) this.#of(phone).told.add(event);
  }

  mayBeAcknowledgedAgain(phones: readonly string[]): void {
    for (const phone of phones) this.#of(phone).unsaid++;
  }

  freeing(phone: string): void {
    this.#of(phone).mayBeFree = true;
  }

  freed(phone: string, by: "void" | "opt-in"): void {
    this.#of(phone).freedBy = by;
  }

  deciding(phone: string): void {
    this.#of(phone).decided = "now";
  }

  decided(phone: string, frees: boolean): void {
    Object.assign(this.#of(phone), { decided: frees ? "settled" : "opt-out", recordedFrom: performance.now() });
  }

  isBusy(phone: string): boolean {
    const { mayBeFree, decided } = this.#of(phone);
    return mayBeFree || decided === "now";
  }

  /** Who may still change their mind, or be decided about. */
  suppressedBy(wish: Wish): string[] {
    return this.#phones((it) => it.wish === wish && it.isAccepted && !it.mayBeFree && it.decided === "not yet");
  }

  /** Who is barred for certain since before that moment. */
  barredSince(moment: number, where: "in the registry" | "anywhere"): string[] {
    const since = where === "anywhere" ? "barredFrom" : "recordedFrom";
    return this.#phones((it) => it[since] < moment && !it.mayBeFree);
  }

  /** `since`: when the scrub began, or earlier. */
  checkList(list: string, since: number): void {
    const inIt = phonesIn(list);
    for (const phone of this.barredSince(since, "anywhere"))
      expect(inIt.has(phone), `${phone} (${JSON.stringify(this.#of(phone))}) is in a list that was handed over`).toBe(
        false,
      );
  }

  /** Of a list that was made when all was quiet: everybody else is in it, too. */
  checkWholeList(list: string): void {
    const isBarred = ({ barredFrom, freedBy, decided }: Person) =>
      Number.isFinite(barredFrom) && freedBy === undefined && decided !== "settled";
    const barred = new Set(this.#phones(isBarred));
    expect([...phonesIn(list)].sort()).toEqual(this.clients.filter((phone) => !barred.has(phone)).sort());
  }

  /** Each message and each other wish stands once, and nothing else does. */
  checkBooks(events: readonly LedgerEvent[], reviews: readonly LedgerEvent[]): void {
    const found = new Map<string, string[]>();
    for (const { phone, action } of [...events, ...reviews])
      found.set(phone, [...(found.get(phone) ?? []), action].sort());
    const wanted = new Map<string, string[]>();
    for (const [phone, person] of this.#people) {
      expect(person.isAccepted, phone).toBe(true);
      const actions = actionsOf(person);
      if (actions.length > 0) wanted.set(phone, actions);
    }
    const sorted = (map: Map<string, string[]>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(found)).toEqual(sorted(wanted));
    const ids = [...events, ...reviews].map(({ event }) => event);
    expect(new Set(ids).size).toBe(ids.length);
    const phoneOf = new Map([...events, ...reviews].map(({ event, phone }) => [event, phone]));
    for (const [phone, { told, decided }] of this.#people)
      if (decided === "not yet") for (const event of told) expect(phoneOf.get(event), event).toBe(phone);
  }

  /** Of what is recorded each is acknowledged once; beside these stands no more than runs that were cut off may leave. */
  checkAcknowledgements(file: string, events: readonly LedgerEvent[]): void {
    expect(file.at(-1)).toBe("\n");
    const rows = parse(file, { columns: true }) as { to: string; event: string }[];
    const recorded = new Map(events.map((event) => [event.event, event]));
    const answers = new Map<string, number>();
    const orphans = new Map<string, number>();
    const helps = new Map<string, number>();
    const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const { to, event } of rows)
      if (event.startsWith("help-")) count(helps, to);
      else if (recorded.has(event)) count(answers, event);
      else count(orphans, to);
    for (const [event, times] of answers) expect(times, `acknowledgements of ${event}`).toBe(1);
    for (const [phone, times] of orphans)
      expect(times, `acknowledgements for ${phone} of what is not recorded`).toBeLessThanOrEqual(
        this.#of(phone).unsaid,
      );
    for (const { event, phone, action } of events) {
      const isOwed = this.#of(phone).by === "acknowledged in the file" && (action === "opt-out" || action === "opt-in");
      if (isOwed) expect(answers.get(event), `acknowledgements of ${event}`).toBe(1);
    }
    for (const [phone, { wish, by }] of this.#people)
      expect(helps.get(phone) ?? 0, phone).toBe(wish === "help" && by === "acknowledged in the file" ? 1 : 0);
  }

  #phones(fits: (person: Person) => boolean): string[] {
    return [...this.#people].flatMap(([phone, person]) => (fits(person) ? [phone] : []));
  }

  #of(phone: string): Person {
    const person = this.#people.get(phone);
    if (person === undefined) throw new Error(`nobody has written from ${phone}`);
    return person;
  }
}

/** What the books must say of somebody, sorted. */
function actionsOf({ wish, freedBy, decided }: Person): string[] {
  if (wish === "help" || wish === "thanks") return [];
  if (wish === "unclear") return [decided === "not yet" ? "review" : decided];
  return ["opt-out", ...(freedBy === undefined ? [] : [freedBy])].sort();
}

function phonesIn(list: string): Set<string> {
  return new Set(list.match(/\+503\d{8}/g));
}
