// What an import makes of every shape of record that fixtures/imports/ holds: what is recorded, what waits for a person, and whom
// it is said to have come to. UPDATE_GOLDEN=1 rewrites what is expected, to be looked at before it is believed.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { RequestKind } from "../../src/headers/import-columns.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import type { ImportPlan } from "../../src/registry/understanding.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const FOLDER = join(REPOSITORY, "fixtures/imports");
const ARROW = " => ";
const IS_UPDATE = process.env.UPDATE_GOLDEN === "1";

for (const name of readdirSync(FOLDER).filter((name) => name.endsWith(".txt")))
  describe(name.replace(".txt", ""), () => {
    const file = join(FOLDER, name);
    const blocks = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n\n")
      .map((block) => block.split("\n"));
    for (const block of blocks) {
      const [title, terms, ...lines] = block as [string, string, ...string[]];
      const content = lines.filter((line) => !isCase(line)).join("\n");
      for (const line of lines.filter(isCase)) {
        const [given, expected] = line.split(ARROW) as [string, string];
        const value = given.replace(/^- ?/, "");
        test(`${title.slice(2)}: ${value}`, async () => {
          const found = await importOf(terms, line.startsWith("-") ? content.replace("{}", () => value) : content);
          if (IS_UPDATE) block[block.indexOf(line)] = given + ARROW + found;
          else expect(found).toBe(expected);
        });
      }
    }
    afterAll(() => {
      if (IS_UPDATE) writeFileSync(file, `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`);
    });
  });

function isCase(line: string): boolean {
  return line.startsWith("- ") || line.startsWith(ARROW);
}

async function importOf(terms: string, content: string): Promise<string> {
  const [kind, ...options] = terms.split(" ") as [RequestKind, ...string[]];
  const said = (name: string) =>
    options.flatMap((option) =>
      option.startsWith(`${name}=`) ? [option.slice(name.length + 1).replaceAll("_", " ")] : [],
    );
  const dir = new Workdir();
  const [fixture] = said("file");
  const text = fixture === undefined ? `${content}\n` : readFileSync(join(REPOSITORY, "fixtures/webhooks", fixture));
  dir.write(
    "in.csv",
    options.includes("windows-1252") ? Buffer.from(text.toString().replaceAll("\n", "\r\n"), "latin1") : text,
  );
  const columns = ["text", "date", "sender"].flatMap((name) => said(name).map((column) => [name, column]));
  const [headerRow] = said("header");
  const plan: ImportPlan = {
    ...IMPORT_PLAN,
    kind,
    file: dir.at("in.csv"),
    own: new Set(said("own")),
    columns: Object.fromEntries(columns) as ImportPlan["columns"],
    words: new Map(said("map").map((word) => word.split("=") as [string, "opt-out"])),
    overrides: {
      columns: said("column"),
      noHeader: false,
      ...(headerRow !== undefined && { headerRow: Number(headerRow) }),
    },
  };
  const { events, reviews, helps, skipped, outbound } = await readWanted(plan);
  const all = [
    ...events.map(shown),
    ...reviews.map((review) => `? ${shown(review)} ${review.reason} ${JSON.stringify(review.message)}`),
    ...helps.map(({ phone, channel, language }) => `${phone} help ${channel} ${language}`),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(outbound > 0 ? [`${outbound} of ours`] : []),
  ];
  return all.join("; ") || "nothing";
}

function shown({
  phone,
  action,
  channel,
  requestedAt,
  sender,
}: Pick<LedgerEvent, "phone" | "action" | "channel" | "requestedAt" | "sender">): string {
  return [phone || "nobody", action, channel, requestedAt, sender && `to ${sender}`].filter(Boolean).join(" ");
}
