// What `svscrub help dispositions` says, line by line: which fits first, and what counts as seen afterwards.

import { describe, expect, test } from "vitest";
import type { RecordFault } from "../../src/lists/fault.js";
import type { CellReading, UnreadReason } from "../../src/phone/number.js";
import { type Decision, decide, type Policy, type Reason, tellingReasons } from "../../src/scrub/rules.js";

const ANA = "+50370123456";
const LUIS = "+50361234567";
const OFFICE = "+50322501234";
const FREE = "+5038001234";
const ABROAD = "+50491234567";

const POLICY: Policy = {
  channel: "any",
  types: new Set(["mobile", "fixed"] as const),
  keepDuplicates: false,
  keepForeign: false,
  format: "e164",
};

/** A cell with these numbers in it, all of them certain. */
function cell(...numbers: string[]): CellReading {
  return {
    numbers: numbers.map((e164) => ({
      e164,
      type: e164 === OFFICE ? "fixed" : e164 === FREE ? "toll_free" : e164 === ABROAD ? "foreign" : "mobile",
    })),
    candidates: [],
    reason: numbers.length > 0 ? undefined : "empty",
  };
}

function unread(reason: UnreadReason, ...candidates: string[]): CellReading {
  return { numbers: [], candidates, reason };
}

interface Case {
  cells: CellReading[];
  fault?: RecordFault;
  policy?: Partial<Policy>;
  optedOut?: string[];
  seen?: string[];
  withheld?: string[];
}

function decided({ cells, fault, policy, optedOut = [], seen = [], withheld = [] }: Case): Decision {
  return decide(
    cells,
    fault,
    { ...POLICY, ...policy },
    {
      isSuppressed: (e164) => optedOut.includes(e164),
      wasSeen: (e164) => [...seen, ...withheld].includes(e164),
      isWithheld: (e164) => withheld.includes(e164),
    },
  );
}

const TABLE: [sentence: string, Case, disposition: string][] = [
  ["one number that may be contacted", { cells: [cell(ANA)] }, "clean"],
  ["an opted-out number", { cells: [cell(ANA)], optedOut: [ANA] }, "suppressed opted-out"],
  [
    "an opted-out number in the second cell",
    { cells: [cell(LUIS), cell(ANA)], optedOut: [ANA] },
    "suppressed opted-out",
  ],
  ["an opted-out second number of a cell", { cells: [cell(LUIS, ANA)], optedOut: [ANA] }, "suppressed opted-out"],
  [
    "an opted-out candidates reading",
    { cells: [unread("legacy-7-digit", ANA)], optedOut: [ANA] },
    "suppressed opted-out",
  ],
  [
    "an opted-out candidates reading beside a good number",
    { cells: [cell(LUIS), unread("looks-like-id", ANA)], optedOut: [ANA] },
    "suppressed opted-out",
  ],
  ["an opted-out foreign number", { cells: [cell(ABROAD)], optedOut: [ABROAD] }, "suppressed opted-out"],
  [
    "an opted-out foreign number where those are kept",
    { cells: [cell(ABROAD)], optedOut: [ABROAD], policy: { keepForeign: true } },
    "suppressed opted-out",
  ],
  ["an opted-out toll-free number", { cells: [cell(FREE)], optedOut: [FREE] }, "suppressed opted-out"],
  [
    "a broken record with an opted-out number",
    { cells: [cell(ANA)], fault: "ragged", optedOut: [ANA] },
    "invalid ragged",
  ],
  ["a broken record with a good number", { cells: [cell(ANA)], fault: "malformed" }, "invalid malformed"],
  ["a broken record without a number", { cells: [cell()], fault: "ragged" }, "invalid ragged"],
  ["a number seen before", { cells: [cell(ANA)], seen: [ANA] }, "duplicate duplicate"],
  [
    "a number seen before, duplicates kept",
    { cells: [cell(ANA)], seen: [ANA], policy: { keepDuplicates: true } },
    "clean",
  ],
  [
    "a number that stood beside an opted-out one, duplicates kept",
    { cells: [cell(ANA)], withheld: [ANA], policy: { keepDuplicates: true } },
    "duplicate duplicate",
  ],
  [
    "a number that stood beside an opted-out one and a free one, duplicates kept",
    { cells: [cell(ANA), cell(LUIS)], withheld: [ANA], policy: { keepDuplicates: true } },
    "clean",
  ],
  ["a new first number beside one seen before", { cells: [cell(ANA, LUIS)], seen: [LUIS] }, "clean"],
  [
    "a first number seen before beside a new one",
    { cells: [cell(ANA), cell(LUIS)], seen: [ANA] },
    "duplicate duplicate",
  ],
  ["a suppressed number seen before", { cells: [cell(ANA)], seen: [ANA], optedOut: [ANA] }, "suppressed opted-out"],
  ["a number of an unwanted type", { cells: [cell(FREE)] }, "excluded type-not-allowed"],
  [
    "a fixed line, where only mobiles are wanted",
    { cells: [cell(OFFICE)], policy: { types: new Set(["mobile"] as const) } },
    "excluded type-not-allowed",
  ],
  ["a fixed line, for SMS", { cells: [cell(OFFICE)], policy: { channel: "sms" } }, "excluded not-reachable"],
  ["a fixed line, for calls", { cells: [cell(OFFICE)], policy: { channel: "call" } }, "clean"],
  ["a mobile, for SMS", { cells: [cell(ANA)], policy: { channel: "sms" } }, "clean"],
  ["a fixed line and a mobile, for SMS", { cells: [cell(OFFICE, ANA)], policy: { channel: "sms" } }, "clean"],
  [
    "a toll-free number before a fixed line, for SMS",
    { cells: [cell(FREE), cell(OFFICE)], policy: { channel: "sms" } },
    "excluded type-not-allowed",
  ],
  ["a number abroad", { cells: [cell(ABROAD)] }, "foreign foreign"],
  ["a number abroad, those kept", { cells: [cell(ABROAD)], policy: { keepForeign: true } }, "clean"],
  ["a number abroad and one of an unwanted type", { cells: [cell(ABROAD), cell(FREE)] }, "excluded type-not-allowed"],
  ["a number abroad and an unreadable cell", { cells: [unread("too-short"), cell(ABROAD)] }, "foreign foreign"],
  ["an empty cell", { cells: [cell()] }, "invalid empty"],
  ["empty cells only", { cells: [cell(), cell()] }, "invalid empty"],
  ["an unreadable cell", { cells: [unread("too-long")] }, "invalid too-long"],
  ["an empty and an unreadable cell", { cells: [cell(), unread("placeholder")] }, "invalid placeholder"],
  ["two unreadable cells", { cells: [unread("too-short"), unread("placeholder")] }, "invalid too-short"],
  [
    "a candidates reading that nobody opted out of",
    { cells: [unread("legacy-7-digit", ANA)] },
    "invalid legacy-7-digit",
  ],
  ["no phone cell at all", { cells: [] }, "invalid empty"],
];

