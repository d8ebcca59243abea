// What lines of mails say in another alphabet than their own: encoded words of a header, and lines that an equals sign joins to the
// next ones where no header tells of it. Sources: RFC 2045, RFC 2047.

/** As much of what was decoded as the half of a number may be, in bytes. */
const LONGEST_END = 40;
const ENCODED_WORD = /=\?[^?\s]+\?[bq]\?[^?\s]*\?=/i;
const ENCODED_WORDS = /=\?[^?\s]+\?([bq])\?([^?\s]*)\?=/gi;
/** Space between two of them is none of the text. */
const BETWEEN_WORDS = /(?<=\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi;
/** The end of a line parts it, though it may not. */
const OPENED_WORD = /=\?[^?\s]{1,40}\?[bq]\?[^?\s]*\s*$/i;
const LONGEST_WORD = 4096;

/** Decodes the words of a text's lines one after the other. */
export class EncodedWords {
  /** Of the line before what it said last, whether it ended in an encoded word, and one that it only began. */
  #before = { end: "", isEncoded: false, opened: "" };

  /** What a line says with its encoded words, also behind the end of the line that it goes on from; "" where it has none. */
  decoded(line: string): string {
    const before = this.#before;
    const isFolded = /^[ \t]/.test(line);
    const bytes = (isFolded ? before.opened : "") + bytesOf(isFolded && before.opened !== "" ? line.trimStart() : line);
    const opened = OPENED_WORD.exec(bytes)?.[0].trimEnd() ?? "";
    const isEncoded = ENCODED_WORD.test(bytes);
    const plain = bytes
      .replace(BETWEEN_WORDS, "")
      .replace(ENCODED_WORDS, (_, how: string, text: string) => unspelled(how, text));
    const goesOn = isFolded && (isEncoded || before.isEncoded);
    const isOneText = before.isEncoded && /^\s*=\?/.test(bytes);
    const whole = goesOn ? before.end + (isOneText ? plain.trimStart() : plain) : plain;
    this.#before = {
      end: whole.slice(-LONGEST_END),
      isEncoded: isEncoded && /\?=\s*$/.test(bytes),
      opened: opened.slice(0, LONGEST_WORD),
    };
    return isEncoded || goesOn ? textOf(whole) : "";
  }
}

/** Joins lines that an equals sign at their end parts: `2302=` and `-7719`, `7645=20=` and `0183`. */
export class SoftBreaks {
  #before = { line: 0, end: "" };

  /** Takes the next line; returns both sides of the break before it, apart and joined, or undefined where there is none. */
  take(line: number, text: string): { sides: readonly string[]; joined: string } | undefined {
    const { line: last, end } = this.#before;
    const before = line === last + 1 ? end : "";
    const plain = text.trimEnd();
    const isSoft = plain.endsWith("=");
    const said = isSoft ? plain.slice(0, -1) : plain;
    this.#before = { line, end: isSoft ? (before + said).slice(-LONGEST_END) : "" };
    if (before === "") return undefined;
    const begin = said.slice(0, LONGEST_END);
    return { sides: [before, begin].map(unescaped), joined: unescaped(before + begin) };
  }
}

function unescaped(text: string): string {
  return textOf(unspelled("q", bytesOf(text.replaceAll("_", " "))));
}

/** A text as the bytes that it has in UTF-8, a character each, and the other way round: a character may be parted by two words. */
function bytesOf(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function textOf(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString();
}

/** The bytes of an encoded word, in base64 or with an underscore for a space: `7012=2D3456`. */
function unspelled(how: string, text: string): string {
  if (how.toLowerCase() === "b") return Buffer.from(text, "base64").toString("latin1");
  return text
    .replaceAll("_", " ")
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
