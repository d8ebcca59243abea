// The programs that are measured: how each is run, whether it is here, and what it is known to get wrong.

import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { previousCommand } from "./previous.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BIN = path.join(HERE, "../../bin/svscrub.js");
const script = (/** @type {string} */ name) => path.join(HERE, "peers", name);
// The system's own Python: Debian's python3-phonenumbers is installed for that one.
const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

/**
 * @typedef {{ list: string, optOuts: string, output: string }} Files
 * @typedef {{ name: string, version: () => string | undefined, command: (files: Files) => string[], stdout?: boolean,
 *   compared: boolean, slow?: boolean, explain: (difference: import("./compare.mjs").Case) => string | undefined }} Peer
 * `slow`: one run is enough. `version` is undefined where the program is not installed; `explain` is undefined where a difference has no known cause.
 */

/** svscrub with all that it writes: the clean list, the removed list and the report. @param {Files} files */
export function svscrubCommand({ list, optOuts, output }, bin = BIN) {
  return [process.execPath, bin, list, "-s", optOuts, "--force", "-o", output, "--removed", `${output}.removed.csv`];
}

const FIRST_OF_TWO = "reads one number of a cell that holds two, or none";

/** Takes away what a run has written under this name, the report beside it too. @param {string} output */
export function removeOutputs(output) {
  for (const file of [output, `${output}.removed.csv`, output.replace(/\.(?:csv|xlsx)$/, ".audit.json")])
    rmSync(file, { force: true });
}

/** @param {import("./compare.mjs").Case} difference */
function explainStripping({ shape, what }) {
  if (shape.startsWith("two-")) return "strips all but digits, so that two numbers become one of 16 digits";
  if (shape === "extension") return "strips all but digits, so that the extension joins the number";
  if (shape === "excel-float") return "strips all but digits, so that `.0` becomes a ninth digit";
  if (shape === "scientific-whole") return "does not read scientific notation";
  if (shape === "seven-digits-float") return "makes eight digits of seven and `.0`: another person's number";
  if (shape === "dui") return "takes a DUI that lost its zero for a phone number";
  if (what.startsWith("keeps invalid placeholder")) return "takes one digit eight times for a phone number";
  return undefined;
}

/** @param {import("./compare.mjs").Case} difference */
function explainLibrary({ shape, what }) {
  if (shape.startsWith("two-")) return FIRST_OF_TWO;
  if (shape === "excel-float") return "takes `.0` for a ninth digit";
  if (shape === "scientific-whole") return "does not read scientific notation";
  if (shape === "seven-digits-float") return "makes eight digits of seven and `.0`: another person's number";
  if (shape === "dui") return "takes a DUI that lost its zero for a phone number";
  if (shape === "toll-free") return "keeps toll-free numbers, which are valid";
  if (what.startsWith("keeps invalid placeholder")) return "takes one digit eight times for a phone number";
  return undefined;
}

/** @type {Peer} */
export const SVSCRUB = {
  name: "svscrub",
  version: () => firstLine(process.execPath, BIN, "--version"),
  command: svscrubCommand,
  compared: true,
  // Nothing that svscrub does differently is excused.
  explain: () => undefined,
};

/** @type {readonly Peer[]} In the order in which a round runs them. */
export const PEERS = [
  {
    name: "cp",
    version: () => firstLine("cp", "--version"),
    command: ({ list, output }) => ["cp", list, output],
    compared: false,
    explain: () => undefined,
  },
  SVSCRUB,
  {
    name: "svscrub-0.1.0",
    version: () => {
      const bin = previousCommand();
      return bin && firstLine(process.execPath, bin, "--version");
    },
    command: (files) => svscrubCommand(files, previousCommand()),
    compared: true,
    explain: ({ shape, what }) =>
      shape.startsWith("two-") || what.includes("removed list")
        ? "looks up no neighbour whose office the other number's digits hide"
        : undefined,
  },
  {
    name: "duckdb",
    version: () =>
      firstLine(
        process.execPath,
        "--input-type=module",
        "-e",
        `import(${JSON.stringify(script("duckdb-version.mjs"))})`,
      ),
    command: ({ list, optOuts, output }) => [process.execPath, script("duckdb.mjs"), list, optOuts, output],
    compared: true,
    explain: explainStripping,
  },
  {
    name: "script",
    version: () => `csv-parse, libphonenumber-js/max, csv-stringify on Node ${process.versions.node}`,
    command: ({ list, optOuts, output }) => [process.execPath, script("script.mjs"), list, optOuts, output],
    compared: true,
    explain: explainLibrary,
  },
  {
    name: "mawk",
    version: () => firstLine("mawk", "-W", "version"),
    command: ({ list, optOuts }) => ["mawk", "-f", script("scrub.awk"), optOuts, list],
    stdout: true,
    compared: true,
    explain: (difference) =>
      difference.quotedName || difference.shape === "" || difference.shape === "two-comma"
        ? "a quoted comma ends a cell: the phone is in another column, or cut in two"
        : explainStripping(difference),
  },
  {
    name: "miller",
    version: () => firstLine("mlr", "--version"),
    command: ({ list, optOuts, output }) => ["sh", script("miller.sh"), list, optOuts, output],
    slow: true,
    compared: true,
    explain: explainStripping,
  },
  {
    name: "python",
    version: () =>
      firstLine(
        PYTHON,
        "-c",
        "import sys, phonenumbers as p; print('phonenumbers', p.__version__, 'on Python', sys.version.split()[0])",
      ),
    command: ({ list, optOuts, output }) => [PYTHON, script("phonenumbers_script.py"), list, optOuts, output],
    slow: true,
    compared: true,
    explain: (difference) =>
      explainLibrary(difference) ??
      (difference.what === "drops a clean record" && isNewRange(difference.first)
        ? "its metadata is older than the ranges 5… and 6611…"
        : undefined),
  },
];

/** Ranges that Debian 13's phonenumbers (8.12.57, of 2022) does not know. @param {number} number */
function isNewRange(number) {
  return (number >= 50_000_000 && number < 60_000_000) || Math.floor(number / 10_000) === 6611;
}

/** @param {string} command @param {readonly string[]} args */
function firstLine(command, ...args) {
  const { status, stdout, error } = spawnSync(command, args, { encoding: "utf8", cwd: HERE, timeout: 20_000 });
  return error || status !== 0 ? undefined : stdout.split("\n")[0];
}
