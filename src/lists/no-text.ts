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
  if (OVER_LINES.test(start)) throw new ScrubError(exitCode, "recordsOverLines", [], { file });
  if (signatureOf(sample) !== undefined) throw new ScrubError(exitCode, "packedWorkbook", [], { file });
  if (sample.includes(0)) throw new ScrubError(exitCode, "notText", [], { file });
}

/** `{"phone":…}` or `[{…`: the numbers in it would be read, and what stands beside them would not. */
const JSON_LIST = /^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/;
const RTF = "{\\rtf";
/** Whose text stands between commands of its own, which may part any number. */
const FORMATTED = /^(?:\{\\rtf|%PDF-|%!PS)/;
/** Whether a text so begins, but for spaces. */
export function isFormatted(start: string): boolean {
  return FORMATTED.test(start.trimStart());
}

/** `-[ RECORD 1 ]---`, `*** 1. row ***`: its labels stand before the cells. */
const OVER_LINES = /^(?:-\[ RECORD 1 \]|\*{3,} 1\. row \*{3,})/;
