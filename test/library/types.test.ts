// The declarations of the package, as a program gets them that has nothing but the package: one file, no types of Node.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const PROGRAM = `
import {
  openRegistry, openSuppression, readNumber, scrub, ScrubError,
  type AuditReport, type MessageAnswer, type NumberAnswer, type RecordedAnswer,
} from "./svscrub.js";

const lists = await openSuppression({ lists: ["bajas.csv"], maxAge: "24h" });
const answer: NumberAnswer = lists.check("7012-3456");
const reason: string | null = answer.reason;
const certain: string[] = readNumber("7012-3456").reads_as.map(({ number }) => number);
try {
  const report: AuditReport = await scrub({ lists: ["clientes.csv"], suppress: ["bajas.csv"], output: "limpia.csv" });
  const clean: number = report.counts.clean;
} catch (error) {
  if (error instanceof ScrubError) error.exitCode satisfies number;
}
const registry = await openRegistry({ path: "optouts.csv", review: "review.csv", create: true });
const told: MessageAnswer = await registry.import({ From: "+50370123456", Body: "STOP" });
const owed: string | null = told.message;
const added: RecordedAnswer = await registry.add("7012-3456", { action: "opt-in", channel: "sms" });
await registry.close();
// @ts-expect-error: an option that there is not.
await openSuppression({ lists: ["bajas.csv"], maxAgee: "24h" });
`;

const OF_THE_WEB = `
import { openRegistry, scrub } from "./svscrub.js";
await scrub({ lists: "clientes.csv", suppress: "bajas.csv", signal: AbortSignal.timeout(1000) });
const registry = await openRegistry({ path: "optouts.csv", review: "review.csv" });
interface Body { From: string }
declare const body: Body;
await registry.import(body);
await registry.import(new URLSearchParams());
await registry.import(new Uint8Array());
// @ts-expect-error: a promise.
await registry.import(Promise.resolve(body));
// @ts-expect-error: a request.
await registry.import(new Request("http://127.0.0.1/"));
`;

test.each([
  ["alone", ["es2022"], PROGRAM],
  ["and those of the web", ["es2022", "dom"], PROGRAM],
  ["and what the web has", ["es2022", "dom", "dom.iterable"], OF_THE_WEB],
])("a program is compiled with the package's declarations %s", (_, lib, program) => {
  const dir = new Workdir();
  const types = readFileSync(join(REPOSITORY, "dist/types/index.d.ts"), "utf8");
  dir.write("svscrub.d.ts", types);
  dir.write("program.ts", program);
  const options = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib,
    types: [],
  };
  dir.write("package.json", '{ "type": "module" }');
  dir.write("tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["program.ts", "svscrub.d.ts"] }));
  const compiled = spawnSync(join(REPOSITORY, "node_modules/.bin/tsc"), ["-p", dir.path], { encoding: "utf8" });
  expect(compiled.stdout).toBe("");
  expect(compiled.status).toBe(0);
  expect(types).not.toMatch(/import\("|from "/);
});
