import { expect, test } from "vitest";
import { auditCommand } from "../../src/commands/audit/audit.js";
import { parseMostContacts } from "../../src/commands/calendar.js";
import { ScrubError } from "../../src/errors.js";
import { en } from "../../src/text/en/sentences.js";

const HOUR = 3_600_000;

function parsed(...words: string[]) {
  const typed = auditCommand.parse(words, { sentences: en });
  if ("show" in typed) throw new Error("help, not arguments");
  return typed;
}

test("the log comes first, and every file behind -s is a suppression list", () => {
  const typed = parsed("log.csv", "-s", "a.csv", "b.csv", "--grace", "24h", "c.csv", "-o", "late.csv");
  expect(typed).toMatchObject({
    operands: ["log.csv"],
    suppress: ["a.csv", "b.csv", "c.csv"],
    grace: 24 * HOUR,
    output: "late.csv",
  });
});

test("how often is so many contacts within a minute at least, for within less nobody can be contacted too often", () => {
  const mostOf = parseMostContacts;
  expect(mostOf("3/7d")).toMatchObject({ contacts: 3, within: 7 * 24 * 3600 });
  expect(mostOf("1/1m")).toMatchObject({ contacts: 1, within: 60 });
  for (const typed of ["3/0d", "3/0h", "3/0.5m", "0/7d", "3", "3/7"])
    expect(() => mostOf(typed), typed).toThrow(ScrubError);
});

test("what can be said only once is refused twice: the first would be forgotten, and what it forbids with it", () => {
  const hours = ["--hours", "mon-fri 08:00-18:00"];
  for (const [option, one, other] of [
    ["--max-contacts", "1/24h", "3/7d"],
    ["--holidays", "sv", "ours.txt"],
  ] as const)
    expect(() => parsed("log.csv", ...hours, option, one, option, other), option).toThrow(
      expect.objectContaining({ sentence: "givenTwice" }),
    );
});
