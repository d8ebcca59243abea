import { describe, expect, test } from "vitest";
import { labelsOf } from "../../src/commands/reporting.js";
import { parseNamed } from "../../src/commands/typed-values.js";

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

test.each(["a=70123456", "7012 3456=a", "a=al 503 7012-3456"])("a label has no number: not %s", (typed) => {
  expect(() => labelsOf([typed])).toThrow("numberInLabel");
  expect(labelsOf(["ticket=1042", "fecha=2026-11-24"])).toEqual({ ticket: "1042", fecha: "2026-11-24" });
});
