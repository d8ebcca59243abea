// The classifier against fixtures/replies/messages.csv, and its figures in the output. The messages are ours; half the point is
// what they are not: a sample of anybody's real replies.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { classifyReply } from "../../src/registry/classify.js";
import { REPOSITORY } from "../support/workdir.js";

interface Labelled {
  label: string;
  scope: "channel" | "any" | "";
  language: "es" | "en";
  /** As fixtures/replies/README.md says. */
  part: "tuning" | "hard" | "held-out";
  message: string;
}

const INTENTS = ["opt-out", "opt-in", "help", "other", "unclear"];
const MESSAGES = parse<Labelled>(readFileSync(join(REPOSITORY, "fixtures/replies/messages.csv")), { columns: true });

interface Figures {
  precision: number;
  recall: number;
}

function countsOf(messages: readonly Labelled[]): Map<string, Map<string, number>> {
  const counts = new Map(INTENTS.map((label) => [label, new Map(INTENTS.map((intent) => [intent, 0]))]));
  for (const { label, message } of messages) {
    const row = counts.get(label)!;
    const { intent } = classifyReply(message);
    row.set(intent, row.get(intent)! + 1);
  }
  return counts;
}

function figuresOf(counts: ReturnType<typeof countsOf>, intent: string): Figures {
  const right = counts.get(intent)!.get(intent)!;
  const labelled = [...counts.get(intent)!.values()].reduce((sum, count) => sum + count, 0);
  const classified = INTENTS.reduce((sum, label) => sum + counts.get(label)!.get(intent)!, 0);
  return { precision: right / classified, recall: right / labelled };
}

function tableOf(title: string, counts: ReturnType<typeof countsOf>): string {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(10) : String(cell).padStart(10))).join("");
  const rows = INTENTS.map((label) => {
    const { precision, recall } = figuresOf(counts, label);
    const share = (value: number) => (Number.isNaN(value) ? "" : `${(value * 100).toFixed(1)}%`);
    return line([label, ...INTENTS.map((intent) => counts.get(label)!.get(intent)!), share(precision), share(recall)]);
  });
  return [title, line(["labelled", ...INTENTS, "precision", "recall"]), ...rows].join("\n");
}

describe("the classifier", () => {
  const partOf = (wanted: string) => countsOf(MESSAGES.filter(({ part }) => part === wanted));
  const [tuned, hard, heldOut] = [partOf("tuning"), partOf("hard"), partOf("held-out")] as const;

  test("is measured on at least 300 messages, each once", () => {
    expect(MESSAGES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(MESSAGES.map(({ message }) => message)).size).toBe(MESSAGES.length);
    console.log(`${tableOf("messages that the rules were written against", tuned)}\n`);
    console.log(`${tableOf("messages written to break the rules, which were then widened", hard)}\n`);
    console.log(tableOf("messages held out", heldOut));
  });

  test("calls no request to be left alone other, help or an opt-in, and nothing else an opt-out", () => {
    for (const counts of [tuned, hard, heldOut]) {
      for (const intent of ["other", "help", "opt-in"]) expect(counts.get("opt-out")!.get(intent)).toBe(0);
      expect(figuresOf(counts, "opt-out").precision).toBe(1);
    }
  });

  test("sends few of the requests to a person", () => {
    expect(figuresOf(tuned, "opt-out").recall).toBe(1);
    for (const counts of [hard, heldOut]) expect(figuresOf(counts, "opt-out").recall).toBeGreaterThan(0.75);
  });

  test("takes nobody in who did not ask for it", () => {
    for (const counts of [tuned, heldOut]) expect(figuresOf(counts, "opt-in").precision).toBe(1);
  });

  for (const { label, scope, language, message, part } of MESSAGES) {
    if (part !== "tuning") continue;
    test(`says ${label} of: ${message}`, () => {
      const said = classifyReply(message);
      expect(said.intent).toBe(label);
      if (label === "opt-out") expect(said.any ? "any" : "channel").toBe(scope);
      if (label === "opt-out" || label === "opt-in") expect(said.language).toBe(language);
    });
  }
});

test("what is empty or only a picture asks for nothing, and a stop sign goes to a person", () => {
  for (const message of ["", "   ", "👍", "…"]) expect(classifyReply(message).intent).toBe("other");
  expect(classifyReply("🛑").intent).toBe("unclear");
});

test("a message of any length is read in time", () => {
  const started = performance.now();
  for (const word of ["no quiero ", "stop ", "a ", "de baja no "]) classifyReply(word.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});
