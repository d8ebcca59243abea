// Measures CPU time: text eight times as long may take at most 14 times as long. Readings too short to measure are not judged; a
// quadratic reader takes 64 times as long.

import { describe, expect, test } from "vitest";
import { findEventColumns } from "../src/headers/event-columns.js";
import { meaningOf } from "../src/headers/phone-names.js";
import { columnKind } from "../src/lexicon/columns.js";
import { mayDenyNumber, mayTell } from "../src/lexicon/cues.js";
import { readMark } from "../src/lexicon/marks.js";
import { readNamed } from "../src/phone/named.js";
import { joinedNumbers } from "../src/phone/neighbours.js";
import { numbersInOtherColumn, readCell } from "../src/phone/read.js";
import { marksIn } from "../src/registry/ledger-event.js";
import { classifyReply } from "../src/replies/classify.js";
import { readLine } from "../src/suppression/text-lines.js";
import { proveDayOrder } from "../src/time/dates.js";
import { Workdir } from "./support/workdir.js";

const MARKS = `& ( + / = " ' < % * [ { ? , - -- . : ; | # &# %2 %20 &nbsp; 1, 1. $1, $1. 1/1/ 1- 1) x a1 1é é1 ñ1x 2* 2xx a@ :// wa.me/ tel: phone= 503 0 5 7 7012 00503 abcdef01 @ \u200b é \u0301\u0323 ｎ ٧ 😀 dejé nó _ aB #0123456789abcdef`;
const WORDS =
  "1|+1|+503|7012|7012-3456|2222-2222 al|2222-2222 y|a|al|y|no|no me|no se|baja|llamar|cliente|cliente baj|dar|dar de|dar la|la|se|le|me|para|que|de|de la|consent|autoriza|autoriza no|phone call|sms mms|llamada|acepta|recibir|not|do not|to be|stop|stop the|sac|ext 1|2024-01-02|12:30|o1";
const PIECES = [...MARKS.split(" "), ...WORDS.split("|").map((words) => `${words} `), " ", "\u00a0", "\n"];
/** What a pattern of words may have begun with before the pieces, and what may end one of marks in vain. */
const BEGINNINGS = ["", "acepta ", "no ", "dar "];
const ENDS = ["", "x"];
const IS_OF_WORDS = /remark|consent/;

const READERS: Record<string, (text: string) => unknown> = {
  "a phone cell": readCell,
  "cells that are joined": (text) => joinedNumbers([text, "1"]),
  "a cell of another column": numbersInOtherColumn,
  "a remark": (text) => readMark("Notas", text),
  "whether a cell may tell": (text) => mayTell(text) || mayDenyNumber(text),
  "a column's name": columnKind,
  "a message": classifyReply,
  "the numbers that a message names": readNamed,
  "a header cell, as a phone's": meaningOf,
  "a header cell, as an event's": (name) => findEventColumns([name]),
  "a cell of a consent": (cell) => readMark("Acepta", cell),
  "a date": (cell) => proveDayOrder([cell]),
  "an evidence of a registry": marksIn,
};

const READERS_OF_TEXTS: Record<string, (line: string) => unknown> = { "a line of a text": readLine };
/** What lines of texts may be full of, beside the pieces of cells. */
const PIECES_OF_TEXTS =
  "caso ....|1 1 |<b |< |caso 1 a |=c3=a1|1,234,|a-1|f0|(1) |x |5 5 |.. |   |55 al |6611 |7255-31?0 |6144-2020 y 7255 |7? |ext. 3310, |7255-31XX y ".split(
    "|",
  );

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** Where the pieces may stand in a list that is read by a whole run, and the run's arguments. */
const PLACES: Record<string, [content: (cell: string) => string, ...args: string[]]> = {
  "in the phones of a phone list": [
    (cell) => `telefono,nombre\n7012-3457,a\n${cell},b\n`,
    ..."in.csv -s dnc.csv -n".split(" "),
  ],
  "beside the phones of a phone list": [
    (cell) => `telefono,nota\n7012-3457,a\n7012-3458,${cell}\n`,
    ..."in.csv -s dnc.csv -n".split(" "),
  ],
  "in the phones of a suppression list": [
    (cell) => `telefono,nombre\n7012-3457,a\n${cell},b\n`,
    ..."list.csv -s in.csv -n".split(" "),
  ],
  "beside the phones of a suppression list with events": [
    (cell) => `telefono,canal,fecha\n7012-3457,sms,2026-01-02\n7012-3458,${cell},${cell}\n`,
    ..."list.csv -s in.csv -n".split(" "),
  ],
  "in a broken record of a suppression list": [
    (cell) => `telefono,nombre\n7012-3457,a\n7012-3458,b,c,${cell}\n`,
    ..."list.csv -s in.csv -n".split(" "),
  ],
  "in a message": [
    (cell) => `telefono,mensaje,fecha\n7012-3457,baja,2026-01-02\n7012-3458,${cell},2026-01-02\n`,
    ..."registry import in.csv --registry new/r.csv --kind sms --review new/w.csv".split(" "),
  ],
  "in the sender of a message": [
    (cell) => `telefono,mensaje,fecha\n7012-3457,baja,2026-01-02\n${cell},baja,2026-01-02\n`,
    ..."registry import in.csv --registry new/r.csv --kind sms --review new/w.csv".split(" "),
  ],
};

