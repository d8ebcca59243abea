// One table of options: what is put into it is everywhere.

import { expect, test } from "vitest";
import { createProgram } from "../../src/commands/arguments.js";
import { complete } from "../../src/commands/completion/complete.js";
import { manPage } from "../../src/commands/manual/man-page.js";
import { shown } from "../../src/commands/manual/page.js";
import { topicOf } from "../../src/commands/manual/topic.js";
import { OPTIONS, type OptionRow, TAKES } from "../../src/commands/options.js";
import { parseCount } from "../../src/commands/typed-values.js";
import { scrubKinds } from "../../src/library/scrub.js";
import { manualIn, sentencesIn } from "../../src/text/language.js";

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
      for (const shell of ["bash", "zsh", "fish"])
        expect(
          await complete([language, shell, ...(shell === "bash" ? ["--most", "svscrub --most"] : ["--most"])]),
        ).toContain("--most-calls");
    }
    expect(scrubKinds().mostCalls).toEqual(["string", "number"]);
  } finally {
    taken.pop();
    delete options.mostCalls;
  }
});
