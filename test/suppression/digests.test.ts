import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DigestIndex } from "../../src/suppression/digests.js";
import { type DigestKind, hashForms } from "../../src/suppression/hash-forms.js";
import { nationalNumbers } from "../support/spellings.js";

const KINDS: readonly DigestKind[] = ["md5", "sha1", "sha256", "sha512"];
const KEY = Buffer.from("a key of the company, longer than a block of SHA-256 so that it is hashed itself first");

const digest = (kind: string, text: string) => createHash(kind).update(text).digest("hex");
const hmac = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text).digest("hex");

const numbers = fc.oneof(
  nationalNumbers.map((national) => `+503${national}`),
  fc.constantFrom("+5038001234", "+50380012345678", "+50422223333", "+15035551234"),
);

describe("the index of digests", () => {
  test("finds a number in every kind, form and case", () => {
    for (const e164 of ["+50370001234", "+50322501234", "+5038001234", "+50390012345678", "+50422223333"])
      for (const kind of KINDS)
        for (const { name, text } of hashForms(e164))
          for (const cell of [digest(kind, text), digest(kind, text).toUpperCase()]) {
            const index = new DigestIndex();
            expect(index.add(kind, cell, 3, 7, 5, 1_700_000_000)).toBe(true);
            expect(index.find(e164)).toEqual([
              { list: 3, record: 7, event: 5, time: 1_700_000_000, found: `${kind}:${name}` },
            ]);
            expect(index.find("+50370001235")).toEqual([]);
          }
  });

  test("finds HMACs with their key, plain SHA-256 beside them, and neither with another key", () => {
    const plain = new DigestIndex();
    const keyed = new DigestIndex(KEY);
    const wrong = new DigestIndex(Buffer.from("another key"));
    for (const index of [plain, keyed, wrong]) {
      for (const { text } of hashForms("+50370001234")) index.add("sha256", hmac(KEY, text), 0, 1, 0, 0);
      index.add("sha256", digest("sha256", "7000-1235"), 0, 9, 0, 0);
    }
    expect(keyed.find("+50370001234").map(({ found }) => found)).toEqual(
      hashForms("+50370001234").map(({ name }) => `hmac-sha256:${name}`),
    );
    expect([plain, wrong].map((index) => index.find("+50370001234"))).toEqual([[], []]);
    for (const index of [plain, keyed, wrong])
      expect(index.find("+50370001235")).toMatchObject([{ record: 9, found: "sha256:hyphenated" }]);
  });

  test("takes no digest of another kind for an HMAC", () => {
    const index = new DigestIndex(KEY);
    index.add("md5", digest("md5", "70001234"), 0, 1, 0, 0);
    expect(index.find("+50370001234")).toMatchObject([{ found: "md5:national" }]);
    expect(index.proofOf(0)).toMatchObject({ kinds: ["md5"] });
  });

  test("gives the entries of all lists and forms, by list and record", () => {
    const index = new DigestIndex();
    index.add("sha256", digest("sha256", "7000-1234"), 0, 8, 1, 0);
    index.add("md5", digest("md5", "+50370001234\n"), 0, 2, 2, 50);
    index.add("sha256", digest("sha256", "7000-1234"), 4, 1, 3, 0);
    expect(index.find("+50370001234")).toEqual([
      { list: 0, record: 2, event: 2, time: 50, found: "md5:e164+lf" },
      { list: 0, record: 8, event: 1, time: 0, found: "sha256:hyphenated" },
      { list: 4, record: 1, event: 3, time: 0, found: "sha256:hyphenated" },
    ]);
  });

  test("is empty at first, and knows no proof of a list without digests", () => {
    const index = new DigestIndex(KEY);
    expect([index.find("+50370001234"), index.size, index.proofOf(0), index.areUnproven]).toEqual([
      [],
      0,
      undefined,
      false,
    ]);
  });

  test("refuses what is a mistake of its caller: another kind, no digest, lists out of order", () => {
    const index = new DigestIndex();
    const hex = digest("sha256", "70001234");
    index.add("sha256", hex, 2, 1, 0, 0);
    expect(() => index.add("md5", hex, 2, 2, 0, 0)).toThrow(TypeError);
    expect(() => index.add("md5", "70001234", 2, 2, 0, 0)).toThrow(TypeError);
    expect(() => index.add("sha256", hex, 1, 2, 0, 0)).toThrow(RangeError);
    expect(() => index.add("sha256", hex, 2, 2, 256, 0)).toThrow(RangeError);
    expect(() => index.add("sha256", hex, 2, 2, 0, Number.NaN)).toThrow(RangeError);
  });

  test("finds every listed number in every form, and none that is not listed", () => {
    const entry = fc.tuple(numbers, fc.constantFrom(...KINDS), fc.nat({ max: 7 }), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), numbers, (entries, other) => {
        const index = new DigestIndex(KEY);
        entries.forEach(([e164, kind, form, isUpper, isKeyed], i) => {
          const forms = hashForms(e164);
          const { text } = forms[form % forms.length]!;
          const hex = isKeyed && kind === "sha256" ? hmac(KEY, text) : digest(kind, text);
          index.add(kind, isUpper ? ` "${hex.toUpperCase()}" ` : hex, 0, i + 1, i, 0);
        });
        entries.forEach(([e164], i) => {
          expect(index.find(e164).map(({ record }) => record)).toContain(i + 1);
        });
        if (!entries.some(([e164]) => e164 === other)) expect(index.find(other)).toEqual([]);
      }),
    );
  });
});

