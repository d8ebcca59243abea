// Whatever a message says and however it comes, each number in it is barred, bar its sender's and ours, until a person decides
// about that number.

import { rmSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RequestKind } from "../../src/headers/import-columns.js";
import { openSuppression } from "../../src/library/index.js";
import { forAllAsync } from "../support/draws.js";
import { nationalNumbers, plainSpellingsOf } from "../support/spellings.js";
import { Workdir } from "../support/workdir.js";
import { LAW_RUNS } from "./runs.js";

const OURS = "+50322220000";

/** What people write; `{}` stands for a number. */
const PHRASES = [
  ..."Baja para este y para el {}|a mi hermano ya no le escriban, su numero es {}|BAJA. tambien {}".split("|"),
  ..."No llamen mas al {}|Dar de baja al {} por favor|ALTA al {}|ALTA|BAJA|gracias".split("|"),
  ..."Ok, muchas gracias. Juan Pérez {}|ayuda|AYUDA, soy la de {}|{}|{}, {}|Llámeme al {}".split("|"),
  ..."mi número nuevo es {} y el de mi mamá {}|de parte de Ana ({}): no le escriban".split("|"),
  ..."hola, mi cita es el 25/12/2026 a las 10:30|le deposité $25,000.00, llame al {}".split("|"),
  ..."borren los datos de {}|STOP|STOP for me and for {}|START {}|please don't text {} any more".split("|"),
  ..."thanks, you can reach me at {}|help, {} keeps getting your messages".split("|"),
  ..."take {} and {} off your list|yes|no|".split("|"),
];

/** A range, and what its row says. */
const ranges = fc
  .tuple(nationalNumbers, fc.integer({ min: 1, max: 4 }))
  .map(([national, digits]) => {
    const [low, high] = [0, 9].map((digit) => national.slice(0, -digits) + String(digit).repeat(digits));
    return { low: halves(low!), high: halves(high!), digits };
  })
  .chain(({ low, high, digits }) =>
    fc
      .constantFrom(
        ...["X", "x", "*", "?", "#"].map((mark) => low.slice(0, -digits) + mark.repeat(digits)),
        ...["al", "a", "to"].map((word) => `${low} ${word} ${high}`),
        `${low} al ${high.slice(-digits)}`,
        `del ${low.replace("-", "")} al ${high.replace("-", "")}`,
      )
      .map((cell) => ({ cell, row: `${low} al ${high}` })),
  );
const RANGE_PHRASES = ["no llamen {}", "{} baja por favor", "gracias, somos la empresa de {}", "STOP {}"];

function halves(national: string): string {
  return `${national.slice(0, 4)}-${national.slice(4)}`;
}

interface Written {
  /** Their number, or what stands in its place. */
  from: string;
  text: string;
  /** What the rows of the review say that it names: E.164, or a range. */
  named: readonly string[];
}

const spelled = nationalNumbers.chain((national) => plainSpellingsOf(national).map((cell) => ({ national, cell })));

const senders = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 999 }).map((i) => `+50379${990_000 + i}`) },
  { weight: 1, arbitrary: fc.constantFrom("CLARO", "22334", "+50379990001 / 7999-0002") },
);

const writtenOfRange: fc.Arbitrary<Written> = fc
  .tuple(senders, fc.constantFrom(...RANGE_PHRASES), ranges)
  .map(([from, phrase, { cell, row }]) => ({ from, text: phrase.replace("{}", cell), named: [row] }));

const writtenOfNumbers: fc.Arbitrary<Written> = fc
  .tuple(senders, fc.array(fc.constantFrom(...PHRASES), { minLength: 1, maxLength: 2 }))
  .chain(([from, phrases]) => {
    const parts = phrases.join(". ").split("{}");
    const length = { minLength: parts.length - 1, maxLength: parts.length - 1 };
    return fc.array(spelled, length).map((numbers) => ({
      from,
      text: parts.map((part, i) => `${part}${numbers[i]?.cell ?? ""}`).join(""),
      named: numbers.map(({ national }) => `+503${national}`),
    }));
  });

const written = fc.oneof({ weight: 5, arbitrary: writtenOfNumbers }, { weight: 1, arbitrary: writtenOfRange });

const WAYS = ["sms", "call", "call note", "form", "form note", "twilio", "whatsapp", "card", "follow", "live"] as const;
const ways = fc.constantFrom(...WAYS);

const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
const AT = "2026-11-24T08:00:00-06:00";

