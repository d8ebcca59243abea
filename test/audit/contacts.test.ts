// Whole audits: random lists and logs against the rules written down plainly, long logs, logs that contradict themselves.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditContacts } from "../../src/audit/contacts.js";
import { auditCommand } from "../../src/commands/audit/audit.js";
import { planSuppression } from "../../src/commands/scrub/plan.js";
import { FIRST_LINES } from "../../src/lists/occurrences.js";
import { en } from "../../src/text/en/sentences.js";
import { LAW_RUNS } from "../laws/runs.js";
import { forAllAsync } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

const START = Date.UTC(2024, 2, 1) / 1000;
const WORDS = { sms: "sms", call: "llamada", any: "todos", unknown: "fax" };
type Word = keyof typeof WORDS;

interface Event {
  number: number;
  /** Minutes after START. */
  minute: number;
  optIn: boolean;
  channel: "sms" | "call" | "any";
}
interface Contact {
  number: number;
  minute: number;
  channel: Word;
}

const number = fc.integer({ min: 70_123_450, max: 70_123_454 });
const minute = fc.integer({ min: 0, max: 12 });
const event: fc.Arbitrary<Event> = fc.record({
  number,
  minute,
  optIn: fc.boolean(),
  channel: fc.constantFrom("sms" as const, "call" as const, "any" as const),
});
const contact: fc.Arbitrary<Contact> = fc.record({
  number,
  minute: minute.map((at) => at + 1),
  channel: fc.constantFrom<Word>("sms", "call", "any", "unknown"),
});

/** Contacts stand half a minute after an event could, so that none is at the time of an event. */
function isOffence(contact: Contact, lists: readonly (readonly Event[])[], grace: number): boolean {
  const keys = ["sms", "call", "any"] as const;
  const isBarring = (channel: string) =>
    channel === "any" || contact.channel === "any" || contact.channel === "unknown" || channel === contact.channel;
  return lists.some((events) =>
    keys.filter(isBarring).some((channel) => {
      const said = events.filter((it) => it.number === contact.number && it.channel === channel);
      // Minute by minute: for how long has the opt-out stood without a break?
      let since: number | undefined;
      for (let at = 0; at <= contact.minute; at++) {
        const now = said.filter((it) => it.minute === at);
        if (now.some((it) => !it.optIn)) since ??= at;
        else if (now.length > 0) since = undefined;
      }
      return since !== undefined && contact.minute + 0.5 > since + grace;
    }),
  );
}

const NOTHING_ELSE = { dateColumn: undefined, channel: undefined, hours: undefined, most: undefined };
const isoOf = (minutes: number) => new Date((START + minutes * 60) * 1000).toISOString();

