import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DigestIndex } from "../../src/suppression/digests.js";
import { PLAIN_OPT_OUT } from "../../src/suppression/event.js";
import { type DigestKind, digestsIn, hashForms } from "../../src/suppression/hash-forms.js";
import { nationalNumbers } from "../support/spellings.js";

const KINDS: readonly DigestKind[] = ["md5", "sha1", "sha256", "sha512"];
const KEY = Buffer.from("a key of the company, longer than a block of SHA-256 so that it is hashed itself first");

/** Adds an undated opt-out for any channel. True when the list did not hold the digest yet. */
const add = (index: DigestIndex, cell: string, list = 0, record = 1) =>
  digestsIn(cell).digests.map((one) => index.add(one, list, PLAIN_OPT_OUT, record))[0];
const found = (index: DigestIndex, list = 0) => index.proofOf(list)?.found;
const digest = (kind: string, text: string) => createHash(kind).update(text).digest("hex");
const hmac = (key: Uint8Array, text: string) => createHmac("sha256", key).update(text).digest("hex");

const numbers = fc.oneof(
  nationalNumbers.map((national) => `+503${national}`),
  fc.constantFrom("+5038001234", "+50380012345678", "+50422223333", "+15035551234"),
);

describe("the index of digests", () => {
  test("finds HMACs with their key, plain SHA-256 beside them, and neither with another key", () => {
    const plain = new DigestIndex();
    const keyed = new DigestIndex(KEY);
    const wrong = new DigestIndex(Buffer.from("another key"));
    for (const index of [plain, keyed, wrong]) {
      for (const { text } of hashForms("+50370001234")) add(index, hmac(KEY, text));
      add(index, digest("sha256", "7000-1235"), 0, 9);
    }
    expect(keyed.find("+50370001234")).toHaveLength(hashForms("+50370001234").length);
    expect(found(keyed)).toEqual(hashForms("+50370001234").map(({ name }) => `hmac-sha256:${name}`));
    expect([plain, wrong].map((index) => index.find("+50370001234"))).toEqual([[], []]);
    for (const index of [plain, keyed, wrong]) {
      expect(index.find("+50370001235")).toMatchObject([{ record: 9 }]);
      expect(found(index)).toContain("sha256:hyphenated");
    }
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
          add(index, isUpper ? ` "${hex.toUpperCase()}" ` : hex, i, i + 1);
        });
        entries.forEach(([e164], i) => {
          expect(index.find(e164).map(({ record }) => record)).toContain(i + 1);
        });
        if (!entries.some(([e164]) => e164 === other)) expect(index.find(other)).toEqual([]);
      }),
    );
  });
});

test("of a digest that a list repeats what stands is kept, and every event where all are kept", () => {
  const hex = digest("sha256", "+50370001234");
  const events = [
    { optIn: false, channel: "sms", time: 100 },
    { optIn: true, channel: "sms", time: 300 },
    { optIn: false, channel: "sms", time: 200 },
    { optIn: false, channel: "any", time: 0 },
  ] as const;
  for (const keepsAll of [false, true]) {
    const index = new DigestIndex(undefined, keepsAll);
    for (const list of [0, 1])
      for (const [i, event] of events.entries()) {
        const isNew = index.add({ kind: "sha256", hex }, list, { ...event, span: 59, until: 0 }, i + 1);
        if (!keepsAll) expect(isNew).toBe(i === 0);
      }
    index.entries!.link();
    const kept = keepsAll
      ? events.map((event, i) => ({ ...event, record: i + 1, span: 59 }))
      : [
          { ...events[1], record: 2, lifted: true },
          { ...events[3], record: 4 },
        ];
    expect(index.find("+50370001234")).toMatchObject([0, 1].flatMap((list) => kept.map((one) => ({ ...one, list }))));
    expect([index.proofOf(0)?.digests, index.proofOf(1)?.digests]).toEqual(keepsAll ? [4, 4] : [1, 1]);
  }
});

test("digests that share their chain, or one of their words, stay apart", () => {
  const words = ["00000007", "00000008", "80000007", "ffffffff", "00000000"];
  const cells = words.flatMap((high) => words.map((low) => `${high}${low}${"ab".repeat(24)}`));
  const index = new DigestIndex();
  for (const cell of cells) add(index, cell);
  expect(index.size).toBe(20);
});
