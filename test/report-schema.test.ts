// The audit report against the JSON Schema that ships in the package.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { guideIn } from "../src/commands/manual/guides.js";
import { DELIMITERS, describeDelimiter } from "../src/csv/dialect.js";
import { DISPOSITIONS, dispositionOf, NUMBER_TYPES } from "../src/scrub/rules.js";
import { CHANNELS } from "../src/suppression/event.js";
import { all as en } from "../src/text/en/answers.js";
import { LANGUAGES, type Language } from "../src/text/languages.js";
import { schemaErrors } from "./support/report-schema.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

// biome-ignore lint/suspicious/noExplicitAny: a report, or a schema, that is walked and edited at will.
type Any = any;

const SPEAKS_FOR_ITSELF =
  /\.(tool|run|dialect|counts\.\w+|types\.\w+|\w+\.value|warnings\.code|encoding|compression|path|sha256|hashes\.kinds|canaries\.suppressed)$/;

const readFile = (name: string) => readFileSync(join(REPOSITORY, name), "utf8");

/** A run with everything in it. */
async function everything() {
  const dir = new Workdir();
  dir.write("list.csv", "nombre,telefono\nAna,7012-3456\nLuis,7013-4567\nEva,+504 9123-4567\nLeo,n/a\nMia,800-1234\n");
  dir.write("dnc.csv", "telefono\n7013-4567\n7014-5678\nno tiene\n");
  const args = ["list.csv", "-s", "dnc=dnc.csv", "-o", "out.csv", "--removed", "gone.csv", "--canary", "dnc=7014-5678"];
  const run = await dir.ok([...args, "--label", "campaign=navidad", "--json", "--lang", "es", "--color", "never"]);
  expect(JSON.parse(run.out)).toEqual(dir.json("out.audit.json"));
  return dir;
}

test("the report of a run with everything in it fits its schema", async () => {
  const dir = await everything();
  const report = dir.json("out.audit.json");
  expect(schemaErrors(report)).toBeUndefined();
  expect(report.run.labels).toEqual({ campaign: "navidad" });
  expect(report.self_check).toMatchObject({
    canaries: [{ number: "+503 70••••78", list: "dnc", suppressed: true }],
    failed: 0,
  });
  expect(report.suppressions[0].unreadable_records).toEqual([3]);
});

/** What a member of a schema may be, by the way to it. */
function allowedIn(room: "evidence" | "audit", ...way: string[]): string[] {
  let part: Any = JSON.parse(readFile(`src/${room}/report.schema.json`));
  for (const step of way) part = part[step];
  return [...(part.enum ?? Object.keys(part))].sort();
}
const allowed = (...way: string[]) => allowedIn("evidence", ...way);
const allowedInAudit = (...way: string[]) => allowedIn("audit", ...way);

/** The names after the colons of a guide's dispositions, and of the channels that a column may have. */
function inGuide(language: Language, part: "reasons" | "channels"): string[] {
  const { blocks } = guideIn(language, part === "reasons" ? "dispositions" : "suppression");
  const entries = blocks.find((block) => "entries" in block)!.entries;
  const told = part === "reasons" ? entries : entries.filter(({ term }) => term.startsWith("channel"));
  const words = told.flatMap(({ text }) => /: ([a-z0-9, -]+)(?:\.|$)/.exec(text)?.[1]?.split(", ") ?? []);
  return [...new Set(words)].sort();
}

/** The dispositions in the table of a README, and the reasons that it names of each. */
function inReadme(name: string): string[] {
  const [table = ""] = /^\| `clean` .*\n(?:\|.*\n)*/m.exec(readFile(name)) ?? [];
  const words = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
  const rows = table.trim().split("\n");
  const known = rows.flatMap((row) => {
    const [, dispositions = "", named = ""] = row.split("|");
    return words(dispositions).flatMap((it) => [it, ...words(named).map((reason) => `${it}: ${reason}`)]);
  });
  return known.sort();
}

