import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { typeOfNational } from "../../src/phone/plan.js";
import { DigestIndex } from "../../src/suppression/digests.js";
import { PROBE_FROM, plannedNumbers, probe } from "../../src/suppression/hash-probe.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const KEY = Buffer.from("a key");

/** Valid numbers that are the same in every run, and know nothing of the probe's order. */
function someNumbers(count: number, salt: string): string[] {
  const found = new Set<string>();
  for (let i = 0; found.size < count; i++) {
    const national = String(20_000_000 + (Number.parseInt(sha256(`${salt} ${i}`).slice(0, 12), 16) % 60_000_000));
    if (typeOfNational(national) !== undefined) found.add(national);
  }
  return [...found];
}

/** Adds a list of the texts' digests. */
function addList(index: DigestIndex, list: number, texts: readonly string[], digest = sha256): void {
  for (const [i, text] of texts.entries()) index.add("sha256", digest(text), list, i + 1, 0, 0);
}

describe("the probe", () => {
  test("names the form of a list of 1,000 and of 5,000 digests", async () => {
    for (const count of [1000, 5000]) {
      const index = new DigestIndex();
      addList(
        index,
        0,
        someNumbers(count, "a").map((national) => `${national.slice(0, 4)}-${national.slice(4)}\n`),
      );
      expect(index.proofOf(0)).toEqual({ digests: count, kinds: ["sha256"], found: [], proven: false });
      expect(await probe(index, index.listsWith(PROBE_FROM))).toEqual([]);
      expect(index.proofOf(0)).toMatchObject({ found: ["sha256:hyphenated+lf"], proven: true });
    }
  });

  test("names every form of a list that mixes them, MD5 too", async () => {
    const index = new DigestIndex();
    someNumbers(5000, "b").forEach((national, i) => {
      if (i % 2 === 0) index.add("sha256", sha256(`+503${national}`), 0, i + 1, 0, 0);
      else index.add("md5", createHash("md5").update(national).digest("hex"), 0, i + 1, 0, 0);
    });
    expect(await probe(index, [0])).toEqual([]);
    expect([...index.proofOf(0)!.found].sort()).toEqual(["md5:national", "sha256:e164"]);
  });

  test("finds nothing in a list of random digests, nor in one of other forms, and lets others work meanwhile", async () => {
    const index = new DigestIndex();
    addList(
      index,
      0,
      Array.from({ length: 1000 }, (_, i) => `nobody ${i}`),
    );
    addList(
      index,
      1,
      someNumbers(1000, "c").map((national) => `+503${national}`),
    );
    addList(
      index,
      2,
      someNumbers(2000, "d").map((national) => `tel:${national}`),
    );
    // Whoever waits, a signal too, has his turn meanwhile.
    let turns = 0;
    const turn = () => {
      turns++;
      next = setImmediate(turn);
    };
    let next = setImmediate(turn);
    expect(await probe(index, [0, 1, 2])).toEqual([0, 2]);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(100);
    expect([0, 1, 2].map((list) => index.proofOf(list)?.proven)).toEqual([false, true, false]);
  });

  test("finds HMACs with their key", async () => {
    const texts = someNumbers(10_000, "e").map((national) => `503${national}`);
    const hmac = (text: string) => createHmac("sha256", KEY).update(text).digest("hex");
    const keyed = new DigestIndex(KEY);
    addList(keyed, 0, texts, hmac);
    expect(await probe(keyed, [0])).toEqual([]);
    expect(keyed.proofOf(0)?.found).toEqual(["hmac-sha256:digits"]);
  });

  test("asks only for lists that are large enough, repeats not counted", () => {
    const index = new DigestIndex();
    const texts = someNumbers(PROBE_FROM, "f");
    addList(index, 0, texts);
    addList(index, 1, [...texts.slice(1), texts[1]!]);
    expect(index.listsWith(PROBE_FROM)).toEqual([0]);
  });

  test("of no list tries nothing", async () => {
    expect(await probe(new DigestIndex(), [])).toEqual([]);
  });
});

test("a list that was not probed is proven by the first number found in it", () => {
  const index = new DigestIndex();
  addList(index, 0, ["+50370001234", "70001235"]);
  expect(index.proofOf(0)).toEqual({ digests: 2, kinds: ["sha256"], found: [], proven: false });
  index.find("+50370001236");
  expect(index.proofOf(0)?.proven).toBe(false);
  index.find("+50370001235");
  expect(index.proofOf(0)).toEqual({ digests: 2, kinds: ["sha256"], found: ["sha256:national"], proven: true });
});

test("the numbers that are tried are all of the plan, none twice, of every prefix alike", () => {
  const byPrefix = new Map<number, number>();
  const seen = new Set<number>();
  let tried = 0;
  for (const national of plannedNumbers()) {
    if (tried === 500_000) break;
    tried++;
    seen.add(national);
    const prefix = Math.floor(national / 1_000_000);
    byPrefix.set(prefix, (byPrefix.get(prefix) ?? 0) + 1);
  }
  expect(seen.size).toBe(500_000);
  expect([...seen].every((national) => typeOfNational(String(national)) !== undefined)).toBe(true);
  // A full pair of leading digits holds a million numbers: 12,800 of them are expected.
  for (let prefix = 50; prefix < 80; prefix++) {
    expect(byPrefix.get(prefix)).toBeGreaterThan(12_200);
    expect(byPrefix.get(prefix)).toBeLessThan(13_400);
  }
  for (const prefix of [21, 22, 23, 24, 25, 26, 29]) expect(byPrefix.get(prefix)).toBeGreaterThan(12_200);
});
