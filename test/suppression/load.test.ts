// Lists that change while they are read, and lists whose later records say what the first thousand did not.

import { createHash } from "node:crypto";
import { appendFileSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ExitCode, type ScrubError } from "../../src/errors.js";
import { openInput } from "../../src/files/input.js";
import { type LoadedList, loadLists } from "../../src/suppression/read-list.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { ScrubFolder } from "../support/in-process.js";
import { listPlan } from "../support/list-plan.js";
import { Workdir } from "../support/workdir.js";

const NOW = new Date("2026-03-14T12:00:00Z");

/** Starts to read a list; what the caller does to its file before he waits happens while it is read. */
function load(path: string): { index: SuppressionIndex; list: Promise<LoadedList> } {
  const index = new SuppressionIndex();
  const plan = listPlan("bajas", path);
  const now = NOW.getTime() / 1000;
  const terms = { now: NOW, channel: "any" as const, zone: EL_SALVADOR, asOf: { now, excludesLater: false } };
  return { index, list: loadLists([plan], index, terms).then(([list]) => list!) };
}

function pathOf(content: string): string {
  const path = new Workdir().at("bajas.csv");
  writeFileSync(path, content);
  return path;
}

async function sentenceOf(list: Promise<unknown>): Promise<string> {
  return list.then(
    () => "trusted",
    (error: ScrubError) => error.sentence,
  );
}

describe("a list that changes while it is read", () => {
  const LEDGER =
    "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n" +
    "1,+50370123456,opt-out,any,2024-03-01T10:00:00Z,2024-03-01T10:00:00Z,web,,,\n";
  const PLAIN = "telefono,accion\n7012-3456,baja\n";

  test("is read to its length at opening where it is a registry that grows", async () => {
    const path = pathOf(LEDGER);
    const { index, list } = load(path);
    appendFileSync(path, LEDGER.split("\n")[1]!.replace("70123456", "71234567"));
    const { kind, bytes, sha256, entries } = await list;
    expect({ kind, bytes, entries }).toEqual({ kind: "registry", bytes: LEDGER.length, entries: 1 });
    expect(sha256).toBe(createHash("sha256").update(LEDGER).digest("hex"));
    expect([index.has("+50370123456"), index.has("+50371234567")]).toEqual([true, false]);
  });

  test("is refused where a line of a registry is written anew before it grows, or goes", async () => {
    const anew = pathOf(LEDGER);
    const file = openInput(anew, ExitCode.suppressionList);
    while ((await file.read(new Uint8Array(4096), 0, 4096)) > 0);
    appendFileSync(anew, LEDGER);
    expect([file.changed(), file.changed(true)]).toEqual([true, false]);
    writeFileSync(anew, LEDGER.replace("70123456", "79999999") + LEDGER);
    expect(file.changed(true)).toBe(true);
    file.close();
    const torn = pathOf(`${LEDGER}2,+50371234567,opt-out,an`);
    const { list } = load(torn);
    truncateSync(torn, LEDGER.length);
    expect(await sentenceOf(list)).toBe("changedWhileRead");
  });

  test("is refused where it is no registry, also where it grows", async () => {
    const path = pathOf(PLAIN);
    const { list } = load(path);
    appendFileSync(path, "7123-4567,baja\n");
    expect(await sentenceOf(list)).toBe("changedWhileRead");
  });

  test("is read where it is a registry that an import with nothing new only touches", async () => {
    const path = pathOf(LEDGER);
    const { index, list } = load(path);
    utimesSync(path, 1, 1);
    expect((await list).entries).toBe(1);
    expect(index.has("+50370123456")).toBe(true);
  });

  test("is refused where a registry was cut, or its first part is another one's", async () => {
    const anew = pathOf(LEDGER);
    const file = openInput(anew, ExitCode.suppressionList);
    const half = 100;
    await file.read(new Uint8Array(half), 0, half);
    writeFileSync(anew, LEDGER.replace("event,phone", "evento,fono").padEnd(LEDGER.length));
    // Whatever the clock of the disk can tell apart.
    utimesSync(anew, 1, 1);
    while ((await file.read(new Uint8Array(half), 0, half)) > 0);
    expect(file.changed(true)).toBe(true);
    file.close();
    const cut = pathOf(LEDGER.repeat(2));
    const second = load(cut).list;
    truncateSync(cut, LEDGER.length);
    expect(await sentenceOf(second)).not.toBe("trusted");
  });
});

