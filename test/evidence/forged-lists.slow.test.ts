// The lists of a run in a forger's hands, in runs of every kind: bytes that were changed are seen, and somebody who opted out is found
// in the list whatever the spelling, though the forger has made every digest, size and count of the report fit.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audited, RUN_KINDS, type RunKind } from "../support/audited-runs.js";
import { type Dialect, encodeRecord } from "../support/csv-files.js";
import { draws } from "../support/draws.js";
import { spellingsOf } from "../support/spellings.js";
import type { Workdir } from "../support/workdir.js";

async function verify(dir: Workdir, ...more: string[]) {
  const { code, stdout, stderr } = await dir.run(["verify", "report.json", "--json", ...more]);
  const findings: { standing: string; subject: string; code: string }[] =
    code !== 0 && code !== 1 ? [] : JSON.parse(stdout.toString()).findings;
  return { code, codes: findings.filter((it) => it.standing === "mismatch").map((it) => it.code), stderr };
}

/** What may befall a file of lines. A line's end is the last byte that it is told by. */
const ACCIDENTS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  "its last byte cut off": (bytes) => bytes.subarray(0, -1),
  "its second half cut off": (bytes) => bytes.subarray(0, bytes.length >> 1),
  "nothing left in it": () => Buffer.alloc(0),
  "a bit of its first byte flipped": (bytes) => flipped(bytes, 0),
  "a bit in its middle flipped": (bytes) => flipped(bytes, bytes.length >> 1),
  "a bit of its last byte flipped": (bytes) => flipped(bytes, bytes.length - 1),
  "a line doubled": (bytes) => edited(bytes, (lines) => [...lines, lines.at(-1)!]),
  "two lines swapped": (bytes) => edited(bytes, (lines) => [...lines.slice(0, -2), lines.at(-1)!, lines.at(-2)!]),
  "its lines turned round": (bytes) => edited(bytes, (lines) => lines.reverse()),
  "its first line taken out": (bytes) => edited(bytes, (lines) => lines.slice(1)),
  "other line ends": (bytes) => Buffer.from(bytes.toString("latin1").replaceAll(/\r?\n/g, "\r\r\n"), "latin1"),
  "a byte at its end": (bytes) => Buffer.concat([bytes, Buffer.from("\n")]),
};

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at]! ^= 0x10;
  return copy;
}

function edited(bytes: Buffer, edit: (lines: string[]) => string[]): Buffer {
  const lines = bytes.toString("latin1").split(/(?<=\n)/);
  return Buffer.from(edit(lines).join(""), "latin1");
}

describe("what befalls a file is seen in a run that", () => {
  for (const [i, kind] of RUN_KINDS.entries())
    test(kind.name, async () => {
      const dir = await audited(kind);
      const report = JSON.parse(dir.read("report.json").toString());
      const named: { path: string; kind?: string }[] = [...report.inputs, ...report.suppressions, ...report.outputs];
      for (const { path, kind: listKind } of named.filter((it) => it.path !== "-")) {
        const whole = dir.read(path);
        // Half of them in every other kind of run.
        for (const [what, befall] of Object.entries(ACCIDENTS).filter((_, at) => at % 2 === i % 2)) {
          const after = befall(whole);
          // A registry may grow, and a line of one that is turned round may be the same line.
          const isGrown = listKind === "registry" && after.subarray(0, whole.length).equals(whole);
          if (after.equals(whole) || isGrown) continue;
          dir.write(path, after);
          expect((await verify(dir)).code, `${path}: ${what}`).toBe(1);
        }
        dir.write(path, whole);
      }
      expect((await verify(dir)).code).toBe(0);
    });
});

