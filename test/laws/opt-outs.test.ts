// More opt-outs never make more clean records, however they are parted, ordered or damaged.

import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeFile, encodeRecord, names } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { keptIn, lineFeedDialects, NATIONALS, type Person, people, phoneListOf, policies } from "../support/people.js";
import { nationalNumbers, plainSpellingsOf } from "../support/spellings.js";
import { LAW_RUNS } from "./runs.js";

/** Nobody's number: a list must hold an entry to be trusted. */
const NOBODY = "79999998";
const optOuts = fc.array(fc.constantFrom(...NATIONALS).chain(plainSpellingsOf), { maxLength: 4 });

const nationalsOf = ({ telefono, celular }: Person) =>
  [...NATIONALS, "8001234", "91234567"].filter((it) => `${telefono}|${celular}`.replace(/[^\d|]/g, "").includes(it));
const listOf = (entries: readonly string[]) => `telefono\n${[NOBODY, ...entries].join("\n")}\n`;

test("adding an opt-out adds no clean record, and no number to one but another of its cell that nobody opted out", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    people,
    lineFeedDialects,
    policies,
    optOuts,
    fc.constantFrom(...NATIONALS, "+50491234567", "8001234"),
    fc.boolean(),
    async (people, dialect, args, before, added, inOwnList) => {
      const lists = [phoneListOf(people, dialect).text];
      const less = await folder.scrub({ lists, suppress: [listOf(before)], args });
      const more = await folder.scrub({
        lists,
        suppress: inOwnList ? [listOf(before), listOf([added])] : [listOf([...before, added])],
        args,
      });
      expect([less.code, more.code], less.stderr + more.stderr).toEqual([0, 0]);
      const shown = `${JSON.stringify(lists)} ${args} ${before} + ${added}`;
      const kept = keptIn(less.clean);
      // What stands beside the number elsewhere is withheld now, and decides no longer that a record is a duplicate; nor may,
      // in turn, what stands beside that.
      const shared = new Set([added.replace(/\D/g, "").slice(-8)]);
      for (const _ of people)
        for (const all of people.map(nationalsOf))
          if (all.some((it) => shared.has(it))) for (const it of all) shared.add(it);
      const isShared = (at: number) => nationalsOf(people[at]!).some((it) => shared.has(it));
      expect(
        keptIn(more.clean).filter((at) => !kept.includes(at) && !isShared(at)),
        shown,
      ).toEqual([]);
      const numbers: string[] = less.clean.toString().match(/\+\d+/g) ?? [];
      const now = more.clean.toString().match(/\+\d+/g) ?? [];
      // Where a cell's first number is now a suppressed person's, its second is kept.
      const optedOut = [...before, added].map((spelling) => spelling.replace(/\D/g, "").slice(-8));
      expect(
        now.filter((e164) => !numbers.includes(e164) && optedOut.some((digits) => e164.endsWith(digits))),
        shown,
      ).toEqual([]);
    },
  );
});

test("the order of the suppression lists is no matter", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    people,
    lineFeedDialects,
    policies,
    fc
      .array(optOuts, { minLength: 2, maxLength: 4 })
      .chain((lists) => fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length }))),
    async (people, dialect, args, [one, other]) => {
      const lists = [phoneListOf(people, dialect).text];
      const first = await folder.scrub({ lists, suppress: one.map(listOf), args });
      const second = await folder.scrub({ lists, suppress: other.map(listOf), args });
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(second.clean.equals(first.clean), `${JSON.stringify(lists)} ${one} ${other}`).toBe(true);
      expect(second.report?.counts).toEqual(first.report?.counts);
    },
  );
});

test("splitting a suppression list in two changes nothing", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    people,
    lineFeedDialects,
    policies,
    optOuts,
    fc.nat(4),
    async (people, dialect, args, all, at) => {
      const lists = [phoneListOf(people, dialect).text];
      const whole = await folder.scrub({ lists, suppress: [listOf(all)], args });
      const parts = [all.slice(0, at), all.slice(at)];
      const split = await folder.scrub({ lists, suppress: parts.map(listOf), args });
      expect([whole.code, split.code]).toEqual([0, 0]);
      expect(split.clean.equals(whole.clean), `${JSON.stringify(lists)} ${all} at ${at}`).toBe(true);
    },
  );
});

/** What a slip of an editor, a cut or a bad export does to a file: a character goes, comes or becomes another. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom("insert", "delete", "replace", "replace-kin"),
    by: fc.constantFrom('"', '"', "\n", "\r\n", ",", ";", "'", " ", '""', '","'),
  }),
  { minLength: 1, maxLength: 5 },
);

test("a damaged suppression list lets no number through that still stands in it, or is refused", async () => {
  const folder = new ScrubFolder();
  let done = 0;
  let runs = 0;
  await forAllAsync(
    LAW_RUNS * 4,
    fc.uniqueArray(nationalNumbers, { minLength: 8, maxLength: 30 }),
    fc.array(names, { minLength: 30, maxLength: 30 }),
    lineFeedDialects,
    fc.nat(3),
    damage,
    async (listed, words, dialect, position, changes) => {
      const place = (cell: string, i: number) =>
        position === 3 ? [cell] : ["baja", words[i]!].toSpliced(position, 0, cell);
      const header = position === 3 ? ["telefono"] : ["accion", "nombre"].toSpliced(position, 0, "telefono");
      let bajas = encodeFile(
        [header, ...listed.map(place)].map((cells) => encodeRecord(cells, dialect)),
        dialect,
      );
      for (const { at, how, by } of changes) {
        const kin = [...bajas.matchAll(/["\n,;|\t]/g)].map(({ index }) => index);
        const i =
          how === "replace-kin" && kin.length > 0
            ? kin[Math.floor(at * (kin.length - 1))]!
            : Math.floor(at * bajas.length);
        const cut = how === "insert" ? 0 : 1;
        bajas = bajas.slice(0, i) + (how === "delete" ? "" : by) + bajas.slice(i + cut);
      }
      const standing: string[] = bajas.match(/(?<!\d)\d{8}(?!\d)/g) ?? [];
      const { code, clean, stderr } = await folder.scrub({
        lists: [`telefono\n${[...listed, "22334455"].join("\n")}\n`],
        suppress: [bajas],
      });
      expect([0, 4]).toContain(code);
      runs++;
      if (code === 0) done++;
      const reached = standing.filter((national) => clean.includes(`+503${national}`));
      expect(reached, `${JSON.stringify(bajas)} ${stderr}`).toEqual([]);
    },
  );
  expect(done / runs).toBeGreaterThan(0.2);
});
