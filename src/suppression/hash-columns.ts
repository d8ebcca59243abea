// Finds the columns of a suppression list that hold digests of phone numbers.

import { namesDigests, namesOtherDigests } from "../headers/hash-names.js";
import { isDigest } from "./hash-forms.js";

const HALF = 0.5;
const EMPTY = /^(?:null|\\n)?$/i;

/**
 * Returns the columns of digests, 0-based and ascending. `rows`: a sample without the header. A column counts if half of its
 * filled cells are digests, whatever its name (Customer Match says `Phone`). One digest is enough in a phone column, or in one
 * named as a hash, which also counts if it is empty. Columns of ids and of other digests (`email_sha256`) never count.
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
