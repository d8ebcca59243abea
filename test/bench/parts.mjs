// What is measured: each part is a table of cases that run in turn. A case has a name, a command, the files that it
// writes (`outputs`), the exit codes that are right, what compares its outputs, and what it may take at `most`:
// seconds, CPU seconds and MB, or so many times those `of` another case (`perMegabyte` of the `file`).

import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { OWN_BIN } from "./builds.mjs";
import { compareOutput } from "./compare.mjs";
import { count } from "./figures.mjs";
import { datedList, FOLDER, phoneList, suppressionList } from "./generate.mjs";
import { measureLive } from "./live.mjs";
import { outputsOf, SVSCRUB, script, svscrubCommand } from "./peers.mjs";
import { phoneOf, writeContacts, writePeople, writeRegistry } from "./registry.mjs";
import { writeReplies } from "./replies.mjs";
import { DIALECTS, MESSY, PLAIN, VARIANTS, WORDED } from "./variants.mjs";
import { workbook } from "./workbook.mjs";

const at = (name) => path.join(FOLDER, name);
const node = (words) => [process.execPath, ...words.split(" ")];
const svscrub = (words) => node(`${OWN_BIN} ${words}`);

export const PARTS = {
  plain: (plan) => {
    const beside = plan.peers.filter(isBuild).map(({ name }) => [name, { cpu: 1.15 }]);
    const of = { duckdb: { cpu: 0.2 }, script: { wall: 1 / 25 }, ...Object.fromEntries(beside) };
    return {
      title: `${count(plan.records)} records, ${count(plan.optOuts)} opt-outs`,
      base: "svscrub",
      cases: scrubCases(plan, /./, PLAIN, { of }),
    };
  },

  dated: (plan) => ({
    title: "Opt-outs with dates and channels",
    base: "svscrub",
    cases: [
      ...scrubCases(plan, FAST, PLAIN, { of: { duckdb: { wall: 0.3, cpu: 0.35 } } }, true),
      scrubCase(SVSCRUB, PLAIN, plan, { name: "svscrub, days", optOuts: datedList(plan.optOuts, true) }),
    ],
  }),

  messy: (plan) => ({
    title: "80 % of the cells are messy",
    base: "svscrub",
    cases: scrubCases(plan, FAST, MESSY, { of: { duckdb: { cpu: 0.3 } } }),
  }),

  worded: (plan) => ({
    title: `Words behind every phone, ${count(plan.records * WORDED.share)} records`,
    base: "svscrub",
    cases: scrubCases(plan, /^(?:svscrub|script$)/, WORDED, { cpu: (2.5 * plan.records) / 2_000_000 }),
  }),

  variants: (plan) => ({
    title: "The list in other dialects and shapes",
    base: "plain",
    cases: VARIANTS.map((variant) => {
      const most = DIALECTS.includes(variant) ? { of: { plain: { cpu: 1.3, perMegabyte: true } } } : {};
      return scrubCase(SVSCRUB, variant, plan, { name: variant.name, most });
    }),
  }),

  scale: (plan) => {
    const [once, fourfold] = [plan.records, plan.records * 4].map((records) => `${count(records)} records`);
    const hundred = { ...PLAIN, share: 100 / plan.records };
    const many = suppressionList(plan.optOuts * 20, true);
    const loaded = `100 records, ${count(plan.optOuts * 20)} opt-outs`;
    const cases = [
      scrubCase(SVSCRUB, PLAIN, plan, { name: once }),
      scrubCase(SVSCRUB, { ...PLAIN, share: 4 }, plan, {
        name: fourfold,
        most: { peak: 134, of: { [once]: { peak: 1.05 } } },
      }),
      scrubCase(SVSCRUB, hundred, plan, { name: loaded, optOuts: many, most: { wall: 1.5, peak: 268 } }),
    ];
    return { title: "What must not grow", base: once, cases: cases.map((one) => ({ ...one, compare: undefined })) };
  },

  workbook: (plan) => {
    const rows = Math.round(plan.records * 0.15);
    const list = workbook(rows);
    const files = { list, optOuts: suppressionList(rows / 20, false), output: at("out-workbook.csv") };
    const [base, peer] = [`svscrub, ${count(rows)} rows`, "read-excel-file, merely read"];
    const most = { peak: 180, of: { [peer]: { wall: 0.35 } } };
    return {
      title: "A workbook",
      base,
      cases: [
        { name: base, outputs: outputsOf(files.output), command: () => svscrubCommand(files), most },
        { name: peer, once: true, command: () => node(`${script("read-excel-file.mjs")} ${list}`) },
      ],
    };
  },

  written: (plan) => {
    const [list, optOuts] = [phoneList(PLAIN, plan.records / 2), suppressionList(plan.optOuts / 10, false)];
    const cases = [
      ["csv", {}],
      ["xlsx", { peak: 190, of: { "to .csv": { wall: 1.5 } } }],
    ].map(([ending, most]) => {
      const output = at(`out-written.${ending}`);
      const command = () => svscrubCommand({ list, optOuts, output });
      return { name: `to .${ending}`, outputs: outputsOf(output), command, most };
    });
    return { title: `${count(plan.records / 2)} records, written`, base: "to .csv", cases };
  },

  registry: registryPart,

  import: ({ records }) => {
    const files = ["in", "own", "review", "ack", "other"].map((name) => at(`import-${name}.csv`));
    const [input, registry, review, ack, other] = files;
    const [replies, events] = [records / 2, Math.round(records * 0.15)];
    const name = `import of ${count(replies)} replies`;
    const most = { cpu: (12 * replies) / 1e6, peak: 400 };
    for (const file of files) rmSync(file, { force: true });
    writeReplies(input, replies);
    const command = () =>
      svscrub(`registry import ${input} --registry ${registry} --kind sms --review ${review} --ack ${ack} -q`);
    const merge = () => {
      writeRegistry(registry, events);
      writeRegistry(other, events, events);
      return svscrub(`registry merge ${other} --registry ${registry} -q`);
    };
    return {
      title: "Replies taken into a registry, a tenth of them unlike all others",
      base: name,
      runs: 1,
      cases: [
        { name, command, most },
        { name: "the same again", command, most },
        { name: `merge of ${count(events)} events`, command: merge },
      ],
      files,
    };
  },

  "start-up": (plan) => {
    const [list, optOuts, output] = [phoneList(PLAIN, 100), suppressionList(100, false), at("out-start.csv")];
    const base = "node -e 0";
    const scrubs = plan.peers
      .filter((peer) => peer.name === "svscrub" || isBuild(peer))
      .map((peer) => ({
        name: `${peer.name}, 100 records`,
        outputs: outputsOf(output),
        command: () => peer.command({ list, optOuts, output }),
        most: peer.name === "svscrub" ? { of: { [base]: { wall: 2.4 } } } : {},
      }));
    return {
      title: "Start-up: medians of wall time, means of CPU time",
      base,
      runs: plan.quick ? 11 : 31,
      cases: [
        { name: base, command: () => node("-e 0") },
        ...scrubs,
        { name: "svscrub --version", command: () => svscrub("--version"), most: { of: { [base]: { wall: 1.6 } } } },
        { name: "svscrub --help", command: () => svscrub("--help") },
        { name: "svscrub check", command: () => svscrub(`check 2250-1234 -s ${optOuts}`) },
      ],
    };
  },

  live: measureLive,
};

