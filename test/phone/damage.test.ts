// What Excel, WhatsApp, web pages and copying do to a cell, in whole runs and both roles: in a phone list it comes out
// as the number that it certainly means, or is removed for a reason; in a suppression list it suppresses whatever it means.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

/** The number in every cell below, and one that stands beside it in some. */
const NUMBER = "7000-1234";
const FIXED = "2222-3333";

/** Certain: the number comes out as +50370001234. */
const REPAIRED: Record<string, readonly string[]> = {
  "spaces and marks that nobody sees": [
    "\u00a07000-1234\u00a0",
    "\u200e7000-1234\u200f",
    "\u202a+503 7000-1234\u202c",
    "\u2068+503 7000 1234\u2069",
    "7000\u200b1234",
    "7000\u20601234",
    "7000\u00ad1234",
    "7000\u202f1234",
    "\ufeff70001234",
    "7000\t1234",
  ],
  "Excel's text, formulas and floats": [
    '="70001234"',
    '="+50370001234"',
    "=70001234",
    "=+50370001234",
    "'70001234",
    "'+50370001234",
    "’70001234",
    "70001234.0",
    "70001234,0",
    "70001234.00",
    "50370001234.0",
    "+50370001234.0",
    '=T("70001234")',
    '=HYPERLINK("tel:70001234","70001234")',
  ],
  "scientific notation that is whole": [
    "7.0001234E+7",
    "7,0001234E+07",
    "7.0001234e7",
    "5.0370001234E+10",
    "5,0370001234E+10",
  ],
  "formats of amounts": ["$70001234", "70001234 USD", "-70001234", "(70001234)", "70001234%", "50.370.001.234"],
  "dashes and digits of other alphabets": [
    "+503 7000\u20111234",
    "7000\u20131234",
    "7000\u22121234",
    "７０００１２３４",
    "７０００－１２３４",
    "٧٠٠٠١٢٣٤",
    "7️⃣0️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣",
  ],
  "what WhatsApp and phones write": [
    "📞7000-1234",
    "📱 +503 7000 1234",
    "☎️ 7000-1234",
    "😀 7000-1234",
    "🇸🇻 +50370001234",
    "wa.me/50370001234",
    "https://wa.me/50370001234?text=Hola",
    "https://api.whatsapp.com/send?phone=50370001234",
    "https://api.whatsapp.com/send?phone=%2B50370001234&text=hola",
    "whatsapp://send?phone=+50370001234",
    "50370001234@s.whatsapp.net",
    "50370001234@c.us",
    "tel:+50370001234;ext=12",
    "callto:+50370001234",
    "sms:+50370001234?body=Hola",
    "TEL;TYPE=CELL:+50370001234",
    'TEL;TYPE="cell,voice";VALUE=uri:tel:+503-7000-1234',
    "item1.TEL;waid=50370001234:+503 7000 1234",
    "p:+50370001234",
  ],
  "labels, names and remarks": [
    "Tel:7000-1234",
    "Tel. 7000-1234",
    "CEL70001234",
    "M: 7000-1234",
    "7000-1234 (mamá)",
    "7000 1234 - Juan",
    "mamá: 7000-1234",
    "7000-1234, Juan",
    "7000-1234 no contesta",

    "Nº70001234",
    "70001234 tigo",
  ],
  "small numbers and times beside the number": [
    "7000-1234 12:30",
    "7000-1234 (2)",
    "1) 7000-1234",
    "7000-1234 2pm",
    "+503 7000-1234 25 años",
    "Casa 7 7000-1234",
    "1) +503 7000-1234",
  ],
  "punctuation too many": [
    "7000-1234;",
    "7000-1234,",
    "7000-1234.",
    "7000-1234/",
    "7000--1234",
    "“7000-1234”",
    "<70001234>",
    "[70001234]",
    "¿7000-1234?",
    '["70001234"]',
  ],
  "country codes in all forms": [
    "503-70001234",
    "503/70001234",
    "503/7000/1234",
    "(+503) 7000 1234",
    "+(503) 7000-1234",
    "+ 503 7000 1234",
    "++503 7000 1234",
    "+503+70001234",
    "+00503 7000 1234",
    "00503 70001234",
    "011 503 7000 1234",
    "503 503 7000 1234",
    "+503 (0) 7000 1234",
    "[503]70001234",
  ],
  "web pages and wrong decoders": [
    "7000&nbsp;1234",
    "7000&#45;1234",
    "7000â€“1234",
    "7000Â\u00a01234",
    "<tel>70001234</tel>",
    "70001234<br/>",
    "50370001234%0A",
    "tel:+503%207000-1234",
  ],
  "underscores, stars and braces": ["7000_1234", "7000*1234", "{503}70001234", "503+70001234", "7000\\1234"],
};

