// Which columns of a suppression list hold digests of phone numbers. What a digest is, hash-forms.ts says.

import { namesDigests, namesOtherDigests } from "../headers/hash-names.js";
import { isDigest } from "./hash-forms.js";

const HALF = 0.5;
const EMPTY = /^(?:null|\\n)?$/i;

/**
 * The columns to read as digests, 0-based and ascending. `rows` is a sample without the header.
 *
 * Content decides: half of the non-empty cells are digests, whatever the name (Customer Match calls them `Phone`). In a
 * phone column, or one named as a hash, a single one is enough, and a column named as a hash that is empty so far is
 * taken too, for its later cells may hold digests. Never taken: what is named as an identifier, as an e-mail's, a name's
 * or another thing's of a person (`email_sha256`, `correo_md5`), unless it names a phone as well.
 */
export function hashColumns(
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  phoneColumns: readonly number[],
): number[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const name = header?.[column] ?? "";
    if (namesOtherDigests(name)) return false;
    const cells = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => !EMPTY.test(cell));
    const digests = cells.filter((cell) => isDigest(cell) !== undefined).length;
    const isHash = namesDigests(name);
    if (digests === 0) return isHash && cells.length === 0;
    return digests >= cells.length * HALF || isHash || phoneColumns.includes(column);
  });
}
