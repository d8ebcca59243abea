// What the kernel is told of the usual spellings of a number (kernel/assembly/plain.ts): the kinds of bytes, and the words before it.

const DIGIT = 1;
const SPACE = 2;
const DASH = 3;
const OPEN = 4;
const CLOSE = 5;
const PLUS = 6;
const APOSTROPHE = 7;

/** What each byte can be in a number; 0 is nothing known. */
export const PLAIN_KINDS = new Uint8Array(256);
for (const [kind, bytes] of Object.entries({
  [DIGIT]: "0123456789",
  [SPACE]: " ",
  [DASH]: "-./_",
  [OPEN]: "(",
  [CLOSE]: ")",
  [PLUS]: "+",
  [APOSTROPHE]: "'",
}))
  for (const byte of Buffer.from(bytes)) PLAIN_KINDS[byte] = Number(kind);

/** The words that may stand before a number, hashed as the kernel hashes them. */
export const LABEL_HASHES: readonly number[] = "tel cel whatsapp movil telefono celular fax pbx".split(" ").map(hash);

function hash(word: string): number {
  let value = 0;
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) | 0;
  return value;
}
