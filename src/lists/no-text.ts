// Refuses, by their first bytes, files that are no lists of lines.

import { type ExitCode, ScrubError } from "../errors.js";
import { signatureOf } from "../workbook/faults.js";

/** Formats that must be exported or saved as text first. */
const FORMS = {
  JSON: /^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/,
  RTF: /^\{\\rtf/,
  PDF: /^(?:%PDF-|%!PS)/,
  "HTML or XML": /^<(?:!doctype|\?xml|html|head|body|table|t[rdh]|div|[pul]+|li|meta)\b/i,
  SQL: /^(?:insert|replace)\s+into\s|^(?:create|drop|lock)\s+tables?\s/im,
  /** Matches boxes drawn with characters: `+----+----+`, `|---|---|`, or lines of dashes around rows between bars. */
  box: /^(?:.*\n){0,2}(?:\+(?:[-=]{2,}\+)+|\|(?:\s*:?-{2,}:?\s*\|)+|-{9,}\r?\n\|.*\|)\r?\n/,
  /** Matches a form with a line for each cell: `-[ RECORD 1 ]---`, `*** 1. row ***`. */
  "record over lines": /^(?:-\[ RECORD 1 \]|\*{3,} 1\. row \*{3,})/,
} as const;

/** What a file is instead of a list; `mail`: a raw mail, whose text may be encoded. */
export type NoList = keyof typeof FORMS | "mail";

/** Matches the first line of a mail, a mailbox or a part cut out of one; and the header of a part further down. */
const MAIL = /^(?:[>\s]*[a-z-]+[ \t]*:|From \S+ |--\S)/i;
const PART = /^[>\s]*content-(?:transfer-encoding|type)[ \t]*:/im;
/** The bytes in which a mail's part is sought, and those in which other formats are. */
const LOOKED_AT = { mail: 64 * 1024, others: 2048 };

export function refuseWhatIsNoText(sample: Uint8Array, file: string, exitCode: ExitCode): void {
  if (sample.length === 0) throw new ScrubError(exitCode, "emptyFile", [], { file });
  const start = Buffer.from(sample.subarray(0, LOOKED_AT.mail))
    .toString("latin1")
    .replace(/^(?:ï»¿)?\s*/, "");
  const others = start.slice(0, LOOKED_AT.others);
  const isMail = MAIL.test(start) && PART.test(start);
  const form = isMail ? "mail" : (Object.keys(FORMS) as (keyof typeof FORMS)[]).find((it) => FORMS[it].test(others));
  if (form !== undefined) throw new ScrubError(exitCode, "noList", [form], { file });
  if (signatureOf(sample) !== undefined) throw new ScrubError(exitCode, "packedWorkbook", [], { file });
  if (sample.includes(0)) throw new ScrubError(exitCode, "notText", [], { file });
}

/** Whether a line is encoded, or announces encoding: a mail may begin further down in a text. */
export function isOfRawMail(line: string): boolean {
  return /^[>\s]*content-transfer-encoding[ \t]*:[ \t]*(?:base64|quoted-printable)|=\?[\w-]{1,40}\?[bq]\?/i.test(line);
}
