// What a mail says in another alphabet than its own: bodies in base64, lines that an equals sign joins to the next ones, and encoded
// words in its header. Sources: RFC 2045, RFC 2047.

/** As much of what was decoded as the half of a number may be, in bytes. */
const LONGEST_END = 40;
const BEGINS = /^[>\s]*content-transfer-encoding:\s*base64\s*$/i;
/** Lines of a mail's header have a colon, its borders two hyphens. */
const ENCODED_LINE = /^[>\s]*([A-Za-z0-9+/]{2,}={0,2})\s*$/;
const ENCODED_WORD = /=\?[^?\s]+\?[bq]\?[^?\s]*\?=/i;
const ENCODED_WORDS = /=\?[^?\s]+\?([bq])\?([^?\s]*)\?=/gi;
/** Space between two of them is none of the text. */
const BETWEEN_WORDS = /(?<=\?=)\s+(?==\?[^?\s]+\?[bq]\?)/gi;
/** The end of a line parts it, though it may not. */
const OPENED_WORD = /=\?[^?\s]{1,40}\?[bq]\?[^?\s]*\s*$/i;
const LONGEST_WORD = 4096;

/** Decodes the lines of a text one after the other. */
export class MailParts {
  #isEncoded = false;
  #end: Buffer = Buffer.alloc(0);
  /** Of the line before what it said last, whether it ended in an encoded word, and one that it only began. */
  #before = { end: "", isEncoded: false, opened: "" };

  /** What a line says where it is encoded, behind the end of what the line before said; "" where it is not. */
  decoded(line: string): string {
    if (BEGINS.test(line)) {
      this.#isEncoded = true;
      this.#end = Buffer.alloc(0);
      return "";
    }
    const body = this.#isEncoded ? ENCODED_LINE.exec(line)?.[1] : undefined;
    if (body === undefined) {
      // A blank line is no line here: the encoding ends with the part.
      if (line.trim().startsWith("--")) this.#isEncoded = false;
      return this.#headerLine(line);
    }
    const bytes = Buffer.concat([this.#end, Buffer.from(body, "base64")]);
    this.#end = bytes.subarray(-LONGEST_END);
    return bytes.toString();
  }

  /** What a line of a header says with its encoded words, also behind the end of the line that it goes on from; "" where it has none. */
  #headerLine(line: string): string {
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