describe("the documents know exactly the program's own", () => {
  const options = ["properties", "run", "properties", "options", "properties"];
  const codes = ["properties", "warnings", "items", "properties", "code"];
  const reasons = [...Object.keys(en.page.fixes), ...["opted-out", "says-no", "may-say-no", "duplicate", "foreign"]];
  // Of invalid records the READMEs name no reasons: the summary does.
  const said = reasons.filter((it) => ![it, "invalid"].includes(dispositionOf(it)));
  const explained = [...DISPOSITIONS, ...said.map((it) => `${dispositionOf(it)}: ${it}`)];
  // Of contact logs, whose report is another.
  const ofLogs = ["channel-not-said", "contact-date-by-cells", "holidays-unknown"];
  const warnings = Object.keys(en.warnings).filter((code) => !ofLogs.includes(code));
  // What only concerns the screen is left out; labels and lists stand elsewhere in the report.
  const elsewhere = ["json", "progress", "label", "suppress"];
  const shaping = [...Object.keys(en.help.command.scrub.option), ...Object.keys(en.help.suppression), "headerless"]
    .filter((option) => !elsewhere.includes(option))
    .map((option) => option.replace(/^no-/, "").replaceAll("-", "_"));
  const words: Record<string, [readonly (string | null)[], readonly string[]]> = {
    channels: [CHANNELS, allowed(...options, "channel")],
    "channels of an audit": [CHANNELS, allowedInAudit(...options, "channel")],
    "channels of an audit's log": [[...CHANNELS, null], allowedInAudit("properties", "channel")],
    "channels of an audit's contacts": [[...CHANNELS, "unknown"], allowedInAudit("definitions", "channel")],
    "number types": [NUMBER_TYPES, allowed(...options, "types", "items")],
    dispositions: [DISPOSITIONS, allowed("properties", "counts", "properties")],
    reasons: [reasons, allowed("properties", "reasons", "propertyNames")],
    options: [shaping, allowed(...options)],
    warnings: [warnings, allowed(...codes)],
    "warnings of an audit": [Object.keys(en.warnings), allowedInAudit(...codes)],
  };
  const delimiters = [...Buffer.from(DELIMITERS)].map(describeDelimiter);
  const providers = readFile("src/registry/webhooks.txt").match(/(?<=\n\n# )\w+/g)!;
  for (const language of LANGUAGES) {
    const readme = language === "en" ? "README.md" : `README.${language}.md`;
    words[`dispositions and reasons in ${readme}`] = [explained, inReadme(readme)];
    words[`reasons in the guide in ${language}`] = [reasons, inGuide(language, "reasons")];
    words[`channels in the guide in ${language}`] = [CHANNELS, inGuide(language, "channels")];
    for (const [what, names, file] of [
      ["delimiters", delimiters, "guides/columns.md"],
      ["providers", providers, "guides/messages.md"],
      ["providers", providers, "registry.ts"],
    ] as const) {
      const text = readFile(`src/text/${language}/${file}`);
      words[`${what} in ${language}/${file}`] = [
        names,
        [...new Set(names)].filter((name) => text.includes(` ${name}`)).sort(),
      ];
    }
  }
  for (const [what, [ours, theirs]] of Object.entries(words))
    test(what, () => expect(theirs).toEqual([...new Set(ours)].sort()));
});

describe("the schema refuses a report", () => {
  const edits: Record<string, [where: string, value: unknown]> = {
    "with a member that nobody knows, wherever it stands": ["suppressions.0.phone", "x"],
    "with an option that nobody knows": ["run.options.lang", "es"],
    "with a planted number that is not masked": ["self_check.canaries.0.number", "+50370145678"],
    "with an option that is not masked": ["run.options.canary.0.value", "7014-5678"],
    "with a digest in capital letters": ["inputs.0.sha256", "AB".repeat(32)],
    "with a negative count": ["counts.clean", -1],
    "with a share above 1": ["run.options.max_shrink", 5],
    "of another schema version": ["schema_version", 2],
    "of a run that failed": ["run.exit_code", 6],
    "with a warning that nobody knows": ["warnings.0.code", "other"],
  };
  for (const [what, [where, value]] of Object.entries(edits))
    test(what, async () => {
      const report = (await everything()).json("out.audit.json");
      const way = where.split(".");
      const member = way.pop()!;
      way.reduce((part, step) => part[step], report)[member] = value;
      expect(schemaErrors(report)).toBeDefined();
    });
});

test("the schema says what every member means, where its name does not", () => {
  const undescribed: string[] = [];
  const walk = (node: Any, where: string) => {
    for (const [name, member] of Object.entries<Any>(node.properties ?? {})) {
      const at = `${where}.${name}`;
      if (member.description === undefined && member.$ref === undefined && member.const === undefined)
        undescribed.push(at);
      walk(member, at);
      walk(member.items ?? {}, at);
    }
  };
  walk(JSON.parse(readFile("src/evidence/report.schema.json")), "");
  expect(undescribed.filter((at) => !SPEAKS_FOR_ITSELF.test(at))).toEqual([]);
});