/** Two numbers run together: certain in no phone list, and both of them opted out. */
const GLUED = ["7000-12342222-3333", "7000 12342222 3333", "7000123422223333", "7000-12342222-33337012-3456"];

/** Certain, with the fixed line beside it: both suppress, and the first is kept. */
const PAIRS = [
  "7000-1234\n2222-3333",
  "7000-1234\r\n2222-3333",
  "7000-1234 / Fax: 2222-3333",
  "(503) 7000-1234 y 2222-3333",
  "7000-1234 ó 2222-3333",
  "7000-1234--2222-3333",
  "7000-1234 ° Fax: 2222-3333",
  "7000-1234; 2222-3333",
  "7000-1234 | 2222-3333",
  "PBX: (503) 7000-1234; 2222-3333",
  "70001234<br>22223333",
  "M: 7000-1234 H: 2222-3333",
  "7000-1234 ext 101, 2222-3333",
];

/** Never clean, and looked up as 7000-1234. */
const DOUBTFUL: [raw: string, reason: string][] = [
  ["70,001,234", "too-short"],
  ["70.001.234", "not-a-number"],
  ["70.001.234,00", "not-a-number"],
  ["70,001,234.00", "not-a-number"],
  ["7000123400%", "not-a-number"],
  ["070001234", "looks-like-id"],
  ["0070001234", "too-long"],
  ["00070001234", "too-long"],
  ["0503 7000 1234", "too-long"],
  ["+70001234", "not-in-plan"],
  ["7OOO1234", "not-a-number"],
  ["7000-l234", "not-a-number"],
  ["7000,1234", "too-short"],
  ["7000\n1234", "too-short"],
  ["70001234.5", "too-long"],
  ["70001234.0000", "too-long"],
  ["70001233.99999999", "not-a-number"],
  ["50370001233.9999998", "not-a-number"],
  ["0050370001233.99999999", "not-a-number"],
  ["70001233,99999999", "placeholder"],
  ["50370001233,9999998", "not-a-number"],
  ["+50370001233,9999", "not-a-number"],
  ["0050370001233,99999999", "placeholder"],
  ["Tel. 70001233,99999999", "placeholder"],
  ["7000-1234-2222-3333", "too-long"],
  ["7000123422223333", "too-long"],
  ["70001234@gmail.com", "not-a-number"],
  ["mailto:70001234@example.com", "not-a-number"],
  ["https://facebook.com/70001234", "not-a-number"],
  ["DUI 70001234", "looks-like-id"],
  ["7000123-4", "looks-like-id"],
  ["70001234-5", "looks-like-id"],
  ["70001234a", "not-a-number"],
  ['="7000"&"1234"', "too-short"],
  ["%2B503%207000%201234", "not-a-number"],
  ["+503%2070001234", "not-a-number"],
  ["7000=2D1234", "not-a-number"],
  ["+503=20=37=30=30=30=2D1234", "not-a-number"],
];

/** Nothing can be made of these: removed for the reason, and in a suppression list an unreadable entry. */
const LOST: [raw: string, reason: string][] = [
  ["5.03700E+11", "spreadsheet-damage"],
  ["5.037E+10", "spreadsheet-damage"],
  ["5,037E+10", "spreadsheet-damage"],
  ["7.00012E+07", "spreadsheet-damage"],
  ["7E+07", "spreadsheet-damage"],
  ["###", "spreadsheet-damage"],
  ["########", "spreadsheet-damage"],
  ["#REF!", "spreadsheet-damage"],
  ["#VALUE!", "spreadsheet-damage"],
  ["#¡VALOR!", "spreadsheet-damage"],
  ["#N/A", "spreadsheet-damage"],
  ["#N/D", "spreadsheet-damage"],
  ["#NAME?", "spreadsheet-damage"],
  ["#¿NOMBRE?", "spreadsheet-damage"],
  ["#DIV/0!", "spreadsheet-damage"],
  ["#¡NUM!", "spreadsheet-damage"],
  ["12/03/7000", "too-short"],
  ["01/01/1970", "not-a-number"],
  ["503-", "too-short"],
  ["+503", "too-short"],
  ["01234567-8", "looks-like-id"],
  ["no tiene", "not-a-number"],
  ["*555", "too-short"],
];

