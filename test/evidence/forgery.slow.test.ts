// A forger at work on one leaf of a report after the other, in runs of every kind: verify says no to each change, or the leaf is one
// that nothing but a run log can prove, and stands below with the reason. With the log nothing can be changed at all.
// FORGE_ALL=1 tries every change in every kind of run, which takes two minutes; else each kind gets its share of them.

import { describe, expect, test } from "vitest";
import { audited, RUN_KINDS } from "../support/audited-runs.js";

const SHARE = process.env.FORGE_ALL === "1" ? 1 : 7;

/** Only the log can prove these of any run. */
const UNPROVEN: Readonly<Record<string, string>> = {
  "tool.version": "a report of another version can't be held to what this one does; it is named as not checked",
  "tool.libphonenumber_js": "said for people: the numbering plan is what was made of it",
  "tool.node": "leaves no trace in what a run writes",
  "run.id": "random",
  "run.finished_at": "any moment between the beginning and now would do",
  "run.labels": "said by a person, and nothing follows from it",
  "run.options": "one that changes nothing of what comes out: what does is seen there",
  "suppressions.as_of": "the same; no limit hangs on it",
  "suppressions.as_of_from": "who may have told that date as well; no limit hangs on it",
  suppressions: "their order, where no record tells it",
  "suppressions.name": "a name that no removed record, option or warning tells",
  "inputs.path": "a stream: that it can't be checked is said",
  "suppressions.path": "a stream that has a date, for one was said: that it can't be checked is said",
  "outputs.path": "a stream: it is named as unchecked",
};
/** Nothing reads a member that is added there. */
const UNREAD = /^(?:tool|run)$/;

describe("verify finds each forged member of the report of a run that", () => {
  // Of one that can't be done again nothing but its files and who is in its clean list can be held to it.
  for (const [i, kind] of RUN_KINDS.filter(({ isRepeatable }) => isRepeatable).entries())
    test(kind.name, async () => {
      const dir = await audited(kind);
      const report = dir.json("report.json");
      const verify = (...more: string[]) => dir.run(["verify", "report.json", "--json", ...more]);
      expect((await verify()).code).toBe(0);
      const forged = [...changesOf(report)].filter((_, at) => at % SHARE === i % SHARE);
      expect(forged.length).toBeGreaterThan(30);
      const accepted: string[] = [];
      for (const { where, how, text } of forged) {
        dir.write("report.json", text);
        const { code, stdout } = await verify();
        if (code === 0 && isJustified(where, how, stdout.toString())) continue;
        if (code !== 1) accepted.push(`${where}: ${how} (exit ${code})`);
      }
      expect(accepted).toEqual([]);
      for (const { where, text } of forged.filter((_, at) => at % 9 === 0)) {
        dir.write("report.json", text);
        expect((await verify("--log", "runs.jsonl")).code, where).toBe(1);
      }
    }, 240_000);
});

/** A path turned into a stream's, and another version, must at least be named as what could not be checked. */
function isJustified(where: string, how: string, stdout: string): boolean {
  const field = where.replaceAll(/\.\d+(?=\.|$)/g, "");
  const findings: { standing: string; code: string }[] = JSON.parse(stdout).findings;
  const named = (code: string) => findings.some((it) => it.standing === "unchecked" && it.code === code);
  if (field.endsWith(".path") && !named("stream")) return false;
  if (field === "tool.version" && !named("other-tool")) return false;
  if (how === "a member added" && UNREAD.test(field)) return true;
  return Object.keys(UNPROVEN).some(
    (name) => field === name || (/^run\.(labels|options)/.test(name) && field.startsWith(`${name}.`)),
  );
}

interface Change {
  where: string;
  how: string;
  text: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a report that is edited at will.
type Tree = any;

/** Every leaf changed, every member removed, every list cut, doubled and turned round, one at a time. */
function* changesOf(report: Tree): Generator<Change> {
  const within = function* (tree: Tree, where: string): Generator<Change> {
    for (const name of Object.keys(tree)) {
      const at = where === "" ? name : `${where}.${name}`;
      const value = tree[name];
      const change = (how: string, other: unknown): Change => {
        tree[name] = other;
        const text = `${JSON.stringify(report, null, 2)}\n`;
        tree[name] = value;
        return { where: at, how, text };
      };
      if (!Array.isArray(tree)) yield change("removed", undefined);
      for (const [how, other] of othersOf(value, at)) yield change(how, other);
      if (typeof value === "object" && value !== null) yield* within(value, at);
    }
  };
  yield* within(report, "");
}

function othersOf(value: Tree, where: string): [string, unknown][] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [["an item added", ["x"]]];
    const turned = [...value].reverse();
    const changes: [string, unknown][] = [
      ["first item removed", value.slice(1)],
      ["last item removed", value.slice(0, -1)],
      ["first item doubled", [value[0], ...value]],
    ];
    return JSON.stringify(turned) === JSON.stringify(value) ? changes : [...changes, ["turned round", turned]];
  }
  if (typeof value === "object" && value !== null) return [["a member added", { ...value, other: 1 }]];
  const others = leavesFor(value, where).filter((other) => other !== value);
  return others.map((other) => [`now ${JSON.stringify(other)}`, other]);
}

const CHOICES = [
  [",", ";", "none"],
  ["lf", "crlf"],
  ["utf-8", "windows-1252", "utf-16le"],
  ["plain", "registry", "hashed"],
  ["clean", "removed", "flagged"],
  ["any", "sms", "call"],
  ["mobile", "fixed", "toll_free"],
  ["e164", "national", "digits", "original"],
  ["proven", "unproven"],
  ["-06:00", "Nowhere/City"],
];

function leavesFor(value: unknown, where: string): unknown[] {
  if (typeof value === "number") return [value + 1, value - 1];
  if (typeof value === "boolean") return [!value];
  if (value === null) return where.endsWith("compression") ? ["gzip"] : ["x", "2026-01-01T00:00:00.000Z"];
  const text = String(value);
  if (/^[0-9a-f]{16,}$/.test(text)) return [text.replace(/^./, text.startsWith("0") ? "1" : "0")];
  if (/^\d{4}-.*Z$/.test(text))
    return [86_400_000, -86_400_000, 1, -1].map((ms) => new Date(new Date(text).getTime() + ms).toISOString());
  if (/^\d+\.\d+\.\d+$/.test(text)) return [text.replace(/\d+$/, (last) => String(Number(last) + 1))];
  const choices = CHOICES.find((it) => it.includes(text)) ?? [];
  return [...choices.filter((it) => it !== text), `${text}x`, "", "-"];
}
