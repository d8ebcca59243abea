// A registry as it has grown: numbers that come up again, opt-ins, settled messages, and a few rows without a date.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";

const COLUMNS = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence";
export const TIME = "2026-11-24T08:00:00-06:00";
const LINES = 50_000;
/** Events of each kind among a hundred; the rest are opt-outs. */
const [OPT_INS, SETTLED] = [8, 1];
const CHANNELS = ["sms", "sms", "any", "whatsapp", "call"];
/** Seconds since 1970 of the first event, and the seconds until the last. */
const [FIRST, YEARS] = [1_672_552_800, 120_000_000];

export const phoneOf = (i) => `+503${60_000_000 + i}`;

function drawn(i, of = 100) {
  return Math.abs(Math.imul(i + 1, 2_654_435_761)) % of;
}

/** Three events in four are of a number that has none yet. */
function phoneOfEvent(i, events) {
  return phoneOf(drawn(i, 4) === 0 ? drawn(i * 7, events) : i);
}

export function writeRegistry(file, events, first = 0) {
  writeLines(file, COLUMNS, events, (i) => eventLine(first + i, events));
}

function eventLine(i, events) {
  // As random as a UUID: groups of four digits are as rare in it.
  const hex = createHash("md5").update(String(i)).digest("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  const at = timeAt(FIRST + Math.floor((i / events) * YEARS));
  const kind = drawn(i);
  const isSettled = kind < SETTLED;
  const action = isSettled ? "settled" : kind < SETTLED + OPT_INS ? "opt-in" : "opt-out";
  const [reason, mark] = isSettled ? ["reviewed: doubt", `#${hex.slice(0, 16)}`] : ["message", ""];
  const asked = drawn(i * 3) === 0 && action === "opt-out" ? "" : at;
  const evidence = `replies-${Math.floor(i / 5000)}.csv:${(i % 5000) + 2}${mark}`;
  const key = [phoneOfEvent(i, events), action, CHANNELS[drawn(i * 5, 5)]];
  return [id, ...key, asked, at, "sms", "+50322220000", reason, evidence].join();
}

/** In El Salvador. */
function timeAt(seconds) {
  return `${new Date((seconds - 21_600) * 1000).toISOString().slice(0, 19)}-06:00`;
}

/** A list of whom to contact, three in ten of whom may be in the registry. */
export function writePeople(file, records, events) {
  writeLines(file, "id,nombre,telefono,municipio", records, (i) => {
    const phone =
      drawn(i, 10) < 3 ? phoneOf(drawn(i * 11, events)).slice(4) : String(70_000_000 + drawn(i * 13, 9_000_000));
    return `${i},Ana Pérez,${phone},Soyapango`;
  });
}

/** A log of who was contacted, one in two of whom may be in the registry. */
export function writeContacts(file, records, events) {
  writeLines(file, "telefono,fecha,canal", records, (i) => {
    const phone = drawn(i, 2) === 0 ? phoneOf(drawn(i * 11, events)) : `+503${70_000_000 + drawn(i * 13, 9_000_000)}`;
    const channel = ["sms", "call", "whatsapp"][drawn(i * 17, 3)];
    return `${phone},${timeAt(FIRST + Math.floor((i / records) * YEARS))},${channel}`;
  });
}

/** A file of so many lines, a piece at a time. */
export function writeLines(file, header, count, lineOf) {
  writeFileSync(file, `${header}\n`);
  for (let from = 0; from < count; from += LINES) {
    const lines = Array.from({ length: Math.min(LINES, count - from) }, (_, i) => `${lineOf(from + i)}\n`);
    writeFileSync(file, lines.join(""), { flag: "a" });
  }
}
