// A golden case as one file: free text, and parts that each begin with `-- NAME --`.
// Behind the name stands, in brackets, what its lines can't show: `crlf`, `no line end`, or `base64` for what is no plain text.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface CaseFile {
  /** Why what is expected is right, where the name doesn't say it. */
  why: string;
  /** The bytes of `args`, `stdin`, `env`, `input/…` and `expected/…`. */
  parts: Map<string, Buffer>;
}

const PART = /^-- (\S.*?)(?: \((crlf|no line end|crlf, no line end|base64)\))? --$/;

export function readCase(file: string): CaseFile {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  const starts = lines.flatMap((line, at) => (PART.test(line) ? [at] : []));
  const parts = starts.map((start, i) => {
    const [, name, written] = PART.exec(lines[start]!)!;
    return [name!, bytesOf(lines.slice(start + 1, starts[i + 1]), written)] as const;
  });
  return { why: lines.slice(0, starts[0]).join("\n").trim(), parts: new Map(parts) };
}

export function writeCase(file: string, { why, parts }: CaseFile): void {
  const ordered = [...parts].sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    [why === "" ? "" : `${why}\n\n`, ...ordered.map(([name, bytes]) => written(name, bytes))].join(""),
  );
}

const ORDER = ["args", "env", "stdin", "input/", "expected/"];

function placeOf(name: string): number {
  return ORDER.findIndex((begin) => name.startsWith(begin));
}

function written(name: string, bytes: Buffer): string {
  const text = bytes.toString();
  const lineEnd = /^(?:[^\r\n]*\r\n)+[^\r\n]*$/.test(text) ? "\r\n" : "\n";
  const isEnded = text === "" || text.endsWith(lineEnd);
  const lines = text.split(lineEnd);
  if (isEnded) lines.pop();
  // Neither bytes that are no UTF-8, nor marks that nobody sees, nor what would be read as another part.
  const isPlain =
    Buffer.from(text).equals(bytes) && !/[^\P{C}\t]/u.test(lines.join("")) && !lines.some((line) => PART.test(line));
  if (!isPlain) return `-- ${name} (base64) --\n${bytes.toString("base64").replace(/.{1,100}/g, "$&\n")}`;
  const marks = [lineEnd === "\r\n" && "crlf", !isEnded && "no line end"].filter(Boolean).join(", ");
  return `-- ${name}${marks && ` (${marks})`} --\n${lines.map((line) => `${line}\n`).join("")}`;
}

function bytesOf(lines: readonly string[], written = ""): Buffer {
  if (written === "base64") return Buffer.from(lines.join(""), "base64");
  const lineEnd = written.startsWith("crlf") ? "\r\n" : "\n";
  const text = lines.map((line) => line + lineEnd).join("");
  return Buffer.from(written.endsWith("no line end") ? text.slice(0, -lineEnd.length) : text);
}