describe("a digest that a list repeats", () => {
  const hex = digest("sha256", "+50370001234");

  test("is kept once an event: the first undated entry and the latest dated one", () => {
    const index = new DigestIndex();
    const times = [300, 0, 500, 400, 0, 500];
    expect(times.map((time, i) => index.add("sha256", hex, 0, i + 1, 1, time))).toEqual(
      [true].concat(Array(5).fill(false)),
    );
    expect(index.add("sha256", hex, 0, 7, 4, 100)).toBe(false);
    expect(index.add("sha256", hex, 1, 1, 1, 100)).toBe(true);
    expect(index.find("+50370001234").map(({ list, record, event, time }) => [list, record, event, time])).toEqual([
      [0, 2, 1, 0],
      [0, 3, 1, 500],
      [0, 7, 4, 100],
      [1, 1, 1, 100],
    ]);
    expect([index.size, index.proofOf(0)?.digests, index.proofOf(1)?.digests]).toEqual([4, 1, 1]);
  });

  test("takes no room, however often, however many lists held it before", () => {
    const index = new DigestIndex();
    for (let list = 0; list < 500; list++) index.add("sha256", hex, list, 1, 0, 0);
    for (let record = 1; record <= 300_000; record++) index.add("sha256", hex, 500, record, record % 2, record);
    expect(index.size).toBe(502);
    expect(index.find("+50370001234").slice(500)).toMatchObject([
      { list: 500, record: 299_999, event: 1, time: 299_999 },
      { list: 500, record: 300_000, event: 0, time: 300_000 },
    ]);
  });

  test("keeps dates that no 32 bits hold on their side of all others", () => {
    const index = new DigestIndex();
    index.add("sha256", hex, 0, 1, 0, -5);
    index.add("sha256", hex, 1, 1, 0, 1e12);
    index.add("sha256", hex, 2, 1, 0, 0.5);
    expect(index.find("+50370001234").map(({ time }) => time)).toEqual([1, 0xffff_ffff, 1]);
  });

  test("is folded as a plain map would", () => {
    const events = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 2 }), fc.constantFrom(0, 0, 10, 20, 30));
    fc.assert(
      fc.property(fc.array(fc.array(events, { maxLength: 40 }), { maxLength: 4 }), (lists) => {
        const index = new DigestIndex();
        const naive = new Map<string, { list: number; record: number; event: number; time: number; number: number }>();
        lists.forEach((entries, list) => {
          entries.forEach(([number, event, time], i) => {
            const key = [list, number, event, time === 0].join();
            const known = naive.get(key);
            const isNew = ![...naive.values()].some((one) => one.list === list && one.number === number);
            if (known === undefined || time > known.time) naive.set(key, { list, record: i + 1, event, time, number });
            expect(index.add("md5", digest("md5", `7000123${number}`), list, i + 1, event, time)).toBe(isNew);
          });
        });
        for (let number = 0; number <= 5; number++) {
          const expected = [...naive.values()]
            .filter((one) => one.number === number)
            .map(({ number: _, ...entry }) => ({ ...entry, found: "md5:national" }))
            .sort((a, b) => a.list - b.list || a.record - b.record);
          expect(index.find(`+5037000123${number}`)).toEqual(expected);
        }
      }),
    );
  });
});

test("an index that has grown through many sizes still holds every entry of every list", { timeout: 120_000 }, () => {
  const index = new DigestIndex();
  const size = 60_000;
  // Each list holds every number that its own step divides, the even records dated.
  const steps = [1, 2, 3];
  steps.forEach((step, list) => {
    for (let i = 0; i < size; i += step)
      index.add("sha1", digest("sha1", String(70_000_000 + i)), list, i + 1, 0, (i % 2) * (i + 1));
  });
  expect(index.size).toBe(size + size / 2 + size / 3);
  for (let i = 0; i < size; i += 7) {
    const lists = steps.flatMap((step, list) => (i % step === 0 ? [[list, i + 1, (i % 2) * (i + 1)]] : []));
    expect(index.find(`+503${70_000_000 + i}`).map(({ list, record, time }) => [list, record, time])).toEqual(lists);
  }
  for (let i = 0; i < 1000; i++) expect(index.find(`+503${60_000_000 + i}`)).toEqual([]);
  // Repeated once more by the last list, in chains that have been dealt out since.
  for (let i = 0; i < size; i += 3)
    expect(index.add("sha1", digest("sha1", String(70_000_000 + i)), 2, i + 2, 0, (i % 2) * (i + 1))).toBe(false);
  expect(index.size).toBe(size + size / 2 + size / 3);
});
