// What comes back decided: each decision is about one message and one number, whatever a spreadsheet or a person did to the
// other cells, and no number that has a part in a message is lost.

import { beforeEach, describe, expect, test } from "vitest";
import { decided, messagesOf, RegistryDir } from "../support/registry-dir.js";

const WRITER = "+50376010001";
const NAMED = "+50371112201";

let dir: RegistryDir;
beforeEach(() => {
  dir = new RegistryDir();
});

const rows = () => dir.lines("v.csv");
const save = (file: string, lines: readonly string[]) => dir.write(file, lines.map((line) => `${line}\n`).join(""));
const takeMessages = (...messages: [from: string, text: string][]) => dir.take("sms", messagesOf(...messages));

/** Takes back a copy of the reviews, with another word in the action column and perhaps another channel. */
function decideInCopy(word: string, channel = "sms") {
  dir.write("back.csv", dir.text("v.csv").replace(/^([^,]+,[^,]*),review,[^,]*/gm, `$1,${word},${channel}`));
  return dir.takeBack("back.csv", "--review", "v.csv");
}

describe("a decision about one number leaves the others", () => {
  beforeEach(async () => {
    await takeMessages([WRITER, "Baja para el 7111-2201"]);
  });

  test("where a spreadsheet has copied its id into the next row", async () => {
    const [header, first, second] = rows() as [string, string, string];
    const id = first.split(",")[0]!;
    save("v.csv", [header, decided(first, "other"), second.replace(/^[^,]+/, id)]);
    await dir.takeBack("v.csv");
    expect(dir.waiting).toEqual([`${NAMED} review`]);
    expect(await dir.bars(NAMED)).toBe(true);
  });

  test("where the whole row was copied, and only one of both is decided", async () => {
    const [header, first, second] = rows() as [string, string, string];
    save("v.csv", [header, decided(first, "other"), first, second]);
    await dir.takeBack("v.csv");
    expect(dir.waiting).toContain(`${WRITER} review`);
  });

  test("where its phone was edited in another file", async () => {
    const [header, first, second] = rows() as [string, string, string];
    save("back.csv", [header, decided(first, "opt-out", NAMED), second]);
    await dir.takeBack("back.csv", "--review", "v.csv");
    expect(dir.waiting).toEqual([`${WRITER} review`, `${NAMED} review`]);
    expect(dir.recorded).toEqual([`${NAMED} opt-out sms`]);
    expect(await dir.bars(WRITER)).toBe(true);
  });
});

describe("a word that is not surely a decision", () => {
  test.each(["ok", "OK", "listo", "hecho", "done", "ayuda", "respondida", "atendido", "settled?", "¿void"])(
    "leaves the row in review, and is told but not quoted: %s",
    async (word) => {
      await takeMessages([WRITER, "no"]);
      const [header, first] = rows() as [string, string];
      save("v.csv", [header, decided(first, word)]);
      const run = await dir.takeBack("v.csv");
      expect(run.stderr).toContain("v.csv: 1 row has an unknown word in the action column");
      expect(run.stderr).toContain("(the first in line 2)");
      expect(run.stderr).not.toContain(word);
      expect(dir.waiting).toEqual([`${WRITER} ${word}`]);
      expect(await dir.bars(WRITER)).toBe(true);
    },
  );

  test("is one where a request was answered", async () => {
    await takeMessages([WRITER, "borren mis datos"]);
    const [header, first] = rows() as [string, string];
    save("v.csv", [header, decided(first, "atendido")]);
    await dir.takeBack("v.csv");
    expect(dir.waiting).toEqual([]);
  });
});

