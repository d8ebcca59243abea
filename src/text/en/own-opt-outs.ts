// What is warned of in a phone list's own opt-outs, in English.

import { count, number } from "../values.js";

export const ownOptOutWarnings = {
  "may-say-no": (file: string, column: string, total: number, lines: readonly number[], advice: "ignore" | "look") =>
    `${file}: column "${column}" may say that people are not to be contacted in ${count(total, "record", "records")} (${linesShown(lines)}), and ${total === 1 ? "it was" : "they were"} suppressed. ${
      advice === "ignore"
        ? `If it says nothing of the kind, add --ignore-column "${column}"`
        : "Look at them in the removed list: --removed removed.csv"
    }`,
  "heading-says-no": (file: string, total: number, lines: readonly number[]) =>
    `${file}: ${count(total, "record holds", "records hold")} nothing but words that say not to contact (${linesShown(lines)}). If ${total === 1 ? "it heads" : "they head"} the records below, those were not suppressed for that: move them to a list of their own and give it after -s`,
  "consent-empty": (file: string, column: string, total: number, lines: readonly number[]) =>
    `${file}: column "${column}" asks for consent and is empty in ${count(total, "record", "records")} (${linesShown(lines)}), which suppresses nobody. If an empty cell means no, add --opt-out-column "${column}="`,
};

export function linesShown(lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "first lines:"} ${lines.map(number).join(", ")}`;
}
