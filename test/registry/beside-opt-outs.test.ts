// What an import makes of more than one thing at once: an opt-out that speaks for somebody else as well, a note beside an opt-in, a
// receipt that says who had opted out, and what is left of a request that was answered.

import { beforeEach, describe, expect, test } from "vitest";
import { openLedger } from "../../src/registry/ledger.js";
import { Workdir } from "../support/workdir.js";

const PHONE = "+50376010101";
const AT = "2026-11-21T04:00:00-06:00";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const rows = (name: string, which: "registry" | "reviews") =>
  dir.exists(name) ? openLedger(dir.at(name), which).events : [];
const recorded = () => rows("r.csv", "registry").map(({ phone, action, channel }) => `${phone} ${action} ${channel}`);
const waiting = () => rows("v.csv", "reviews").map(({ phone, action }) => `${phone} ${action}`);

async function take(kind: string, content: string, file = "in.csv") {
  dir.write(file, content);
  const into = ["--registry", "r.csv", "--review", "v.csv", "--kind", kind, "--lang", "en"];
  const run = await dir.ok(["registry", "import", file, ...into]);
  return run;
}
const takeMessage = (text: string) => take("sms", `From,To,Body,DateSent\n${PHONE},+50322008888,"${text}",${AT}\n`);

const mayContact = async (number: string) =>
  (await dir.run(["check", number, "-s", "r.csv", "v.csv", "--allow-empty", "r.csv", "--allow-empty", "v.csv"]))
    .code === 0;

/** Takes the reviews back, with another word in the action column and perhaps another channel. */
async function decide(word: string, channel?: string) {
  const [header, ...lines] = dir.lines("v.csv") as [string, ...string[]];
  const decided = lines.map((line) =>
    line.replace(
      /^([^,]+,[^,]*),(?:review|request),([^,]*)/,
      (_, before, was) => `${before},${word},${channel ?? was}`,
    ),
  );
  dir.write("back.csv", `${[header, ...decided].join("\n")}\n`);
  const into = ["--registry", "r.csv", "--review", "v.csv", "--kind", "reviewed", "--lang", "en"];
  return dir.run(["registry", "import", "back.csv", ...into]);
}

describe("an opt-in that comes back", () => {
  test.each(["email", "correo", "", "push", "no sms", "sms y llamadas", "todos menos llamadas"])(
    "for no channel that we know waits: %j",
    async (channel) => {
      await takeMessage("si");
      const run = await decide("opt-in", channel);
      run.mustExit(0);
      expect(recorded()).toEqual([]);
      expect(run.stderr).toContain(
        "1 row has an unknown word in the action column, or in the channel column of an opt-in (the first in line 2)",
      );
      expect(await mayContact(PHONE)).toBe(false);
    },
  );

  test("as an opt-out bars on every channel instead", async () => {
    await takeMessage("si");
    (await decide("opt-out", "email")).mustExit(0);
    expect(recorded()).toEqual([`${PHONE} opt-out any`]);
  });
});

test.each(["other?", "¿otro", "settled?", "answered?", "opt-in?"])(
  "a decision that asks decides nothing: %s",
  async (word) => {
    await takeMessage("si");
    (await decide(word)).mustExit(0);
    expect(recorded()).toEqual([]);
    expect(await mayContact(PHONE)).toBe(false);
  },
);

describe("a request that was answered", () => {
  test.each([
    "eliminen mis datos",
    "ejerzo mi derecho de oposicion",
    "me opongo al tratamiento de mis datos",
    "STOP. Delete my data",
  ])("leaves an opt-out where the person wanted an end to the use of their data: %s", async (text) => {
    await takeMessage(text);
    (await decide("answered")).mustExit(0);
    expect(waiting()).toEqual([]);
    expect(recorded()).toContain(`${PHONE} opt-out any`);
    expect(await mayContact(PHONE)).toBe(false);
  });

  test("bars nobody where they only wanted to know", async () => {
    await takeMessage("quiero saber que datos tienen mios");
    const run = await decide("answered");
    run.mustExit(0);
    expect(run.stderr).toMatch(/decided: asked for nothing, or answered +1/);
    expect(await mayContact(PHONE)).toBe(true);
  });
});
