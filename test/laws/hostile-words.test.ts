// What is typed is anything: random options of every command with random values, and lists under headers of any name.

import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { namesOtherNumber } from "../../src/headers/event-columns.js";
import { bytesOf, HOSTILE, type Hostile } from "../fuzz/damage.js";
import { stopThrowing, throwAt } from "../fuzz/throw.js";
import { draws, forAllAsync } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

afterAll(stopThrowing);

const FILES = {
  "list.csv": "id,nombre,telefono\n1,Ana,7012-3456\n2,Luis,7013-4567\n3,Eva,2222-1111\n",
  "dnc.csv": "telefono,fecha\n7012-3456,2026-01-05\n",
  "registry.csv":
    "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n" +
    "e1,+50370134567,opt-out,any,2026-01-05T10:00:00-06:00,2026-01-05T10:00:00-06:00,sms,,,m.csv:2\n",
  "contacts.csv": "telefono,fecha\n7012-3456,2026-03-01 10:00\n",
  "messages.csv": "From,Body,DateSent\n+50370000001,STOP,2026-02-03 10:00:00\n",
};
const COMMANDS: Record<string, string[]> = {
  scrub: ["list.csv", "-s", "dnc.csv", "-o", "clean.csv"],
  check: ["7012-3456", "-s", "dnc.csv"],
  inspect: ["list.csv"],
  verify: ["report.json", "-s", "dnc.csv"],
  audit: ["contacts.csv", "-s", "dnc.csv"],
  "registry add": ["7999-0001", "--registry", "registry.csv"],
  "registry import": ["messages.csv", "--registry", "registry.csv", "--kind", "sms", "--review", "review.csv"],
  "registry export": ["--registry", "registry.csv"],
  "registry history": ["7013-4567", "--registry", "registry.csv"],
  "registry status": ["--registry", "registry.csv"],
  completion: ["bash"],
};

/** Words that some option takes, and those that none does. */
const WORDS = [
  ...["any", "call", "sms", "es", "en", "auto", "never", "always", "mobile,fixed", "e164", "original", "utf-16le"],
  ..."tab ; 1 0 -1 2 telefono nombre 3d 24h 20d 0h 1% 100% 101% 20 2GiB".split(" "),
  ...["dnc.csv=1%", "dnc.csv=30d", "dnc.csv=", "=", "==", "x=y", "dnc.csv=2026-01-01", "2026-03-14T10:00", "mañana"],
  ...["list.csv", "dnc.csv", "registry.csv", "messages.csv", "new.csv", "new.json", "new.html", "new.csv.gz", "."],
  ...["-", "--", "-x", "--no-such", "@list.csv", "@", "@nothing", "mon-fri 08:00-18:00", "3/7d", "sv", "csv", "json"],
  ...["sha256", "opt-in", "no=opt-out", "reviewed", "form", "UTC", "Nowhere/Land", "*", "7012-3456", "", " "],
];
const value: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  // No argument of a process holds a zero byte.
  fc
    .constantFrom(...(Object.keys(HOSTILE) as Hostile[]).filter((name) => name !== "nul" && !bytesOf(name).includes(0)))
    .map((name) => bytesOf(name).toString()),
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replaceAll(/[/\0]/g, "_")),
);

const HUGE = "x".repeat(1_000_000);

/** Every option of a command, by its help. */
async function optionsOf(command: string): Promise<string[]> {
  const help = await new Workdir().run([...command.split(" "), "--help"]);
  return [...help.out.matchAll(/^ +(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option!);
}

describe("whatever options are typed,", () => {
  for (const [command, usual] of Object.entries(COMMANDS))
    test(`svscrub ${command} ends with a code of the table and one sentence`, async () => {
      const options = await optionsOf(command);
      expect(options.length).toBeGreaterThan(4);
      for (const [i, option] of options.entries()) {
        const args = [...command.split(" "), ...usual, option, i % 4 === 0 && option !== "--json" ? HUGE : "~"];
        const { wrongs, stderr } = await throwAt({ args, files: FILES, areWordsSaid: true });
        expect(wrongs, option).toEqual([]);
        expect(stderr.length, option).toBeLessThan(5000);
      }
      const typed = fc.array(
        fc
          .tuple(fc.constantFrom(...options), fc.option(value), fc.boolean())
          .map(([option, given, isJoined]) =>
            given === null ? [option] : isJoined ? [`${option}=${given}`] : [option, given],
          ),
        { minLength: 1, maxLength: 4 },
      );
      const words = fc
        .tuple(typed, fc.option(value, { freq: 4 }))
        .map(([more, operand]) => [
          ...command.split(" "),
          ...usual,
          ...more.flat(),
          ...(operand === null ? [] : [operand]),
        ]);
      await forAllAsync(draws(6), words, async (args) => {
        // The words themselves may be said back.
        expect((await throwAt({ args, files: FILES, areWordsSaid: true })).wrongs).toEqual([]);
      });
    });
});

const NAMES = [
  ...["telefono", "Teléfono", "phone", "celular", "SMS", "From", "id", "dui", "fecha", "estado", "accion", "canal"],
  ...["baja", "no llamar", "opt_in", "DoNotCall", "expires", "hash", "sha256", "area", "desde", "hasta", "monto"],
  ...["origen", "destino", "To", "msisdn", "contact_id", "observación", "message", "event", "phone,phone", '"a""b"'],
  ...['"a\nb"', "constructor", "__proto__", "toString", "#", "1", "7012-3456", " ", "", "a".repeat(70_000), "\u202e"],
];
const header = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ unit: "binary", maxLength: 6 })),
  { minLength: 1, maxLength: 4 },
);

test("whatever a header says, a number that is listed is suppressed, or the list is refused", async () => {
  await forAllAsync(
    draws(30),
    header,
    header,
    fc.nat(3),
    fc.nat(3),
    fc.nat(3),
    async (ours, theirs, place, beside, theirPlace) => {
      const listed = ["7012-3456", "7014-5678"];
      const record = (names: readonly string[], numbers: Record<number, string>) =>
        `${names.map((_, i) => numbers[i] ?? "x").join(",")}\n`;
      const [at, by] = [place % ours.length, beside % ours.length];
      const records = [
        record(ours, { [at]: "7012-3456" }),
        ...["7013-4567", "7016-7890", "7017-8901"].map((phone) => record(ours, { [at]: phone })),
        // Under the name of an id, a date or an amount no number counts.
        record(ours, { [at]: "7015-6789", ...(namesOtherNumber(ours[by]!) ? {} : { [by]: "7014-5678" }) }),
      ];
      const files = {
        "list.csv": `${ours.join(",")}\n${records.join("")}`,
        "dnc.csv": `${theirs.join(",")}\n${listed.map((phone) => record(theirs, { [theirPlace % theirs.length]: phone })).join("")}`,
      };
      const thrown = await throwAt({
        args: ["list.csv", "-s", "dnc.csv", "-o", "clean.csv"],
        files,
        areWordsSaid: true,
      });
      expect(thrown.wrongs).toEqual([]);
      const clean = thrown.after["clean.csv"]?.toString() ?? "";
      for (const phone of [...listed, "+50370123456", "+50370145678"]) expect(clean).not.toContain(phone);
    },
  );
});
