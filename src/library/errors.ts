// How a call fails: with what the command would say, in English, and with what a program needs to decide what to do about it.

import { ScrubError as Failure } from "../errors.js";
import { allSentencesIn, sayError } from "../text/language.js";
import { hintHere, inNamesOfOptions } from "./words.js";

/** An unusable list, option or output. Anything else that is thrown is a bug, or the reason of an AbortSignal. */
export class ScrubError extends Error {
  static {
    // The names of classes are shortened where the program is installed, and an error is printed by its class.
    Object.defineProperty(ScrubError, "name", { value: "ScrubError" });
  }

  override readonly name = "ScrubError";

  private constructor(
    message: string,
    /** What is wrong, as a stable name, such as `notFound`, `tooOld` or `outputExists`. */
    readonly kind: string,
    /** What the command would exit with: 2 wrong usage, 3 a phone list, 4 a suppression list, 5 input or output, 6 a guard. */
    readonly exitCode: number,
    /** The file as it was given, of a workbook its sheet, and the line (or the sheet's row) where the record began. */
    readonly file: string | undefined,
    readonly sheet: string | undefined,
    readonly line: number | undefined,
    /** The record's number, from 1 after the header, where it is known. */
    readonly record: number | undefined,
    /** What to do about it. */
    readonly hint: string | undefined,
    cause: unknown,
  ) {
    super(message, { cause });
  }

  /** Makes an error of what a run throws: whatever is no such failure stays as it is. `shown`: how its message names a file. */
  static async of(error: unknown, shown = (file: string) => file): Promise<unknown> {
    if (!(error instanceof Failure)) return error;
    const sentences = await allSentencesIn("en");
    const said = sayError(error, sentences);
    const [what, hint] = [inNamesOfOptions(said.what), hintHere(error.sentence, said.hint)];
    const { file, sheet, line, record } = error.place;
    const message = file === undefined ? what : `${sentences.place(shown(file), line, sheet)}: ${what}`;
    return new ScrubError(
      message,
      error.sentence,
      error.exitCode,
      file,
      sheet,
      line,
      record,
      hint,
      error.cause ?? error,
    );
  }
}

/** Runs something, and has it fail in this way. */
export async function failing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw await ScrubError.of(error);
  }
}