/** The import's kind and bytes. */
function importOf(way: (typeof WAYS)[number], drawn: readonly Written[]): { kind: RequestKind; content: string } {
  // A file in which nobody's number can be read is refused.
  const messages = [{ from: "+50379980000", text: "gracias", named: [] }, ...drawn];
  const csv = (header: string, row: (message: Written, i: number) => string[]) =>
    [header, ...messages.map((message, i) => quoted(row(message, i)))].map((line) => `${line}\n`).join("");
  const lines = (of: (message: Written, i: number) => object) =>
    messages.map((message, i) => `${JSON.stringify(of(message, i))}\n`).join("");
  const noted =
    (...results: string[]) =>
    ({ text, from }: Written, i: number) => [from, results[1 - (i % 2)]!, text];
  const whatsapp =
    (of: (text: string) => object) =>
    ({ text, from }: Written, i: number) => {
      const one = { from: from.replace("+", ""), id: `wamid.${i}`, timestamp: "1795500000", ...of(text) };
      return {
        entry: [{ changes: [{ value: { metadata: { display_phone_number: OURS.slice(1) }, messages: [one] } }] }],
      };
    };
  const byWay: Record<(typeof WAYS)[number], [RequestKind, () => string]> = {
    sms: ["sms", () => csv("From,To,Body,DateSent", ({ text, from }) => [from, OURS, text, AT])],
    call: ["call", () => csv("telefono,resultado,fecha", ({ text, from }) => [from, text, AT])],
    "call note": ["call", () => csv("telefono,resultado,notas", noted("No contesta", "DNC"))],
    form: ["form", () => csv("fecha,telefono,solicitud", ({ text, from }) => ["2026-11-24", from, text])],
    "form note": ["form", () => csv("telefono,solicitud,comentario", noted("Consulta", "Baja"))],
    twilio: ["sms", () => lines(({ text, from }, i) => ({ From: from, To: OURS, Body: text, MessageSid: `S${i}` }))],
    whatsapp: ["sms", () => lines(whatsapp((body) => ({ type: "text", text: { body } })))],
    card: ["sms", () => lines(whatsapp((phone) => ({ type: "contacts", contacts: [{ phones: [{ phone }] }] })))],
    follow: ["sms", () => byWay.sms[1]()],
    live: ["sms", () => byWay.twilio[1]()],
  };
  const [kind, content] = byWay[way];
  return { kind, content: content() };
}

/** Whether a review of the number's or the range's own waits. */
function hasRow(reviews: string, phone: string): boolean {
  return new RegExp(`^[^,]+,${escaped(phone)},(?:review|request),`, "m").test(reviews);
}

function escaped(phone: string): string {
  return phone.replace("+", "\\+");
}

test("a number that a message names is suppressed until a person decides about it", async () => {
  const dir = new Workdir();
  const registry = ["--registry", "r.csv", "--own", OURS];
  /** Those whom a scrub would keep: none where the lists are refused, for nobody in them has a number. */
  const freeAmong = async (numbers: readonly string[]) => {
    const found = ["r.csv", "review.csv"].filter((name) => dir.exists(name));
    try {
      const lists = await openSuppression({ lists: found.map((name) => dir.at(name)), allowEmpty: found });
      const free = numbers.flatMap((phone) => phone.split(" al ")).filter((e164) => lists.check(e164).may_contact);
      lists.close();
      return free;
    } catch (error) {
      expect(error).toMatchObject({ exitCode: 4, kind: "noNumbers" });
      return [];
    }
  };
  await forAllAsync(
    LAW_RUNS,
    ways,
    fc.array(written, { minLength: 1, maxLength: 3 }),
    fc.nat(),
    async (way, messages, choice) => {
      for (const name of dir.list()) rmSync(dir.at(name));
      const { kind, content } = importOf(way, messages);
      const shown = `${way} ${JSON.stringify(content)}`;
      const follow = way === "follow" || way === "live" ? ["--follow"] : [];
      dir.write("in.csv", content);
      const args = ["registry", "import", "in.csv", ...registry, "--kind", kind, "--review", "review.csv", ...follow];
      const first = await dir.run(args);
      expect(first.code, `${shown} ${first.stderr}`).toBe(0);
      const named = [...new Set(messages.flatMap((message) => message.named))];
      if (named.length === 0) return;
      const rows = dir.text("review.csv");
      expect(
        named.filter((e164) => !hasRow(rows, e164)),
        shown,
      ).toEqual([]);
      // Loading lists takes longer than all else.
      if (choice % 10 === 0) expect(await freeAmong(named), shown).toEqual([]);
      // The same messages again add nothing, and a decision about one number is none about another.
      if (follow.length === 0) {
        expect((await dir.run(args)).code).toBe(0);
        expect(dir.text("review.csv"), shown).toBe(rows);
      }
      const chosen = named[choice % named.length]!;
      const decided = rows.replace(new RegExp(`(^[^,]+,${escaped(chosen)}),(?:review|request),`, "gm"), "$1,other,");
      dir.write("review.csv", decided);
      const second = await dir.run("registry import review.csv --registry r.csv --kind reviewed");
      expect(second.code, `${shown} ${second.stderr}`).toBe(0);
      const left = dir.text("review.csv");
      const others = named.filter((e164) => e164 !== chosen);
      expect(
        others.filter((e164) => !hasRow(left, e164)),
        `${shown}, ${chosen} decided`,
      ).toEqual([]);
      expect(hasRow(left, chosen), `${shown}, ${chosen} decided`).toBe(false);
      if (choice % 10 === 0) expect(await freeAmong(others), `${shown}, ${chosen} decided`).toEqual([]);
    },
  );
});
