import { describe, expect, test } from "vitest";
import { type DateFacts, dateInName, dateOfList } from "../../src/suppression/trust.js";

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
  const nothing = { given: undefined, manifest: undefined, newestEvent: undefined, modified };
  const dated = (file: string, facts: Partial<DateFacts> = {}) => {
    const date = dateOfList(file, { ...nothing, ...facts });
    return date && `${date.at.toISOString()} ${date.from}`;
  };

  test("is the given one, whatever the file says", () => {
    const at = new Date("2026-01-01T00:00:00Z");
    const given = { at, from: "as-of" } as const;
    expect(dated("2026-11-01.csv", { given, manifest: modified })).toBe("2026-01-01T00:00:00.000Z as-of");
    expect(dated("-", { given, modified: undefined })).toBe("2026-01-01T00:00:00.000Z as-of");
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
