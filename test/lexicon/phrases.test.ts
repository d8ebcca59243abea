// Each phrase decides what some fixture says. One without effect is of a kind that is looked for too late, is written in
// roles that its words do not have, or says what another one says already.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { columnKind } from "../../src/lexicon/columns.js";
import { readMark } from "../../src/lexicon/marks.js";
import { groupsOf } from "../../src/lexicon/phrase-search.js";
import { PHRASES } from "../../src/lexicon/phrases.js";
import { classifyReply } from "../../src/replies/classify.js";
import { asksInNote } from "../../src/replies/notes.js";
import { labelledMessages } from "../support/replies.js";

/** A text of this length is not remembered, and is read again. */
const afresh = (text: string) => text.padEnd(401);
const read = (file: string) => readFileSync(`fixtures/${file}`, "utf8");
const cells = parse<{ column: string; cell: string }>(read("lexicon/marks.csv"), { columns: true });
const columns = [...cells.map(({ column }) => column), ...read("values/columns.txt").match(/(?<= )[^:|]+(?=:\w)/g)!];
const messages = ["messages", "refusals", "near-misses", "fresh", "fresh-2"].flatMap((set) =>
  labelledMessages(`${set}.csv`).map(({ message }) => message),
);
messages.push(...read("values/replies.txt").match(/(?<=^- ).*(?= => )/gm)!);
/** The texts of the fixtures, and what the lexicon answers to each. */
const ANSWERS: readonly (readonly [text: string, answer: () => unknown])[] = [
  ...cells.map(({ column, cell }) => [cell, () => [readMark(afresh(column), cell), asksInNote(cell)]] as const),
  ...columns.map((text) => [text, () => columnKind(afresh(text))] as const),
  ...messages.map((text) => [text, () => classifyReply(afresh(text))] as const),
];
const answerTo = (at: number) => JSON.stringify(ANSWERS[at]![1]());

interface Watched {
  name: string;
  required: readonly unknown[];
  endsClause: boolean;
}

/** All phrases but the one of `how`, for which registry/record-words.ts asks. */
function everyPhrase(): Watched[] {
  const lines = PHRASES.trim().replaceAll("\n  ", " ; ");
  return [...lines.matchAll(/^(?!how:)([\w-]+): (.*)$/gm)].flatMap(([, kind, written]) =>
    [...new Set([...groupsOf(kind!).byName.values()].flat().flatMap(({ phrases }) => phrases))].map((phrase) =>
      Object.assign(phrase, { name: `${kind}: ${written!.split(" ; ")[phrase.place]}` }),
    ),
  );
}

test("no phrase is without effect", () => {
  const fits = new Map<Watched, Set<number>>();
  let at = 0;
  for (const phrase of everyPhrase()) {
    const [texts, { endsClause }] = [new Set<number>(), phrase];
    fits.set(phrase, texts);
    // Where a phrase must end is asked once all its parts fit.
    const get = () => {
      if (at < ANSWERS.length) texts.add(at);
      return endsClause;
    };
    Object.defineProperty(phrase, "endsClause", { get });
  }
  const answers: string[] = [];
  for (; at < ANSWERS.length; at++) answers.push(answerTo(at));
  const idle = [...fits].flatMap(([phrase, texts]) => {
    const { name, required } = phrase;
    phrase.required = [{ lastSearch: Number.NaN }];
    const decides = [...texts].some((text) => answerTo(text) !== answers[text]);
    phrase.required = required;
    const [first] = [...texts].map((text) => ANSWERS[text]![0]);
    return decides ? [] : `${name}: ${first === undefined ? "fits no fixture" : `changes nothing of "${first}"`}`;
  });
  expect(idle).toEqual([]);
});