/** Returns the CPU time of some work, in milliseconds. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Characters of the longer text: patterns are quick, and what reads numbers takes long for a text full of them. */
const PATTERNS_SIZE = 65_536;
const NUMBERS_SIZE = 8192;
const LIST_SIZE = 32_768;
/** Milliseconds of CPU time below which a reading, or a whole run, is too short to measure. */
const TOO_SHORT = 120;
const TOO_SHORT_RUN = 250;

/** Whether text eight times as long takes more than 14 times as long in each of four attempts. */
async function growsTooFast(
  read: (text: string) => unknown,
  textOf: (size: number) => string,
  size: number,
  tooShort: number,
) {
  for (let attempt = 0; attempt < 4; attempt++) {
    // Each attempt has another length, because one length may by chance leave an expensive end.
    const [short, long] = [textOf(size / 8 - 9 * attempt), textOf(size - 9 * attempt)];
    const time = await timeOf(() => read(long));
    if (time < tooShort || time < 14 * (await timeOf(() => read(short)))) return false;
  }
  return true;
}

/** Returns the texts, each of one piece repeated, whose time grows too fast. */
async function textsGrowingTooFast(
  read: (text: string) => unknown,
  beginnings: readonly string[],
  size: number,
  tooShort: number,
  pieces: readonly string[] = PIECES,
): Promise<string[]> {
  const found: string[] = [];
  for (const piece of pieces)
    for (const begin of beginnings)
      for (const end of ENDS) {
        const textOf = (length: number) => begin + piece.repeat(Math.ceil(length / piece.length)) + end;
        if (await growsTooFast(read, textOf, size, tooShort)) found.push(`${begin}${piece}…${end}`);
      }
  return found;
}

describe("eight times as long takes about eight times the time:", () => {
  test.each(Object.entries(READERS))("%s", async (name, read) => {
    const isOfWords = IS_OF_WORDS.test(name);
    const size = isOfWords ? PATTERNS_SIZE : NUMBERS_SIZE;
    expect(await textsGrowingTooFast(read, isOfWords ? BEGINNINGS : [""], size, TOO_SHORT)).toEqual([]);
  });

  test.each(Object.entries(READERS_OF_TEXTS))("%s", async (_, read) => {
    const pieces = [...PIECES, ...PIECES_OF_TEXTS];
    expect(await textsGrowingTooFast(read, [""], PATTERNS_SIZE, TOO_SHORT, pieces)).toEqual([]);
  });

  test.each(Object.entries(PLACES))("a whole run with many of them %s", async (_, [content, ...args]) => {
    const dir = new Workdir({ "list.csv": "telefono,nombre\n7012-3456,a\n", "dnc.csv": "telefono\n7012-3450\n" });
    let folders = 0;
    const read = async (text: string) => {
      dir.write("in.csv", content(quoted(text)));
      const folder = `out${folders++}`;
      dir.write(`${folder}/.keep`, "");
      const run = await dir.run(args.map((word) => word.replace("new/", `${folder}/`)));
      run.check(() => expect([2, 70]).not.toContain(run.code));
    };
    expect(await textsGrowingTooFast(read, [""], LIST_SIZE, TOO_SHORT_RUN)).toEqual([]);
  });
});
