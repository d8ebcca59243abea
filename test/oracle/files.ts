// Rows ⇄ the bytes of a file, in every dialect that lists come in. The reader is a plain loop over characters.

import { type Row, type Table, widthOf } from "./world.js";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

export interface Dialect {
  delimiter: "," | ";" | "\t" | "|";
  lineEnd: "\n" | "\r\n";
  quotes: "needed" | "all";
  encoding: Encoding;
  lastLineEnd: boolean;
}

/** Characters of Windows-1252 that are not Latin-1, as far as the generators write them. */
const WINDOWS_1252: Record<string, number> = { "\u2013": 0x96, "\u2014": 0x97, "\u2019": 0x92 };

export function writeTable({ header, rows }: Table, dialect: Dialect): Uint8Array {
  const width = widthOf({ header, rows });
  const lines = rows.map((row) => writeRow(row, dialect));
  if (header !== undefined) lines.unshift(writeRow({ cells: header }, dialect));
  const text = lines.join(dialect.lineEnd) + (dialect.lastLineEnd || width === 0 ? dialect.lineEnd : "");
  return encode(text, dialect.encoding);
}

function writeRow({ cells, isMalformed }: Row, { delimiter, quotes }: Dialect): string {
  const isBlank = cells.length === 1 && cells[0] === "";
  return cells
    .map((cell, at) => {
      const quoted = `"${cell.replaceAll('"', '""')}"`;
      // A single empty cell would be a blank line, which is no record.
      if (isMalformed && at === 0) return `${quoted}x`;
      return quotes === "all" || isBlank || /["\r\n]/.test(cell) || cell.includes(delimiter) ? quoted : cell;
    })
    .join(delimiter);
}

export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  if (!isWindows1252(text)) return Buffer.from(text);
  return Uint8Array.from(text, (character) => WINDOWS_1252[character] ?? character.charCodeAt(0));
}

/** Only what can be written in Windows-1252 is; another text is UTF-8. */
function isWindows1252(text: string): boolean {
  return [...text].every((character) => character in WINDOWS_1252 || /[\n\r\t\x20-\x7e\xa0-\xff]/.test(character));
}

export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const labels = {
    "utf-8-bom": "utf-8",
    "utf-8": "utf-8",
    "utf-16le": "utf-16le",
    "utf-16be": "utf-16be",
    "windows-1252": "utf-8",
  };
  const text = new TextDecoder(labels[encoding]).decode(bytes);
  return text.includes("\ufffd") ? decodeWindows1252(bytes) : text;
}

/** Some versions of Node decode it as Latin-1, which makes control characters of its dashes. */
function decodeWindows1252(bytes: Uint8Array): string {
  const characters = Object.entries(WINDOWS_1252);
  const characterOf = (byte: number) => characters.find(([, code]) => code === byte)?.[0] ?? String.fromCharCode(byte);
  return Array.from(bytes, characterOf).join("");
}

/** The records of a file, blank lines left out; a quote opens a cell only where the cell begins. */
export function readRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endRecord = (): void => {
    if (cells.length > 0 || cell !== "" || isQuoted) records.push([...cells, cell]);
    cells = [];
    cell = "";
    isQuoted = false;
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"' && cell === "" && !isQuoted) {
      isQuoted = true;
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === undefined) throw new Error("a quote never closes");
        if (text[at] === '"') at++;
        cell += text[at];
      }
    } else if (text[at] === delimiter) {
      cells.push(cell);
      cell = "";
      isQuoted = false;
    } else if (text[at] === "\n") endRecord();
    else if (!(text[at] === "\r" && text[at + 1] === "\n")) cell += text[at];
  }
  endRecord();
  return records;
}
