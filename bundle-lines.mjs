// Run by the build: a minified file is one long line, in which nobody finds a bug. Here it is broken before each statement that
// begins another line of the sources, and of each line it is told which that is: a map of every name is as large as the program.

import { SourceMap } from "node:module";
import { parseAst } from "rolldown/parseAst";

/** Before these a line may begin without another meaning. */
const BEGINS_LINE = /^(?:(?!Block).*Statement|.*Declaration|.*Definition|SwitchCase|StaticBlock)$/;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The code in lines, and a map that tells where each begins. @param {string} code @param {{ sources: string[], mappings: string }} map */
export function inLines(code, { sources, mappings }) {
  const map = new SourceMap({ file: "", version: 3, sources, sourcesContent: [], names: [], mappings, sourceRoot: "" });
  const starts = startsIn(parseAst(code)).sort((a, b) => a - b);
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  const encoded = [];
  let [source, line] = [0, 0];
  let offset = 0;
  let next = 0;
  for (const [at, text] of code.split("\n").entries()) {
    let from = 0;
    let place = placeAt(map, at, 0);
    const end = () => encoded.push(place === undefined ? "" : tell(sources.indexOf(place.source), place.line));
    for (; (starts[next] ?? Infinity) <= offset + text.length; next++) {
      const column = starts[next] - offset;
      const begins = placeAt(map, at, column);
      if (column === 0 || begins === undefined) continue;
      if (begins.source === place?.source && begins.line === place.line) continue;
      end();
      lines.push(text.slice(from, column));
      [from, place] = [column, begins];
    }
    end();
    lines.push(text.slice(from));
    offset += text.length + 1;
  }
  return { code: lines.join("\n"), map: { version: 3, sources, names: [], mappings: encoded.join(";") } };

  /** @param {number} ofSource @param {number} ofLine */
  function tell(ofSource, ofLine) {
    const moved = [0, ofSource - source, ofLine - line, 0];
    [source, line] = [ofSource, ofLine];
    return moved.map(digitsOf).join("");
  }
}

/** Nothing for what stands in no source, as the imports of a file. @param {SourceMap} map @param {number} line @param {number} column */
function placeAt(map, line, column) {
  const entry = map.findEntry(line, column);
  if (!("originalSource" in entry) || !entry.originalSource || entry.generatedLine !== line) return undefined;
  return { source: entry.originalSource, line: entry.originalLine };
}

/** Where the statements and the members of classes begin in a tree. @param {unknown} node @returns {number[]} */
function startsIn(node) {
  if (typeof node !== "object" || node === null) return [];
  const inside = Object.values(node).flatMap(startsIn);
  if ("type" in node && "start" in node && BEGINS_LINE.test(String(node.type))) inside.push(Number(node.start));
  return inside;
}

/** A number as source maps write it: in base 64, five bits a digit, the sign in the lowest one. @param {number} value */
function digitsOf(value) {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    text += DIGITS[(rest & 31) | (rest > 31 ? 32 : 0)];
    rest >>>= 5;
  } while (rest > 0);
  return text;
}
