// What a hashed list may hold for a number: the kinds of digest, and every text of a number that people hash.
// Looking digests up is digests.ts's work; which columns hold them, hash-columns.ts's.

export const KINDS = ["md5", "sha1", "sha256", "sha512"] as const;
export type DigestKind = (typeof KINDS)[number];

/** A digest's hex, in lower or upper case, and its kind. */
export interface Digest {
  kind: DigestKind;
  hex: string;
}

/** How a number was written before it was hashed; `+lf` with a line feed behind it, as `echo` leaves one. */
export type HashFormName = Spelling | `${Spelling}+lf`;
const SPELLINGS = ["e164", "digits", "national", "hyphenated"] as const;
type Spelling = (typeof SPELLINGS)[number];

/** The bit of a kind where several are told in one number. */
export function bitOf(kind: DigestKind): number {
  return 1 << KINDS.indexOf(kind);
}

/** How a digest is made of a text. */
export type DigestMethod = DigestKind | "hmac-sha256";

/** A method and a form, as the report names what was found: `sha256:e164+lf`. */
export type HashFinding = `${DigestMethod}:${HashFormName}`;

export function methodOf(found: HashFinding): DigestMethod {
  return found.slice(0, found.indexOf(":")) as DigestMethod;
}

/** The kind that the digests of a method look like. */
export function kindOf(method: DigestMethod): DigestKind {
  return method === "hmac-sha256" ? "sha256" : method;
}

export interface HashForm {
  name: HashFormName;
  /** What is hashed, as UTF-8. */
  text: string;
}

const KIND_BY_LENGTH: ReadonlyMap<number, DigestKind> = new Map([
  [32, "md5"],
  [40, "sha1"],
  [64, "sha256"],
  [128, "sha512"],
]);

/** Spaces, invisible characters and quotes stand around a digest; databases write `\x` or `0x` before it. */
const AROUND = `[\\s\\p{Cf}"'\`\u2018\u2019\u201c\u201d]*`;
const DIGEST = new RegExp(
  `^${AROUND}(?:\\\\x|0x)?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})${AROUND}$`,
  "iu",
);

/** The only digest in a cell. */
export function readDigest(cell: string): Digest | undefined {
  const hex = DIGEST.exec(joined(cell))?.[1];
  const kind = hex === undefined ? undefined : KIND_BY_LENGTH.get(hex.length);
  return hex === undefined || kind === undefined ? undefined : { kind, hex };
}

const DIGESTS = /(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})(?![0-9a-f])/gi;
const SHORTEST = 32;
/** `eb:3e:a8:…`, `EB3EA807 0B8C6B1E …`: groups of one length, with one separator. */
const GROUPS =
  /(?<![0-9a-f])([0-9a-f]{2}|[0-9a-f]{4}|[0-9a-f]{8})([: -])(?:[0-9a-f]{2,8}\2){2,62}[0-9a-f]{2,8}(?![0-9a-f])/gi;

/** The text with every digest that is written in groups in one piece; digits alone may be several numbers, and stay. */
function joined(text: string): string {
  if (text.length < SHORTEST) return text;
  return text.replace(GROUPS, (all, first: string, separator: string) => {
    const groups = all.split(separator);
    const hex = groups.join("");
    const isDigest = groups.every((group) => group.length === first.length) && KIND_BY_LENGTH.has(hex.length);
    return isDigest && /[a-f]/i.test(hex) ? hex : all;
  });
}

/** Every digest that stands in a text. */
export function digestsIn(text: string): string[] {
  return text.length < SHORTEST ? [] : (joined(text).match(DIGESTS) ?? []);
}

/** What is left of a text where its digests are taken out: their digits are no number's. */
export function withoutDigests(text: string): string {
  return joined(text).replace(DIGESTS, " ");
}

/** Hex digits of which no digest has fewer, however it was cut. */
export const SHORTEST_CUT = 16;

/**
 * A cell of hex and nothing else, longer than any number, is what is left of a digest: the digits in it are no number's. A shorter
 * one is where letters stand between its digits more than once: in front of a number they may be a word.
 */
export function isCutDigest(cell: string): boolean {
  const hex = cell.trim().replace(/(?<=[0-9a-f]{2})[: ](?=[0-9a-f]{2})/gi, "");
  return /^(?:\\x|0x)?(?:(?=[0-9]*[a-f])[0-9a-f]{24,}|(?=[0-9]*[a-f]+[0-9]+[a-f])[0-9a-f]{16,})$/i.test(hex);
}

/** The kind of the digest in a cell, by its length; HMAC-SHA-256 looks like SHA-256. */
export function isDigest(cell: string): DigestKind | undefined {
  return readDigest(cell)?.kind;
}

/** Every text that a list may have hashed for a number: a number of another country has no national form here. */
export function hashForms(e164: string): HashForm[] {
  const digits = e164.slice(1);
  const national = digits.startsWith("503") ? digits.slice(3) : undefined;
  const texts: Record<Spelling, string | undefined> = {
    e164,
    digits,
    national,
    hyphenated: national?.length === 8 ? `${national.slice(0, 4)}-${national.slice(4)}` : undefined,
  };
  const forms: HashForm[] = [];
  for (const spelling of SPELLINGS) {
    const text = texts[spelling];
    if (text !== undefined) forms.push({ name: spelling, text }, { name: `${spelling}+lf`, text: `${text}\n` });
  }
  return forms;
}

/** Whether an editor may have put something around a key that belongs to it now: a byte order mark, a line end, a space. */
export function isOddKey(key: Uint8Array): boolean {
  const isMarked = key[0] === 0xef && key[1] === 0xbb && key[2] === 0xbf;
  return isMarked || [0x0d, 0x0a, 0x20, 0x09].includes(key.at(-1)!);
}

/** The key in a key file: editors end it with a line feed, of which one is dropped. Undefined where none is left. */
export function hashKey(bytes: Uint8Array): Uint8Array | undefined {
  const key = bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
  return key.length === 0 ? undefined : key;
}
