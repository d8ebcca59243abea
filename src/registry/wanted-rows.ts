// What an import asks for, in the order of its file. A million of its events are kept as bytes, and made objects a few at a time.

import { randomFillSync } from "node:crypto";
import { rangeOf } from "../phone/named.js";
import { describeSecond, EL_SALVADOR } from "../time/time-zone.js";
import { BLANKS, type Values } from "./forms.js";
import { placeIn } from "./ledger-event.js";
import { keyOf } from "./ledger-index.js";
import { Places } from "./places.js";
import type { Understood, WantedEvent, WantedHelp } from "./understanding.js";
import type { Usual } from "./usual-records.js";

/** What all rows of a shape have in common, with blanks, and what one of them has of its own. */
interface UsualEvent {
  shape: number;
  withBlanks: WantedEvent;
  values: Values;
}

/** What rows have in common: there are as many shapes as reasons and languages, and as things are usual to say. */
type Shape = ShapeOfEvent | ShapeOfHelp;
interface ShapeOfEvent {
  is: "event" | "review";
  common: Common;
  /** All that a usual record wants, but for its number, its moment and its line, which are blanks. */
  usual?: WantedEvent;
}
interface ShapeOfHelp {
  is: "help";
  source: string;
  common: Pick<WantedHelp, "channel" | "language" | "by">;
  usual?: WantedHelp;
}
type Common = Pick<WantedEvent, "action" | "channel" | "source" | "reason" | "language" | "by" | "isStamped">;

const SEGMENT_BYTES = 1024 * 1024;
/** A row's shape, the length of its text, its text. */
const LEAD_BYTES = 8;
/** What stands in the place of the text in a row of a usual record: its number, instant and line. */
const USUAL_BYTES = 20;
/** The texts of a row, but for a call for help. */
type Texts = [
  phone: string,
  requestedAt: string,
  sender: string,
  evidence: string,
  email: string,
  message: string,
  mark: string,
];
/** Parts the texts of a row: no text of a ledger holds a control character. */
const PART = "\0";
/** Stands for a text that is not there. */
const ABSENT = "\x01";
const ID_BYTES = 16;
/** Stands for the key of a call for help, which has none. */
const OF_HELP = 0;
const IS_NEW = 1;
const WAITS = 2;
const IS_IDLE = 4;
const IS_KNOWN = 8;

export class WantedRows {
  readonly #shapes: Shape[] = [];
  readonly #shapeIds = new Map<string, number>();
  /** The shapes of what usual records come to. */
  readonly #usualShapes = new Map<Understood, readonly number[]>();
  readonly #segments: Buffer[] = [];
  /** Bytes of the last segment that are taken. */
  #used = SEGMENT_BYTES;
  // A number for each row.
  readonly #starts: number[] = [];
  readonly #keys: number[] = [];
  /** The rows of each phone, but for calls for help. */
  readonly #places = new Places();
  /** The rows of ranges of numbers. */
  readonly ranges: number[] = [];
  readonly counts = { event: 0, review: 0, help: 0 };
  // What became of each row, and the ids of those that are new.
  #fates = new Uint8Array(0);
  #ids = Buffer.alloc(0);

  get length(): number {
    return this.#starts.length;
  }

  take({ events, reviews, help }: Understood): void {
    for (const event of events) this.#takeEvent("event", event);
    for (const event of reviews) this.#takeEvent("review", event);
    if (help !== undefined) this.#takeHelp(help);
  }