describe("after the first thousand records", () => {
  const FIRST = Array.from({ length: 1100 }, (_, i) => `2${2000000 + i}`);
  const digest = createHash("sha256").update("70123456").digest("hex");

  test("a digest in a phone column suppresses", async () => {
    const { index, list } = load(pathOf(`telefono\n${FIRST.join("\n")}\n${digest}\n`));
    expect((await list).entries).toBe(1101);
    expect(index.has("+50370123456")).toBe(true);
  });

  test("a digest in a column without a name for it suppresses where the phone is missing, but not an identifier", async () => {
    const rows = FIRST.map((phone) => `${phone},,`).join("\n");
    const { index, list } = load(pathOf(`telefono,valor,uuid\n${rows}\n,${digest},\n,,${digest}\n`));
    await list;
    expect(index.holdings("+50370123456").map(({ record }) => record)).toEqual([1101]);
  });

  test("the date of an expired entry in the other order refuses a list that has opt-ins", async () => {
    const dated = FIRST.map((phone, i) => `${phone},baja,${13 + (i % 15)}/01/2020,`).join("\n");
    const events = "7012-3456,baja,2021-06-01,\n7012-3456,opt-in,05/07/2021,\n";
    const header = "telefono,accion,fecha,expires\n";
    const lifted = load(pathOf(`${header}${dated}\n${events}`));
    await lifted.list;
    expect(lifted.index.has("+50370123456")).toBe(false);
    const contradicted = load(pathOf(`${header}${dated}\n${events}2233-4455,baja,01/25/2021,2022-01-01\n`));
    expect(await sentenceOf(contradicted.list)).toBe("datesContradict");
  });

  test("a date in the other order refuses a list in which entries expire", async () => {
    const dated = FIRST.map((phone, i) => `${phone},${13 + (i % 15)}/01/2020,`).join("\n");
    const header = "telefono,fecha,expires\n";
    const expired = "7012-3456,01/02/2020,12/01/2026\n";
    const proven = load(pathOf(`${header}${dated}\n${expired}`));
    await proven.list;
    expect(proven.index.has("+50370123456")).toBe(false);
    const contradicted = load(pathOf(`${header}${dated}\n${expired}2233-4455,01/25/2020,\n`));
    expect(await sentenceOf(contradicted.list)).toBe("datesContradict");
    const otherwise = load(
      pathOf(`telefono,fecha\n${FIRST.map((phone) => `${phone},13/01/2020`).join("\n")}\n7012-3456,01/25/2020\n`),
    );
    expect((await otherwise.list).warnings.map(({ code }) => code)).toContain("dates-contradict");
  });
});

test("an expiry is ambiguous where the dates of the list prove the one order and its expiries the other", async () => {
  const rows = "2233-4455,13/01/2020,12/31/2027\n7012-3456,13/01/2020,12/01/2026\n7123-4567,13/01/2020,12/01/2020\n";
  const { index, list } = load(pathOf(`telefono,fecha,expires\n${rows}`));
  await list;
  expect([index.has("+50370123456"), index.has("+50371234567")]).toEqual([true, false]);
});

const cell = (...lines: string[]) => `"${lines.join("\n")}"\n`;
const list = (...cells: string[]) => `telefono\n${cells.join("")}`;

const digestOf = (e164: string) => createHash("sha256").update(e164).digest("hex");

test.each([
  ["plain numbers", "telefono\n7012-3456\n+503 7012-3456\n7013-4567\n", 2],
  ["events", "telefono,fecha\n7012-3456,2024-01-05\n7012-3456,2024-02-05\n7013-4567,\n", 2],
  ["numbers of other countries", "telefono\n+13059876543\n+1 305 987 6543\n+14155550100\n", 2],
  ["long numbers among plain ones", "telefono\n80012345678\n+50380012345678\n7012-3456\n", 2],
  ["digests", `sha256\n${[1, 1, 2].map((i) => digestOf(`+5037012345${i}`)).join("\n")}\n`, 2],
])("a list has each of its numbers once, however often they stand in it: %s", async (_, content, numbers) => {
  expect(await load(pathOf(content)).list).toMatchObject({ entries: 3, numbers });
});

test.each([
  [",Baja,2026-03-19", 1],
  [",Baja,", 1],
  ["Bajas,,", 0],
])("a record without a number is named, unless it is a heading: %s", async (record, named) => {
  const path = pathOf(`telefono,estado,fecha\n7012-3456,Suscrito,2025-12-09\n${record}\n7012-3457,Baja,2026-03-19\n`);
  const { warnings } = await load(path).list;
  expect(warnings.filter(({ code }) => code === "entries-without-number")).toHaveLength(named);
});

test.each([
  ["of nothing else", list(cell("7012-3456", "2222-3333"), cell("7012-3457", "2222-3334")), 2],
  ["among others", list("7012-3450\n", cell("7012-3456", "2222-3333"), cell("7012-3457", "2222-3334")), 3],
  ["behind words", list(cell("Ana: no me llamen", "7012-3456"), cell("Luis", "2222-3333 y 7012-3457")), 2],
])("cells over several lines are entries that can be read: in a list %s", async (_, suppress, entries) => {
  const numbers = ["70123456", "22223333", "70123457", "79990001"];
  const { clean, stderr, code, report } = await new ScrubFolder().scrub({
    lists: [`telefono\n${numbers.join("\n")}\n`],
    suppress: [suppress],
  });
  expect(code, stderr).toBe(0);
  expect(clean.toString()).toBe("telefono\n+50379990001\n");
  expect(stderr).not.toContain("warning");
  const { suppressions } = report as unknown as { suppressions: { entries: number }[] };
  expect(suppressions[0]?.entries).toBe(entries);
});
