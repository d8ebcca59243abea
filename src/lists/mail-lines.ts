// The lines of a text one after the other: which are of the header of a mail's part, which of its body, and what an encoded body
// says in their place. A part is told by its own header, wherever that stands: forwarded mails are quoted, cut and pasted.

import { type ExitCode, ScrubError } from "../errors.js";
import {
  type AttachmentFault,
  beginsPacked,
  needsColumns,
  type PartHeader,
  shownType,
  textOfBody,
} from "./mail-attachments.js";
import { Base64Body, type EncodedBody, linesOf, QuotedPrintableBody } from "./mail-bodies.js";

/** A line that begins the header of a part, and no prose. */
const OF_PART = /^[>\s]*content-(?:type|transfer-encoding|disposition|id|description)[ \t]*:/i;
const FIELD = /^([A-Za-z][\w-]*)[ \t]*:(.*)$/s;
/** How a mailbox begins each of its mails. */
const MAILBOX = /^From \S+ .*\d\d:\d\d.*\d{4}\s*$/;
const QUOTE_MARKS = /^(?:[ \t]*>)+ ?/;
const FILE_BEGINS = /^begin(?:-base64)? [0-7]{3,4} \S/;
const ARMOUR = /^(?:-----BEGIN PGP MESSAGE-----|=ybegin .*name=|\(This file must be converted with BinHex)/;
/** So many lines tell a table. */
const TABLE_LINES = 20;
const MOST_NESTED = 10;
const BORDER = /(?<=[;\s])boundary\s*=\s*(?:"[^"\r\n]*"|[^;\s]+)/i;
const NO_HEADER: PartHeader = { type: "text/plain", charset: "", encoding: "", isAttached: false, boundary: undefined };

interface Field {
  name: string;
  value: string;
}

export class MailLines {
  /** The fields of the header that is being read, unfolded, and what stands before each of its lines. */
  #header: { fields: Field[]; indent: string } | undefined;
  #part = NO_HEADER;
  /** Where it is encoded. */
  #body: EncodedBody | undefined;
  #isQuoted = false;
  #bodyAt = 0;
  #filledLines = 0;
  readonly #boundaries: Set<string>;
  /** The line before, without its end and the marks of a quotation. */
  #before = "";

  /** `give`: gets each line as it is to be read, and the line of the text that it comes from. */
  constructor(
    private readonly give: (line: Uint8Array, at: number) => void,
    private readonly place: { file: string; exitCode: ExitCode },
    /** Of the mails around this one. */
    private readonly depth = 0,
    boundaries: ReadonlySet<string> = new Set(),
  ) {
    this.#boundaries = new Set(boundaries);
  }

  /** Takes a line with its end. */
  take(bytes: Uint8Array, line: number): void {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString("latin1")
      .replace(/[\r\n]+$/, "")
      .replace(/^ï»¿/, "");
    const plain = text.replace(QUOTE_MARKS, "");
    const before = this.#before;
    this.#before = plain;
    if (this.#endsBody(plain)) {
      this.end();
      // The digits of a border are nobody's.
      if (!this.#isBorder(plain)) this.give(bytes, line);
      return;
    }
    if (this.#beginsHeader(text, before)) {
      this.end();
      this.#isQuoted = QUOTE_MARKS.test(text);
      this.#header = { fields: [], indent: /^\s*/.exec(plain)![0] };
    }
    if (this.#header !== undefined) {
      if (takesField(this.#header, plain) || !this.#beginBody(this.#header.fields, plain, line)) {
        this.give(withoutBorder(bytes), line);
        return;
      }
    }
    if (this.#body === undefined) {
      this.#refuseFile(text, before, line);
      this.give(bytes, line);
    } else if (this.#body.take(this.#isQuoted || this.#part.encoding === "base64" ? plain : text, line))
      this.give(bytes, line);
  }

  /** Gives what the last body says, and ends its part. */
  end(): void {
    const [part, body] = [this.#part, this.#body];
    this.#header = undefined;
    this.#part = NO_HEADER;
    this.#body = undefined;
    if (body === undefined) return;
    const decoded = body.decoded();
    if (decoded === undefined) throw this.#refused(shownType(part), "damaged", body.damagedAt);
    const text = textOfBody(decoded.bytes, part);
    if (text === undefined) return;
    if (typeof text === "string") throw this.#refused(shownType(part), text, this.#bodyAt);
    if (this.depth === MOST_NESTED) throw this.#refused(shownType(part), "nested", this.#bodyAt);
    // A text in UTF-16 has two bytes for most characters.
    const lineAt = (offset: number) => decoded.lineAt(text === decoded.bytes ? offset : 2 * offset);
    const inner = new MailLines(this.give, this.place, this.depth + 1, this.#boundaries);
    for (const [i, { bytes, line }] of linesOf(text, lineAt).entries()) {
      if (i < TABLE_LINES && needsColumns(Buffer.from(bytes).toString("latin1"), part))
        throw this.#refused(shownType(part), "table", line);
      inner.take(bytes, line);
    }
    inner.end();
  }

  /** A line of two hyphens ends what is in base64, whatever the headers call the borders; else a signature may begin so. */
  #endsBody(plain: string): boolean {
    if (MAILBOX.test(plain) || this.#isBorder(plain)) return true;
    return plain.startsWith("--") && this.#body !== undefined && this.#part.encoding === "base64";
  }

  /** Whether a line is a border that a header above names. */
  #isBorder(plain: string): boolean {
    const name = plain.slice(2).trimEnd();
    return plain.startsWith("--") && (this.#boundaries.has(name) || this.#boundaries.has(name.replace(/--$/, "")));
  }

  /** In a body whose end a border shows, such a line is a text's. */
  #beginsHeader(text: string, before: string): boolean {
    if (this.#header !== undefined || !OF_PART.test(text)) return false;
    const isInside = this.#body !== undefined && this.#part.encoding !== "base64" && this.#boundaries.size > 0;
    return !isInside || before.startsWith("--");
  }

  /** Ends the header at a line that is none of its fields; false where that is the blank line below it. */
  #beginBody(fields: readonly Field[], plain: string, line: number): boolean {
    this.#header = undefined;
    this.#part = partOf(fields);
    const { encoding, boundary } = this.#part;
    if (boundary !== undefined && boundary !== "") this.#boundaries.add(boundary);
    if (encoding === "uuencode") throw this.#refused(shownType(this.#part), "no-text", line);
    if (encoding === "base64") this.#body = new Base64Body();
    if (encoding === "quoted-printable") this.#body = new QuotedPrintableBody();
    this.#bodyAt = line;
    this.#filledLines = 0;
    return plain.trim() !== "";
  }

  /** Refuses a file that stands between the lines as it is, or in an encoding that no header tells. */
  #refuseFile(text: string, before: string, line: number): void {
    if (ARMOUR.test(text) || (FILE_BEGINS.test(before) && isOfFile(text)))
      throw this.#refused("application/octet-stream", "no-text", line);
    if (this.#part === NO_HEADER || text.trim() === "" || this.#filledLines === TABLE_LINES) return;
    this.#filledLines++;
    if (this.#filledLines === 1 && beginsPacked(text)) throw this.#refused(shownType(this.#part), "no-text", line);
    if (needsColumns(text, this.#part)) throw this.#refused(shownType(this.#part), "table", line);
  }

  #refused(type: string, fault: AttachmentFault, line: number): ScrubError {
    const { file, exitCode } = this.place;
    return new ScrubError(exitCode, "mailAttachment", [type, fault], { file, line });
  }
}

/** Whether a line is a field of the header or goes on with its last one, as some programs fold it without a space. */
function takesField({ fields, indent }: { fields: Field[]; indent: string }, plain: string): boolean {
  if (plain.trim() === "") return false;
  const line = plain.startsWith(indent) ? plain.slice(indent.length) : plain;
  const [, name, value] = FIELD.exec(line) ?? [];
  const last = fields.at(-1);
  if (name !== undefined) fields.push({ name: name.toLowerCase(), value: value! });
  else if (last !== undefined && (/^\s/.test(line) || /^\s*$|[;,=]\s*$/.test(last.value)))
    last.value += ` ${line.trim()}`;
  else return false;
  return true;
}

function partOf(fields: readonly Field[]): PartHeader {
  const valuesOf = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value);
  const [said = ""] = valuesOf("content-type");
  const plain = withoutComments(said);
  const encodings = valuesOf("content-transfer-encoding").map((value) => withoutComments(value).toLowerCase());
  const isEncoded = (how: RegExp) => encodings.some((encoding) => how.test(encoding));
  const isNamed = /;\s*name\*?\d?\*?\s*=/i.test(plain);
  return {
    type: /^[^;\s"]+/.exec(plain.trim())?.[0].toLowerCase() ?? NO_HEADER.type,
    charset: parameterOf(plain, "charset")?.toLowerCase() ?? "",
    encoding: isEncoded(/base-?64/)
      ? "base64"
      : isEncoded(/quoted|printable/)
        ? "quoted-printable"
        : isEncoded(/uu/)
          ? "uuencode"
          : "",
    isAttached: isNamed || valuesOf("content-disposition").some((value) => /attachment|filename/i.test(value)),
    boundary: parameterOf(said, "boundary")?.trimEnd(),
  };
}

/** A comment alone says what the field should. */
function withoutComments(value: string): string {
  const plain = value.replace(/\([^()]*\)/g, " ");
  return plain.trim() === "" ? value : plain;
}

function parameterOf(value: string, name: string): string | undefined {
  const found = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^;\s]+))`, "i").exec(value);
  return found?.[1] ?? found?.[2];
}

function withoutBorder(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  return BORDER.test(text) ? Buffer.from(text.replace(BORDER, ""), "latin1") : bytes;
}

/** Whether a line is one of a file as uuencode writes it: its first character says how long it is. */
function isOfFile(text: string): boolean {
  const bytes = (text.charCodeAt(0) - 0x20) & 0x3f;
  const length = 1 + 4 * Math.ceil(bytes / 3);
  return Math.abs(text.trimEnd().length - length) <= 2 || /^[A-Za-z0-9+/]{8,}={0,2}$/.test(text.trim());
}
