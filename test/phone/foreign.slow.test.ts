import { createRequire } from "node:module";
import fc from "fast-check";
import parsePhoneNumber, { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, test } from "vitest";
import { readForeign } from "../../src/phone/foreign.js";
import { draws } from "../support/draws.js";

/** By index: as the library's metadata.js reads them. */
type Metadata = [string, string, string, number[], unknown, string?, unknown?, string?, string?, unknown?, string?] & {
  11: ([pattern: string, lengths?: number[]] | undefined)[];
};

const metadata = createRequire(import.meta.url)("libphonenumber-js/metadata.max.json") as {
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, Metadata>;
  nonGeographic: Record<string, Metadata>;
};

/** What readForeign answered when it asked the library. */
function askLibrary(digits: string): string | undefined {
  if (digits.length < 7 || digits.length > 17 || digits.startsWith("503") || digits.startsWith("0")) return undefined;
  const dialled = digits.startsWith("521") && digits.length === 13 ? `52${digits.slice(3)}` : digits;
  const number = parsePhoneNumber(`+${dialled}`);
  return number?.isValid() && number.countryCallingCode !== "503" ? number.number : undefined;
}

const countriesOf = new Map<string, Metadata[]>([
  ...Object.entries(metadata.country_calling_codes).map(
    ([code, names]) => [code, names.map((name) => metadata.countries[name]!)] as [string, Metadata[]],
  ),
  ...Object.entries(metadata.nonGeographic).map(([code, country]) => [code, [country]] as [string, Metadata[]]),
]);
const codes = [...countriesOf.keys()].filter((code) => code !== "503");

const drawn = new Map<string, fc.Arbitrary<string>>();

/** Digits along a pattern; made once, for Argentina's are long. */
function numbersIn(pattern: string): fc.Arbitrary<string> {
  const numbers = drawn.get(pattern) ?? fc.stringMatching(new RegExp(`^(?:${pattern})$`));
  drawn.set(pattern, numbers);
  return numbers;
}

const randomDigits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((digits) => digits.join(""));

/** What may stand before a national number: a prefix of this country, of another, a carrier's code, or too much. */
function prefixesOf(country: Metadata): fc.Arbitrary<string> {
  const own = [country[5], country[7]].filter((prefix) => typeof prefix === "string");
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant("") },
    fc.constantFrom("0", "1", "8", "06", "9", "15", "00", "44", "01", "0121", "015"),
    ...own.map(numbersIn),
  );
}

function nationalsOf(country: Metadata, mobiles: readonly string[]): fc.Arbitrary<string> {
  const patterns = [country[2], ...country[11].flatMap((type) => type?.[0] || [])];
  const own = fc.oneof(...patterns.map(numbersIn));
  const near = fc
    .tuple(mobiles.length > 0 ? fc.oneof(own, fc.constantFrom(...mobiles)) : own, fc.nat(16), randomDigits(0, 2))
    .map(([number, at, digits]) => number.slice(0, at) + digits + number.slice(at + digits.length));
  // Argentina's 15 stands behind the area code.
  const inside = fc
    .tuple(own, fc.integer({ min: 1, max: 5 }), fc.constantFrom("15", "9", "0", "1"))
    .map(([number, at, digits]) => number.slice(0, at) + digits + number.slice(at));
  const numbers = fc.oneof({ weight: 3, arbitrary: own }, near, inside, randomDigits(1, 15));
  const prefixed = fc.tuple(prefixesOf(country), numbers).map(([prefix, number]) => prefix + number);
  // San Marino's prefix is a pattern of the whole number, which gets one.
  return fc.oneof({ weight: 9, arbitrary: prefixed }, prefixesOf(country));
}

function digitsOf(code: string): fc.Arbitrary<string> {
  const mobiles = getCountries()
    .filter((name) => getCountryCallingCode(name) === code)
    .flatMap((name) => examples[name] ?? []);
  return fc.oneof(...countriesOf.get(code)!.map((one) => nationalsOf(one, mobiles))).map((number) => code + number);
}

describe("numbers of other countries", () => {
  test("every example of the library is valid, with the country's own prefix and without it", () => {
    const wrong: string[] = [];
    for (const name of getCountries()) {
      const code = getCountryCallingCode(name);
      const example = examples[name];
      if (example === undefined || code === "503") continue;
      if (readForeign(code + example) !== `+${code}${example}`) wrong.push(name);
      for (const prefix of ["0", "1", "8", metadata.countries[name]![5] ?? ""]) {
        const digits = code + prefix + example;
        if (readForeign(digits) !== askLibrary(digits)) wrong.push(`${name} ${prefix}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  for (const group of ["1", "2", "3", "4", "5", "6", "7", "8", "9"]) {
    test(`with a calling code that begins ${group} are read as the library reads them`, () => {
      for (const code of codes.filter((one) => one.startsWith(group))) {
        let valid = 0;
        let changed = 0;
        fc.assert(
          fc.property(digitsOf(code), (digits) => {
            const read = readForeign(digits);
            const asked = askLibrary(digits);
            if (read !== asked) expect({ digits, read }).toEqual({ digits, read: asked });
            if (asked !== undefined) valid++;
            if (asked !== undefined && asked !== `+${digits}`) changed++;
          }),
          { numRuns: draws(2000) },
        );
        expect(valid, code).toBeGreaterThan(50);
        const { 5: national, 7: parsed } = countriesOf.get(code)![0]!;
        if (national || parsed) expect(changed, code).toBeGreaterThan(0);
      }
    }, 60_000);
  }

  test("digits at random are no number of any country, or the library's", () => {
    fc.assert(
      fc.property(randomDigits(5, 19), (digits) => {
        expect({ digits, read: readForeign(digits) }).toEqual({ digits, read: askLibrary(digits) });
      }),
      { numRuns: draws(5000) },
    );
  });

  test("Mexico's mobiles are the same with the 1 that was dialled until 2019 and without it", () => {
    expect(readForeign("5215512345678")).toBe("+525512345678");
    expect(readForeign("525512345678")).toBe("+525512345678");
    expect(readForeign("52155123456")).toBeUndefined();
  });

  test("where countries surprise, the library's answer is given", () => {
    // Italy keeps its zero, Britain drops it, Argentina's mobiles get a 9 for their 15, Brazil names a carrier.
    const answers = {
      "390612345678": "+390612345678",
      "4402079460000": "+442079460000",
      "54111523456789": "+5491123456789",
      "5501521987654321": "+5521987654321",
      "50378901234": undefined,
      "0130555512345": undefined,
    };
    for (const [digits, answer] of Object.entries(answers)) {
      expect(askLibrary(digits), digits).toBe(answer);
      expect(readForeign(digits), digits).toBe(answer);
    }
  });
});
