import { describe, expect, test } from "vitest";
import {
  oneOf,
  parseAge,
  parseCount,
  parseDelimiter,
  parseEncoding,
  parseMoment,
  parseNamed,
  parsePercentage,
} from "../../src/commands/typed-values.js";
import { ExitCode, ScrubError } from "../../src/errors.js";

/** Each typed value with what it means; `undefined` where it is refused as wrong usage. */
function means<T>(
  parse: (option: string, typed: string) => T,
  values: readonly [typed: string, meant: T | undefined][],
) {
  for (const [typed, meant] of values)
    test(`${JSON.stringify(typed)} ${meant === undefined ? "is refused" : `is ${JSON.stringify(meant)}`}`, () => {
      if (meant !== undefined) expect(parse("--option", typed)).toEqual(meant);
      else expect(refusal(() => parse("--option", typed))).toEqual([ExitCode.usage, "--option"]);
    });
}

/** The exit code, and the option that the sentence names. */
function refusal(parse: () => unknown): unknown[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof ScrubError) return [error.exitCode, (error.values as unknown[])[0]];
  }
  return [];
}

describe("an age", () => {
  means(parseAge, [
    ["90m", 90 * 60_000],
    ["24h", 86_400_000],
    ["30d", 30 * 86_400_000],
    ["2w", 14 * 86_400_000],
    ["1.5h", 5_400_000],
    [" 24H ", 86_400_000],
    ["0h", 0],
    ["24", undefined],
    ["h", undefined],
    ["-1h", undefined],
    ["1y", undefined],
    ["24h30m", undefined],
    ["1,5h", undefined],
    ["", undefined],
  ]);
});

describe("a percentage", () => {
  means(parsePercentage, [
    ["20%", 0.2],
    ["20pct", 0.2],
    ["20 %", 0.2],
    ["0.5PCT", 0.005],
    ["0%", 0],
    ["100%", 1],
    ["20", undefined],
    ["0.2", undefined],
    ["101%", undefined],
    ["-1%", undefined],
    ["%", undefined],
    ["1e1%", undefined],
    ["", undefined],
  ]);
});

describe("a count", () => {
  means(parseCount, [
    ["0", 0],
    ["1000", 1000],
    ["1,000", undefined],
    ["1.5", undefined],
    ["-1", undefined],
    ["1e3", undefined],
    ["9999999999999", undefined],
    ["", undefined],
  ]);
});

describe("a moment", () => {
  const iso = (option: string, typed: string) => parseMoment(option, typed).toISOString();
  means(iso, [
    ["2026-11-24", "2026-11-24T06:00:00.000Z"],
    ["2026-11-24T08:00", "2026-11-24T14:00:00.000Z"],
    ["2026-11-24 08:00:30", "2026-11-24T14:00:30.000Z"],
    ["2026-11-24T08:00:00Z", "2026-11-24T08:00:00.000Z"],
    ["2026-11-24T08:00:00.5+01:00", "2026-11-24T07:00:00.500Z"],
    ["2026-11-24T08:00-0600", "2026-11-24T14:00:00.000Z"],
    ["2024-02-29", "2024-02-29T06:00:00.000Z"],
    ["2026-02-29", undefined],
    ["2026-13-01", undefined],
    ["2026-11-24T25:00", undefined],
    ["24/11/2026", undefined],
    ["2026-11", undefined],
    ["yesterday", undefined],
    ["1700000000", undefined],
    ["", undefined],
  ]);
});

describe("an encoding", () => {
  means(parseEncoding, [
    ["utf-8", "utf-8"],
    ["UTF8", "utf-8"],
    ["utf-16", "utf-16"],
    ["UTF-16LE", "utf-16le"],
    ["utf16be", "utf-16be"],
    ["windows-1252", "windows-1252"],
    ["CP1252", "windows-1252"],
    ["latin1", "windows-1252"],
    ["ISO-8859-1", "windows-1252"],
    ["utf-32", undefined],
    ["", undefined],
  ]);
});

describe("a delimiter", () => {
  const character = (option: string, typed: string) => String.fromCharCode(parseDelimiter(option, typed));
  means(character, [
    [",", ","],
    [";", ";"],
    ["|", "|"],
    ["tab", "\t"],
    ["\\t", "\t"],
    ["\t", "\t"],
    ['"', undefined],
    ["\n", undefined],
    ["\r", undefined],
    [";;", undefined],
    ["§", undefined],
    ["", undefined],
  ]);
});

describe("a choice", () => {
  means(oneOf(["es", "en"]), [
    ["es", "es"],
    ["en", "en"],
    ["ES", "es"],
    ["Español", "es"],
    ["ingles", "en"],
    ["francés", undefined],
    ["", undefined],
  ]);
});

describe("NAME=VALUE", () => {
  const named = (typed: string, ...lists: string[]) =>
    parseNamed(
      typed,
      (value) => value,
      (name) => lists.includes(name),
    );

  test("is split behind the longest name of a list that it begins with", () => {
    expect(named("a=b.csv=3", "a=b.csv", "a")).toEqual({ list: "a=b.csv", value: "3" });
    expect(named("a=b.csv=3", "a")).toEqual({ list: "a", value: "b.csv=3" });
    expect(named("=a.csv=3", "=a.csv")).toEqual({ list: "=a.csv", value: "3" });
    expect(named("a=b=c=d", "a=b", "a=b=c=d")).toEqual({ list: "a=b", value: "c=d" });
  });

  test("is split at the first = where it begins with no list's name", () => {
    expect(named("dnc=24h")).toEqual({ list: "dnc", value: "24h" });
    expect(named("dnc=a=b")).toEqual({ list: "dnc", value: "a=b" });
    expect(named("dnc=")).toEqual({ list: "dnc", value: "" });
  });

  test("means all lists where no name stands before the =", () => {
    expect(named("24h")).toEqual({ list: undefined, value: "24h" });
    expect(named("=24h")).toEqual({ list: undefined, value: "=24h" });
  });
});
