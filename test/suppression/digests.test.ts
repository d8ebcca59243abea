import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { DigestIndex } from "../../src/suppression/digests.js";
import { PLAIN_OPT_OUT } from "../../src/suppression/event.js";
import { digestsIn } from "../../src/suppression/hash-forms.js";

test("of a digest that a list repeats what stands is kept, and every event where all are kept", () => {
  const hex = createHash("sha256").update("+50370001234").digest("hex");
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
  for (const cell of cells) for (const digest of digestsIn(cell).digests) index.add(digest, 0, PLAIN_OPT_OUT, 1);
  expect(index.size).toBe(20);
});
