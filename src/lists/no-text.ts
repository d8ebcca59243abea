// What is no list of lines, by its first bytes: whoever opens a text refuses it before anything is detected.

import { type ExitCode, ScrubError } from "../errors.js";
import { signatureOf } from "../workbook/signature.js";

/** Refuses an empty text, a workbook, and what holds zero bytes. */
export function refuseWhatIsNoText(sample: Uint8Array, file: string, exitCode: ExitCode): void {
  if (sample.length === 0) throw new ScrubError(exitCode, "emptyFile", [], { file });
  if (isJson(sample)) throw new ScrubError(exitCode, "jsonList", [], { file });
  if (isOverLines(sample)) throw new ScrubError(exitCode, "recordsOverLines", [], { file });
  if (signatureOf(sample) !== undefined) throw new ScrubError(exitCode, "packedWorkbook", [], { file });
  if (sample.includes(0)) throw new ScrubError(exitCode, "notText", [], { file });
}

/** `{"phone":…}` or `[{…`: the numbers in it would be read, and what stands beside them would not. */
function isJson(sample: Uint8Array): boolean {
  return /^(?:\ufeff|ï»¿)?\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:/.test(
    Buffer.from(sample.subarray(0, 512)).toString("latin1"),
  );
}

/** `-[ RECORD 1 ]---`, `*** 1. row ***`: its labels stand before the cells. */
function isOverLines(sample: Uint8Array): boolean {
  const start = Buffer.from(sample.subarray(0, 512)).toString("latin1");
  return /^(?:\ufeff|ï»¿)?\s*(?:-\[ RECORD 1 \]|\*{3,} 1\. row \*{3,})/.test(start);
}
