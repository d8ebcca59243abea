// One table of options: what is put into it is everywhere.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createProgram } from "../../src/commands/arguments.js";
import { complete } from "../../src/commands/completion/complete.js";
import { manPage } from "../../src/commands/manual/man-page.js";
import { shown } from "../../src/commands/manual/page.js";
import { topicOf } from "../../src/commands/manual/topic.js";
import { OPTIONS, type OptionRow, rowsOf, TAKES } from "../../src/commands/options.js";
import { parseCount } from "../../src/commands/typed-values.js";
import { scrubKinds } from "../../src/library/scrub.js";
import { MOST_RANGE_NUMBERS } from "../../src/suppression/entry-intake.js";
import { DEFAULT_MAX_UNREADABLE, OLD_LIST } from "../../src/suppression/trust.js";
import type { CommandName } from "../../src/text/help.js";
import { manualIn, sentencesIn } from "../../src/text/language.js";
import { describeAge } from "../../src/text/values.js";
import { REPOSITORY } from "../support/workdir.js";

test("an option that is added to the table is parsed, and stands in help, manual, completion and library", async () => {
  const options: Record<string, OptionRow> = OPTIONS;
  const taken = TAKES.scrub.options.other as unknown as string[];
  options.mostCalls = { flags: "--most-calls <N>", parse: parseCount, initial: 3 };
  taken.push("mostCalls");
  try {
    for (const language of ["en", "es"] as const) {
      const sentences = await sentencesIn(language);
      const program = createProgram("scrub", { sentences });
      expect(program.parse(["--most-calls", "7"], { from: "user" }).opts()).toMatchObject({ mostCalls: 7 });
      const topic = await topicOf("scrub", { sentences });
      expect(shown(topic.whole, { columns: 80, colorOnStdout: false })).toContain("--most-calls N");
      const edition = { manual: await manualIn(language), version: "1", date: "2026-01-01" };
      expect(manPage("svscrub-scrub", topic, [], edition)).toMatch(/most\\-calls/);
      for (const asked of ["bash|--most|svscrub --most", "zsh|--most", "fish|--most"])
        expect(await complete([language, ...asked.split("|")])).toContain("--most-calls");
    }
    expect(scrubKinds().mostCalls).toEqual(["string"]);
  } finally {
    taken.pop();
    delete options.mostCalls;
  }
});

/** Defaults that the run knows, not the table. */
const OF_THE_RUN: Record<string, unknown> = { maxUnreadable: DEFAULT_MAX_UNREADABLE, maxRange: MOST_RANGE_NUMBERS };
/** Their defaults are all channels, stdout, and a format that follows from the output's name. */
const SAID_IN_WORDS = ["--channel", "--output", "--format"].map((option) => `registry export ${option}`);
const DEFAULT = /(?:default|por defecto)(?:: ([^)]+)\))?/;

describe.each(["en", "es"] as const)("the help in %s says the default that the table has", (language) => {
  const api = readFileSync(`${REPOSITORY}API${language === "en" ? "" : ".es"}.md`, "utf8");

  test.each(Object.keys(TAKES) as CommandName[])("%s", async (name) => {
    const program = createProgram(name, { sentences: await sentencesIn(language) });
    for (const [property, row] of rowsOf(name)) {
      const { initial: own, parse, flags, many } = row;
      const initial = OF_THE_RUN[property] ?? (many ? (own as { value: unknown }[] | undefined)?.[0]?.value : own);
      const long = /--[a-z-]+/.exec(flags)![0];
      if ([undefined, false, ""].includes(initial as string) || SAID_IN_WORDS.includes(`${name} ${long}`)) continue;
      const { description } = program.options.find((option) => option.long === long)!;
      const [, said] = DEFAULT.exec(description) ?? [];
      const [inApi = description] = new RegExp(`^\\| \`${property}\` .*`, "m").exec(api) ?? [];
      const [, saidThere = said] = DEFAULT.exec(inApi) ?? ["", "nothing"];
      expect(said && parse!(long, said), `${name} ${long}: ${description}`).toEqual(initial);
      expect(saidThere, `${property} of the library`).toBe(said);
    }
  });

  test("and its guide the age from which on a list is a warning", () => {
    const guide = readFileSync(`${REPOSITORY}src/text/${language}/guides/suppression.md`, "utf8");
    expect(guide).toContain(` ${describeAge(OLD_LIST, language)} `);
  });
});
