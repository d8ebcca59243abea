// The body of a part of a mail that is encoded: what it says, and from which lines. Sources: RFC 2045.

/** A line that an encoded body says, and the line of the text where it begins. */
export interface DecodedLine {
  bytes: Uint8Array;
  line: number;
}

/** A body that is collected line by line. */
export interface EncodedBody {
  /** Takes a line without its end; returns whether it is also, or only, read as it stands. */
  take(text: string, line: number): boolean;
  /** Undefined where it is damaged, from the line `damagedAt` on. */
  decoded(): { bytes: Buffer; lineAt: (offset: number) => number } | undefined;
  readonly damagedAt: number;
}

const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;
/** A number by itself, which is what base64 may be made of, too. */
const NUMBER_ALONE = /^\+?\d{7,15}$/;
/** A foot that a list of mails puts below: an address, or a rule. */
const FOOT = /^https?:\/\/|^[\w.+-]+@[\w-]+\.[\w.-]+$|^www\.|^[^A-Za-z0-9]*$/;
/** What is in no word: a capital behind a small letter, or a digit beside a letter. */
const IN_NO_WORD = /[a-z][A-Z]|\d[A-Za-z]|[A-Za-z]\d/;
const FEW_WRONG = 0.1;
const LONG_WORD = 16;

export class Base64Body implements EncodedBody {
  damagedAt = 0;
  readonly #parts: string[] = [];
  /** Where in all characters each line begins, padding aside. */
  readonly #lines: { from: number; line: number }[] = [];
  #length = 0;

  take(text: string, line: number): boolean {
    const trimmed = text.trim();
    if (trimmed === "") return false;
    if (!ALPHABET.test(trimmed)) {
      if (isEncodedLine(trimmed)) this.damagedAt ||= line;
      return true;
    }
    this.#lines.push({ from: this.#length, line });
    this.#parts.push(trimmed);
    this.#length += trimmed.replace(/=+$/, "").length;
    return NUMBER_ALONE.test(trimmed);
  }

  decoded(): { bytes: Buffer; lineAt: (offset: number) => number } | undefined {
    const all = this.#parts.join("");
    // Each padding ends a text of its own; in whole groups of four there is none that lacks one.
    const texts = all.split(/(?<==)(?!=)/);
    if (texts.some((text) => text.length % 4 === 1 || (text.endsWith("=") && text.length % 4 !== 0)))
      this.damagedAt ||= this.#lines[0]!.line;
    if (this.damagedAt > 0) return undefined;
    const bytes = Buffer.concat(texts.map((text) => Buffer.from(text, "base64")));
    return { bytes, lineAt: (offset) => lineAt(this.#lines, Math.floor((offset * 4) / 3)) };
  }
}

/** Whether a line that is not of base64 alone is one of base64 with something wrong in it, and no prose below a body. */
function isEncodedLine(line: string): boolean {
  if (FOOT.test(line)) return false;
  const words = line.split(/\s+/);
  if (words.length === 1) return true;
  const together = words.join("");
  if (ALPHABET.test(together)) return words.some((word) => IN_NO_WORD.test(word));
  const wrong = together.match(/[^A-Za-z0-9+/=]/g)?.length ?? 0;
  return wrong <= together.length * FEW_WRONG && words.some((word) => word.length >= LONG_WORD);
}

/** An escape that no program writes, for what it stands for needs none, what is no escape at all, and what may be a number behind a sign. */
const ODD_ESCAPE = /=(?:3[0-9]|[46][1-9A-F]|[57][0-9A])|=(?![\dA-F]{2})|=(?:503)?\d{4}[ .-]?\d{4}(?!\d)/i;
const ESCAPE = /=([\dA-F]{2})/gi;

export class QuotedPrintableBody implements EncodedBody {
  readonly damagedAt = 0;
  readonly #said: Buffer[] = [];
  readonly #lines: { from: number; line: number }[] = [];
  #length = 0;
  /** A line that goes on. */
  #open: { text: string; line: number } | undefined;

  take(text: string, line: number): boolean {
    const plain = text.trimEnd();
    const open = this.#open ?? { text: "", line };
    this.#open = { ...open, text: open.text + (plain.endsWith("=") ? plain.slice(0, -1) : plain) };
    if (!plain.endsWith("=")) this.#close();
    return false;
  }

  decoded(): { bytes: Buffer; lineAt: (offset: number) => number } {
    this.#close();
    return { bytes: Buffer.concat(this.#said), lineAt: (offset) => lineAt(this.#lines, offset) };
  }

  #close(): void {
    if (this.#open === undefined) return;
    const { text, line } = this.#open;
    this.#open = undefined;
    this.#say(
      text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      line,
    );
    // `tel=70123456` may stand in a body that is not encoded at all.
    if (ODD_ESCAPE.test(text)) this.#say(text, line);
  }

  #say(text: string, line: number): void {
    const bytes = Buffer.from(`${text}\n`, "latin1");
    this.#lines.push({ from: this.#length, line });
    this.#said.push(bytes);
    this.#length += bytes.length;
  }
}

function lineAt(lines: readonly { from: number; line: number }[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (lines[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low]?.line ?? 1;
}

/** Returns the lines of what was decoded, each with a line feed, whatever ends them. */
export function linesOf(bytes: Buffer, lineAt: (offset: number) => number): DecodedLine[] {
  const lines: DecodedLine[] = [];
  for (let from = 0; from < bytes.length; ) {
    let end = from;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
    lines.push({ bytes: Buffer.concat([bytes.subarray(from, end), Buffer.from("\n")]), line: lineAt(from) });
    from = end + (bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? 2 : 1);
  }
  return lines;
}
