// The classifier against labelled messages, and its figures in the output: those that the rules were written against, and
// those that they were only measured on. fixtures/replies/README.md says where each set comes from and keeps the figures.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WRITTEN_CHANNELS } from "../../src/headers/event-words.js";
import { classifyReply, type Intent } from "../../src/replies/classify.js";
import { asksInNote } from "../../src/replies/notes.js";
import { draws } from "../support/draws.js";
import { generatedMessages, type LabelledMessage, labelledMessages } from "../support/replies.js";
import { REPOSITORY } from "../support/workdir.js";

const INTENTS: readonly Intent[] = ["opt-out", "opt-in", "help", "request", "other", "unclear"];

const MESSAGES = labelledMessages("messages.csv");
const GENERATED = generatedMessages();
const ofPart = (part: string) => GENERATED.filter((message) => message.part === part);

const SETS: readonly { name: string; isTuned: boolean; messages: readonly LabelledMessage[] }[] = [
  { name: "messages.csv, which the rules were written against", isTuned: true, messages: MESSAGES },
  { name: "templates that the rules were written against", isTuned: true, messages: ofPart("tuned") },
  { name: "templates held back", isTuned: false, messages: ofPart("held-back") },
  { name: "fresh.csv, written before the rules", isTuned: false, messages: labelledMessages("fresh.csv") },
  { name: "fresh-2.csv, written before the rules", isTuned: false, messages: labelledMessages("fresh-2.csv") },
];

/** Of messages: how many requests are dropped, how well opt-outs are found, and the share that waits for a person. */
function figuresOf(messages: readonly LabelledMessage[]) {
  const pairs = messages.map(({ label, message }) => ({ label, intent: classifyReply(message).intent }));
  const count = (labels: readonly string[], intents: readonly Intent[]) =>
    pairs.filter(({ label, intent }) => labels.includes(label) && intents.includes(intent)).length;
  const found = count(["opt-out"], ["opt-out"]);
  return {
    dropped: count(["opt-out", "request"], ["other", "help", "opt-in"]),
    precision: found / count(INTENTS, ["opt-out"]),
    recall: found / count(["opt-out"], INTENTS),
    toPerson: count(INTENTS, ["unclear", "request"]) / messages.length,
    takenIn: count(
      INTENTS.filter((label) => label !== "opt-in"),
      ["opt-in"],
    ),
  };
}

/** What was called something else than its label: each of a set written by hand, the templates of a generated one. */
function missesOf(messages: readonly LabelledMessage[]): string[] {
  const misses = messages.flatMap(({ label, message, template }) => {
    const { intent } = classifyReply(message);
    return intent === label ? [] : [`${label} → ${intent}: ${template ?? message}`];
  });
  const counts = new Map<string, number>();
  for (const miss of misses) counts.set(miss, (counts.get(miss) ?? 0) + 1);
  return [...counts].map(([miss, count]) => (count === 1 ? miss : `${miss} (${count})`));
}

describe.each(SETS)("$name", ({ name, messages }) => {
  const { dropped, precision, recall, takenIn } = figuresOf(messages);
  console.log(`${name}: of ${messages.length} these are called otherwise:\n${missesOf(messages).join("\n")}\n`);

  test("no request is called other, help or an opt-in", () => expect(dropped).toBe(0));
  test("what is called an opt-out is one", () => expect(precision).toBeGreaterThanOrEqual(0.95));
  test("few opt-outs wait for a person", () => expect(recall).toBeGreaterThanOrEqual(0.85));
  test("nobody is opted in who did not ask for it", () => expect(takenIn).toBe(0));
});

test("fewer than half of all messages wait for a person", () => {
  const all = SETS.flatMap(({ messages }) => messages);
  expect(figuresOf(all).toPerson).toBeLessThan(0.49);
});

test("fixtures/replies/README.md holds the figures of today", () => {
  const readme = readFileSync(join(REPOSITORY, "fixtures/replies/README.md"), "utf8");
  const rows = SETS.map(({ messages }) => {
    const { dropped, precision, recall, toPerson } = figuresOf(messages);
    const row = [precision, recall, toPerson].map((share) => `${(share * 100).toFixed(1).replace("100.0", "100")} %`);
    return `(${messages.length.toLocaleString("en")}) | ${dropped} | ${row.join(" | ")}`;
  });
  expect(rows).toEqual(readme.match(/\([\d,]+\) \| \d.*(?= \|$)/gm));
});

const ASKED = SETS.flatMap(({ messages }) => messages).filter(
  ({ label }) => label === "opt-out" || label === "request",
);
const WRITTEN = ASKED.filter(({ template }) => template === undefined);
const isDropped = (message: string) => ["other", "help", "opt-in"].includes(classifyReply(message).intent);

describe("what only sounds like a request", () => {
  const intentsOf = (file: string) => labelledMessages(file).map(({ message }) => classifyReply(message).intent);

  test("but refuses or is hostile goes to a person", () => {
    for (const { message } of labelledMessages("refusals.csv")) expect(isDropped(message), message).toBe(false);
  });

  test("but is about something else is no opt-out", () => {
    const taken = intentsOf("near-misses.csv").filter((intent) => intent === "opt-out" || intent === "opt-in");
    expect(taken.length).toBeLessThanOrEqual(4);
  });
});

