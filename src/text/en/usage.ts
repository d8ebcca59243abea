// What is wrong with what was typed, in English.

import { option } from "../options.js";
import { wordIn } from "../typed-words.js";
import { number } from "../values.js";

const inLanguage = (word: string) => wordIn("en", word);

export const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; did you mean "${nearest}"?`);

export const usageErrors = {
  unknownOption: (option: string, nearest: string | undefined, help: string) => ({
    what: `unknown option ${option}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    hint: `${help} shows all options.`,
  }),
  missingValue: (option: string, help: string, hasNext: boolean) => ({
    what: `${option} needs a value`,
    hint: `${help} shows how.${hasNext ? ` A value that begins with - is written behind a =: ${option}=-VALUE` : ""}`,
  }),
  unknownCommand: (typed: string, nearest: string | undefined) => ({
    what: `"${typed}" is neither a command nor a file${orMeant(nearest)}`,
    hint: "svscrub help shows the commands.",
  }),
  unknownTopic: (typed: string, nearest: string | undefined) => ({
    what: `there is no help about "${typed}"${orMeant(nearest)}`,
    hint: "svscrub help shows the commands and topics.",
  }),
  unknownShell: (typed: string | undefined, nearest: string | undefined, shells: readonly string[]) => ({
    what:
      typed === undefined
        ? `the name of the shell is missing: ${shells.join(", ")}`
        : `"${typed}" is not one of the shells ${shells.join(", ")}${orMeant(nearest)}`,
    hint: "svscrub help completion shows how to install the script.",
  }),
  // Of several lists behind -s one was probably meant for the phone list.
  noPhoneList: (suppressions: number, stdinIsEmpty: boolean) => ({
    what:
      stdinIsEmpty && suppressions < 2
        ? "there is no phone list, and stdin is empty"
        : suppressions > 0
          ? "there is no phone list: every file after -s is a suppression list"
          : "there is no phone list",
    hint: "Put the phone list first: svscrub LIST.csv -s OPTOUTS.csv -o CLEAN.csv",
  }),
  checkWithoutList: () => ({
    what: "there is no suppression list",
    hint: `Add one with ${option("suppress", "FILE")}: the answer depends on it.`,
  }),
  noNumber: () => ({ what: "there is no number to check", hint: "Type one: svscrub check '7012-3456' -s OPTOUTS.csv" }),
  noFile: () => ({ what: "there is no file to inspect", hint: "Give one: svscrub inspect LIST.csv" }),
  noSuppression: () => ({
    what: "there is no suppression list",
    hint: `Add one with ${option("suppress", "FILE")}. If nobody must be removed for opting out, add ${option("suppression", false)}.`,
  }),
  noContactLog: (suppressions: number) => ({
    what:
      suppressions > 0
        ? "there is no contact log: every file after -s is a suppression list"
        : "there is no contact log",
    hint: "Put the log first: svscrub audit CONTACTS.csv -s OPTOUTS.csv",
  }),
  severalContactLogs: (logs: number) => ({
    what: `there are ${number(logs)} contact logs, but one is audited at a time`,
    hint: "Audit each one separately. If one of them is a suppression list, put it after -s.",
  }),
  noOptOuts: () => ({ what: "there is no suppression list", hint: `Add one with ${option("suppress", "FILE")}.` }),
  stdinTwice: () => ({ what: "only one list can be stdin (-)", hint: "Save one of them in a file." }),
  badValue: (option: string, expected: string | readonly string[], nearest?: string) => ({
    what: `${option} takes ${typeof expected === "string" ? expected : expected.map(inLanguage).join(", ")}${orMeant(nearest && inLanguage(nearest))}`,
  }),
  badMapping: (option: string, words: readonly string[]) => ({
    what: `${option} takes ${words.map((word) => `WORD=${inLanguage(word)}`).join(", ")}`,
  }),
  badForm: (option: string, examples: string) => ({ what: `${option} takes a value such as ${examples}` }),
  givenTwice: (option: string) => ({
    what: `${option} is there twice`,
    hint: "It takes one value: remove the other one.",
  }),
  badPercentage: (option: string) => ({
    what: `${option} takes a percentage with its sign`,
    hint: "For example 20%, or 20pct where % ends the line.",
  }),
  unknownListName: (typed: string, name: string, nearest: string | undefined, mayBePhones: boolean) => ({
    what: `${typed}: no ${mayBePhones ? "list" : "suppression list"} is named "${name}"${orMeant(nearest)}`,
    hint: `The name of a list is its file name or its path as given, or NAME in ${option("suppress", "NAME=FILE")}.`,
  }),
  ambiguousListName: (typed: string, name: string, lists: readonly string[]) => ({
    what: `${typed}: several lists are named "${name}": ${lists.join(", ")}`,
    hint: `Name a phone list by its path as you give it, or give the suppression list another name with ${option("suppress", "NAME=FILE")}.`,
  }),
  guardNeedsOutput: (guard: string) => ({
    what: `${guard} needs ${option("output", "FILE")}`,
    hint: "What went to a stream can't be taken back.",
  }),
  needsOption: (option: string, other: string) => ({
    what: `${option} needs ${other}`,
    hint: "Without it, the option has no effect: add it, or leave the option out.",
  }),
  needsListName: (option: string, form: string) => ({
    what: `${option} without a name is for phone lists, but there are none`,
    hint: `Give the name of the suppression list: ${form}`,
  }),
  stdoutTaken: (option: string, hasDryRun: boolean) => ({
    what: `--json and the list of ${option} can't both go to stdout`,
    hint: `Write the list to a file: ${option} FILE.csv.${hasDryRun ? " To see only the report: --dry-run." : ""}`,
  }),
  otherFormat: (typed: string, ending: string) => ({
    what: `${typed} can't write ${ending}`,
    hint: `Write .csv in place of ${ending}. A scrub's ${option("output", "X.xlsx")} and ${option("removed", "X.xlsx")} write workbooks.`,
  }),
  reportExtension: () => ({ what: "the name of a report must end in .json or .html" }),
  badHoliday: () => ({
    what: "this line is not a date",
    hint: "Write one date a line, such as 2026-05-01 or 01/05/2026, without a time. # begins a comment.",
  }),
  noHolidays: () => ({
    what: "has no date",
    hint: "If there are no holidays, leave --holidays out. For those of El Salvador: --holidays sv.",
  }),
  noReport: () => ({
    what: "there is no report",
    hint: "Give one: svscrub verify CLEAN.audit.json. Or a run log: svscrub verify --log runs.jsonl",
  }),
  oneReport: (reports: number) => ({
    what: `there are ${number(reports)} reports, but one is verified at a time`,
    hint: "Verify each one separately. Put suppression lists after -s.",
  }),
  needsSuppress: (option: string) => ({ what: `${option} needs -s FILE`, hint: "Give today's suppression lists." }),
  badOwn: () => ({
    what: `${option("own")} takes a phone number of yours`,
    hint: `Give one number that can be read with certainty; repeat ${option("own")} for each: ${option("own", "2222-1100")}.`,
  }),
  badCanary: () => ({
    what: `${option("canary")} takes a phone number`,
    hint: `Give one number that can be read with certainty: ${option("canary", "NUMBER")} or ${option("canary", "dnc=NUMBER")}.`,
  }),
  nestedArguments: () => ({
    what: "a file of arguments can't name another",
    hint: "Copy the other's lines to here. A file whose own name begins with @ is ./@NAME.",
  }),
  severalArguments: (option: string) => ({
    what: `one argument stands on a line, and behind ${option} there is another`,
    hint: "Put its value on the next line, or write --option=value.",
  }),
  recordAsArgument: () => ({
    what: "this looks like a record of a list, not like an argument",
    hint: "If this file is the list itself, leave out the @. If it is an argument, check the file's name in this line.",
  }),
  argumentsNoText: () => ({
    what: "is no UTF-8 text",
    hint: "Save the file of arguments as UTF-8, one argument a line.",
  }),
  emptyOperand: (operand: string) => ({
    what: `there is an empty word in the place of ${operand}`,
    hint: "Give a name that is not empty. A variable is probably not set.",
  }),
  emptyName: (option: string) => ({
    what: `${option} has an empty name`,
    hint: "Give a name that is not empty. A variable is probably not set.",
  }),
  contradiction: (one: string, other: string) => ({
    what: `${one} and ${other} contradict each other`,
    hint: "Leave one of them out.",
  }),
};
