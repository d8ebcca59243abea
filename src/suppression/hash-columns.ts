// Which columns of a suppression list hold digests of phone numbers. What a digest is, hash-forms.ts says.

import { foldName } from "../phone/column-names.js";
import { isDigest } from "./hash-forms.js";

const HALF = 0.5;

const HASH_NAME = /sha_?-?\d|md_?-?5|hash|hmac|digest|\bsha\b/;
const PHONE_STEM = /telefon|phone|celular|msisdn|whatsapp|movil|mobile/;
const PHONE_WORDS = new Set("tel tels telf cel cels celu sms wsp ani".split(" "));

/** An address, a name or a device: who it means can't be looked up by number. */
const PERSON_STEM = /mail|correo|nombre|name|apellid|address|direccion|birth|nacimiento/;
const PERSON_WORDS = new Set(
  "fn ln dob dui nit ip zip postal city ciudad device ad advertising idfa gaid maid".split(" "),
);
const DEVICE_WORDS = new Set("device ad advertising idfa gaid maid".split(" "));

/** Identifiers without dashes look like MD5. */
const ID_WORDS = new Set(
  (
    "id ids uuid guid key event evento token session sesion transaction transaccion checksum etag signature firma " +
    "password record registro row fila evidence evidencia ref referencia reference external"
  ).split(" "),
);

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
    const name = foldName(splitAtCase(header?.[column] ?? ""));
    const meaning = meaningOf(name);
    if (meaning === "person") continue;
    const { digests, nonEmpty } = contentOf(rows, column);
    const isHash = HASH_NAME.test(name);
    const isConvincing = digests > 0 && (digests >= nonEmpty * HALF || isHash || phones.has(column));
    if (!isConvincing && !(isHash && nonEmpty === 0)) continue;
    (meaning === "identifier" ? identifiers : taken).push(column);
  }
  const hasPhones = phoneColumns.some((column) => !identifiers.includes(column));
  return taken.length > 0 || hasPhones ? taken : identifiers;
}

/** Whether a digest in a column of this name may be a phone's: not a person's or a device's other data, no identifier. */
export function mayHoldDigests(name: string): boolean {
  const meaning = meaningOf(foldName(splitAtCase(name)));
  return meaning === "phone" || meaning === "unknown";
}

function meaningOf(name: string): "phone" | "person" | "identifier" | "unknown" {
  const words = name.split(/[^a-z]+/);
  const has = (some: ReadonlySet<string>) => words.some((word) => some.has(word));
  const isPhone = PHONE_STEM.test(name) || has(PHONE_WORDS);
  // `Mobile Ad ID` is a device's.
  if (isPhone && !has(DEVICE_WORDS)) return "phone";
  if (PERSON_STEM.test(name) || has(PERSON_WORDS)) return "person";
  return has(ID_WORDS) ? "identifier" : "unknown";
}

/** `hashedEmail` → `hashed Email`. */
function splitAtCase(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
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
