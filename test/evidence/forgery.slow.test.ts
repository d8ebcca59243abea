// A forger at work on one leaf of a report after the other, in runs of every kind: verify says no to each change, or the leaf is one
// that nothing but a run log can prove, and stands below with the reason. With the log nothing can be changed at all.
// FORGE_ALL=1 tries every change in every kind of run, which takes two minutes; else each kind gets its share of them.

import { describe, expect, test } from "vitest";
import { audited, RUN_KINDS, type RunKind } from "../support/audited-runs.js";

const SHARE = process.env.FORGE_ALL === "1" ? 1 : 7;

/** Only the log can prove these of any run. */
const UNPROVEN: Readonly<Record<string, string>> = {
  "tool.version": "a report of another version can't be held to what this one does; it is named as not checked",
  "tool.libphonenumber_js": "said for people: the numbering plan is what was made of it",
  "tool.node": "leaves no trace in what a run writes",
  "run.id": "random",
  "run.finished_at": "any moment between the beginning and now would do",
  "run.labels": "said by a person, and nothing follows from it",
  "run.options.force": "whether an output stood before",
  "run.options.log": "where the log is kept",
  "run.options.report": "reports may be copied and renamed",
  "run.options.column": "a column that is found as well where nothing is said",
  "run.options.types": "the same types in another order, or one that no number of the list has",
  "run.options.channel": "a channel for which the lists say the same",
  "run.options.keep_duplicates": "no record was a duplicate of a kept one",
  "run.options.keep_foreign": "no number was foreign",
  "run.options.phone_format": "all cells look so as they are, or say so of their own",
  "run.options.header": "that it has none is found as well where nothing is said",
  "run.options.suppress_column": "there is no list that it could be of",
  "run.options.max_age": "another limit would have held as well",
  "run.options.max_unreadable": "the same",
  "run.options.max_size": "the same",
  "run.options.sheet": "a sheet that is found as well where nothing is said, or by its position",
  "run.options.header_row": "the order in which it names its lists",
  "run.options.min_entries": "the same",
  "run.options.max_shrink": "the same",
  "run.options.max_removed": "the same",
  "run.options.max_invalid": "the same",
  "run.options.normalize": "the list is in that form as it is",
  "run.options.own": "a number that no text of the run names",
  "run.options.opt_ins": "that list lifts nothing of the others",
  "run.options.as_of": "a date that the file could have as well",
  "suppressions.as_of": "the same; no limit hangs on it",
  "suppressions.as_of_from": "who may have told that date as well; no limit hangs on it",
  suppressions: "their order, where no record tells it",
  "suppressions.name": "a name that no removed record, option or warning tells",
  "inputs.path": "a stream: that it can't be checked is said",
  "suppressions.path": "a stream that has a date, for one was said: that it can't be checked is said",
  "outputs.path": "a stream: it is named as unchecked",
};
/** A report of an earlier version has none of these, and says the same by that where nothing was said: what is removed is no forgery. */
const LATER_MEMBERS = /^run\.options\.(?:allow_unproven|header_row|own|normalize)$/;
/** And these of a run whose phone list was a stream, so that it can't be repeated: nothing else tells them. */
const UNPROVEN_OF_STREAMS =
  /^(?:inputs(?!\.records)|warnings|types|suppressions\.(?:matched_\w+|hashes)|run\.options\.(?:opt_out|ignore)_column)(?:\.|$)/;
/** Nothing reads a member that is added there. */
const UNREAD = /^(?:tool|run|run\.options(?:\.canary)?)$/;
const UNREAD_OF_STREAMS = /^(?:outputs|conservation)$/;

describe("a forged report is told from a true one where a run", () => {
  for (const [i, kind] of RUN_KINDS.entries())
    test(kind.name, async () => {
      const dir = await audited(kind);
      const report = JSON.parse(dir.read("report.json").toString());
      const verify = (...more: string[]) => dir.run(["verify", "report.json", "--json", ...more]);
      expect((await verify()).code).toBe(0);
      const forged = [...changesOf(report)].filter((_, at) => at % SHARE === i % SHARE);
      expect(forged.length).toBeGreaterThan(30);
      const accepted: string[] = [];
      for (const { where, how, text } of forged) {
        dir.write("report.json", text);
        const { code, stdout } = await verify();
        if (code === 0 && isJustified(kind, where, how, stdout.toString())) continue;
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
function isJustified({ isRepeatable, main }: RunKind, where: string, how: string, stdout: string): boolean {
  const field = where.replaceAll(/\.\d+(?=\.|$)/g, "");
  if (how === "removed" && LATER_MEMBERS.test(field)) return true;
  const findings: { standing: string; code: string }[] = JSON.parse(stdout).findings;
  const named = (code: string) => findings.some((it) => it.standing === "unchecked" && it.code === code);
  if (field.endsWith(".path") && !named("stream")) return false;
  if (field === "tool.version" && !named("other-tool")) return false;
  // Where nothing is said of an output, it is stdout as well.
  if (field === "run.options.output") return main === undefined;
  if (how === "a member added" && UNREAD.test(field)) return true;
  if (!isRepeatable && how === "a member added" && UNREAD_OF_STREAMS.test(field)) return true;
  if (!isRepeatable && UNPROVEN_OF_STREAMS.test(field)) return true;
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