describe("a record with", () => {
  for (const [sentence, record, expected] of TABLE)
    test(`${sentence} is ${expected}`, () => {
      const { disposition, reason } = decided(record);
      expect([disposition, ...(reason === undefined ? [] : [reason])].join(" ")).toBe(expected);
    });
});

describe("a kept record", () => {
  const kept = (record: Case) => decided(record).kept.map((number) => number?.e164);

  test("keeps the first number that may be contacted in each cell", () => {
    expect(kept({ cells: [cell(FREE, ANA, LUIS), cell(), cell(OFFICE)] })).toEqual([ANA, undefined, OFFICE]);
  });

  test("loses numbers abroad, of unwanted types and in doubt, lest a dialler reach them", () => {
    expect(kept({ cells: [cell(ANA), cell(ABROAD), cell(FREE), unread("looks-like-id", LUIS)] })).toEqual([
      ANA,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("loses a second number that stood beside an opted-out one before", () => {
    expect(kept({ cells: [cell(ANA), cell(LUIS)], withheld: [LUIS] })).toEqual([ANA, undefined]);
    expect(kept({ cells: [cell(ANA), cell(LUIS, OFFICE)], withheld: [LUIS] })).toEqual([ANA, OFFICE]);
  });

  test("has one primary number, which alone counts as seen", () => {
    const { primary, seen } = decided({ cells: [cell(FREE), cell(ANA, LUIS)] });
    expect(primary?.e164).toBe(ANA);
    expect(seen).toEqual([ANA]);
  });
});

describe("a record that was not kept", () => {
  test("makes each of its numbers that may be contacted count as seen, and no other", () => {
    const cells = [cell(ANA, LUIS), cell(OFFICE, FREE), cell(ABROAD), unread("looks-like-id", "+50377777777")];
    expect(decided({ cells, optedOut: [LUIS] }).seen).toEqual([ANA, OFFICE]);
    expect(decided({ cells, fault: "ragged" }).seen).toEqual([ANA, LUIS, OFFICE]);
    expect(decided({ cells, seen: [ANA] }).seen).toEqual([ANA, LUIS, OFFICE]);
  });

  test("names every opted-out reading, certain or not", () => {
    const cells = [cell(ANA, LUIS), unread("legacy-7-digit", "+50322222222", "+50377777777")];
    expect(decided({ cells, optedOut: [ANA, "+50377777777"] }).optedOut).toEqual([ANA, "+50377777777"]);
  });
});

test("reasons of one count are told in one order, whichever was met first", () => {
  const counts: [Reason, number][] = [
    ["too-long", 1],
    ["empty", 1],
    ["not-a-number", 2],
    ["opted-out", 9],
  ];
  const told = ["not-a-number", "empty", "too-long"];
  for (const order of [counts, counts.toReversed()])
    expect(tellingReasons(order).map(([reason]) => reason)).toEqual(told);
});
