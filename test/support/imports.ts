// An import as a user types it, into an empty folder's registry and review, and what these two hold then.

import { openLedger } from "../../src/registry/ledger.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import type { Workdir } from "./workdir.js";

/** The rows of both files, none where there is no file. The import must succeed. */
export async function importInto(
  dir: Workdir,
  kind: string,
  content: string,
): Promise<{ recorded: readonly LedgerEvent[]; reviews: readonly LedgerEvent[] }> {
  dir.write("in.csv", content);
  const into = ["--registry", "r.csv", "--review", "review.csv"];
  (await dir.run(["registry", "import", "in.csv", ...into, "--kind", kind])).mustExit(0);
  const rows = (name: string, which: "registry" | "reviews") =>
    dir.exists(name) ? openLedger(dir.at(name), which).events : [];
  return { recorded: rows("r.csv", "registry"), reviews: rows("review.csv", "reviews") };
}

/** A message in the shape of WhatsApp's webhooks, to 2222-0000. */
export function inWhatsapp(message: object): string {
  const value = { metadata: { display_phone_number: "50322220000" }, messages: [message] };
  return JSON.stringify({ entry: [{ changes: [{ value }] }] });
}
