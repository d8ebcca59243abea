// The library's error: the command's message in English, with fields by which a program can decide what to do.

import { ScrubError as Failure } from "../errors.js";
import { allSentencesIn, sayError } from "../text/language.js";
import type { OptionValue } from "../text/options.js";

/** An unusable list, option or output. Any other error is a bug, or the reason of an AbortSignal. */
export class ScrubError extends Error {
  static {
    // The bundle shortens the names of classes, and errors are printed with theirs.
    Object.defineProperty(ScrubError, "name", { value: "ScrubError" });
  }

  override readonly name = "ScrubError";

  private constructor(
    message: string,
    /** A stable name, such as `notFound`, `tooOld` or `outputExists`. */
    readonly kind: string,
    /** The command's exit code: 2 usage, 3 a phone list, 4 a suppression list, 5 input or output, 6 a guard. */
    readonly exitCode: number,
    /** The file as given, a workbook's sheet, and the line (or the sheet's row) where the record begins. */
    readonly file: string | undefined,
    readonly sheet: string | undefined,
    readonly line: number | undefined,
    /** The record number, from 1 after the header, if known. */
    readonly record: number | undefined,
    readonly hint: string | undefined,
    cause: unknown,
  ) {
    super(message, { cause });
  }

  /** Converts a command's ScrubError; returns any other error as it is. */
  static async of(error: unknown): Promise<unknown> {
    if (!(error instanceof Failure)) return error;
    const sentences = await allSentencesIn("en");
    const { what, hint } = sayError(error, sentences, asGiven);
    const { sentence: kind, exitCode, place } = error;
    const { file, sheet, line, record } = place;
    const message = file === undefined ? what : `${sentences.place(file, line, sheet)}: ${what}`;
    const advice = OWN_ADVICE[kind] ?? hint;
    return new ScrubError(message, kind, exitCode, file, sheet, line, record, advice, error.cause ?? error);
  }
}

/** Hints that replace those in which the command line names a command to type. */
export const OWN_ADVICE: Readonly<Record<string, string>> = {
  listIsLog: "Record what people asked for with openRegistry, and suppress by that registry and its review.",
  noRegistry: "Check the name. To begin a registry that does not exist yet, say create: true.",
  noPhoneList: 'Name it: lists: "LIST.csv".',
  noOptOuts: 'Name one: lists: "OPTOUTS.csv". The answer depends on it.',
  differentLists: "Scrub each by itself, or say what differs by the lists' names: column: { NAME: COLUMN }.",
};

/** Options that have another name here. */
const RENAMED: Readonly<Record<string, string>> = { suppression: "suppress", registry: "path" };

/** Returns an option as a program gives it: `maxAge: "dnc=30d"`, `force: true`. */
export function asGiven(option: string, value: OptionValue): string {
  const name = RENAMED[option] ?? option.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return value === undefined ? name : `${name}: ${JSON.stringify(value)}`;
}

/** Runs a function and converts its errors. */
export async function failing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw await ScrubError.of(error);
  }
}
