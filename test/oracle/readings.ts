// "Every way of reading counts": what neighbouring groups of digits in a cell make together, whatever marks stand between them.
// Only of cells of digits and marks; where words stand in one, cell.ts says what it knows.

import { isInPlan } from "./plan.js";

const PLAIN = /^[\d ,.;:|&/()\n-]+$/;
const CODES = ["", "503", "00503", "011503"];
/** A dash or a dot within 4-4, or no gap at all, binds. */
const BOUND = /(?<!\d)(?=(\d{8}|\d{4}[-.]\d{4})(?!\d))/g;

/** National numbers of eight digits that must be looked up. */
export function everyReading(text: string): string[] {
  // A `(0)` is dialled at home alone: cell.ts knows it.
  if (!PLAIN.test(text) || /\( ?0 ?\)/.test(text)) return [];
  const groups = [...text.matchAll(/\d+/g)].map((match) => ({ from: match.index, digits: match[0] }));
  const pairs = [...text.matchAll(BOUND)]
    .filter((match) => isInPlan(match[1]!.replace(/\D/g, "")))
    .map((match) => [match.index, match.index + match[1]!.length] as const);
  // Of `5000.7000.5000` nobody can tell which two belong together.
  const bound = pairs.filter((one) =>
    pairs.every((other) => other === one || other[1] <= one[0] || other[0] >= one[1]),
  );
  const found: string[] = [];
  for (const [first, { from }] of groups.entries()) {
    let digits = "";
    for (const group of groups.slice(first, first + 8)) {
      digits += group.digits;
      const to = group.from + group.digits.length;
      // A bound number is taken whole or not at all, but by what a calling code begins.
      const isCut = bound.some(([begin, end]) => begin < to && end > from && (begin < from || end > to));
      for (const code of CODES) {
        if (isCut && (code === "" || groups[first]!.digits !== code)) continue;
        const national = digits.slice(code.length);
        if (digits.startsWith(code) && national.length === 8 && isInPlan(national)) found.push(national);
      }
    }
  }
  return found;
}
