import { expect, test } from "vitest";
import { PLAIN_OPT_OUT } from "../../src/suppression/event.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";

test("the index knows every record of a list longer than one page of entries", () => {
  const index = new SuppressionIndex();
  index.beginList();
  index.addNational(22_000_000, PLAIN_OPT_OUT, 1);
  index.beginList();
  const size = 600_000;
  // Every tenth record has no number, so the record numbers break off again and again.
  const recordOf = (i: number) => i + 1 + Math.floor(i / 9);
  for (let i = 0; i < size; i++) index.addNational(60_000_000 + i * 3, PLAIN_OPT_OUT, recordOf(i));
  for (let i = 0; i < size; i += 997)
    expect(index.holdings(`+503${60_000_000 + i * 3}`)).toEqual([{ list: 1, record: recordOf(i), since: 0 }]);
  expect(index.holdings(`+503${22_000_000}`)).toEqual([{ list: 0, record: 1, since: 0 }]);
  expect(index.holdings(`+503${60_000_001}`)).toEqual([]);
});
