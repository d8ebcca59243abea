// What a mail says in another alphabet than its own: bodies in base64, and encoded words in its header. Sources: RFC 2045, RFC 2047.

/** As much of what was decoded as the half of a number may be, in bytes. */
const LONGEST_END = 40;
const BEGINS = /^[>\s]*content-transfer-encoding:\s*base64\s*$/i;
/** Lines of a mail's header have a colon, its borders two hyphens. */
const ENCODED_LINE = /^[>\s]*([A-Za-z0-9+/]{2,}={0,2})\s*$/;
const ENCODED_WORDS = /=\?[^?\s]+\?([bq])\?([^?\s]*)\?=/gi;

/** Decodes the lines of a text one after the other. */
export class MailParts {
  #isEncoded = false;
  #end: Buffer = Buffer.alloc(0);

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
      return wordsIn(line);
    }
    const bytes = Buffer.concat([this.#end, Buffer.from(body, "base64")]);
    this.#end = bytes.subarray(-LONGEST_END);
    return bytes.toString();
  }
}

function wordsIn(line: string): string {
  const words = [...line.matchAll(ENCODED_WORDS)].map(([, how = "", text = ""]) =>
    how.toLowerCase() === "b" ? Buffer.from(text, "base64").toString() : unquoted(text),
  );
  // A number may go on in the next word, and end in the same.
  return [...words, words.join("")].join("\n");
}

/** `7012=2D3456`, with an underscore for a space. */
function unquoted(text: string): string {
  const bytes = text
    .replaceAll("_", " ")
    .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
