// What comes back decided: each decision is about one message and one number, whatever a spreadsheet or a person did to the
// other cells, and no number that has a part in a message is lost.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import { Workdir } from "../support/workdir.js";

const WRITER = "+50376010001";
const NAMED = "+50371112201";
const AT = "2026-11-21T04:00:00-06:00";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const messages = (...rows: [from: string, text: string][]) =>
  `From,To,Body,DateSent\n${rows.map(([from, text], i) => `${from},+50322008888,${text},${AT.replace(":00-", `:0${i}-`)}\n`).join("")}`;

async function take(content: string) {
  dir.write("in.csv", content);
  await dir.ok("registry import in.csv --registry r.csv --review v.csv --kind sms");
}

const takeBack = (file: string, ...more: string[]) =>
  dir.run(["registry", "import", file, "--registry", "r.csv", "--kind", "reviewed", "--lang", "en", ...more]);

const rows = () => dir.lines("v.csv");
const waiting = () => openLedger(dir.at("v.csv"), "reviews").events.map(({ phone, action }) => `${phone} ${action}`);
const recorded = () => openLedger(dir.at("r.csv"), "registry").events.map(({ phone, action }) => `${phone} ${action}`);
const save = (file: string, lines: readonly string[]) => dir.write(file, lines.map((line) => `${line}\n`).join(""));
const decided = (row: string, word: string, phone = row.split(",")[1]!) =>
  row.replace(/^([^,]+),[^,]*,(?:review|request),/, `$1,${phone},${word},`);
const mayContact = async (number: string) => {
  const { code } = await dir.run([
    "check",
    number,
    "-s",
    "r.csv",
    "v.csv",
    "--allow-empty",
    "r.csv",
    "--allow-empty",
    "v.csv",
  ]);
  return code === 0;
};

describe("a decision about one number leaves the others", () => {
  beforeEach(() => take(messages([WRITER, "Baja para el 7111-2201"])));

  test("where a spreadsheet has copied its id into the next row", async () => {
    const [header, first, second] = rows() as [string, string, string];
    const id = first.split(",")[0]!;
    save("v.csv", [header, decided(first, "other"), second.replace(/^[^,]+/, id)]);
    (await takeBack("v.csv")).mustExit(0);
    expect(waiting()).toEqual([`${NAMED} review`]);
    expect(await mayContact(NAMED)).toBe(false);
  });

  test("where the whole row was copied, and only one of both is decided", async () => {
    const [header, first, second] = rows() as [string, string, string];
    save("v.csv", [header, decided(first, "other"), first, second]);
    (await takeBack("v.csv")).mustExit(0);
    expect(waiting()).toContain(`${WRITER} review`);
  });

  test("where its phone was edited in another file", async () => {
    const [header, first, second] = rows() as [string, string, string];
    save("back.csv", [header, decided(first, "opt-out", NAMED), second]);
    (await takeBack("back.csv", "--review", "v.csv")).mustExit(0);
    expect(waiting()).toEqual([`${WRITER} review`, `${NAMED} review`]);
    expect(recorded()).toEqual([`${NAMED} opt-out`]);
    expect(await mayContact(WRITER)).toBe(false);
  });
});

describe("a word that is not surely a decision", () => {
  test.each(["ok", "OK", "listo", "hecho", "done", "ayuda", "respondida", "atendido"])(
    "leaves the row in review, and is told but not quoted: %s",
    async (word) => {
      await take(messages([WRITER, "no"]));
      const [header, first] = rows() as [string, string];
      save("v.csv", [header, decided(first, word)]);
      const run = await takeBack("v.csv");
      run.mustExit(0);
      expect(run.stderr).toContain("v.csv: 1 row has an unknown word in the action column");
      expect(run.stderr).toContain("(the first in line 2)");
      expect(run.stderr).not.toContain(word);
      expect(waiting()).toEqual([`${WRITER} ${word}`]);
      expect(await mayContact(WRITER)).toBe(false);
    },
  );

  test("is one where a request was answered", async () => {
    await take(messages([WRITER, "borren mis datos"]));
    const [header, first] = rows() as [string, string];
    save("v.csv", [header, decided(first, "atendido")]);
    (await takeBack("v.csv")).mustExit(0);
    expect(waiting()).toEqual([]);
  });
});

describe("a number out of the plan that a message names", () => {
  const ODD = ["+50333332274", "+50380012274", "+50312345678", "+2026112010"];
  const each = ODD.map((odd, i): [string, string] => [`+5037601000${i}`, `Stop ${odd}`]);

  test.each(["opt-out", "opt-in", "other"])("comes back decided: %s", async (word) => {
    await take(messages(...each));
    const [header, ...all] = rows() as [string, ...string[]];
    save("v.csv", [header, ...all.map((row) => decided(row, word))]);
    (await takeBack("v.csv")).mustExit(0);
    expect(waiting()).toEqual([]);
    for (const odd of ODD) expect(recorded()).toContain(`${odd} ${word === "other" ? "settled" : word}`);
  });

  test("comes back from a spreadsheet that took the + away, and blocks no other row", async () => {
    await take(messages(...each));
    const [header, ...all] = rows() as [string, ...string[]];
    const saved = all.map((row) => decided(row, "baja").replace(/,\+(\d+),/, ",$1,"));
    save(
      "v.csv",
      [header, ...saved].map((row) => row.replaceAll(",", ";")),
    );
    (await takeBack("v.csv")).mustExit(0);
    expect(waiting()).toEqual([]);
    for (const odd of ODD) expect(recorded()).toContain(`${odd} opt-out`);
  });
});

test("senders who can't be read are asked about one by one, whatever they wrote on whatever day, and never under our number", async () => {
  const dir = new Workdir();
  const messages = ["5.037601E+10", "5.037602E+10", "anonymous"].map(
    (from) => `${from},+50322008888,STOP,2026-11-21\n`,
  );
  dir.write("m.csv", `From,To,Body,DateSent\n${messages.join("")}`);
  const args = ["registry", "import", "m.csv", "--registry", "r.csv", "--review", "v.csv", "--kind", "sms"];
  await dir.ok(args);
  const rows = () => dir.lines("v.csv").slice(1);
  expect(rows().map((row) => row.split(",")[1])).toEqual(["", "", ""]);
  await dir.ok(args);
  expect(rows()).toHaveLength(3);
  // Nothing in them looks like a phone below its column, and the header is the header all the same.
  await dir.ok("registry import v.csv --registry r.csv --kind reviewed");
});
