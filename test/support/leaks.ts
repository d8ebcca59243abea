// Whether a number of the inputs stands in what svscrub says of them. Knows nothing of svscrub's own reading: digits are digits,
// however they are grouped and in whatever script they are written.

import { gunzipSync, inflateRawSync } from "node:zlib";

/** What may stand between the digits of one number. */
const BETWEEN = "[ \\t\\u00a0\\-.()/_*~'\\u2010-\\u2015\\u2212\\u200b-\\u200f\\u2060-\\u2069\\u00ad]{0,3}";
const DIGITS = new RegExp(`\\d(?:${BETWEEN}\\d){6,}`, "g");
/** Digests, ids and moments: their digits are nobody's. */
const NO_NUMBERS =
  /[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{16}\b|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?/g;
const DATE = /^(?:(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d|[0-3]\d(?:0\d|1[0-2])(?:19|20)\d\d)/;

/** Everything in a file that could be somebody's number: runs of 7 digits and more, without the country's own three. */
export function numbersIn(content: Uint8Array): Set<string> {
  const numbers = new Set<string>();
  for (const text of textsOf(Buffer.from(content)))
    for (const [run] of asciiDigits(text).matchAll(DIGITS)) {
      const digits = run.replace(/\D/g, "");
      const bare = digits.replace(/^(?:00|011)?503(?=\d{7})/, "");
      for (const number of [digits, bare, ...(digits.length > 8 ? [digits.slice(0, 8), digits.slice(-8)] : [])])
        if (number.length >= 7 && number.length <= 15 && !DATE.test(number) && !/^0+$/.test(number))
          numbers.add(number);
    }
  return numbers;
}

/** Those of the numbers that stand in a text, grouped in any way. `names`: of files, which may say a date. */
export function leaked(text: string, numbers: ReadonlySet<string>, names: readonly string[] = []): string[] {
  let shown = text.replace(NO_NUMBERS, " digest, id or moment ");
  for (const name of names) shown = shown.replaceAll(name, " file ");
  const runs = [...asciiDigits(shown).matchAll(DIGITS)].map(([run]) => run.replace(/\D/g, ""));
  return [...numbers].filter((number) => runs.some((run) => run.includes(number)));
}

/** The parts of a workbook, by its directory; of what is cut or damaged, nothing. */
function partsOf(archive: Buffer): string[] {
  const texts: string[] = [];
  for (
    let at = archive.indexOf("PK\x01\x02");
    at >= 0 && at + 46 <= archive.length;
    at = archive.indexOf("PK\x01\x02", at + 1)
  ) {
    const [method, packed, local] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 42),
    ];
    if (local + 30 > archive.length) continue;
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const part = archive.subarray(start, start + packed);
    texts.push((method === 0 ? part : unpacked(part, inflateRawSync)).toString());
  }
  return texts;
}

/** Once without what can't be read: whoever leaks may have read it otherwise. */
function textsOf(content: Buffer): string[] {
  if (content.subarray(0, 4).toString("latin1") === "PK\x03\x04") return partsOf(content);
  const bytes = content[0] === 0x1f && content[1] === 0x8b ? unpacked(content, gunzipSync) : content;
  const isWide = bytes.subarray(0, 512).filter((byte) => byte === 0).length > bytes.subarray(0, 512).length / 4;
  return isWide ? [bytes.toString("utf16le"), Buffer.from(bytes).subarray(1).toString("utf16le")] : [bytes.toString()];
}

function unpacked(content: Buffer, unpack: typeof gunzipSync): Buffer {
  try {
    return unpack(content);
  } catch {
    return Buffer.alloc(0);
  }
}

/** A decimal digit of any script is the one that its block counts to. */
function asciiDigits(text: string): string {
  return text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    let code = digit.codePointAt(0)!;
    if (code < 0x80) return digit;
    let value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - 1)) && value < 9) {
      code--;
      value++;
    }
    return String(value);
  });
}
