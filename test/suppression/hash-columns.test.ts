import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashColumns } from "../../src/suppression/hash-columns.js";

const digest = (text: string, kind = "sha256") => createHash(kind).update(text).digest("hex");
const A = digest("+50370123456");
const B = digest("+50370123457");
const UUID = digest("x", "md5");

/** The names of the columns that are taken, in a file where all columns hold digests. */
function takenOf(...names: string[]): string[] {
  const rows = [names.map(() => A), names.map(() => B)];
  return hashColumns(names, rows, []).map((column) => names[column]!);
}

describe("a column of digests", () => {
  test("holds digests in at least half of its cells that are not empty", () => {
    expect(hashColumns(["valor"], [[A], [""], ["NULL"], ["Ana"], ["  "], ["\\N"]], [])).toEqual([0]);
    expect(hashColumns(["valor"], [[A], ["Ana"], ["Eva"]], [])).toEqual([]);
  });

  test("needs only one of them in a phone column, or where the name says so", () => {
    const rows = [[A], ["7012-3456"], ["7012-3457"]];
    expect(hashColumns(["telefono"], rows, [0])).toEqual([0]);
    expect(hashColumns(["hash"], rows, [])).toEqual([0]);
    expect(hashColumns(["hash"], [["v2"], ["v2"]], [])).toEqual([]);
  });

  test("may be empty so far where it is named as a hash", () => {
    const rows = [["7012-3456", "", "", ""]];
    expect(hashColumns(["telefono", "SHA256", "md5", "nota"], rows, [0])).toEqual([1, 2]);
    expect(hashColumns(["telefono", "correo_sha256"], rows, [0])).toEqual([]);
  });

  test("is passed over where it is named as an identifier", () => {
    expect(takenOf("id", "hash")).toEqual(["hash"]);
    expect(takenOf("token")).toEqual([]);
    expect(hashColumns(["event", "phone"], [[UUID, "+50370123456"]], [1])).toEqual([]);
  });
});
