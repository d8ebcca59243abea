// The lists of a run in a forger's hands, in runs of every kind: bytes that were changed are seen, and somebody who opted out is found
// in the list whatever the spelling, though the forger has made every digest, size and count of the report fit.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { audited, RUN_KINDS } from "../support/audited-runs.js";
import { type Dialect, encodeRecord } from "../support/csv-files.js";
import { draws, forAllAsync } from "../support/draws.js";
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
      const report = dir.json("report.json");
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
  const report = dir.json("report.json");
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
  // A flagged list is no clean list.
  const isNone = (args: readonly string[]) => args.includes("--no-suppression") || args.includes("--flag");
  const kinds = RUN_KINDS.filter(({ main, args }) => isText(main) && !isNone(args));
  for (const kind of kinds)
    test(kind.name, async () => {
      const dir = await audited(kind);
      const [whole, report] = [dir.read(kind.main!), dir.read("report.json")];
      const { text, write } = readText(dir, kind.main!);
      const dialect = dialectOf(text);
      // A sheet's header may end with columns without a name.
      const [unnamed] = /[,;]*(?=\r?\n)/.exec(text)!;
      await forAllAsync(draws(12), spellingsOf("70134567"), fc.boolean(), async (cell, ofAnotherVersion) => {
        write(text + encodeRecord(["Luis", cell], dialect) + unnamed + dialect.lineEnd);
        forge(dir, (forged) => {
          countAsClean(forged);
          if (ofAnotherVersion) forged.tool.version = "9.9.9";
        });
        const { code, codes } = await verify(dir);
        expect({ code, found: codes.includes("suppressed-in-it") }).toEqual({ code: 1, found: true });
        dir.write(kind.main!, whole);
        dir.write("report.json", report);
      });
    });
});

function dialectOf(text: string): Dialect {
  const delimiter = text.includes(";") ? ";" : ",";
  return { delimiter, lineEnd: text.includes("\r\n") ? "\r\n" : "\n", bom: false, quoteAll: false, lastLineEnd: true };
}

const PIPED = RUN_KINDS.find(({ name }) => name === "is piped in")!;

describe("where the phone list was a stream, its clean list must stay what it is, so that it is seen that", () => {
  for (const [what, edit, fit] of [
    ["a clean cell is not as the run wrote it", (text) => text.replace("+50370123456", "7012-3456"), () => undefined],
    ["a clean record was doubled", (text) => `${text}${text.split("\n")[1]}\n`, countAsClean],
  ] as [string, (text: string) => string, (report: AnyReport) => void][])
    test(what, async () => {
      const dir = await audited(PIPED);
      const { text, write } = readText(dir, "clean.csv");
      expect(edit(text)).not.toBe(text);
      write(edit(text));
      forge(dir, fit);
      const { code, codes } = await verify(dir);
      expect(code).toBe(1);
      expect(codes).toContain("differs-again");
    });
});
