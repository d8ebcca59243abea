// The programs that scrub: how each is run, whether it is here, and what it is known to get wrong.

import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { binOf, OWN_BIN } from "./builds.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const script = (name) => path.join(HERE, "peers", name);

/** svscrub with all that it writes: the clean list, the removed list and the report. */
export function svscrubCommand({ list, optOuts, output }, bin = OWN_BIN) {
  return [process.execPath, bin, list, "-s", optOuts, "--force", "-o", output, "--removed", `${output}.removed.csv`];
}

/** What a run writes under this name, the report beside it too. */
export function outputsOf(output) {
  return [output, `${output}.removed.csv`, output.replace(/\.(?:csv|xlsx)$/, ".audit.json")];
}

/** What no peer reads. */
function explainAll({ shape, what, follows }) {
  if (shape === "scientific-whole") return "does not read scientific notation";
  if (shape === "seven-digits-float") return "makes eight digits of seven and `.0`: another person's number";
  if (shape === "dui") return "takes an identity number that lost its zero for a phone number";
  if (what.startsWith("keeps invalid placeholder")) return "takes one digit eight times for a phone number";
  if (follows) return "follows from an earlier record with the same number";
  return undefined;
}

function explainStripping(difference) {
  const { shape } = difference;
  if (shape.startsWith("two-")) return "strips all but digits, so that two numbers become one of 16 digits";
  if (shape === "extension") return "strips all but digits, so that the extension joins the number";
  if (shape === "excel-float") return "strips all but digits, so that `.0` becomes a ninth digit";
  return explainAll(difference);
}

function explainLibrary(difference) {
  const { shape } = difference;
  if (shape.startsWith("two-")) return "reads one number of a cell that holds two, or none";
  if (shape === "excel-float") return "takes `.0` for a ninth digit";
  if (shape === "toll-free") return "keeps toll-free numbers, which are valid";
  return explainAll(difference);
}

/**
 * `version` is a command that says it, and fails where the program isn't installed; `slow`: one run is enough;
 * `explain` says why a record differs, undefined where that has no known cause.
 */
export const SVSCRUB = {
  name: "svscrub",
  version: [process.execPath, OWN_BIN, "--version"],
  command: svscrubCommand,
  // Nothing that svscrub does differently is excused.
  explain: () => undefined,
};

const OTHERS = [
  {
    name: "duckdb",
    version: [process.execPath, script("duckdb-version.mjs")],
    command: ({ list, optOuts, output, isDated }) =>
      [process.execPath, script("duckdb.mjs"), list, optOuts, output].concat(isDated ? ["dated"] : []),
    explain: explainStripping,
  },
  {
    name: "script",
    version: [process.execPath, "-p", "'csv-parse, libphonenumber-js, csv-stringify'"],
    command: ({ list, optOuts, output }) => [process.execPath, script("script.mjs"), list, optOuts, output],
    slow: true,
    explain: explainLibrary,
  },
];

/** The programs that are here, in the order in which a round runs them, and what each says of itself. */
export function findPeers(beside) {
  const builds = beside.flatMap((commit) => {
    const bin = binOf(commit);
    if (bin === undefined) console.log(`${commit}: not at hand`);
    return bin === undefined ? [] : [buildPeer(`svscrub ${path.basename(commit)}`, bin)];
  });
  return [SVSCRUB, ...builds, ...OTHERS].flatMap((peer) => {
    const said = firstLine(...peer.version);
    console.log(`${peer.name}: ${said ?? "not installed"}`);
    return said === undefined ? [] : [{ ...peer, said }];
  });
}

function buildPeer(name, bin) {
  return {
    name,
    version: [process.execPath, bin, "--version"],
    command: (files) => svscrubCommand(files, bin),
    explain: () => "another build, perhaps of another contract",
  };
}

function firstLine(...[command, ...args]) {
  const { status, stdout, error } = spawnSync(String(command), args, { encoding: "utf8", cwd: HERE, timeout: 20_000 });
  return error || status !== 0 ? undefined : stdout.split("\n")[0];
}
