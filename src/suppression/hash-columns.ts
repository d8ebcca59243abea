// Which columns of a suppression list hold digests of phone numbers. What a digest is, hash-forms.ts says.

import { digestOwnerOf, namesDigests } from "../headers/hash-names.js";
import { isDigest } from "./hash-forms.js";

const HALF = 0.5;

/**
 * The columns to read as digests, 0-based and ascending. `rows` is a sample without the header.
 *
 * Content decides: half of the non-empty cells are digests, whatever the name (Customer Match calls them `Phone`). In a
 * phone column, or one named as a hash, a single one is enough, and a column named as a hash that is empty so far is
 * taken too, for its later cells may hold digests. Never taken: what is named as an e-mail's, a name's or another
 * thing's of a person (`email_sha256`, `correo_md5`), unless it names a phone as well. What is named as an identifier is
 * taken only where neither a phone column nor another column of digests is there.
 */
export function hashColumns(
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  phoneColumns: readonly number[],
): number[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
  const phones = new Set(phoneColumns);
  const taken: number[] = [];
  const identifiers: number[] = [];
  for (let column = 0; column < width; column++) {
    const name = header?.[column] ?? "";
    const owner = digestOwnerOf(name);
    if (owner === "person") continue;
    const { digests, nonEmpty } = contentOf(rows, column);
    const isHash = namesDigests(name);
    const isConvincing = digests > 0 && (digests >= nonEmpty * HALF || isHash || phones.has(column));
    if (!isConvincing && !(isHash && nonEmpty === 0)) continue;
    (owner === "identifier" ? identifiers : taken).push(column);
  }
  const hasPhones = phoneColumns.some((column) => !identifiers.includes(column));
  return taken.length > 0 || hasPhones ? taken : identifiers;
}

function contentOf(rows: readonly (readonly string[])[], column: number): { digests: number; nonEmpty: number } {
  let digests = 0;
  let nonEmpty = 0;
  for (const row of rows) {
    const cell = row[column]?.trim() ?? "";
    if (cell === "" || /^(?:null|\\n)$/i.test(cell)) continue;
    nonEmpty++;
    if (isDigest(cell) !== undefined) digests++;
  }
  return { digests, nonEmpty };
}
