// What the scripts in shells/ tell of a line that somebody types, and how they are answered: one candidate a line.

import type { Files, Value } from "./completable.js";

/** What may stand behind the first `kept` characters of the word, however it goes on: a shell may offer what only resembles it. */
export interface Answer extends Omit<Value, "isNamed"> {
  kept: number;
}

export interface Line {
  /** The words between the program's name and the cursor, without quotes. */
  before: readonly string[];
  /** What stands before the cursor of the word at it, quotes and all, and without them. */
  typed: string;
  word: string;
  /** Where in what was typed the part begins that bash replaces: it parts words at more than spaces. */
  start: number;
}

interface Protocol {
  /** Undefined where nothing is to be offered. */
  read(said: readonly string[]): Line | undefined;
  write(answer: Answer, line: Line): string;
}

export const PROTOCOLS: Readonly<Record<"bash" | "zsh" | "fish" | "powershell", Protocol>> = {
  // What bash takes for the word at the cursor, and the line: it tears words at `=` and the like.
  bash: { read: ([part = "", line = ""]) => readLine(line, part), write: writeForBash },
  // The words before the cursor, and the one at it as it was typed.
  zsh: { read: (words) => lineOf(words.slice(0, -1), words.at(-1)!), write: writeForZshAndFish },
  fish: { read: (words) => lineOf(words.slice(0, -1), words.at(-1)!), write: writeForZshAndFish },
  // On Windows a batch file stands between, which would evaluate words: it gets letters, and gives ASCII.
  powershell: { read: readEncoded, write: writeForPowershell },
};

const QUOTED = /\\[\s\S]?|'[^']*'?|"(?:\\[\s\S]|[^"\\])*"?/g;
/** A word; `<` and `>`, by which bash redirects, part words as a space does. */
const TOKEN = new RegExp(`((?:${QUOTED.source}|[^\\s'"\\\\<>])*)([\\s<>]*)`, "g");

/** Parts a line as bash does. */
function readLine(line: string, part: string): Line | undefined {
  const tokens = [...line.matchAll(TOKEN)];
  // The match behind the last word is empty: the word at the cursor, where a space parts them.
  if (tokens.at(-2)?.[2] === "") tokens.pop();
  const [, typed = ""] = tokens.pop()!;
  return lineOf(
    tokens.slice(1).map(([, word = ""]) => unquoted(word)),
    typed,
    typed.length - part.length,
  );
}

/** A word that a shell would evaluate, as zsh does to find a folder, gets no answer. */
function lineOf(before: readonly string[], typed: string, start = 0): Line | undefined {
  if (/`|\$[^A-Za-z_]|\p{Cc}/u.test(typed)) return undefined;
  return { before, typed, word: unquoted(typed), start };
}

function unquoted(typed: string): string {
  return typed.replace(QUOTED, (part) =>
    part.startsWith("'") ? part.replaceAll("'", "") : part.replace(/\\([\s\S]?)|"/g, "$1"),
  );
}

/** Returns the quote that is still open. */
function quoteIn(typed: string): string {
  return /^(['"])(?!.*\1$)/s.exec(typed.match(QUOTED)?.at(-1) ?? "")?.[1] ?? "";
}

/** Returns what was typed of the first `kept` characters of the word. */
function begunOf({ kept }: Answer, { typed }: Line): string {
  let at = 0;
  while (unquoted(typed.slice(0, at)).length < kept) at++;
  return typed.slice(0, at);
}

/** `.json` → `[.][jJ][sS][oO][nN]`: most patterns tell capitals from small letters. */
function ofAnyCase(ending: string): string {
  return ending.replace(/./g, (char) => (char === "." ? "[.]" : `[${char}${char.toUpperCase()}]`));
}

/** What a path holds that is offered, a folder's with a slash at its end; empty where none is. */
function patternOf(files: Files | undefined): string {
  if (files === undefined) return "";
  return files === "folders" ? "/$" : files.length === 0 ? "." : `${["/", ...files.map(ofAnyCase)].join("$|")}$`;
}

function writeForBash(answer: Answer, line: Line): string {
  const { candidates = [], files, kept, separator } = answer;
  const { word, typed, start } = line;
  const quote = quoteIn(typed);
  const begun = begunOf(answer, line);
  const words = candidates
    .map((one) => begun + (quoteIn(begun) === "" ? quote : "") + one.word)
    .filter((one) => one.startsWith(typed))
    // It replaces a part of the word, at which each answer begins.
    .map((one) => one.slice(start));
  const skipped = unquoted(typed.slice(0, start)).length;
  // Where readline looks for files of any name at the same place, it does so by itself, and knows of quotes.
  const isOwn = words.length === 0 && files?.length === 0 && skipped === kept;
  const how = isOwn ? "own" : files !== undefined ? "files" : separator === undefined ? "words" : "open";
  return lines(how, word.slice(0, kept), String(skipped), word.slice(kept), patternOf(files), ...words);
}

/** These choose and quote by themselves. */
function writeForZshAndFish(answer: Answer, line: Line): string {
  const { candidates = [], files, kept, separator = "" } = answer;
  const begun = line.word.slice(0, kept);
  const rest = line.typed.slice(begunOf(answer, line).length);
  const words = candidates.map(({ word, line = "" }) => `${begun}${word}\t${line}`);
  return lines(begun, rest, patternOf(files), separator, ...words);
}

function readEncoded([encoded = ""]: readonly string[]): Line {
  const before = Buffer.from(encoded, "base64").toString().split("\0");
  const typed = before.pop()!;
  // Paths are full of backslashes, which quote nothing.
  return { ...lineOf(before, "")!, typed, word: typed.replace(/^["']/, "") };
}

function writeForPowershell({ candidates = [], files, kept }: Answer, { word, typed }: Line): string {
  const begun = word.slice(0, kept);
  const quoted = (text: string) =>
    /^[\p{L}\p{N}_./:=-]+$/u.test(text) ? text : `'${text.replace(/['‘’‚‛]/g, "$&$&")}'`;
  const words = candidates
    .filter((one) => (begun + one.word).toLowerCase().startsWith(word.toLowerCase()))
    .map(({ word, line = word }) => ({ text: quoted(begun + word), word, line }));
  const rest = kept === 0 ? typed : word.slice(kept);
  const said = JSON.stringify({ begun, rest, pattern: patternOf(files), candidates: words });
  return said.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line.replace(/\n/g, " ")}\n`).join("");
}
