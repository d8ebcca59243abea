import { describe, expect, test } from "vitest";
import { ExitCode, ScrubError } from "../../src/errors.js";
import {
  checkAge,
  checkReadability,
  type DateFacts,
  dateInName,
  dateOfList,
  type Readability,
  type TrustTerms,
} from "../../src/suppression/trust.js";
import { dayStart } from "../../src/time/time-zone.js";

const NOW = new Date("2026-11-24T16:00:00Z");
const HOUR = 3_600_000;
const DNC = { name: "dnc.csv", path: "dnc.csv" };
const TERMS: TrustTerms = {
  maxAge: undefined,
  asOf: undefined,
  maxUnreadable: 0.01,
  minEntries: undefined,
  baseline: undefined,
  maxRange: undefined,
  allowEmpty: false,
  allowUnproven: false,
};
const READ: Readability = {
  ...{ entries: 1000, usable: 1000, notUnderstood: 0, header: true },
  ...{ lines: [7, 9], unit: "lines", isText: false },
};

/** The refusal's name, or undefined where the list is trusted. Each is exit 4. */
function refusal(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    expect(error.exitCode).toBe(ExitCode.suppressionList);
    expect(error.place.file).toBe("dnc.csv");
    return error.sentence;
  }
}

describe("the date in a file's name", () => {
  const names: [string, string | undefined][] = [
    ["bajas-2026-11-24.csv", "2026-11-24T06:00:00.000Z"],
    ["dnc_20261124.txt", "2026-11-24T06:00:00.000Z"],
    ["2026_11_24.csv", "2026-11-24T06:00:00.000Z"],
    ["24-11-2026.csv", "2026-11-24T06:00:00.000Z"],
    ["bajas 24.11.2026.csv", "2026-11-24T06:00:00.000Z"],
    ["dnc-2024-02-29.csv", "2024-02-29T06:00:00.000Z"],
    ["dnc-2026-02-29.csv", undefined],
    ["dnc-2026-13-01.csv", undefined],
    ["dnc-2026-11-2.csv", undefined],
    ["dnc-2026-11_24.csv", undefined],
    ["dnc-120261124.csv", undefined],
    ["dnc-202611245.csv", undefined],
    ["dnc-70123456.csv", undefined],
    ["11-24-2026.csv", undefined],
    ["dnc.csv", undefined],
  ];
  for (const [name, date] of names)
    test(`${name}: ${date ?? "none"}`, () => expect(dateInName(name)?.toISOString()).toBe(date));
});

describe("the date of a list", () => {
  const modified = new Date("2026-11-20T00:00:00Z");
  const nothing = { said: undefined, manifest: undefined, newestEvent: undefined, modified };
  const dated = (file: string, facts: Partial<DateFacts> = {}) => {
    const date = dateOfList(file, { ...nothing, ...facts });
    return date && `${date.at.toISOString()} ${date.from}`;
  };

  test("is what was said, whatever the file says", () => {
    const at = new Date("2026-01-01T00:00:00Z");
    const said = { at, from: "as-of" } as const;
    expect(dated("2026-11-01.csv", { said, manifest: modified })).toBe("2026-01-01T00:00:00.000Z as-of");
    expect(dated("-", { said, modified: undefined })).toBe("2026-01-01T00:00:00.000Z as-of");
  });

  test("is else what its manifest says, however new the copy is", () => {
    const manifest = new Date("2026-03-01T00:00:00Z");
    expect(dated("2026-02-01.csv", { manifest, newestEvent: modified })).toBe("2026-03-01T00:00:00.000Z manifest");
  });

  test("is else the older of the modification time and the date in the name", () => {
    expect(dated("dnc.csv")).toBe("2026-11-20T00:00:00.000Z file-time");
    expect(dated("dnc-2026-11-01.csv")).toBe("2026-11-01T06:00:00.000Z file-name");
    expect(dated("dnc-2026-11-23.csv")).toBe("2026-11-20T00:00:00.000Z file-time");
  });

  test("is of a registry the later of that and its newest event", () => {
    const newestEvent = new Date("2026-11-19T23:59:00Z");
    expect(dated("registro.csv", { newestEvent })).toBe("2026-11-20T00:00:00.000Z registry");
    expect(dated("registro-2026-01-01.csv", { newestEvent })).toBe("2026-11-19T23:59:00.000Z registry");
    const tonight = new Date("2026-11-22T02:00:00Z");
    expect(dated("registro.csv", { newestEvent, modified: tonight }), "an import found nothing new").toBe(
      "2026-11-22T02:00:00.000Z file-time",
    );
  });

  test("is not taken from a folder's name", () => {
    expect(dated("2026-01-01/dnc.csv")).toBe("2026-11-20T00:00:00.000Z file-time");
  });

  test("is none for a stream, even one with a date in its name or with events", () => {
    expect(dated("/dev/fd/2026-11-01", { modified: undefined, newestEvent: modified })).toBeUndefined();
  });
});

