// What the kernel is told of bytes: those of a number in a usual spelling (kernel/assembly/plain.ts), with the words before it,
// and those of an unmistakable number in any text (kernel/assembly/unmistakable.ts).

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

const DIGIT = 1;
/** A character that may stand between the digits of a number. */
export const SOFT = 2;
/** A byte of a character beyond ASCII: a dash, a space, nothing at all, perhaps a digit; and the zero byte. */
const HIGH = 4;
/** `&nbsp;`, `%20`. */
const ESCAPE = 8;
/** A character that may part a number behind a calling code, or end a link before digits. */
export const LINK = 16;
/** A character that may part a number behind a calling code; elsewhere it parts cells. */
const LOOSE = 32;

/** What each byte may be to an unmistakable number. */
export const BYTE_CLASSES = new Uint8Array(256);
const CLASS = BYTE_CLASSES;
for (let byte = 0; byte < 0x20; byte++) CLASS[byte] = SOFT;
for (const byte of Buffer.from("-. *_~()[]{}+\x7f")) CLASS[byte] = SOFT;
for (const byte of Buffer.from("&%")) CLASS[byte] = ESCAPE;
for (const byte of Buffer.from("/=:;\\")) CLASS[byte] = LINK;
for (let byte = 0x30; byte < 0x3a; byte++) CLASS[byte] = DIGIT;
for (let byte = 0x80; byte < 0x100; byte++) CLASS[byte] = HIGH;
// A zero byte is nothing at all in a text.
CLASS[0] = HIGH;
for (const byte of Buffer.from(",")) CLASS[byte] = LOOSE;

/** A plus, an opening bracket, and what is written for them (`%2B`, `&plus;`, `&#40;`): a number may follow. */
export const MARK = 64;
for (const byte of Buffer.from("+([{%&")) CLASS[byte]! |= MARK;

/** First bytes, in UTF-8, of digits of other scripts and of plus signs beyond ASCII. */
export const DIGIT_LEADS = new Uint8Array(256);
for (const byte of [0xc2, 0xd9, 0xdb, 0xdf, 0xe0, 0xe1, 0xe2, 0xea, 0xef, 0xf0]) DIGIT_LEADS[byte] = 1;

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
