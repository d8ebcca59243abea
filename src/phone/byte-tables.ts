// What the kernel is told of a number: what its bytes may be in a usual spelling, the words that may stand before it
// (kernel/assembly/plain.ts), and what its bytes may be among words (kernel/assembly/beside.ts).

/** By the kind of a byte in a number in a usual spelling, from 1 on, the bytes that are of it. */
const PLAIN: readonly string[] = ["0123456789", " ", "-./_", "(", ")", "+", "'"];
export const PLAIN_KINDS = new Uint8Array(256);
for (const [kind, bytes] of PLAIN.entries()) for (const byte of Buffer.from(bytes)) PLAIN_KINDS[byte] = kind + 1;

/** The words that may stand before such a number: at most eight letters. */
export const LABELS: readonly string[] =
  "tel cel cell whatsapp wsp movil telefono phone celular fax pbx contacto num numero".split(" ");
/** Hashed as the kernel hashes them. */
export const LABEL_HASHES: readonly number[] = LABELS.map(hash);

function hash(word: string): number {
  let value = 0;
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) | 0;
  return value;
}

/**
 * What a byte can be to a number among words (kernel/assembly/beside.ts): a digit, or the first byte of one in another script; a
 * letter that looks like one; another letter, which ends what may be a number with such letters; a wildcard.
 */
export const NUMBER_KINDS = new Uint8Array(256);
export const [OF_DIGIT, OF_LOOKALIKE, OF_LETTER, OF_WILDCARD] = [1, 2, 3, 4];
const NUMBER = NUMBER_KINDS;
for (let byte = 0x30; byte < 0x3a; byte++) NUMBER[byte] = OF_DIGIT;
for (const byte of [0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xea, 0xef, 0xf0]) NUMBER[byte] = OF_DIGIT;
for (let byte = 0x41; byte < 0x5b; byte++) NUMBER[byte] = NUMBER[byte | 0x20] = OF_LETTER;
for (const byte of [...Buffer.from("oOiIlL"), 0xce, 0xd0, 0xd1, 0xd3, 0xd6, 0xd7]) NUMBER[byte] = OF_LOOKALIKE;
for (const byte of [...Buffer.from("%*?#xX"), 0xc2, 0xe2]) NUMBER[byte] = OF_WILDCARD;
