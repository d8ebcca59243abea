// The audit report against the JSON Schema that ships in the package.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { guideIn } from "../src/commands/manual/guides.js";
import { DISPOSITIONS, dispositionOf, NUMBER_TYPES } from "../src/scrub/rules.js";
import { CHANNELS } from "../src/suppression/event.js";
import { all as en } from "../src/text/en/answers.js";
import type { Language } from "../src/text/languages.js";
import { schemaErrors } from "./support/report-schema.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

// biome-ignore lint/suspicious/noExplicitAny: a report, or a schema, that is walked and edited at will.
type Any = any;

const SPEAKS_FOR_ITSELF =
  /\.(tool|run|dialect|counts\.\w+|types\.\w+|\w+\.value|warnings\.code|encoding|compression|path|sha256|hashes\.kinds|canaries\.suppressed)$/;

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
  let part: Any = JSON.parse(readFileSync(join(REPOSITORY, `src/${room}/report.schema.json`), "utf8"));
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
  const [table = ""] = /^\| `clean` .*\n(?:\|.*\n)*/m.exec(readFileSync(join(REPOSITORY, name), "utf8")) ?? [];
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
    "dispositions and reasons in README.md": [explained, inReadme("README.md")],
    "dispositions and reasons in README.es.md": [explained, inReadme("README.es.md")],
    "reasons in the English guide": [reasons, inGuide("en", "reasons")],
    "reasons in the Spanish guide": [reasons, inGuide("es", "reasons")],
    "channels in the English guide": [CHANNELS, inGuide("en", "channels")],
    "channels in the Spanish guide": [CHANNELS, inGuide("es", "channels")],
    options: [shaping, allowed(...options)],
    warnings: [warnings, allowed(...codes)],
    "warnings of an audit": [Object.keys(en.warnings), allowedInAudit(...codes)],
  };
  for (const [what, [ours, theirs]] of Object.entries(words))
    test(what, () => expect(theirs).toEqual([...new Set(ours)].sort()));
});

describe("the schema refuses a report", () => {
  const edits: Record<string, (report: Any) => void> = {
    "with a member that nobody knows, wherever it stands": (report) => {
      report.suppressions[0].phone = "x";
    },
    "with an option that nobody knows": (report) => {
      report.run.options.lang = "es";
    },
    "with a planted number that is not masked": (report) => {
      report.self_check.canaries[0].number = "+50370145678";
    },
    "with an option that is not masked": (report) => {
      report.run.options.canary[0].value = "7014-5678";
    },
    "with a digest in capital letters": (report) => {
      report.inputs[0].sha256 = report.inputs[0].sha256.toUpperCase();
    },
    "with a negative count": (report) => {
      report.counts.clean = -1;
    },
    "with a share above 1": (report) => {
      report.run.options.max_shrink = 5;
    },
    "of another schema version": (report) => {
      report.schema_version = 2;
    },
    "of a run that failed": (report) => {
      report.run.exit_code = 6;
    },
    "with a warning that nobody knows": (report) => {
      report.warnings[0].code = "other";
    },
  };
  for (const [what, edit] of Object.entries(edits))
    test(what, async () => {
      const dir = await everything();
      const report = dir.json("out.audit.json");
      edit(report);
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
  walk(JSON.parse(readFileSync(join(REPOSITORY, "src/evidence/report.schema.json"), "utf8")), "");
  expect(undescribed.filter((at) => !SPEAKS_FOR_ITSELF.test(at))).toEqual([]);
});