/** svscrub, the builds beside it, and DuckDB. */
const FAST = /^(?:svscrub|duckdb$)/;

function isBuild({ name }) {
  return name.startsWith("svscrub ");
}

/** The programs of these names on one list, of which svscrub may take so much. */
function scrubCases(plan, names, variant, most, isDated = false) {
  const optOuts = isDated ? datedList(plan.optOuts, false) : suppressionList(plan.optOuts, false);
  return plan.peers
    .filter(({ name }) => names.test(name))
    .map((peer) => scrubCase(peer, variant, plan, { optOuts, isDated, most: peer.name === "svscrub" ? most : {} }));
}

/** A program that scrubs a list, compared with the truth. */
function scrubCase(
  peer,
  variant,
  plan,
  { name = peer.name, optOuts = suppressionList(plan.optOuts, false), isDated, most },
) {
  const records = Math.round(plan.records * variant.share);
  const list = phoneList(variant, records);
  const output = at(`out-${peer.name.replaceAll(" ", "-")}.csv`);
  return {
    name,
    file: list,
    once: peer.slow,
    outputs: outputsOf(output),
    command: () => peer.command({ list, optOuts, output, isDated }),
    compare: () => compareOutput(output, { variant, records, optOuts: plan.optOuts }, peer.explain),
    most,
  };
}

