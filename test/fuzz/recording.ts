// What `npm run fuzz` learns of every law: how many draws it stood, and of the draw that broke it, its runs as golden cases.
// Without it nothing is kept.

import { appendFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { writeCase } from "../support/case-file.js";
import { COMMANDS } from "../support/golden-cases.js";

export interface RecordedRun {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>> | undefined;
  stdin: string | Uint8Array | undefined;
  /** What stood in the folder before the run. */
  files: readonly (readonly [string, Buffer])[];
}

/** Those of the draw that is tried; undefined where nobody asks for them. */
let runs: RecordedRun[] | undefined;

export function record(run: () => RecordedRun): void {
  runs?.push(run());
}

/** Notes every law in a file, one JSON object a line, and lays what breaks it into a folder. */
export function watchLaws(notes: string, folder: string): void {
  if (runs !== undefined) return;
  runs = [];
  fc.installGlobalPlugin(() => {
    // The last draw that fails is the one that can't be made smaller.
    let broken: readonly RecordedRun[] = [];
    return {
      decorateRun: (nested) => (value) => {
        const ofThisDraw: RecordedRun[] = [];
        runs = ofThisDraw;
        const look = (result: Awaited<ReturnType<typeof nested>>) => {
          if (result !== null && "error" in result) broken = ofThisDraw;
          return result;
        };
        const result = nested(value);
        return result instanceof Promise ? result.then(look) : look(result);
      },
      onAllRunsComplete: ({ numRuns, failed, seed }) => {
        const law = expect.getState().currentTestName ?? "a law";
        const cases = failed ? broken.map((run, i) => saveCase(run, folder, `${slug(law)}-${seed}-${i + 1}`, law)) : [];
        appendFileSync(notes, `${JSON.stringify({ law, draws: numRuns, cases })}\n`);
      },
    };
  });
}

/** In the shape of fixtures/cases/, without what is expected: that is for a person to say. */
function saveCase({ args, env = {}, stdin, files }: RecordedRun, folder: string, name: string, law: string): string {
  const command = COMMANDS.includes(args[0] ?? "") ? args[0]! : "scrub";
  const file = join(folder, command, `${name}.case`);
  const parts = new Map<string, Buffer>([["args", Buffer.from(`${args.join("\n")}\n`)]]);
  if (stdin !== undefined) parts.set("stdin", Buffer.from(stdin));
  const settings = Object.entries(env).map(([setting, value]) => `${setting}=${value}\n`);
  if (settings.length > 0) parts.set("env", Buffer.from(settings.join("")));
  for (const [input, content] of files) parts.set(`input/${input}`, content);
  writeCase(file, { why: `A draw that breaks the law: ${law}.`, parts });
  return file;
}

function slug(sentence: string): string {
  return sentence
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 100);
}