describe("an audit", () => {
  test("judges every contact by the events before it, in any order of the records", async () => {
    const dir = new Workdir();
    await forAllAsync(
      LAW_RUNS,
      fc.array(fc.array(event, { minLength: 1, maxLength: 15 }), { minLength: 1, maxLength: 3 }),
      fc.array(contact, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(0, 0, 3),
      async (lists, contacts, grace) => {
        const log = contacts.map(
          (it) => `${it.number},${isoOf(it.minute + 0.5)},${WORDS[it.channel]},${isOffence(it, lists, grace)}`,
        );
        dir.write("log.csv", `telefono,fecha,canal,nota\n${log.join("\n")}\n`);
        const names = lists.map((events, i) => {
          const records = events.map(
            (it) => `${it.number},${it.optIn ? "opt-in" : "baja"},${it.channel},${isoOf(it.minute)}`,
          );
          // A list of opt-ins alone is none.
          records.push(`70999999,baja,any,${isoOf(0)}`);
          dir.write(`list${i}.csv`, `phone,action,channel,date\n${records.join("\n")}\n`);
          return dir.at(`list${i}.csv`);
        });
        const words = [dir.at("log.csv"), "--grace", `${grace}m`, "-s", ...names];
        const typed = auditCommand.parse(words, { sentences: en });
        if ("show" in typed) throw new Error("help, not arguments");
        const { suppression } = await planSuppression(typed);
        const plan = { log: dir.at("log.csv"), overrides: { columns: [], noHeader: false }, suppression };
        const now = new Date("2026-01-01T00:00:00Z");
        const found = await auditContacts({ ...plan, ...NOTHING_ELSE, grace: grace * 60 }, undefined, now);
        const late = contacts.filter((it) => isOffence(it, lists, grace));
        expect(found.tally).toMatchObject({ read: contacts.length, unjudged: 0, offences: late.length });
        expect(found.tally.people.size).toBe(new Set(late.map((it) => it.number)).size);
        expect(found.tally.findings["after-opt-out"].lines).toEqual(
          contacts.flatMap((it, i) => (isOffence(it, lists, grace) ? [i + 2] : [])).slice(0, FIRST_LINES),
        );
      },
    );
  });

  test("of a long log, which a thread reads ahead, finds what it finds on stdin", async () => {
    const dir = new Workdir();
    const records = Array.from(
      { length: 200_000 },
      (_, i) => `${i},"Pérez, Ana",${70_000_000 + ((i * 7919) % 100_000)},2024-03-${(i % 20) + 10} 10:00,sms`,
    );
    const log = `id,nombre,telefono,fecha,canal\n${records.join("\n")}\n`;
    expect(Buffer.byteLength(log)).toBeGreaterThan(8 * 1024 * 1024);
    dir.write("log.csv", log);
    dir.write(
      "dnc.csv",
      `phone,date\n${Array.from({ length: 500 }, (_, i) => `7000${1000 + i},2024-03-20\n`).join("")}`,
    );
    const args = ["-s", "dnc.csv", "-o"];
    const fromFile = await dir.run(["audit", "log.csv", ...args, "file.csv"]);
    const fromStdin = await dir.run(["audit", "-", ...args, "stdin.csv"], { stdin: log });
    expect([fromFile.code, fromStdin.code]).toEqual([1, 1]);
    expect(fromStdin.out.replace("stdin", "log.csv")).toBe(fromFile.out);
    expect(dir.read("stdin.csv").equals(dir.read("file.csv"))).toBe(true);
    expect(dir.text("file.csv").split("\n").length).toBeGreaterThan(400);
  });

  test("refuses a log whose later dates come in another order of day and month, and writes nothing", async () => {
    const dir = new Workdir();
    const days = Array.from({ length: 1200 }, (_, i) => `7012-3456,${String((i % 28) + 1).padStart(2, "0")}/03/2024`);
    dir.write("log.csv", `telefono,fecha\n${days.join("\n")}\n7012-3456,03/25/2024\n`);
    dir.write("dnc.csv", "phone,date\n70123456,2024-03-10\n70123457,2024-03-10\n");
    const run = await dir.ends(3, "audit log.csv -s dnc.csv -o late.csv");
    expect(run.stderr).toContain(
      "log.csv, line 1,202: this date has day and month in a different order".replace(",2", "2"),
    );
    expect(dir.list()).toEqual(["dnc.csv", "log.csv"]);
  });

  test.each([
    ["in both orders are read in both ways, so that nothing wrong is certain", "25/03,03/25,02/03", "02-15", 2, 1],
    ["that prove no order are read day first", "03/12,04/03", "06-01", 1, 0],
    ["that prove no order leave uncertain what is late only month first", "03/12,07/02", "06-01", 1, 1],
  ])("dates %s", async (_, days, optOut, offences, apart) => {
    const dir = new Workdir();
    const lines = days.split(",").map((day) => `70123456,${day}/2024\n`);
    dir.write("log.csv", `telefono,fecha\n${lines.join("")}`);
    dir.write("dnc.csv", `phone,date\n70123456,2024-${optOut}\n70123457,2024-03-10\n`);
    const run = await dir.ends(1, "audit log.csv -s dnc.csv --json");
    expect(JSON.parse(run.out).contacts).toMatchObject({ read: lines.length, offences, apart });
  });
});

test.each([
  [
    "an opt-out of the future has no date that anybody knows",
    "fecha",
    "2062-03-04",
    "2024-03-05 10:00",
    "undated-opt-out",
  ],
  ["a column named as UTC is of UTC", "fecha_utc", "2024-03-05 12:00", "2024-03-05 06:30", "after-opt-out"],
])("%s", async (_, name, optOut, contact, finding) => {
  const dir = new Workdir({ "bajas.csv": `telefono,${name}\n70123456,${optOut}\n` });
  dir.write("log.csv", `telefono,fecha\n70123456,${contact}\n`);
  const run = await dir.run("audit log.csv -s bajas.csv --json");
  expect(JSON.parse(run.out).findings[finding].count).toBe(1);
});
