// What is warned of in a phone list's own opt-outs, in English.

import type { CommonSentences, OwnOptOutWarning } from "../sentences.js";
import { count, number } from "../values.js";

export const ownOptOutWarnings: Pick<CommonSentences["warnings"], OwnOptOutWarning> = {
  "opt-out-words": (file, column, total, lines, place) =>
    `${file}: column "${column}" mentions opting out in ${count(total, "record", "records")} (${linesShown(lines)}) and blocks nobody. ${
      {
        phones: "To block them, move the words out of the phone column into one named no_llamar",
        beyond: `To block them, name column ${column} no_llamar in the header`,
        column: `To block them, add --opt-out-column "${column}"; if they don't matter, --ignore-column "${column}"`,
      }[place]
    }`,
  "opt-out-heading": (file, column, total, lines) =>
    `${file}: ${count(total, "record has", "records have")} nothing but words of an opt-out in column "${column}" (${linesShown(lines)}), as a heading has, and ${total === 1 ? "blocks" : "block"} nobody, nor do the records below. If the people below opted out, put them into a suppression list, or mark each of them in a column named no_llamar; if not, delete the heading`,
  "consent-said-opt-out": (file, column) =>
    `${file}: column "${column}" is named as a consent, but --opt-out-column makes a yes in it block. If a yes means "may be contacted", leave out --opt-out-column "${column}"`,
  "opt-out-column-idle": (file, column) =>
    `${file}: column "${column}", of --opt-out-column, blocks nobody: no cell of it says so, and it holds other words. If it is the wrong column, name the right one`,
  "opt-outs-of-another-channel": (file, column) =>
    `${file}: column "${column}" speaks of another channel than --channel, and blocks nobody. If it is meant for this campaign, too, add --opt-out-column "${column}"`,
  "opt-outs-doubtful": (file, column, total, read) =>
    `${file}: column "${column}" opts out ${number(total)} of ${count(read, "record", "records")}, and none of these cells is a clear yes or no. If the column doesn't say who may be contacted, add --ignore-column "${column}"`,
  "answers-unread": (file, column, total, lines) =>
    `${file}: column "${column}" says yes or no in ${count(total, "record", "records")} (${linesShown(lines)}) and blocks nobody, because its name doesn't say what a yes means. If a yes means "do not contact", add --opt-out-column "${column}"; if a no means it, name the column acepta_contacto; if it doesn't matter, --ignore-column "${column}"`,
  "marks-without-name": (file, column, total, lines) =>
    `${file}: column ${column} marks ${count(total, "record", "records")} (${linesShown(lines)}) and blocks nobody, because no name says what the marks mean. If they mean "do not contact", add --opt-out-column ${column}; if they don't matter, --ignore-column ${column}`,
  "broken-beside-opt-outs": (file, total, lines) =>
    `${file}: nobody can tell whether ${count(total, "broken record opts", "broken records opt")} out (${linesShown(lines)}), so all ${total === 1 ? "its" : "their"} numbers count as opted out. Fix these lines and scrub again`,
};

export function linesShown(lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "first lines:"} ${lines.map(number).join(", ")}`;
}