/** A list that a run wrote, as text, and back. */
function readText(dir: Workdir, name: string): { text: string; write: (text: string) => void } {
  const isPacked = name.endsWith(".gz");
  const bytes = isPacked ? gunzipSync(dir.read(name)) : dir.read(name);
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return {
    text: bytes.toString(isWide ? "utf16le" : "utf8"),
    write: (text) => {
      const encoded = Buffer.from(text, isWide ? "utf16le" : "utf8");
      dir.write(name, isPacked ? gzipSync(encoded) : encoded);
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a report that is edited at will.
type AnyReport = any;

/** Every digest and size of the outputs made to fit, after whatever else is edited. */
function forge(dir: Workdir, edit: (report: AnyReport) => void): void {
  const report = JSON.parse(dir.read("report.json").toString());
  edit(report);
  for (const output of report.outputs)
    if (existsSync(dir.at(output.path))) {
      const bytes = dir.read(output.path);
      output.bytes = bytes.length;
      output.sha256 = createHash("sha256").update(bytes).digest("hex");
    }
  dir.write("report.json", `${JSON.stringify(report, null, 2)}\n`);
}

/** One more clean record and one fewer suppressed one. */
function countAsClean(report: AnyReport): void {
  report.counts.clean++;
  report.counts.suppressed--;
  report.reasons["opted-out"]--;
  if (report.reasons["opted-out"] === 0) delete report.reasons["opted-out"];
  report.types.mobile++;
  for (const output of report.outputs) if (output.role === "clean") output.records++;
}

describe("somebody who opted out is found, whatever the spelling and however well the report was forged, where a run", () => {
  // Into a workbook no line of text can be written.
  const isText = (main: string | undefined) => main !== undefined && !main.endsWith(".xlsx");
  const kinds = RUN_KINDS.filter(({ main, args }) => isText(main) && !args.includes("--no-suppression"));
  for (const kind of kinds)
    test(kind.name, async () => {
      const dir = await audited(kind);
      const [whole, report] = [dir.read(kind.main!), dir.read("report.json")];
      const { text, write } = readText(dir, kind.main!);
      const dialect = dialectOf(text);
      await fc.assert(
        fc.asyncProperty(spellingsOf("70134567"), fc.boolean(), async (cell, ofAnotherVersion) => {
          const flags = kind.args.includes("--flag") ? ["clean", "", "", "50370123456"] : [];
          write(text + encodeRecord(["Luis", cell, ...flags], dialect) + dialect.lineEnd);
          forge(dir, (forged) => {
            countAsClean(forged);
            for (const output of forged.outputs) if (output.role === "flagged") output.records++;
            if (ofAnotherVersion) forged.tool.version = "9.9.9";
          });
          const { code, codes } = await verify(dir);
          expect({ code, found: codes.includes("suppressed-in-it") }).toEqual({ code: 1, found: true });
          dir.write(kind.main!, whole);
          dir.write("report.json", report);
        }),
        { numRuns: draws(12) },
      );
    });
});

function dialectOf(text: string): Dialect {
  const delimiter = text.includes(";") ? ";" : ",";
  return { delimiter, lineEnd: text.includes("\r\n") ? "\r\n" : "\n", bom: false, quoteAll: false, lastLineEnd: true };
}

const PIPED = RUN_KINDS.find(({ name }) => name === "is piped in")!;
const PIPED_AND_FLAGGED = RUN_KINDS.find(({ name }) => name === "is piped in and flagged")!;

/** The lists that a piped run wrote, in a forger's hands: nothing is left of the phone list to compare them with. */
async function afterForging(kind: RunKind, name: string, edit: (text: string) => string, fit: (it: AnyReport) => void) {
  const dir = await audited(kind);
  const { text, write } = readText(dir, name);
  expect(edit(text)).not.toBe(text);
  write(edit(text));
  forge(dir, fit);
  return await verify(dir);
}

describe("where the phone list was a stream, it is seen that", () => {
  test("somebody who opted out passes for the header", async () => {
    const unnamed = { ...PIPED, stdin: PIPED.stdin!.replace("nombre,telefono\n", "") };
    const { code, codes } = await afterForging(
      unnamed,
      "clean.csv",
      (text) => `Luis,7013-4567\n${text}`,
      (report) => {
        report.inputs[0].header = true;
        report.inputs[0].phone_columns[0].name = undefined;
      },
    );
    expect({ code, codes }).toMatchObject({ code: 1, codes: expect.arrayContaining(["suppressed-in-header"]) });
  });

  test("a clean cell is not as the run wrote it", async () => {
    const edit = (text: string) => text.replace("+50370123456", "7012-3456");
    const { code, codes } = await afterForging(PIPED, "clean.csv", edit, () => undefined);
    expect({ code, codes }).toEqual({ code: 1, codes: ["unfit-in-it"] });
  });

  test("a clean record was doubled", async () => {
    const edit = (text: string) => `${text}${text.split("\n")[1]}\n`;
    const { code, codes } = await afterForging(PIPED, "clean.csv", edit, countAsClean);
    expect(code).toBe(1);
    expect(codes).toContain("unfit-in-it");
  });

  for (const [what, from, to] of [
    ["another list", "dnc.csv:1", "registro:1"],
    ["another record", "dnc.csv:1", "dnc.csv:2"],
    ["another date", "2026-02-01", "2026-02-02"],
    ["another reason", "invalid,not-a-number", "invalid,empty"],
    ["no opt-out", "suppressed,opted-out,registro:1,2026-01-05", "invalid,empty,,"],
  ])
    test(`a removed record names ${what}`, async () => {
      const { code, codes } = await afterForging(
        PIPED,
        "gone.csv",
        (text) => text.replace(from!, to!),
        (report) => {
          if (what === "another reason") report.reasons = { ...report.reasons, empty: 1, "not-a-number": undefined };
          if (what !== "no opt-out") return;
          report.counts.suppressed--;
          report.counts.invalid++;
          report.reasons["opted-out"]--;
          report.reasons.empty = 1;
          report.suppressions[1].matched_records = 0;
          report.suppressions[1].matched_only_here = 0;
        },
      );
      expect(code).toBe(1);
      expect(codes).toContain("judged-otherwise");
    });

  for (const [what, from, to] of [
    ["another number to contact", "+50370123456", "+50370123457"],
    ["another reason", "duplicate,duplicate", "invalid,empty"],
    ["nobody's opt-out", "registro:1", "dnc.csv:1"],
  ])
    test(`a flagged record names ${what}`, async () => {
      const { code, codes } = await afterForging(
        PIPED_AND_FLAGGED,
        "flagged.csv",
        (text) => text.replace(from!, to!),
        (report) => {
          if (what !== "another reason") return;
          report.counts.duplicate--;
          report.counts.invalid++;
          report.reasons = { ...report.reasons, empty: 1, duplicate: undefined };
        },
      );
      expect(code).toBe(1);
      expect(codes).toContain("judged-otherwise");
    });
});