describe("a request", () => {
  test("is not dropped for what stands around it", () => {
    const around = ["Buenos días", "gracias", "cuánto cuesta la blusa azul", "mi nombre es Ana", "me interesa", "ok"];
    for (const { message } of WRITTEN)
      for (const other of around)
        for (const both of [
          `${other}. ${message}`,
          `${message}, ${other}`,
          `${other} ${message}`,
          `${message} ${other}`,
        ])
          expect(isDropped(both), both).toBe(false);
  });

  test("waits for a person where an agent noted it, with any outcome", () => {
    const dropped = WRITTEN.filter(({ message }) => !asksInNote(message)).map(({ message }) => message);
    console.log(`${dropped.length} of ${WRITTEN.length} notes dropped: ${dropped.join(" · ")}`);
    expect(dropped.length).toBeLessThanOrEqual(1);
  });

  test("is hardly ever dropped for a slip, of whatever kind and wherever", () => {
    const slips = WRITTEN.flatMap(({ message }) =>
      Array.from(message, (letter, at) => {
        const [before, after] = [message.slice(0, at), message.slice(at + 1)];
        const slips = [
          before + after,
          `${before}${letter}${letter}${after}`,
          `${before}e${after}`,
          `${before}${after[0] ?? ""}${letter}${after.slice(1)}`,
        ];
        // One kind in each place, unless more draws are asked for.
        return slips
          .slice(at % 4)
          .concat(slips)
          .slice(0, Math.min(4, draws(1)));
      }).flat(),
    );
    const dropped = slips.filter(isDropped);
    console.log(`${dropped.length} of ${slips.length} slips dropped: ${dropped.slice(0, 20).join(" · ")}`);
    expect(dropped.length / slips.length).toBeLessThan(0.001);
  });

  test("acts on every channel where it says so, and is answered in its language", () => {
    const ofScope = (scope: string) =>
      MESSAGES.filter((message) => message.label === "opt-out" && message.scope === scope);
    for (const { message } of ofScope("any")) expect(classifyReply(message).onEveryChannel, message).toBe(true);
    const wider = ofScope("channel").filter(({ message }) => classifyReply(message).onEveryChannel);
    expect(wider.length / ofScope("channel").length).toBeLessThan(0.05);
    const told = MESSAGES.filter(({ label, language }) => label === "opt-out" && language !== undefined);
    const misheard = told.filter(({ message, language }) => classifyReply(message).language !== language);
    expect(misheard.length / told.length).toBeLessThan(0.05);
  });
});

test("the sets are large enough to mean something, and no message stands twice in one", () => {
  expect(GENERATED.length).toBeGreaterThanOrEqual(3000);
  expect(SETS[3]!.messages.length).toBeGreaterThanOrEqual(300);
  for (const { name, messages } of SETS)
    expect(new Set(messages.map(({ message }) => message)).size, name).toBe(messages.length);
});

test("no template is on both sides", () => {
  const templates = new Map(GENERATED.map(({ template, part }) => [template, part]));
  for (const { template, part } of GENERATED) expect(templates.get(template)).toBe(part);
});

test("a keyword of the providers is certain alone, in any case, with signs and courtesies around it", () => {
  const words =
    "STOP,STOPALL,STOP ALL,UNSUBSCRIBE,CANCEL,END,QUIT,REVOKE,OPTOUT,OPT-OUT,OPT OUT,REMOVE,TD,ARRET,BAJA," +
    "DARME DE BAJA,DAR DE BAJA,PARAR,DETENER,CANCELAR,DESUSCRIBIR,SALIR,DETENER PROMOCIONES";
  for (const word of words.split(","))
    for (const message of [word, word.toLowerCase(), `¡${word}!`, `${word} por favor`, `  ${word}.  `])
      expect(classifyReply(message).intent, message).toBe("opt-out");
});

test("a picture that is not known as friendly goes to a person, alone and beside thanks", () => {
  for (const picture of "📵 🗑 🗑️ 🚮 🚯 🚷 📴 🤚 🖐 🖐🏽 ❎ ✂️ 🔴 🚱 🪦 ⚰️ 🫷 ⊗ 🇽 😂".split(" "))
    for (const message of [picture, `${picture} ${picture}`, `gracias ${picture}`])
      expect(classifyReply(message).intent, message).toBe("unclear");
  for (const message of ["👍🏽", "🙏🏽🙏🏽", "❤️", "🇸🇻", "gracias 🙏", "👩‍❤️‍👨", "precio de la camisa 👕"])
    expect(classifyReply(message).intent, message).toBe("other");
});

test.each(WRITTEN_CHANNELS)("a message may name %s", (channel) => {
  for (const message of [`no ${channel}`, `BAJA de ${channel}`])
    expect(classifyReply(message), message).toMatchObject({ intent: "opt-out", names: [channel] });
});
