// Nothing grows faster than a cell: four times as many words or marks take about four times as long. It is the time of the
// processor that is measured, and only where it is long enough to tell; what takes the square of it takes sixteen times as long.

import { describe, expect, test } from "vitest";
import { findEventColumns } from "../src/headers/event-columns.js";
import { CHANNEL_WORDS } from "../src/headers/event-words.js";
import { mayTellOfOptOut, tellsOfOptOut } from "../src/headers/opt-out-words.js";
import { optOutColumnOf, saysOptOut } from "../src/headers/own-opt-outs.js";
import { meaningOf } from "../src/headers/phone-names.js";
import { holdsMoreThanNumbers } from "../src/lists/beyond-numbers.js";
import { tornNumbers } from "../src/lists/header-row.js";
import { mayTellOfOptOutIn } from "../src/lists/remark-look.js";
import { readNamed } from "../src/phone/named.js";
import { readCell, readEveryNumber } from "../src/phone/read.js";
import { mayHoldUnmistakable, readUnmistakable } from "../src/phone/unmistakable.js";
import { rangesAmong, readRanges } from "../src/phone/wildcards.js";
import { classifyReply } from "../src/registry/replies/classify.js";

const MARKS = `& ( + / = " ' < % * [ { , - -- . : ; | # &# %2 %20 &nbsp; 1, 1. $1, $1. 1/1/ 1- 1) x a1 1é é1 ñ1x 2* 2xx a@ :// wa.me/ tel: phone= 503 0 7 7012 00503 abcdef01 @ \u200b é \u0301\u0323 ｎ ٧ dejé nó _ aB`;
const WORDS =
  "1|+1|+503|7012|7012-3456|2222-2222 al|2222-2222 y|a|al|y|no|no me|no se|baja|llamar|cliente|cliente baj|dar|dar de|dar la|la|se|le|me|para|que|de|de la|consent|autoriza|autoriza no|phone call|sms mms|llamada|acepta|recibir|not|do not|to be|stop|stop the|sac|ext 1|2024-01-02|12:30|o1";
const PIECES = [...MARKS.split(" "), ...WORDS.split("|").map((words) => `${words} `), " ", "\u00a0", "\n"];
/** What a pattern of words may have begun with before the pieces. */
const BEGINNINGS = ["", "acepta ", "no ", "dar "];
const IS_OF_WORDS = /remark|opt-out|consent/;

const asBytes = (read: (bytes: Uint8Array, from: number, to: number) => unknown) => (text: string) => {
  const bytes = Buffer.from(text);
  return read(bytes, 0, bytes.length);
};
const READERS: Record<string, (text: string) => unknown> = {
  "a phone cell": readCell,
  "a damaged record of a suppression list": readEveryNumber,
  "ranges of a suppression entry": readRanges,
  "ranges among words": rangesAmong,
  "unmistakable numbers in a text": readUnmistakable,
  "unmistakable numbers in bytes": asBytes(mayHoldUnmistakable),
  "a remark": tellsOfOptOut,
  "all remarks of a record": mayTellOfOptOut,
  "all remarks of a record, in bytes": asBytes(mayTellOfOptOutIn),
  "a message": classifyReply,
  "the numbers that a message names": readNamed,
  "a header cell, as a phone's": meaningOf,
  "a header cell, as an opt-out's": optOutColumnOf,
  "a header cell, as an event's": (name) => findEventColumns([name]),
  "a cell of a consent": (cell) => saysOptOut("consent", cell),
  "a torn record": tornNumbers,
  "an entry with words": holdsMoreThanNumbers,
};

/** Milliseconds of the processor. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Characters of the longer text: patterns are quick, and what reads numbers takes long for a text full of them. */
const PATTERNS_SIZE = 65_536;
const NUMBERS_SIZE = 4096;
/** What takes less than this tells nothing. */
const TOO_SHORT = 20;

/** Whether four times as much takes nearly sixteen times as long, each time of several that it is asked. */
function growsTooFast(read: (text: string) => unknown, size: number, textOf: (size: number) => string): boolean {
  const [short, long] = [textOf(size / 4), textOf(size)];
  for (let attempt = 0; attempt < 4; attempt++) {
    const time = timeOf(() => read(long));
    if (time < TOO_SHORT || time < 9 * timeOf(() => read(short))) return false;
  }
  return true;
}

describe("four times as long takes about four times the time:", () => {
  test.each(Object.entries(READERS))("%s", (name, read) => {
    const isOfWords = IS_OF_WORDS.test(name);
    const beginnings = isOfWords ? BEGINNINGS : [""];
    const most = isOfWords ? PATTERNS_SIZE : NUMBERS_SIZE;
    const found = PIECES.flatMap((piece) =>
      beginnings
        .filter((begin) => growsTooFast(read, most, (size) => begin + piece.repeat(Math.ceil(size / piece.length))))
        .map((begin) => begin + piece),
    );
    expect(found).toEqual([]);
  });

  test("a name in which each word may be read in two ways, and the last one in none", () => {
    for (const channel of CHANNEL_WORDS.split("|"))
      for (const verb of ["acepta", "rechaza", "puede"]) {
        expect(optOutColumnOf(`${verb} ${channel}`)).toBe(verb === "rechaza" ? "opt-out" : "consent");
        expect(timeOf(() => optOutColumnOf(`${verb} ${`${channel} `.repeat(24)}zz`))).toBeLessThan(2000);
      }
  });
});