describe("a number out of the plan that a message names", () => {
  const ODD = ["+50333332274", "+50380012274", "+50312345678", "+2026112010"];
  const each = ODD.map((odd, i): [string, string] => [`+5037601000${i}`, `Stop ${odd}`]);

  test.each(["opt-out", "opt-in", "other"])("comes back decided: %s", async (word) => {
    await takeMessages(...each);
    const [header, ...all] = rows() as [string, ...string[]];
    save("v.csv", [header, ...all.map((row) => decided(row, word))]);
    await dir.takeBack("v.csv");
    expect(dir.waiting).toEqual([]);
    for (const odd of ODD) expect(dir.recorded).toContain(`${odd} ${word === "other" ? "settled" : word} any`);
  });

  test("comes back from a spreadsheet that took the + away, and blocks no other row", async () => {
    await takeMessages(...each);
    const [header, ...all] = rows() as [string, ...string[]];
    const saved = all.map((row) => decided(row, "baja").replace(/,\+(\d+),/, ",$1,"));
    save(
      "v.csv",
      [header, ...saved].map((row) => row.replaceAll(",", ";")),
    );
    await dir.takeBack("v.csv");
    expect(dir.waiting).toEqual([]);
    for (const odd of ODD) expect(dir.recorded).toContain(`${odd} opt-out any`);
  });
});

describe("an opt-in that comes back", () => {
  test.each(["email", "correo", "", "push", "no sms", "sms y llamadas", "todos menos llamadas"])(
    "for no channel that we know waits: %j",
    async (channel) => {
      await takeMessages([WRITER, "si"]);
      const run = await decideInCopy("opt-in", channel);
      expect(dir.recorded).toEqual([]);
      expect(run.stderr).toContain(
        "1 row has an unknown word in the action column, or in the channel column of an opt-in (the first in line 2)",
      );
      expect(await dir.bars(WRITER)).toBe(true);
    },
  );

  test.each([",", ";"])(
    "for none that we know waits, too, where another row of the file was decided: %s",
    async (mark) => {
      await takeMessages([WRITER, "si"], [NAMED, "si"]);
      const [header, first, second] = rows() as [string, string, string];
      const edited = [header, decided(first, "opt-in").replace(",sms,", ",email,"), decided(second, "other")];
      dir.write("v.csv", edited.join("\n").replaceAll(",", mark));
      await dir.takeBack();
      await dir.takeBack();
      expect(dir.recorded).toEqual([`${NAMED} settled sms`]);
      expect(await dir.bars(WRITER)).toBe(true);
    },
  );

  test("as an opt-out bars on every channel instead", async () => {
    await takeMessages([WRITER, "si"]);
    await decideInCopy("opt-out", "email");
    expect(dir.recorded).toEqual([`${WRITER} opt-out any`]);
  });
});

test.each(["other?", "¿otro", "settled?", "answered?", "opt-in?"])(
  "a decision that asks decides nothing: %s",
  async (word) => {
    await takeMessages([WRITER, "si"]);
    await decideInCopy(word);
    expect(dir.recorded).toEqual([]);
    expect(await dir.bars(WRITER)).toBe(true);
  },
);

describe("a request that was answered", () => {
  test.each([
    ..."eliminen mis datos|ejerzo mi derecho de oposicion|me opongo al tratamiento de mis datos".split("|"),
    "STOP. Delete my data",
  ])("leaves an opt-out where the person wanted an end to the use of their data: %s", async (text) => {
    await takeMessages([WRITER, text]);
    await dir.decide("answered");
    expect(dir.waiting).toEqual([]);
    expect(dir.recorded).toContain(`${WRITER} opt-out any`);
    expect(await dir.bars(WRITER)).toBe(true);
  });

  test("bars nobody where they only wanted to know", async () => {
    await takeMessages([WRITER, "quiero saber que datos tienen mios"]);
    const run = await dir.decide("answered");
    expect(run.stderr).toMatch(/decided: asked for nothing, or answered +1/);
    expect(await dir.bars(WRITER)).toBe(false);
  });
});

test("senders who can't be read are asked about one by one, whatever they wrote on whatever day, and never under our number", async () => {
  const messages = ["5.037601E+10", "5.037602E+10", "anonymous"].map((from): [string, string] => [from, "STOP"]);
  const phones = () => rows().map((row) => row.split(",")[1]);
  await takeMessages(...messages);
  expect(phones()).toEqual(["phone", "", "", ""]);
  await takeMessages(...messages);
  expect(phones()).toHaveLength(4);
  // Nothing in them looks like a phone below its column, and the header is the header all the same.
  await dir.takeBack();
});
