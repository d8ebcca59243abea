// The English errors of wrong usage.

import { option } from "../options.js";
import { wordIn } from "../typed-words.js";

const inLanguage = (word: string) => wordIn("en", word);

export const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; did you mean "${nearest}"?`);

/** A remark that one of several lists after -s was probably meant as the phone list or the log. */
const afterSuppress = (suppressions: number) => (suppressions > 0 ? ": every file after -s is a suppression list" : "");

export const usageErrors = {
  unknownOption: (option: string, nearest: string | undefined, help: string) =>
    `unknown option ${option}${nearest === undefined ? "" : `; did you mean ${nearest}?`} | ${help} shows all options.`,
  missingValue: (option: string, help: string) => `${option} needs a value
    | ${help} shows how. A value that begins with - is written behind a =: ${option}=-VALUE`,
  unknownCommand: (typed: string, nearest: string | undefined) =>
    `"${typed}" is neither a command nor a file${orMeant(nearest)} | svscrub help shows the commands.`,
  unknownTopic: (typed: string, nearest: string | undefined) =>
    `there is no help about "${typed}"${orMeant(nearest)} | svscrub help shows the commands and topics.`,
  noPhoneList: (suppressions: number, stdinIsEmpty: boolean) =>
    `there is no phone list${stdinIsEmpty && suppressions < 2 ? ", and stdin is empty" : afterSuppress(suppressions)}
    | Put the phone list first: svscrub LIST.csv -s OPTOUTS.csv -o CLEAN.csv`,
  noOptOuts: `there is no suppression list
    | Add one with ${option("suppress", "FILE")}: the answer depends on it.`,
  noNumber: "there is no number to check | Type one: svscrub check '7012-3456' -s OPTOUTS.csv",
  noFile: "there is no file to inspect | Give one: svscrub inspect LIST.csv",
  noSuppression: `there is no suppression list
    | Add one with ${option("suppress", "FILE")}. If nobody must be removed for opting out, add ${option("suppression", false)}.`,
  noContactLog: (suppressions: number) => `there is no contact log${afterSuppress(suppressions)}
    | Put the log first: svscrub audit CONTACTS.csv -s OPTOUTS.csv`,
  stdinTwice: "only one list can be stdin (-) | Save one of them in a file.",
  badValue: (option: string, expected: string | readonly string[], nearest?: string) =>
    `${option} takes ${typeof expected === "string" ? expected : expected.map(inLanguage).join(", ")}${orMeant(nearest && inLanguage(nearest))}`,
  badMapping: (option: string, words: readonly string[]) =>
    `${option} takes ${words.map((word) => `WORD=${inLanguage(word)}`).join(", ")}`,
  badForm: (option: string, examples: string) => `${option} takes a value such as ${examples}`,
  numberInLabel: `${option("label")} holds a phone number, which no report shows
    | Leave the number out, as in ${option("label", "ticket=1042")}.`,
  givenTwice: (option: string) => `${option} is there twice | It takes one value: remove the other one.`,
  unknownListName: (
    typed: string,
    name: string,
    nearest: string | undefined,
    mayBePhones: boolean,
  ) => `${typed}: no ${mayBePhones ? "list" : "suppression list"} is named "${name}"${orMeant(nearest)}
    | The name of a list is its file name or its path as given, or NAME in ${option("suppress", "NAME=FILE")}.`,
  guardNeedsOutput: (guard: string) =>
    `${guard} needs ${option("output", "FILE")} | What went to a stream can't be taken back.`,
  needsOption: (option: string, other: string) =>
    `${option} needs ${other} | Without it, the option has no effect: add it, or leave the option out.`,
  needsListName: (option: string, form: string) =>
    `${option} without a name is for phone lists, but there are none | Give the name of the suppression list: ${form}`,
  stdoutTaken: (option: string, hasDryRun: boolean) => `--json and the list of ${option} can't both go to stdout
    | Write the list to a file: ${option} FILE.csv.${hasDryRun ? " To see only the report: --dry-run." : ""}`,
  otherFormat: (typed: string, ending: string) => `${typed} can't write ${ending}
    | Write .csv in place of ${ending}. A scrub's ${option("output", "X.xlsx")} and ${option("removed", "X.xlsx")} write workbooks.`,
  reportExtension: "the name of a report must end in .json or .html",
  badHoliday: `this line is not a date
    | Write one date a line, such as 2026-05-01 or 01/05/2026, without a time. # begins a comment.`,
  noHolidays: "has no date | If there are no holidays, leave --holidays out. For those of El Salvador: --holidays sv.",
  noReport:
    "there is no report | Give one: svscrub verify CLEAN.audit.json. Or a run log: svscrub verify --log runs.jsonl",
  needsSuppress: (option: string) => `${option} needs -s FILE | Give today's suppression lists.`,
  badOwn: `${option("own")} takes a phone number of yours
    | Give one number that can be read with certainty; repeat ${option("own")} for each: ${option("own", "2222-1100")}.`,
  badCanary: `${option("canary")} takes a phone number
    | Give one number that can be read with certainty: ${option("canary", "NUMBER")} or ${option("canary", "dnc=NUMBER")}.`,
  nestedArguments: `a file of arguments can't name another
    | Copy the other's lines to here. A file whose own name begins with @ is ./@NAME.`,
  severalArguments: (option: string) => `one argument stands on a line, and behind ${option} there is another
    | Put its value on the next line, or write --option=value.`,
  recordAsArgument: `this looks like a record of a list, not like an argument
    | If this file is the list itself, leave out the @. If it is an argument, check the file's name in this line.`,
  argumentsNoText: "is no UTF-8 text | Save the file of arguments as UTF-8, one argument a line.",
  /** `of`: an option or an operand. */
  emptyName: (of: string) => `${of} has an empty name | Give a name that is not empty. A variable is probably not set.`,
  contradiction: (one: string, other: string) => `${one} and ${other} contradict each other | Leave one of them out.`,
};
