// What is taken back in a registry counts until then, and is from then on as if it had never been: for every way in which a
// registry is asked, at every moment, in whatever order its lines stand. The rule is stated here once more, over all lines at once.

import fc from "fast-check";
import { expect, test } from "vitest";
import { HEADER } from "../support/registry-dir.js";
import { Workdir } from "../support/workdir.js";
import { LAW_RUNS } from "./runs.js";

const PEOPLE = ["+50370001234", "+50370001235", "+50491234567"];
const CHANNELS = ["any", "sms"];
const DAYS = 6;

interface Line {
  id: string;
  phone: string;
  action: "opt-out" | "opt-in" | "void";
  channel: string;
  /** 0 for none. */
  day: number;
  names: string;
}

const ids = fc.constantFrom("e1", "e2", "e3", "e4", "e5");
const lines: fc.Arbitrary<Line> = fc.record({
  id: ids,
  phone: fc.constantFrom(...PEOPLE),
  action: fc.constantFrom("opt-out", "opt-out", "opt-in", "void", "void"),
  channel: fc.constantFrom(...CHANNELS),
  day: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: DAYS }) }, { weight: 1, arbitrary: fc.constant(0) }),
  names: ids,
});

const dateOf = (day: number) => (day === 0 ? "" : `2026-03-0${day}T10:00:00-06:00`);

function rowOf({ id, phone, action, channel, day, names }: Line, i: number): string {
  const evidence = action === "void" ? `event:${names}` : `a.csv:${i}`;
  // Without a date an event was recorded long ago; what takes it back has no other date than that.
  const recorded = day === 0 ? (action === "void" ? "" : "2026-02-01T10:00:00-06:00") : dateOf(day);
  const name = action === "void" ? `v${i}` : id;
  return `${[name, phone, action, channel, dateOf(day), recorded, "sms", "", "", evidence].join(",")}\n`;
}

/** Whether a person is opted out for a channel at five o'clock of a day. */
function isOut(all: readonly Line[], person: string, campaign: string, day: number): boolean {
  const own = all.filter(({ phone }) => phone === person);
  const events = own.filter(({ action }) => action !== "void");
  const remains = events.filter((event) => {
    const voids = own.filter(({ action, names }) => action === "void" && names === event.id);
    if (event.action === "opt-in") return !voids.some((one) => one.day <= day);
    return !voids.some((one) => one.day > 0 && one.day <= day);
  });
  return CHANNELS.some((channel) => {
    if (channel !== "any" && channel !== campaign) return false;
    const said = remains.filter((event) => event.channel === channel && event.day <= day);
    if (said.some(({ action, day: at }) => action === "opt-out" && at === 0)) return true;
    const latest = Math.max(0, ...said.map((event) => event.day));
    return said.some((event) => event.day === latest && latest > 0 && event.action === "opt-out");
  });
}

test("an event counts until it is taken back, and then as if it had never been, for every command and moment", async () => {
  const dir = new Workdir({ "list.csv": `id,telefono\n${PEOPLE.map((phone, i) => `K${i}K,${phone}\n`).join("")}` });
  let voided = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(lines, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...CHANNELS),
      fc.integer({ min: 1, max: DAYS }),
      async (all, channel, day) => {
        const nobody = rowOf({ ...all[0]!, id: "n", phone: "+50379999999", action: "opt-out", day: 1 }, 99);
        const text = HEADER + nobody + all.map(rowOf).join("");
        dir.write("r.csv", text);
        const at = `2026-03-0${day}T17:00:00-06:00`;
        const expected = (on: string, from: number) => PEOPLE.filter((person) => isOut(all, person, on, from));
        const barring = expected(channel === "any" ? "sms" : channel, day);

        const check = await dir.run(["check", ...PEOPLE, "-s", "r.csv", "--channel", channel, "--at", at, "--json"]);
        const { numbers } = JSON.parse(check.out) as { numbers: { reason: string }[] };
        expect(PEOPLE.filter((_, i) => numbers[i]!.reason === "opted-out")).toEqual(barring);

        const now = expected(channel === "any" ? "sms" : channel, DAYS);
        voided += PEOPLE.length - now.length;
        for (const stdin of [undefined, text]) {
          const lists = ["list.csv", "-s", stdin === undefined ? "r.csv" : "-", "--channel", channel];
          const run = await dir.ok(
            [...lists, "-q", "--no-report", "--keep-foreign", "--types", "mobile,fixed", "-o", "-"],
            {
              ...(stdin !== undefined && { stdin }),
            },
          );
          expect(PEOPLE.filter((_, i) => !run.stdout.includes(`K${i}K`))).toEqual(now);
        }

        const barred: string[] = [];
        for (const phone of PEOPLE) {
          const history = await dir.run(["registry", "history", phone, "--registry", "r.csv", "--at", at, "--json"]);
          const { stands } = JSON.parse(history.out) as { stands: { action: string; channel: string }[] };
          const counts = (on: string) => on === "any" || channel === "any" || on === channel;
          if (stands.some(({ action, channel: on }) => action === "opt-out" && counts(on))) barred.push(phone);
        }
        expect(barred).toEqual(barring);

        const status = await dir.run("registry status --registry r.csv --json");
        expect((JSON.parse(status.out) as { barred: number }).barred).toBe(expected("sms", DAYS).length + 1);

        const exported = await dir.run(["registry", "export", "--registry", "r.csv", "--channel", channel]);
        const out = new Set([...exported.out.matchAll(/,(\+\d+),\w+,opt-out,/g)].map(([, phone]) => phone));
        expect(PEOPLE.filter((phone) => out.has(phone))).toEqual(now);

        const undated = new Set(all.filter((one) => one.day === 0).map(({ phone }) => phone));
        const own = PEOPLE.filter((phone) => !undated.has(phone));
        dir.write("log.csv", `phone,date\n+50378888888,${at}\n${own.map((phone) => `${phone},${at}\n`).join("")}`);
        const audit = await dir.run(`audit log.csv -s r.csv --channel ${channel} -o late.csv --force`);
        const late = audit.code === 1 ? dir.text("late.csv") : "";
        expect(own.filter((phone) => late.includes(phone))).toEqual(barring.filter((phone) => own.includes(phone)));
      },
    ),
    { numRuns: LAW_RUNS, seed: 20261128 },
  );
  expect(voided).toBeGreaterThan(0);
}, 120_000);