test("a day begins at six UTC, in El Salvador's midnight, and a day that no month has is none", () => {
  expect(dayStart(2026, 11, 24)?.toISOString()).toBe("2026-11-24T06:00:00.000Z");
  expect(dayStart(2026, 2, 30)).toBeUndefined();
  expect(dayStart(2026, 13, 1)).toBeUndefined();
});

describe("the age of a list", () => {
  const aged = (age: number, maxAge: number | undefined) =>
    refusal(() => checkAge(DNC, { at: new Date(NOW.getTime() - age), from: "file-time" }, { ...TERMS, maxAge }, NOW));

  test("may be what --max-age allows, and not a moment more", () => {
    expect(aged(24 * HOUR, 24 * HOUR)).toBeUndefined();
    expect(aged(24 * HOUR + 1, 24 * HOUR)).toBe("tooOld");
    expect(aged(-HOUR, 0)).toBeUndefined();
  });

  test("is no matter without --max-age", () => {
    expect(aged(10_000 * HOUR, undefined)).toBeUndefined();
    expect(refusal(() => checkAge(DNC, undefined, TERMS, NOW))).toBeUndefined();
  });

  test("must be known under --max-age", () => {
    expect(refusal(() => checkAge(DNC, undefined, { ...TERMS, maxAge: HOUR }, NOW))).toBe("noDate");
  });
});

describe("what could be read of a list", () => {
  const read = (read: Partial<Readability>, terms: Partial<TrustTerms> = {}) =>
    refusal(() => checkReadability(DNC, { ...READ, ...read }, { ...TERMS, ...terms }));

  test("is enough up to one in a hundred unreadable entries", () => {
    expect(read({ notUnderstood: 10 })).toBeUndefined();
    expect(read({ notUnderstood: 11 })).toBe("tooManyUnreadable");
  });

  test("is enough with two unreadable entries in however short a list, and not with three", () => {
    expect(read({ entries: 3, usable: 1, notUnderstood: 2 })).toBeUndefined();
    expect(read({ entries: 4, usable: 1, notUnderstood: 3 })).toBe("tooManyUnreadable");
  });

  test("is as much as --max-unreadable says", () => {
    expect(read({ notUnderstood: 500 }, { maxUnreadable: 0.5 })).toBeUndefined();
    expect(read({ notUnderstood: 501 }, { maxUnreadable: 0.5 })).toBe("tooManyUnreadable");
    expect(read({ notUnderstood: 3 }, { maxUnreadable: 0 })).toBe("tooManyUnreadable");
  });

  test("names the line of the first unreadable entry", () => {
    try {
      checkReadability(DNC, { ...READ, notUnderstood: 500 }, TERMS);
      expect.unreachable();
    } catch (error) {
      expect((error as ScrubError).place).toEqual({ file: "dnc.csv", line: 7 });
    }
  });

  test("must hold a usable number, whatever else is allowed", () => {
    expect(read({ entries: 1, usable: 0, notUnderstood: 1 }, { maxUnreadable: 1, allowEmpty: true })).toBe("noNumbers");
  });

  test("may be nothing where that was allowed and a header stands there", () => {
    expect(read({ entries: 0, usable: 0 })).toBe("emptyList");
    expect(read({ entries: 0, usable: 0 }, { allowEmpty: true })).toBeUndefined();
    expect(read({ entries: 0, usable: 0, header: false }, { allowEmpty: true })).toBe("emptyList");
  });

  test("must be as many entries as --min-entries wants", () => {
    expect(read({}, { minEntries: 1000 })).toBeUndefined();
    expect(read({}, { minEntries: 1001 })).toBe("tooFewEntries");
  });
});