  /** Takes what a record comes to as another one did. */
  takeUsual({ like, phone, instant, line }: Usual): void {
    let shapes = this.#usualShapes.get(like);
    if (shapes === undefined) {
      shapes = shapesOf(like).map((shape) => this.#shapes.push(shape) - 1);
      this.#usualShapes.set(like, shapes);
    }
    for (const shape of shapes) {
      const at = this.#begin(shape, USUAL_BYTES);
      const segment = this.#segments.at(-1)!;
      segment.writeDoubleLE(phone, at);
      segment.writeDoubleLE(instant, at + 8);
      segment.writeUInt32LE(line, at + 16);
      const { is } = this.#shapes[shape]!;
      this.#end(is === "help" ? OF_HELP : phone, USUAL_BYTES);
      this.counts[is]++;
    }
  }

  #takeEvent(is: "event" | "review", event: WantedEvent): void {
    const { action, channel, source, reason, language, by, isStamped } = event;
    const { phone, requestedAt, sender, evidence, email = ABSENT, message = ABSENT, mark = ABSENT } = event;
    const name = [is, action, channel, source, reason, language, by, isStamped].join(PART);
    const stamped = isStamped === undefined ? {} : { isStamped };
    const shape = this.#shapeId(name, () => ({
      is,
      common: { action, channel, source, reason, language, by, ...stamped },
    }));
    const key = keyOf(event);
    const row = this.#put(shape, key, [phone, requestedAt, sender, evidence, email, message, mark].join(PART));
    this.counts[is]++;
    if (is === "review" && rangeOf(phone) !== undefined) this.ranges.push(row);
  }

  #takeHelp({ phone, channel, language, by, sender, email = ABSENT, identity }: WantedHelp): void {
    const [, source, when] = identity as [string, string, string];
    const name = ["help", channel, language, by, source].join(PART);
    const shape = this.#shapeId(name, () => ({ is: "help", source, common: { channel, language, by } }));
    this.#put(shape, OF_HELP, [phone, when, sender, email].join(PART));
    this.counts.help++;
  }

  #shapeId(name: string, make: () => Shape): number {
    let id = this.#shapeIds.get(name);
    if (id === undefined) {
      id = this.#shapes.push(make()) - 1;
      this.#shapeIds.set(name, id);
    }
    return id;
  }

  #put(shape: number, key: number, text: string): number {
    // A unit of UTF-16 takes three bytes at most.
    const at = this.#begin(shape, 3 * text.length);
    return this.#end(key, this.#segments.at(-1)!.write(text, at));
  }

  /** Begins a row in the last segment. Returns where its text goes, of so many bytes at most. */
  #begin(shape: number, most: number): number {
    if (this.#used + LEAD_BYTES + most > SEGMENT_BYTES) {
      this.#segments.push(Buffer.allocUnsafeSlow(Math.max(SEGMENT_BYTES, LEAD_BYTES + most)));
      this.#used = 0;
    }
    this.#segments.at(-1)!.writeUInt32LE(shape, this.#used);
    return this.#used + LEAD_BYTES;
  }

  /** Ends the row that was begun. Returns its place among all. */
  #end(key: number, length: number): number {
    this.#segments.at(-1)!.writeUInt32LE(length, this.#used + 4);
    const row = this.#starts.push((this.#segments.length - 1) * SEGMENT_BYTES + this.#used) - 1;
    this.#used += LEAD_BYTES + length;
    this.#keys.push(key);
    if (key !== OF_HELP) this.#places.add(key, row);
    return row;
  }

  isHelp(row: number): boolean {
    return this.#isOf(row, "help");
  }

  /** Of a row that is a call for help. */
  helpAt(row: number): WantedHelp {
    const { source, common, usual } = this.#shapeOf(row) as ShapeOfHelp;
    if (usual !== undefined) return helpOf(usual, this.#valuesOf(row, ""));
    const [phone, when, sender, email] = this.#textsOf(row) as [string, string, string, string];
    const help: WantedHelp = { ...common, phone, sender, identity: [phone, source, when] };
    if (email !== ABSENT) help.email = email;
    return help;
  }

  /** Of any other row. */
  eventAt(row: number): { is: "event" | "review"; event: WantedEvent } {
    const { is, common, usual } = this.#shapeOf(row) as ShapeOfEvent;
    if (usual !== undefined) return { is, event: eventOf(usual, this.#valuesOf(row, "")) };
    const [phone, requestedAt, sender, evidence, email, message, mark] = this.#textsOf(row) as Texts;
    const { action, channel, source, reason, language, by, isStamped } = common;
    // Copying what rows have in common as a whole takes five times as long.
    const event: WantedEvent = { phone, action, channel, requestedAt, source, sender, reason, evidence, language, by };
    if (isStamped !== undefined) event.isStamped = isStamped;
    if (email !== ABSENT) event.email = email;
    if (message !== ABSENT) event.message = message;
    if (mark !== ABSENT) event.mark = mark;
    return { is, event };
  }

  /** The event of a usual record; undefined of any other. `event`: its id. */
  usualAt(row: number, event: string): UsualEvent | undefined {
    const { usual } = this.#shapeOf(row) as ShapeOfEvent;
    return usual && { shape: this.#shapeIdOf(row), withBlanks: usual, values: this.#valuesOf(row, event) };
  }

  #valuesOf(row: number, event: string): Values {
    const { segment, start } = this.#placeOf(row);
    const at = start + LEAD_BYTES;
    const moment = describeSecond(segment.readDoubleLE(at + 8), EL_SALVADOR);
    return { event, phone: `+${segment.readDoubleLE(at)}`, moment, line: `${segment.readUInt32LE(at + 16)}` };
  }

  #textsOf(row: number): string[] {
    const { segment, start } = this.#placeOf(row);
    const from = start + LEAD_BYTES;
    return segment.toString("utf8", from, from + segment.readUInt32LE(start + 4)).split(PART);
  }

  #shapeOf(row: number): Shape {
    return this.#shapes[this.#shapeIdOf(row)]!;
  }

  #shapeIdOf(row: number): number {
    const { segment, start } = this.#placeOf(row);
    return segment.readUInt32LE(start);
  }

  #placeOf(row: number): { segment: Buffer; start: number } {
    const start = this.#starts[row]!;
    return { segment: this.#segments[Math.floor(start / SEGMENT_BYTES)]!, start: start % SEGMENT_BYTES };
  }

  #isOf(row: number, is: Shape["is"]): boolean {
    return this.#shapeOf(row).is === is;
  }

  /** Whether anything is wanted of a key (`keyOf`). */
  has(key: number): boolean {
    return this.#places.has(key);
  }

  keyAt(row: number): number {
    return this.#keys[row]!;
  }

  /** Whether nothing else is wanted of the row's key, and it is about one number, which nothing can let through. */
  isAlone(row: number): boolean {
    const { is, common } = this.#shapeOf(row);
    return is !== "help" && common.action !== "opt-in" && this.#places.isAlone(this.#keys[row]!);
  }

  /**
   * Parts the rows of which nothing is settled yet, but for calls for help, into groups of about so many: all of a key are in one,
   * in the order of the file, and all ranges in the first.
   */
  *groups(most: number): Generator<readonly number[]> {
    const taken = new Uint8Array(this.length);
    let group: number[] = [];
    const take = (row: number) => {
      if (taken[row] === 1 || this.isHelp(row) || this.#has(row, IS_NEW | IS_KNOWN)) return;
      for (const one of this.#places.of(this.#keys[row]!)) {
        taken[one] = 1;
        group.push(one);
      }
    };
    for (const row of this.ranges) take(row);
    for (let row = 0; row < this.length; row++) {
      take(row);
      if (group.length < most) continue;
      yield group.sort((a, b) => a - b);
      group = [];
    }
    if (group.length > 0) yield group.sort((a, b) => a - b);
  }

  /** What a row that is no call for help asks for. */
  shapeAt(row: number): { readonly is: "event" | "review"; readonly common: Readonly<Common> } {
    return this.#shapeOf(row) as ShapeOfEvent;
  }

  /** Notes that a row waits for a person to decide. */
  setWaiting(row: number): void {
    this.#mark(row, WAITS);
  }

  waits(row: number): boolean {
    return this.#has(row, WAITS);
  }

  /** Notes that its ledger holds what a row asks for. */
  setKnown(row: number): void {
    this.#mark(row, IS_KNOWN);
  }

  /** Notes that a row is new in its ledger. `event`: its id; without one it gets one. `isIdle`: an opt-in that lets nothing through. */
  setNew(row: number, event?: string, isIdle = false): void {
    this.#mark(row, isIdle ? IS_NEW | IS_IDLE : IS_NEW);
    if (this.#ids.length === 0) this.#ids = randomFillSync(Buffer.allocUnsafeSlow(ID_BYTES * this.length));
    if (event !== undefined) this.#ids.write(event.replaceAll("-", ""), ID_BYTES * row, "hex");
  }

  isIdle(row: number): boolean {
    return this.#has(row, IS_IDLE);
  }

  isNew(row: number, kind: "event" | "review"): boolean {
    return this.#has(row, IS_NEW) && this.#isOf(row, kind);
  }

  /** The id of a row that is new. */
  newId(row: number): string {
    const at = ID_BYTES * row;
    // The marks of a random id, by RFC 9562.
    this.#ids[at + 6] = (this.#ids[at + 6]! & 0x0f) | 0x40;
    this.#ids[at + 8] = (this.#ids[at + 8]! & 0x3f) | 0x80;
    const hex = this.#ids.toString("hex", at, at + ID_BYTES);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  #mark(row: number, fate: number): void {
    if (this.#fates.length === 0) this.#fates = new Uint8Array(this.length);
    this.#fates[row]! |= fate;
  }

  #has(row: number, fate: number): boolean {
    return (this.#fates[row]! & fate) !== 0;
  }
}

/** The shapes of what a usual record comes to, for others that come to the same. */
function shapesOf({ events, reviews, help, line }: Understood): Shape[] {
  const shapes: Shape[] = [
    ...events.map((event) => ({ is: "event" as const, common: event, usual: withBlanks(event, line) })),
    ...reviews.map((event) => ({ is: "review" as const, common: event, usual: withBlanks(event, line) })),
  ];
  if (help === undefined) return shapes;
  const [, source = ""] = help.identity;
  const usual = { ...help, phone: BLANKS.phone, identity: [BLANKS.phone, source, BLANKS.moment] };
  return [...shapes, { is: "help", source, common: help, usual }];
}

function withBlanks(event: WantedEvent, line: number): WantedEvent {
  const place = placeIn(event.evidence);
  const marks = event.evidence.slice(place.length);
  const evidence = `${place.slice(0, -String(line).length)}${BLANKS.line}${marks}`;
  return { ...event, phone: BLANKS.phone, requestedAt: BLANKS.moment, evidence };
}

function eventOf(usual: WantedEvent, { phone, moment, line }: Values): WantedEvent {
  return { ...usual, phone, requestedAt: moment, evidence: usual.evidence.replace(BLANKS.line, line) };
}

function helpOf(usual: WantedHelp, { phone, moment }: Values): WantedHelp {
  return { ...usual, phone, identity: [phone, usual.identity[1]!, moment] };
}