/** A registry that has grown: a scrub by it, and each command over it, beside DuckDB where SQL can do the same. */
function registryPart({ records: events }) {
  const names = ["own", "people", "contacts", "clean", "removed", "export", "standing", "hash", "offences"];
  const files = names.map((name) => at(`registry-${name}.csv`));
  const [registry, people, contacts, clean, removed, exported, standing, hash, offences] = files;
  const report = at("registry-clean.audit.json");
  writeRegistry(registry, events);
  writePeople(people, events, events);
  writeContacts(contacts, events / 2, events);
  const own = `--registry ${registry} -q`;
  const scrub = `${people} -s ${registry} -o ${clean} -f -q`;
  const duckdb = (words) => node(`${script("duckdb-registry.mjs")} ${words}`);
  const rows = [
    ["scrub", () => svscrub(scrub)],
    ["scrub --removed", () => svscrub(`${scrub} --removed ${removed}`), { of: { scrub: { cpu: 1.5 } } }],
    ["verify", () => svscrub(`verify ${report} -q`), { peak: 250, of: { scrub: { cpu: 2.5 } } }],
    ["audit", () => svscrub(`audit ${contacts} -s ${registry} -q`), { peak: 300, of: { scrub: { cpu: 2 } } }],
    ["duckdb: audit", () => duckdb(`audit ${registry} ${contacts} ${offences}`)],
    ["export", () => svscrub(`registry export ${own} -f -o ${exported}`), { peak: 300, of: { scrub: { cpu: 2 } } }],
    ["duckdb: export", () => duckdb(`export ${registry} ${standing}`)],
    [
      "export --hash",
      () => svscrub(`registry export ${own} --hash sha256 -f -o ${hash}`),
      { peak: 300, of: { scrub: { cpu: 2 } } },
    ],
    ["status", () => svscrub(`registry status ${own}`), { peak: 300, of: { scrub: { cpu: 1.5 } } }],
    ["status --due", () => svscrub(`registry status ${own} --due 20d`), { peak: 300, of: { scrub: { cpu: 1.5 } } }],
    ["history", () => svscrub(`registry history ${phoneOf(1)} ${own}`)],
    ["check", () => svscrub(`check ${phoneOf(1)} -s ${registry} -q`), { cpu: events / 2_000_000 }],
    ["add", (round) => svscrub(`registry add ${phoneOf(19_000_000 + round)} ${own}`), { cpu: events / 2_000_000 }],
  ];
  const codes = { audit: [1], "status --due": [0, 1], check: [0, 1] };
  const compare = { "duckdb: export": () => differencesOfExports(exported, standing) };
  return {
    title: `A registry of ${count(events)} events, a list of as many records, half as many contacts`,
    base: "scrub",
    runs: 1,
    cases: rows.map(([name, command, most]) => ({ name, command, most, codes: codes[name], compare: compare[name] })),
    files: [...files, report, `${exported}.manifest.json`, `${hash}.manifest.json`],
  };
}

/** How many numbers and channels are opted out in one export alone. */
function differencesOfExports(one, other) {
  const [ours, theirs] = [one, other].map((file) => {
    const rows = readFileSync(file, "utf8")
      .split("\n")
      .map((row) => row.split(","));
    return new Set(rows.filter((cells) => cells[3] === "opt-out").map((cells) => cells.slice(1, 3).join()));
  });
  const alone = [...ours].filter((key) => !theirs.has(key)).length + [...theirs].filter((key) => !ours.has(key)).length;
  return alone === 0 ? [] : [{ name: "numbers and channels in one export alone", count: alone }];
}
