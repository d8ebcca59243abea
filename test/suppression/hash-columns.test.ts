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
  test("is known by its content, whatever its name, or without any", () => {
    for (const name of ["Phone", "phone_sha256", "telefono_md5", "valor", "columna 1", "", "hash", "Número"])
      expect(takenOf(name)).toEqual([name]);
    expect(hashColumns(undefined, [["Ana", A]], [])).toEqual([1]);
  });

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

  test("is passed over where it is an e-mail's, a name's or another thing's of a person", () => {
    const named = ["email_sha256", "correo_md5", "hash_email", "hashedEmail", "EMAIL", "E-Mail", "sha256email"].concat([
      "nombre_hash",
      "first_name",
      "Last Name",
      "FN",
      "apellido",
      "DUI_sha256",
      "Zip",
      "Mobile Advertising ID",
      "Mobile Device ID",
    ]);
    for (const name of named) expect(takenOf(name)).toEqual([]);
    expect(takenOf("Email", "Phone", "First Name")).toEqual(["Phone"]);
  });

  test("is taken where the name says a phone too", () => {
    for (const name of ["phone_or_email_hash", "hash_telefono_id", "customerNameMobile"])
      expect(takenOf(name)).toEqual([name]);
  });

  test("is passed over where it is named as an identifier", () => {
    expect(takenOf("id", "hash")).toEqual(["hash"]);
    expect(takenOf("token")).toEqual([]);
    expect(hashColumns(["event", "phone"], [[UUID, "+50370123456"]], [1])).toEqual([]);
  });
});
