import { describe, expect, test } from "vitest";
import { parseScrubArguments, type ScrubArguments } from "../../src/commands/scrub/arguments.js";
import { ScrubError } from "../../src/errors.js";
import { en } from "../../src/text/en/sentences.js";

function parsed(...words: string[]): ScrubArguments {
  const typed = parseScrubArguments(words, { sentences: en });
  if ("show" in typed) throw new Error("help, not arguments");
  return typed;
}

describe("phone lists come first, and what follows -s is a suppression list", () => {
  const orders: [string, string[]][] = [
    ["directly", ["base.csv", "-s", "a.csv", "b.csv"]],
    ["behind --suppress=", ["base.csv", "--suppress=a.csv", "b.csv"]],
    ["behind -s without a space", ["base.csv", "-sa.csv", "b.csv"]],
    ["behind another option", ["base.csv", "-s", "a.csv", "-o", "clean.csv", "b.csv"]],
    ["behind a flag", ["base.csv", "-s", "a.csv", "-q", "b.csv"]],
    ["behind a cluster of flags", ["base.csv", "-qs", "a.csv", "b.csv"]],
    ["behind a flag and its own -s", ["base.csv", "-s", "a.csv", "-f", "-s", "b.csv"]],
    ["with options before the phone list", ["-o", "clean.csv", "base.csv", "-s", "a.csv", "b.csv"]],
    ["with the phone list behind --", ["-s", "a.csv", "b.csv", "--", "base.csv"]],
    ["with -s as the value of another option", ["base.csv", "--label", "k=-s", "-s", "a.csv", "b.csv"]],
  ];
  for (const [where, words] of orders) {
    test(`also ${where}`, () => {
      expect(parsed(...words)).toMatchObject({ lists: ["base.csv"], suppress: ["a.csv", "b.csv"] });
    });
  }

  test("stdin may be either", () => {
    expect(parsed("-", "-s", "a.csv")).toMatchObject({ lists: ["-"], suppress: ["a.csv"] });
    expect(parsed("base.csv", "-s", "-")).toMatchObject({ lists: ["base.csv"], suppress: ["-"] });
  });

  test("-s without a file is refused, also where an option follows", () => {
    for (const words of [
      ["base.csv", "-s"],
      ["base.csv", "-s", "-q"],
      ["base.csv", "--suppress"],
    ])
      expect(() => parsed(...words)).toThrow(ScrubError);
  });
});

test("--no-header does not swallow the phone list, and --no-header=NAME names a suppression list", () => {
  expect(parsed("--no-header", "base.csv", "-s", "a.csv")).toMatchObject({
    header: false,
    lists: ["base.csv"],
    headerless: [],
  });
  expect(parsed("base.csv", "-s", "dnc=a.csv", "--no-header=dnc")).toMatchObject({ header: true, headerless: ["dnc"] });
});

test("a value may be attached to its option or follow it", () => {
  for (const words of [["--max-age=dnc=24h"], ["--max-age", "dnc=24h"]])
    expect(parsed("base.csv", "-s", "dnc=a.csv", ...words).maxAge).toEqual([{ list: "dnc", value: 86_400_000 }]);
  expect(parsed("base.csv", "-s", "a.csv", "-nfo", "clean.csv")).toMatchObject({
    dryRun: true,
    force: true,
    output: "clean.csv",
  });
});
