// A folder with a registry, r.csv, and its reviews, v.csv: messages are imported into both, and a person's decisions come back.

import { openLedger } from "../../src/registry/ledger.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import { Workdir } from "./workdir.js";

/** The first line of a registry. */
export const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n";
/** Two people, and when they asked. */
export const PHONE = "+50370001234";
export const OTHER = "+50370001235";
export const ASKED_AT = "2026-03-01T10:00:00-06:00";
export const ASKED_LATER = "2026-04-01T10:00:00-06:00";

/** When the first of some messages was written. */
const AT = "2026-11-21T04:00:00-06:00";

/** What people wrote, a minute after the other, as a provider exports it. */
export function messagesOf(...rows: [from: string, text: string][]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map(([from, text], i) => `${from},2222-0000,${quoted(text)},${AT.replace(":00-", `:0${i}-`)}\n`);
  return `From,To,Body,DateSent\n${lines.join("")}`;
}

export class RegistryDir extends Workdir {
  /** Imports a file of this kind; `more`: words of the command. */
  take(kind: string, content: string, ...more: string[]) {
    this.write("in.csv", content);
    const into = ["--registry", "r.csv", "--review", "v.csv", ...(more.includes("--lang") ? [] : ["--lang", "en"])];
    return this.ok(["registry", "import", "in.csv", ...into, "--kind", kind, ...more]);
  }

  /** Takes decisions back. */
  takeBack(file = "v.csv", ...more: string[]) {
    return this.ok(["registry", "import", file, "--registry", "r.csv", "--kind", "reviewed", "--lang", "en", ...more]);
  }

  /** A person writes a word into the action column of the rows of these phones, or of all, and takes them back. */
  decide(word: string, ...phones: string[]) {
    const isMeant = (phone = "") => phones.length === 0 || phones.includes(phone);
    const rows = this.lines("v.csv").map((row) => (isMeant(row.split(",")[1]) ? decided(row, word) : row));
    this.write("v.csv", rows.map((row) => `${row}\n`).join(""));
    return this.takeBack();
  }

  get events(): readonly LedgerEvent[] {
    return this.exists("r.csv") ? openLedger(this.at("r.csv"), "registry").events : [];
  }

  get reviews(): readonly LedgerEvent[] {
    return this.exists("v.csv") ? openLedger(this.at("v.csv"), "reviews").events : [];
  }

  get recorded(): string[] {
    return this.events.map(({ phone, action, channel }) => `${phone} ${action} ${channel}`);
  }

  get waiting(): string[] {
    return this.reviews.map(({ phone, action }) => `${phone} ${action}`);
  }

  /** Whether a number must not be contacted by what stands in both. */
  async bars(number: string): Promise<boolean> {
    const lists = ["r.csv", "v.csv"].filter((name) => this.exists(name));
    const trusted = lists.flatMap((name) => ["--allow-empty", name]);
    const { code } = await this.run(["check", number, ...trusted, "-s", ...lists]);
    if (code !== 0 && code !== 1) throw new Error(`check ends with ${code}`);
    return code === 1;
  }
}

/** The row of a review with a decision in it, and perhaps another phone. */
export function decided(row: string, word: string, phone = row.split(",")[1]!): string {
  return row.replace(/^([^,]+),[^,]*,(?:review|request),/, `$1,${phone},${word},`);
}
