// What is wrong with what was typed, in English.

import type { UsageErrors } from "./sentences.js";
import { wordIn } from "./typed-words.js";
import { number } from "./values.js";

const inLanguage = (word: string) => wordIn("en", word);

export const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; did you mean "${nearest}"?`);

export const usageErrors: UsageErrors = {
  unknownOption: (option, nearest, help) => ({
    what: `unknown option ${option}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    hint: `${help} lists them all.`,
  }),
  missingValue: (option, help) => ({ what: `${option} needs a value`, hint: `${help} shows how.` }),
  unknownCommand: (typed, nearest) => ({
    what: `"${typed}" is neither a command nor a file${orMeant(nearest)}`,
    hint: "svscrub help lists the commands.",
  }),
  unknownShell: (typed, nearest, shells) => ({
    what:
      typed === undefined
        ? `name a shell: ${shells.join(", ")}`
        : `"${typed}" is none of the shells ${shells.join(", ")}${orMeant(nearest)}`,
    hint: "svscrub help completion shows how to install the script.",
  }),
  noPhoneList: (suppressions) => ({
    what: suppressions > 0 ? "no phone list is left: every file after -s is a suppression list" : "no phone list",
    hint: "Phone lists come first: svscrub LIST.csv -s OPTOUTS.csv -o CLEAN.csv",
  }),
  checkWithoutList: () => ({ what: "no suppression list", hint: "Add one with -s FILE: the answer depends on it." }),
  noNumber: () => ({ what: "no number to check", hint: "Name one: svscrub check '7012-3456' -s OPTOUTS.csv" }),
  noFile: () => ({ what: "no file to inspect", hint: "Name one: svscrub inspect LIST.csv" }),
  noSuppression: () => ({
    what: "no suppression list",
    hint: "Add one with -s FILE. To tidy a list without removing who opted out, say --no-suppression.",
  }),
  noContactLog: (suppressions) => ({
    what: suppressions > 0 ? "no contact log is left: every file after -s is a suppression list" : "no contact log",
    hint: "The log comes first: svscrub audit CONTACTS.csv -s OPTOUTS.csv",
  }),
  severalContactLogs: (logs) => ({
    what: `${number(logs)} contact logs, and one at a time is audited`,
    hint: "Audit each in a run of its own. If one of them is a suppression list, put it behind -s.",
  }),
  noOptOuts: () => ({ what: "no suppression list", hint: "Name the opt-outs with -s FILE." }),
  stdinTwice: () => ({ what: "stdin (-) can be one list only", hint: "Put one of them into a file." }),
  badValue: (option, expected) => ({
    what: `${option} takes ${typeof expected === "string" ? expected : expected.map(inLanguage).join(", ")}`,
  }),
  badMapping: (option, words) => ({
    what: `${option} takes ${words.map((word) => `WORD=${inLanguage(word)}`).join(", ")}`,
  }),
  badForm: (option, examples) => ({ what: `${option} takes a value such as ${examples}` }),
  givenTwice: (option) => ({
    what: `${option} is given twice`,
    hint: "It takes one value: leave out the one that you don't mean.",
  }),
  badPercentage: (option) => ({
    what: `${option} takes a percentage with its sign`,
    hint: "Such as 20% or 20pct (in a crontab, where % ends the line).",
  }),
  unknownListName: (option, name, nearest) => ({
    what: `${option}: no suppression list is named "${name}"${orMeant(nearest)}`,
    hint: "A list's name is its file's name, or what stands before = in -s NAME=FILE.",
  }),
  guardNeedsOutput: (option) => ({
    what: `${option} needs -o FILE`,
    hint: "A stream that has been sent can't be taken back.",
  }),
  needsOption: (option, other) => ({
    what: `${option} needs ${other}`,
    hint: "Alone it says nothing: add the other, or leave it out.",
  }),
  needsListName: (option, form) => ({
    what: `${option} without a name is about phone lists, and there are none here`,
    hint: `Name the suppression list: ${form}`,
  }),
  badZone: (nearest) => ({
    what: `--tz takes the name of a time zone${orMeant(nearest)}`,
    hint: "Such as America/El_Salvador, America/Guatemala or UTC; an offset such as -06:00 is no zone.",
  }),
  reportExtension: () => ({ what: "a report's name must end in .json or .html" }),
  badHoliday: () => ({
    what: "this line is no date",
    hint: "One date a line, such as 2026-05-01 or 01/05/2026, without a time. # begins a comment.",
  }),
  noHolidays: () => ({
    what: "holds no date",
    hint: "Without holidays leave --holidays out; those of El Salvador are --holidays sv.",
  }),
  noReport: () => ({
    what: "no report was named",
    hint: "Name one: svscrub verify CLEAN.audit.json, or a run log: svscrub verify --log runs.jsonl",
  }),
  oneReport: (reports) => ({
    what: `${number(reports)} reports were named, and one is verified at a time`,
    hint: "Suppression lists stand behind -s.",
  }),
  needsSuppress: (option) => ({ what: `${option} needs -s FILE`, hint: "Name today's suppression lists." }),
  badCanary: () => ({
    what: "--canary takes a phone number",
    hint: "One certain number, such as --canary NUMBER or --canary dnc=NUMBER.",
  }),
  nestedArguments: () => ({
    what: "a file of arguments can't name another",
    hint: "Copy the other's lines to here. A file whose own name begins with @ is ./@NAME.",
  }),
  severalArguments: (option) => ({
    what: `one argument stands on a line, and behind ${option} there is another`,
    hint: "Put its value on the next line, or write --option=value.",
  }),
  argumentsNoText: () => ({
    what: "is no UTF-8 text",
    hint: "Save the file of arguments as UTF-8, one argument a line.",
  }),
  emptyOperand: (operand) => ({
    what: `an empty word stands where ${operand} should`,
    hint: "Is a variable of the shell unset?",
  }),
  emptyName: (option) => ({ what: `${option} has an empty name`, hint: "Is a variable of the shell unset?" }),
  contradiction: (one, other) => ({ what: `${one} and ${other} contradict each other` }),
};