const repaired = Object.entries(REPAIRED).flatMap(([what, cells]) => cells.map((raw) => [what, raw] as const));

describe("in a phone list", () => {
  /** Each cell in a record of its own, by its place. */
  async function scrubCells(cells: readonly string[]) {
    const list = ["id,telefono", ...cells.map((raw, i) => `${i},${quoted(raw)}`)].join("\n");
    const args = ["--no-suppression", "--keep-duplicates"];
    const { code, clean, removed, stderr } = await new ScrubFolder().scrub({ lists: [list], suppress: [], args });
    expect(code, stderr).toBe(0);
    const kept = new Map(
      clean
        .toString()
        .split("\n")
        .slice(1)
        .map((line) => line.split(",") as [string, string]),
    );
    const reasons = new Map(
      [...removed.toString().matchAll(/^(\d+),.*?,invalid,([\w-]+),,,\d+$/gms)].map((found) => [found[1]!, found[2]!]),
    );
    return cells.map((_, i) => kept.get(String(i))?.replace(/^"(.*)"$/, "$1") ?? reasons.get(String(i)) ?? "lost");
  }
  const table = (cells: readonly string[], out: readonly string[]) => cells.map((raw, i) => `${raw} → ${out[i]}`);

  test("what is certain is repaired", async () => {
    const cells = [...repaired.map(([, raw]) => raw), ...PAIRS];
    expect(table(cells, await scrubCells(cells))).toEqual(
      table(
        cells,
        cells.map(() => "+50370001234"),
      ),
    );
  });

  test("what is not is removed, and the reason says why", async () => {
    const rows = [...DOUBTFUL, ...LOST];
    const cells = rows.map(([raw]) => raw);
    expect(table(cells, await scrubCells(cells))).toEqual(
      table(
        cells,
        rows.map(([, reason]) => reason),
      ),
    );
  });
});

describe("in a suppression list", () => {
  /** Which of the two numbers is left of a list when a cell is an entry, behind a header and without one. */
  async function leftBy(raw: string): Promise<string[]> {
    const folder = new ScrubFolder();
    const lists = [`telefono\n${NUMBER}\n${FIXED}\n7890-1234\n`];
    const left = new Set<string>();
    for (const header of ["telefono\n", ""]) {
      // Another entry makes the list one that may be trusted, whatever the cell is worth.
      const { code, clean, stderr } = await folder.scrub({ lists, suppress: [`${header}6123-4567\n${quoted(raw)}\n`] });
      expect(code, stderr).toBe(0);
      for (const line of clean.toString().trim().split("\n").slice(1)) left.add(line);
    }
    return [...left];
  }
  const rest = ["+50322223333", "+50378901234"];

  test.each(repaired)("%s: %j suppresses the number", async (_, raw) => {
    expect(await leftBy(raw)).toEqual(rest);
  });

  test.each([...PAIRS, ...GLUED])("%j suppresses both numbers", async (raw) => {
    expect(await leftBy(raw)).toEqual(["+50378901234"]);
  });

  test.each(DOUBTFUL)("%j suppresses the number that it could be", async (raw) => {
    expect(await leftBy(raw)).toEqual(/2222-?3333/.test(raw) ? ["+50378901234"] : rest);
  });

  test.each(LOST)("%j suppresses nobody, and is named", async (raw) => {
    const suppress = [`telefono\n6123-4567\n${quoted(raw)}\n`];
    const { clean, stderr } = await new ScrubFolder().scrub({ lists: [`telefono\n${NUMBER}\n`], suppress });
    expect(clean.toString()).toBe("telefono\n+50370001234\n");
    expect(stderr).toContain("line 3: this entry can't be read and blocks nobody");
  });
});

function quoted(raw: string): string {
  return `"${raw.replaceAll('"', '""')}"`;
}
