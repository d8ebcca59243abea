// Whether a file could be the suppression list that was probably meant: never one that a run wrote, and nothing that plainly holds
// no numbers, for whoever takes such an offer suppresses nobody.

import fs from "node:fs";
import path from "node:path";

const LIST = /\.(?:csv|tsv|txt)(?<packed>\.gz)?$|\.(?<book>xls[xm])$/i;
/** How people and svscrub call what a run wrote. */
const WRITTEN = /clean|depurad|limpi[ao]|removed|quitad|flagged|marcad|svscrub/i;
/** A number, or a digest of one. */
const NUMBER = /\d(?:[\s().-]{0,3}\d){6}|[\da-f]{32}/i;
const HEAD_BYTES = 64 * 1024;
const MOST_REPORTS = 100;
const LONGEST_REPORT = 1024 * 1024;

export function maySuppress(file: string): boolean {
  const name = path.basename(file);
  const kind = LIST.exec(name);
  if (kind === null || WRITTEN.test(name)) return false;
  try {
    const isText = kind.groups!.packed === undefined && kind.groups!.book === undefined;
    if (isText) {
      const head = headOf(file);
      if (!NUMBER.test(head.replaceAll("\0", "")) || head.includes("svscrub_disposition")) return false;
    }
    return !writtenIn(path.dirname(file)).has(name);
  } catch {
    return false;
  }
}

function headOf(file: string): string {
  const descriptor = fs.openSync(file, "r");
  try {
    if (!fs.fstatSync(descriptor).isFile()) return "";
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.toString("latin1", 0, fs.readSync(descriptor, bytes, 0, HEAD_BYTES, 0));
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The names of the outputs of which the reports in a folder tell. */
function writtenIn(folder: string): Set<string> {
  const reports = fs.readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Set(reports.slice(0, MOST_REPORTS).flatMap((name) => outputsIn(path.join(folder, name))));
}

function outputsIn(file: string): string[] {
  try {
    const { size } = fs.statSync(file);
    if (size > LONGEST_REPORT) return [];
    const { outputs } = JSON.parse(fs.readFileSync(file, "utf8")) as { outputs: { path: string }[] };
    return outputs.map((output) => path.basename(output.path));
  } catch {
    // No report.
    return [];
  }
}
