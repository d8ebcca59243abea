// What the decoded body of a part of a mail is: a text, whose lines are read, something in which nobody looks for numbers, or what
// must be given as a list of its own.

import { isUtf8 } from "node:buffer";
import { endColumns } from "../headers/end-columns.js";
import { signatureOf } from "../workbook/signature.js";
import { isFormatted } from "./no-text.js";

/** Why an attachment is refused: it is no text, it is damaged, or as lines it would lose what its columns say. */
export type AttachmentFault = "no-text" | "damaged" | "table" | "nested";

export interface PartHeader {
  /** `text/plain`, in small letters. */
  type: string;
  charset: string;
  /** Empty where its lines stand as they are. */
  encoding: "base64" | "quoted-printable" | "uuencode" | "";
  isAttached: boolean;
  boundary: string | undefined;
}

/** Pictures and the signatures of a mail: no list. */
const NO_LIST = /^(?:image\/|application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$)/;
const SIGNATURE = /^-----BEGIN PGP SIG/;
/** Pictures that are written in text: their numbers are places. */
const DRAWING = /^image\/svg/;
/** What has files in another form, and begins with characters of a text. */
const PACKED = /^\s*(?:Rar!|BZh\d)/;
/** What a text has none of: controls but tabs, line ends, page ends, escapes and the end mark of DOS. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\x00-\x08\x0b\x0e-\x19\x1c-\x1f\x7f]/;
const NOT_IN_UTF8 = /^(?:utf-?16|ucs-?2|utf-?7|unicode|iso-10646)/;

/** Returns the text of a decoded body in UTF-8 or a superset of ASCII; undefined where nobody looks for numbers in it. */
export function textOfBody(bytes: Buffer, { type, charset }: PartHeader): Buffer | AttachmentFault | undefined {
  const start = bytes.subarray(0, 64).toString("latin1");
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isGzip || signatureOf(bytes) !== undefined || beginsPacked(start)) return "no-text";
  if (DRAWING.test(type) || SIGNATURE.test(start)) return undefined;
  const text = unwidened(bytes, charset);
  if (text === undefined) return NO_LIST.test(type) ? undefined : "no-text";
  const isSaidUtf8 = /^utf-?8$/.test(charset) && type.startsWith("text/");
  return isSaidUtf8 && !isUtf8(text) ? "damaged" : text;
}

/** Whether a file begins as one whose text stands in it in another form. */
export function beginsPacked(start: string): boolean {
  return isFormatted(start) || PACKED.test(start);
}

/** A text in UTF-16 in UTF-8, any other as it is; undefined where it is none. */
function unwidened(bytes: Buffer, charset: string): Buffer | undefined {
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isBig || isLittle || /^utf-?16/.test(charset)) {
    if (bytes.length % 2 !== 0) return undefined;
    const isSwapped = isBig || (!isLittle && !charset.endsWith("le"));
    const units = isSwapped ? Buffer.from(bytes).swap16() : bytes;
    const text = units.toString("utf16le").replace(/^\ufeff/, "");
    return CONTROLS.test(text) ? undefined : Buffer.from(text);
  }
  if (NOT_IN_UTF8.test(charset)) return undefined;
  return CONTROLS.test(bytes.toString("latin1")) ? undefined : bytes;
}

const DIGEST = /^["'\s]*(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})["'\s]*$/i;
const TABLE = /^text\/(?:csv|tab-separated-values|x-csv|comma-separated-values)|^application\/(?:csv|vnd\.ms-excel)/;

/** Whether a line of an attached text is of a table whose numbers are ranges over two columns, or digests. */
export function needsColumns(line: string, { type, isAttached }: PartHeader): boolean {
  // A mail's own parts say what they are.
  if (type.startsWith("message/") || (!isAttached && !TABLE.test(type))) return false;
  const cells = line.split(/[,;\t|]/).map((cell) => cell.replace(/^[\s"]+|[\s"]+$/g, ""));
  return cells.some((cell) => DIGEST.test(cell)) || endColumns(cells).length > 0;
}

const MOST_OF_TYPE = 80;

/** A type as it may be shown: none that may hold a number, or anything else but a type. */
export function shownType({ type }: PartHeader): string {
  const isType = /^[a-z]+\/[a-z0-9.+-]+$/.test(type) && !/\d{5}/.test(type) && type.length <= MOST_OF_TYPE;
  return isType ? type : "application/octet-stream";
}
