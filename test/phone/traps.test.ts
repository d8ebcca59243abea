// The traps that phone libraries fall into and the shapes of public Salvadoran files, in whole runs and both roles.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

/** What the cell is in a phone list, and whom it bars as an entry of a suppression list. */
const TRAPS: [raw: string, out: string, bars: string[]][] = [
  ["70001234.0", "+50370001234", ["7000-1234"]],
  ["7222222.0", "legacy-7-digit", ["7722-2222"]],
  ["2223333.0", "legacy-7-digit", ["2222-3333"]],
  ["222-3333", "legacy-7-digit", ["2222-3333"]],
  ["6123456-7", "looks-like-id", ["6123-4567"]],
  ["2345678-9", "looks-like-id", ["2345-6789"]],
  ["01234567-8", "looks-like-id", []],
  ["5.0370001234E+10", "+50370001234", ["7000-1234"]],
  ["5.037E+10", "spreadsheet-damage", []],
  ["(503) 800-1234", "not-in-plan", ["800-1234"]],
  ["(503) 228-4651", "legacy-7-digit", ["2228-4651"]],
  ["50312345", "+50350312345", ["5031-2345"]],
  ["22222222", "placeholder", ["2222-2222/2222-2223"]],
  ["77777777", "placeholder", ["7777-7777 y 7777-7778"]],
  ["2222-2222/2222-2223", "+50322222222", ["2222-2223"]],
  ["22222222 70001234", "+50370001234", ["7000-1234", "2222-2222/2222-2223"]],
  ["PBX: (503) 2522-5000; 2522-5001", "+50325225000", ["2522-5000", "2522-5001"]],
  ["2222-2220 y 23", "+50322222220", ["2222-2220", "2222-2223"]],
  ["2222-2220 al 25", "+50322222220", ["2222-2220", "2222-2221", "2222-2223", "2222-2225"]],
  ["2231-9200 ext. 123", "+50322319200", ["2231-9200"]],
  ["2231-9200 x123", "+50322319200", ["2231-9200"]],
  ["2231-9200 int. 12", "+50322319200", ["2231-9200"]],
  ["2231-9200 anexo 12", "+50322319200", ["2231-9200"]],
  ["011 503 7000 1234", "+50370001234", ["7000-1234"]],
  ["503 503 7000 1234", "+50370001234", ["7000-1234"]],
  ["+503 (0) 7000 1234", "+50370001234", ["7000-1234"]],
  ["7OOO1234", "not-a-number", ["7000-1234"]],
  ["2201-2424 / Fax: 2201-2409", "+50322012424", ["2201-2424", "2201-2409"]],
  ["913 / 2527-7300", "+50325277300", ["2527-7300"]],
  ["25100199", "+50325100199", ["2510-0199"]],
  ["(503) 22131584", "+50322131584", ["2213-1584"]],
  ["(503) 2212 - 1799", "+50322121799", ["2212-1799"]],
  ["+(503) 2511- 2016", "+50325112016", ["2511-2016"]],
  ["PBX: (503) 2521-8600 Telefax: (503) 2270-0247", "+50325218600", ["2521-8600", "2270-0247"]],
  ["(503) 2284-4687 y 2284-2017", "+50322844687", ["2284-4687", "2284-2017"]],
  ["(503) 2264-3451 , (503) 2264-9961, Fax: 2264-9962", "+50322643451", ["2264-3451", "2264-9961", "2264-9962"]],
  ["(503) 2264-9551 | 2263-3363", "+50322649551", ["2264-9551", "2263-3363"]],
  ["(503) 2222-1111 ° Fax: 2222-1112", "+50322221111", ["2222-1111", "2222-1112"]],
  ["(+503) 2233-5564", "+50322335564", ["2233-5564"]],
  ["+503-2515-1234", "+50325151234", ["2515-1234"]],
  ["+503-99-99-9999", "placeholder", []],
  ["*555 o 22074555", "+50322074555", ["2207-4555"]],
  ["(503) 26548-8965", "too-long", ["5032-6548"]],
];
/** Whom a library would bar instead, and who is nobody's. */
const BYSTANDERS = ["7222-2220", "2223-3330", "7890-1234"];
const TYPES = ["--types", "mobile,fixed,toll_free"];

const quoted = (raw: string) => `"${raw.replaceAll('"', '""')}"`;
const listOf = (cells: readonly string[]) =>
  ["id,telefono", ...cells.map((raw, i) => `${i},${quoted(raw)}`), ""].join("\n");

test("as cells of a phone list", async () => {
  const args = ["--no-suppression", "--keep-duplicates", ...TYPES];
  const list = listOf(TRAPS.map(([raw]) => raw));
  const { clean, removed, code, stderr } = await new ScrubFolder().scrub({ lists: [list], suppress: [], args });
  expect(code, stderr).toBe(0);
  const out = new Map<string, string>();
  for (const [, id, cell] of clean.toString().matchAll(/^(\d+),"(.*)"$/gm)) out.set(id!, cell!);
  for (const [, id, reason] of removed.toString().matchAll(/^(\d+),.*,invalid,([\w-]+),,,\d+$/gm))
    out.set(id!, reason!);
  expect(TRAPS.map(([raw], i) => `${raw} → ${out.get(String(i))}`)).toEqual(TRAPS.map(([raw, to]) => `${raw} → ${to}`));
});

describe("as entries of a suppression list", () => {
  test.each(TRAPS)("%j, in a phone list %s, bars %j", async (raw, _, bars) => {
    const list = listOf([...bars, ...BYSTANDERS]);
    const suppress = [`telefono\n6000-0001\n${quoted(raw)}\n`];
    const { clean, removed, code, stderr } = await new ScrubFolder().scrub({ lists: [list], suppress, args: TYPES });
    expect(code, stderr).toBe(0);
    const left = [...clean.toString().matchAll(/^(\d+),/gm)].map((found) => Number(found[1]));
    expect(left).toEqual(BYSTANDERS.map((_, i) => bars.length + i));
    expect(removed.toString().match(/,suppressed,opted-out,/g) ?? []).toHaveLength(bars.length);
  });
});
