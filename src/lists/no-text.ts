// What is no list of lines, by its first bytes: whoever opens a text refuses it before anything is detected.

import { type ExitCode, ScrubError } from "../errors.js";
import { signatureOf } from "../workbook/signature.js";

/** Refuses an empty text, a workbook, formatted text, and what holds zero bytes. */
export function refuseWhatIsNoText(sample: Uint8Array, file: string, exitCode: ExitCode): void {
  if (sample.length === 0) throw new ScrubError(exitCode, "emptyFile", [], { file });
  const start = Buffer.from(sample.subarray(0, 512))
    .toString("latin1")
    .replace(/^(?:\ufeff|ï»¿)?\s*/, "");
  if (JSON_LIST.test(start)) throw new ScrubError(exitCode, "jsonList", [], { file });
  const written = FORMATTED.exec(start)?.[0];
  if (written !== undefined)
    throw new ScrubError(exitCode, "formattedText", [written === RTF ? "RTF" : "PDF"], { file });
  if (isRawMail(sample)) throw new ScrubError(exitCode, "formattedText", ["mail"], { file });
  if (OVER_LINES.test(start)) throw new ScrubError(exitCode, "recordsOverLines", [], { file });
  if (signatureOf(sample) !== undefined) throw new ScrubError(exitCode, "packedWorkbook", [], { file });
  if (sample.includes(0)) throw new ScrubError(exitCode, "notText", [], { file });
}

/** `{"phone":…}` or `[{…`: the numbers in it would be read, and what stands beside them would not. */
const JSON_LIST = /^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/;
const RTF = "{\\rtf";
/** Whose text stands between commands of its own, which may part any number. */
const FORMATTED = /^(?:\{\\rtf|%PDF-|%!PS)/;
/** How far a text is looked at for the header of a part. */
const LOOKED_AT = 64 * 1024;
/** The first line of a mail as it was sent, of a mailbox, or of a part that was cut out. */
const MAIL =
  /^(?:[>\s]*(?:content-[a-z-]+|mime-version|return-path|received|from|de|to|para|cc|subject|asunto|date|fecha|message-id|reply-to|delivered-to|dkim-signature|arc-[a-z-]+|authentication-results|sender|list-[a-z-]+|user-agent|references|in-reply-to|x-[a-z-]+)[ \t]*:|From \S+ |--\S)/i;
const PART = /^[>\s]*content-(?:transfer-encoding|type)[ \t]*:/im;

/** Whether a text is a mail as it was sent: its parts may be encoded. */
function isRawMail(sample: Uint8Array): boolean {
  const start = Buffer.from(sample.subarray(0, LOOKED_AT)).toString("latin1").replace(/^ï»¿/, "").trimStart();
  return MAIL.test(start) && PART.test(start);
}

/** Whether a line is encoded, or what follows it: further down in a text, a mail may begin. */
export function isOfRawMail(line: string): boolean {
  return /^[>\s]*content-transfer-encoding[ \t]*:[ \t]*(?:base64|quoted-printable)|=\?[\w-]{1,40}\?[bq]\?/i.test(line);
}

/** `-[ RECORD 1 ]---`, `*** 1. row ***`: its labels stand before the cells. */
const OVER_LINES = /^(?:-\[ RECORD 1 \]|\*{3,} 1\. row \*{3,})/;
