// What an import makes of every shape of record that fixtures/imports/ holds: what is recorded, what waits for a person, and whom
// it is said to have come to.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RequestKind } from "../../src/headers/import-columns.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import type { ImportPlan } from "../../src/registry/understanding.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { testTables } from "../support/tables.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

testTables("imports", importOf);

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
  const columns = ["text", "action", "date", "sender"].flatMap((name) => said(name).map((column) => [name, column]));
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
