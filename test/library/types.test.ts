// The declarations of the package, as a program gets them that has nothing but the package: one file, no types of Node.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Kinds } from "../../src/library/given.js";
import { addKinds, registryKinds } from "../../src/library/open-registry.js";
import { scrubKinds } from "../../src/library/scrub.js";
import { suppressionKinds } from "../../src/library/suppression.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const SCRUB = scrubKinds();
const SUPPRESSION = suppressionKinds();
const [REGISTRY, ADDING] = [registryKinds(), addKinds()];

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

/** A value of each type, and of an option that takes words of its own one of them. */
const VALUES: Readonly<Record<string, string>> = {
  ...{ string: '"dnc=1"', number: "2", boolean: "true", Date: "new Date(0)", function: "() => {}" },
  ...{ stream: "source", Writable: "sink", AbortSignal: "signal" },
};
const WORDS: Readonly<Record<string, string>> = {
  ...{ channel: '"sms"', types: '"mobile"', phoneFormat: '"digits"', action: '"opt-in"' },
};

/** A value of each type that an option takes. */
function waysOf(name: string, kind: readonly string[]): string[] {
  const values = (types: string) => types.split(" | ").map((type) => WORDS[name] ?? VALUES[type] ?? type);
  const ways = kind.flatMap((type) => {
    const { items, named } = /^\(?(?<items>[^)]*)\)?\[\]$|^\{ NAME: (?<named>.*) \}$/.exec(type)?.groups ?? {};
    if (items !== undefined) return [`[${values(items).join(", ")}]`, "[]"];
    const ofNames = name === "map" ? ['"opt-out"'] : values(named ?? "");
    return named === undefined ? values(type) : [`{ ${ofNames.map((value, i) => `name${i}: ${value}`).join(", ")} }`];
  });
  return REQUIRED.has(name) ? ways : [...ways, "undefined"];
}

const REQUIRED = new Set(["lists", "suppress", "path", "review"]);

function everyWay(): string {
  const rows = (type: string, kinds: Kinds) =>
    Object.entries(kinds).flatMap(([name, kind]) =>
      waysOf(name, kind).map((way) => `({ ${name}: ${way} }) satisfies ${type};`),
    );
  return [
    'import type { AddOptions, RegistryOptions, ScrubOptions, SuppressionOptions } from "./svscrub.js";',
    "declare const source: AsyncIterable<Uint8Array | string>;",
    "declare const sink: { write(bytes: Uint8Array): unknown; end(): unknown };",
    'declare const signal: NonNullable<ScrubOptions["signal"]>;',
    ...rows("Partial<SuppressionOptions>", SUPPRESSION),
    ...rows("Partial<ScrubOptions>", SCRUB),
    ...rows("Partial<RegistryOptions>", REGISTRY),
    ...rows("AddOptions", ADDING),
  ].join("\n");
}

/** The examples of API.md, of which a null or undefined that they do not ask for is no matter here. */
function examples(): string {
  const page = readFileSync(join(REPOSITORY, "API.md"), "utf8");
  const all = [...page.matchAll(/^```js example\n([\s\S]*?)^```/gm)].map(([, code]) => code!);
  expect(all.length).toBeGreaterThan(8);
  const imports = all.flatMap((code) => code.match(/^import .*/gm) ?? []);
  const names = (from: string) => [
    ...new Set(
      imports.filter((line) => line.includes(from)).flatMap((line) => /\{ (.*) \}/.exec(line)![1]!.split(", ")),
    ),
  ];
  return [
    `import { ${names('"svscrub"')} } from "./svscrub.js";`,
    "declare const console: { log(...values: unknown[]): void };",
    "declare const [appendFile, PassThrough, text]: any[];",
    ...all.map((code) => `{\n${code.replace(/^import .*/gm, "")}}`),
  ].join("\n");
}

test.each<[string, string[], string, object?]>([
  ["alone", ["es2022"], PROGRAM],
  ["and those of the web", ["es2022", "dom"], PROGRAM],
  ["and what the web has", ["es2022", "dom", "dom.iterable"], OF_THE_WEB],
  ["and every way in which API.md says that a value may be given", ["es2022"], everyWay()],
  ["and the examples of API.md", ["es2022"], examples(), { strict: false, exactOptionalPropertyTypes: false }],
])("a program is compiled with the package's declarations %s", (_, lib, program, others = {}) => {
  const dir = new Workdir();
  const types = readFileSync(join(REPOSITORY, "dist/types/index.d.ts"), "utf8");
  dir.write("svscrub.d.ts", types);
  dir.write("program.ts", program);
  const options = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true },
    ...{ module: "nodenext", target: "es2022", lib, types: [] },
    ...others,
  };
  dir.write("package.json", '{ "type": "module" }');
  dir.write("tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["program.ts", "svscrub.d.ts"] }));
  const compiled = spawnSync(join(REPOSITORY, "node_modules/.bin/tsc"), ["-p", dir.path], { encoding: "utf8" });
  expect(compiled.stdout).toBe("");
  expect(compiled.status).toBe(0);
  expect(types).not.toMatch(/import\("|from "/);
});
