// Merges however long: what is taken in does not depend on how many numbers are looked at together.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { LEDGER_COLUMNS } from "../../src/headers/names.js";
import { Merging } from "../../src/registry/merge.js";
import { AT_A_TIME, Recorder } from "../../src/registry/record.js";
import { TEMPLATES } from "../../src/text/acknowledgements.js";
import { draws, forAllAsync } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

const ALL = AT_A_TIME.records;
const id = fc.constantFrom(..."abcdefghijklmnopqrst");
const person = fc.constantFrom("+50370000001", "+50370000002", "+50370000003", "+50322220001");
const day = fc.constantFrom("", "2026-03-01", "2026-03-01T08:00:00-06:00", "2026-03-02T08:00:00-06:00");
const recorded = "2026-03-03T08:00:00-06:00";
const event = fc.oneof(
  fc
    .tuple(id, person, fc.constantFrom("opt-out", "opt-in"), fc.constantFrom("sms", "any"), day, fc.boolean())
    .map(([name, phone, action, channel, at, isErased]) =>
      isErased
        ? [name, phone, action, channel, at, recorded, "", "", "", ""]
        : [name, phone, action, channel, at, recorded, "sms", "", "message", "r.csv:2"],
    ),
  fc
    .tuple(id, person, id)
    .map(([name, phone, of]) => [name, phone, "void", "any", recorded, recorded, "manual", "", "wrong", `event:${of}`]),
);
/** Mostly each id is one event's, wherever it stands. */
const ledger = fc.tuple(fc.array(event, { maxLength: 14, size: "max" }), fc.boolean()).map(([events, hasEnd]) => {
  const text = [LEDGER_COLUMNS, ...events].map((cells) => cells.join(",")).join("\n");
  return hasEnd || events.length === 0 ? `${text}\n` : text;
});

afterEach(() => {
  AT_A_TIME.records = ALL;
});

async function merged([own, ...others]: readonly string[], records: number) {
  AT_A_TIME.records = records;
  const dir = new Workdir({ "r.csv": own! });
  const files = others.map((text, i) => {
    dir.write(`${i}.csv`, text);
    return dir.at(`${i}.csv`);
  });
  const to = { registry: dir.at("r.csv"), reviews: undefined, acknowledgements: undefined, templates: TEMPLATES };
  const recorder = new Recorder(to);
  const { read } = await new Merging(recorder).merge(files);
  return {
    told: { read, counts: recorder.counts, torn: recorder.torn.length },
    registry: readFileSync(dir.at("r.csv"), "utf8"),
  };
}

test("a merge that looks at one number after the other takes in what one of all together does", async () => {
  await forAllAsync(draws(60), ledger, ledger, ledger, async (own, first, second) => {
    const files = [own, first, second].map((text, i) => ownIds(text, i));
    expect(await merged(files, 1)).toEqual(await merged(files, ALL));
  });
});

/** Ids that others seldom have, but for the first few. */
function ownIds(text: string, registry: number): string {
  const named = new Map<string, number>();
  return text
    .split("\n")
    .map((line, i) => {
      const name = line.slice(0, line.indexOf(","));
      if (i === 0 || name < "c") return line;
      const count = (named.get(name) ?? 0) + 1;
      named.set(name, count);
      return `${name}${registry}${count}${line.slice(name.length)}`;
    })
    .join("\n");
}
