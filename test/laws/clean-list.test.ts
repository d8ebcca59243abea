// A clean list is made of the phone list's own bytes, accounts for every record, and stays as it is when scrubbed again.

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { keptIn, lineFeedDialects, NATIONALS, people, phoneListOf, policies } from "../support/people.js";
import { LAW_RUNS } from "./runs.js";

const suppression = fc
  .subarray([...NATIONALS], { maxLength: 3 })
  .map((nationals) => `telefono\n${["79999998", ...nationals].join("\n")}\n`);
/** Who is in the list, how it and the suppression list are written, and what the scrub keeps. */
const SCRUBS = [people, lineFeedDialects, policies, suppression] as const;

for (const format of ["e164", "national", "digits", "original"])
  test(`a clean list in ${format} that is scrubbed again stays as it is`, async () => {
    const folder = new ScrubFolder();
    await forAllAsync(Math.ceil(LAW_RUNS / 2), ...SCRUBS, async (people, dialect, policy, bajas) => {
      const args = ["--phone-format", format, ...policy];
      const first = await folder.scrub({ lists: [phoneListOf(people, dialect).text], suppress: [bajas], args });
      expect(first.code, first.stderr).toBe(0);
      if (keptIn(first.clean).length === 0) return;
      const again = await folder.scrub({ lists: [first.clean], suppress: [bajas], args });
      expect(again.code, again.stderr + first.clean.toString()).toBe(0);
      expect(again.clean.toString(), args.join(" ")).toBe(first.clean.toString());
    });
  });

test("with the original format, each kept record is the phone list's own bytes", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(LAW_RUNS, ...SCRUBS, async (people, dialect, policy, bajas) => {
    const list = phoneListOf(people, dialect);
    const args = ["--phone-format", "original", ...policy];
    const { code, clean } = await folder.scrub({ lists: [list.text], suppress: [bajas], args });
    expect(code).toBe(0);
    const kept = keptIn(clean);
    const bytes = kept.map((at) => {
      const { before, phones, after } = list.records[at]!;
      const isLast = at === list.records.length - 1;
      return before + phones + after + (isLast && !dialect.lastLineEnd ? "" : dialect.lineEnd);
    });
    const preamble = (dialect.bom ? "\ufeff" : "") + list.header + dialect.lineEnd;
    expect(clean.toString()).toBe(preamble + bytes.join(""));
  });
});

test("in every other format only the phone cells change, to one number each or to nothing", async () => {
  const folder = new ScrubFolder();
  const shapes = {
    e164: [String.raw`\+\d{7,15}`],
    national: [String.raw`\d{3,4}-\d{4,8}`, String.raw`\+\d+`],
    digits: [String.raw`\d{10,14}`, String.raw`\+\d+`],
  };
  const formats = fc.constantFrom(...(["e164", "national", "digits"] as const));
  await forAllAsync(LAW_RUNS, ...SCRUBS, formats, async (people, dialect, policy, bajas, format) => {
    const list = phoneListOf(people, dialect);
    const args = ["--phone-format", format, ...policy];
    const { code, clean } = await folder.scrub({ lists: [list.text], suppress: [bajas], args });
    expect(code).toBe(0);
    let rest = clean.toString().slice(((dialect.bom ? "\ufeff" : "") + list.header + dialect.lineEnd).length);
    const delimiter = `\\x${dialect.delimiter.charCodeAt(0).toString(16).padStart(2, "0")}`;
    // What holds no digit stays as it is.
    const words = String.raw`"(?:[^"\p{N}]|"")*"|[^\p{N}\r\n${delimiter}]*`;
    const quotable = shapes[format].map((shape) => `"?${shape}"?`);
    const phone = `(?:${[...quotable, words].join("|")})`;
    for (const at of keptIn(clean)) {
      const { before, after } = list.records[at]!;
      expect(rest.slice(0, before.length)).toBe(before);
      const cells = new RegExp(`^${phone}${delimiter}${phone}(?=${delimiter})`, "u");
      const phones = cells.exec(rest.slice(before.length));
      expect(phones, rest).not.toBeNull();
      rest = rest.slice(before.length + phones![0].length);
      expect(rest.slice(0, after.length)).toBe(after);
      rest = rest.slice(after.length).replace(/^\r?\n/, "");
    }
    expect(rest).toBe("");
  });
});

test("every record is accounted for once: in the clean list or among the removed, and in the counts", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    fc.array(people, { minLength: 1, maxLength: 3 }),
    lineFeedDialects,
    policies,
    suppression,
    async (lists, dialect, args, bajas) => {
      const texts = lists.map((people) => phoneListOf(people, dialect).text);
      const { code, clean, removed, report } = await folder.scrub({ lists: texts, suppress: [bajas], args });
      expect(code).toBe(0);
      const read = lists.flat().length;
      expect(report?.conservation).toEqual({ read, sum: read, holds: true });
      const dispositions = report!.counts;
      expect(Object.values(dispositions).reduce((sum, count) => sum + count, 0)).toBe(read);
      const kept = keptIn(clean);
      expect(kept).toHaveLength(dispositions.clean!);
      const gone = parse(removed, {
        bom: true,
        delimiter: dialect.delimiter,
        relaxColumnCount: true,
        relaxQuotes: true,
      }) as string[][];
      const goneIds = gone.slice(1).map(([id]) => Number(id!.slice(1, -1)));
      const ids = lists.flatMap((people) => people.map((_, i) => i));
      expect([...kept, ...goneIds].sort((a, b) => a - b)).toEqual(ids.sort((a, b) => a - b));
    },
  );
});
