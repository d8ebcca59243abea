import { expect, test } from "vitest";
import { describeAge, number, percent, shareOf, sizeText } from "../../src/text/values.js";

const HOUR = 3_600_000;

test("thousands have commas", () => {
  expect([0, 999, 1000, 123456, 1234567, 1e9].map(number)).toEqual([
    "0",
    "999",
    "1,000",
    "123,456",
    "1,234,567",
    "1,000,000,000",
  ]);
});

test("an age is in minutes below two hours, in hours below two days, and in days from there on", () => {
  expect([0, HOUR, 2 * HOUR, 47 * HOUR, 48 * HOUR, 720 * HOUR].map((age) => describeAge(age, "en"))).toEqual([
    "0 minutes",
    "60 minutes",
    "2 hours",
    "47 hours",
    "2 days",
    "30 days",
  ]);
  expect([HOUR, 36 * HOUR, 720 * HOUR].map((age) => describeAge(age, "es"))).toEqual([
    "60 minutos",
    "36 horas",
    "30 días",
  ]);
});

test("a share is whole from ten percent on, and has a decimal below", () => {
  expect([0, 0.004, 0.01, 0.0151, 0.12, 0.999, 1].map(percent)).toEqual([
    "0%",
    "0.4%",
    "1%",
    "1.5%",
    "12%",
    "100%",
    "100%",
  ]);
});

test("a share of what was counted hides neither the only one nor the only other one", () => {
  const shares: [number, number][] = [
    [0, 0],
    [0, 10],
    [1, 10_000],
    [1, 2000],
    [1, 8],
    [9999, 10_000],
    [199, 200],
    [10, 10],
  ];
  expect(shares.map(([count, of]) => shareOf(count, of))).toEqual([
    "0%",
    "0%",
    "<0.1%",
    "0.1%",
    "13%",
    ">99%",
    ">99%",
    "100%",
  ]);
});

test("a size is said in the largest unit that it fills", () => {
  expect([64 * 1024, 16 * 1024 ** 2, 2 * 1024 ** 3].map(sizeText)).toEqual(["64 KiB", "16 MiB", "2 GiB"]);
});
