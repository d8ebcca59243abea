// A registry as svscrub writes it: so many numbers, each opted out once.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";

const COLUMNS = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n";
export const TIME = "2026-11-24T08:00:00-06:00";
const LINES = 50_000;

/** @param {number} i */
export const phoneOf = (i) => `+503${60_000_000 + i}`;

/** @param {string} file @param {number} events */
export function writeRegistry(file, events) {
  writeFileSync(file, COLUMNS);
  for (let from = 0; from < events; from += LINES) {
    const lines = Array.from({ length: Math.min(LINES, events - from) }, (_, i) => eventLine(from + i));
    writeFileSync(file, lines.join(""), { flag: "a" });
  }
}

/** @param {number} i */
function eventLine(i) {
  // As random as a UUID: groups of four digits are as rare in it.
  const hex = createHash("md5").update(String(i)).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  return `${id},${phoneOf(i)},opt-out,sms,${TIME},${TIME},sms,+50322220000,message,replies.csv:${i + 2}\n`;
}
