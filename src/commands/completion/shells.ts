// Parses what the scripts in shells/ send of a command line, and formats the answer: one candidate a line.

import type { Files, Value } from "./completable.js";

/** The completions after the first `kept` characters of the word, unfiltered: shells may offer similar ones. */
export interface Answer extends Omit<Value, "isNamed"> {
  kept: number;
}

export interface Line {
  /** The words after the program's name and before the cursor's word, without quotes. */
  before: readonly string[];
  /** The cursor's word up to the cursor, with and without quotes. */
  typed: string;
  word: string;
  /** The offset in `typed` of the part that bash replaces: it also splits words at other characters than spaces. */
  start: number;
}

interface Protocol {
  /** Undefined if nothing is to be offered. */
  read(words: readonly string[]): Line | undefined;
  write(answer: Answer, line: Line): string;
}

export const PROTOCOLS: Readonly<Record<"bash" | "zsh" | "fish" | "powershell", Protocol>> = {
  // Bash sends the part of the word after its last `=` or the like, and the line.
  bash: { read: ([part = "", line = ""]) => readLine(line, part), write: writeForBash },
  // The words before the cursor's word, and that word as typed.
  zsh: { read: (words) => lineOf(words.slice(0, -1), words.at(-1)!), write: writeForZshAndFish },
  fish: { read: (words) => lineOf(words.slice(0, -1), words.at(-1)!), write: writeForZshAndFish },
  // On Windows the batch file in between would evaluate words: it gets letters only, and returns ASCII.
  powershell: { read: readEncoded, write: writeForPowershell },
};

const QUOTED = /\\[\s\S]?|'[^']*'?|"(?:\\[\s\S]|[^"\\])*"?/g;
/** Matches a word and what follows it; redirections (`<`, `>`) end a word as spaces do. */
const TOKEN = new RegExp(`((?:${QUOTED.source}|[^\\s'"\\\\<>])*)([\\s<>]*)`, "g");

/** Splits a line as bash does. */
function readLine(line: string, part: string): Line | undefined {
  const tokens = [...line.matchAll(TOKEN)];
  // After a space the last match is empty: the word at the cursor.
  if (tokens.at(-2)?.[2] === "") tokens.pop();
  const [, typed = ""] = tokens.pop()!;
  return lineOf(
    tokens.slice(1).map(([, word = ""]) => unquoted(word)),
    typed,
    typed.length - part.length,
  );
}

/** Returns undefined for a word that a shell would evaluate. */
function lineOf(before: readonly string[], typed: string, start = 0): Line | undefined {
  if (/`|\$[^A-Za-z_]|\p{Cc}/u.test(typed)) return undefined;
  return { before, typed, word: unquoted(typed), start };
}

function unquoted(typed: string): string {
  return typed.replace(QUOTED, (part) =>
    part.startsWith("'") ? part.replaceAll("'", "") : part.replace(/\\([\s\S]?)|"/g, "$1"),
  );
}

function quoteIn(typed: string): string {
  return /^(['"])(?!.*\1$)/s.exec(typed.match(QUOTED)?.at(-1) ?? "")?.[1] ?? "";
}

/** Returns the typed form of the word's first `kept` characters. */
function begunOf({ kept }: Answer, { typed }: Line): string {
  let at = 0;
  while (unquoted(typed.slice(0, at)).length < kept) at++;
  return typed.slice(0, at);
}

/** `.json` → `[.][jJ][sS][oO][nN]`: most patterns tell capitals from small letters. */
function ofAnyCase(ending: string): string {
  return ending.replace(/./g, (char) => (char === "." ? "[.]" : `[${char}${char.toUpperCase()}]`));
}

/** Returns the pattern of the paths to offer, folders with a slash; empty without files. */
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
    // Bash replaces a part of the word; each candidate begins with that part.
    .map((one) => one.slice(start));
  const skipped = unquoted(typed.slice(0, start)).length;
  // Readline completes file names by itself, and handles quotes.
  const isOwn = words.length === 0 && files?.length === 0 && skipped === kept;
  const how = isOwn ? "own" : files !== undefined ? "files" : separator === undefined ? "words" : "open";
  return lines(how, word.slice(0, kept), String(skipped), word.slice(kept), patternOf(files), ...words);
}

/** These shells filter and quote by themselves. */
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
  // In PowerShell backslashes are part of paths and quote nothing.
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
  const json = JSON.stringify({ begun, rest, pattern: patternOf(files), candidates: words });
  return json.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line.replace(/\n/g, " ")}\n`).join("");
}
