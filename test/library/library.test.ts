// The library against the command: the same answers, the same lists, the same reports, and a process that is left alone.

import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { openSuppression, readNumber, type ScrubOptions, scrub } from "../../src/library/index.js";
import { LONG } from "../../src/lists/batches.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";
import { failure } from "./failure.js";

const NUMBERS = ["(503) 7839 9376", "7OOO1234", "", "2222-2222/2222-2223", "+1 202 555 0123", "7012-3456", "6123456-7"];

function withFixtures(): Workdir {
  const dir = new Workdir();
  for (const file of ["clientes.csv", "bajas.csv", "no-llamar.txt"])
    copyFileSync(path.join(REPOSITORY, "fixtures", file), dir.at(file));
  return dir;
}

describe("openSuppression", () => {
  test("answers what check --json answers", async () => {
    const dir = withFixtures();
    dir.write("numbers.txt", `${NUMBERS.filter((number) => number !== "").join("\n")}\n`);
    const lists = { dnc: dir.at("bajas.csv"), "no-llamar": dir.at("no-llamar.txt") };
    const run = await dir.spawn(
      ["check", "-", "-s", "dnc=bajas.csv", "no-llamar=no-llamar.txt", "--json", "--channel", "sms", "-q"],
      { stdin: dir.read("numbers.txt") },
    );
    const numbers = run.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const live = await openSuppression({ lists, channel: "sms" });
    expect(NUMBERS.filter((number) => number !== "").map((number) => live.check(number))).toEqual(numbers);
    expect(live.check("").may_contact).toBe(false);
    live.close();
    expect(live.check("7012-3456")).toMatchObject({ may_contact: false, not_trusted: { code: "listsClosed" } });
  });

  test("reads on what a registry gained, and answers no where a list is gone, until a refresh mends it", async () => {
    const dir = withFixtures();
    await dir.ok("registry add 7012-3456 --registry registry.csv");
    const live = await openSuppression({ lists: [dir.at("registry.csv"), dir.at("bajas.csv")] });
    expect(live.check("7123-9876").may_contact).toBe(true);
    await dir.ok("registry add 7123-9876 --registry registry.csv");
    await live.refresh();
    expect(live.check("7123-9876")).toMatchObject({ may_contact: false, reason: "opted-out" });
    const bajas = readFileSync(dir.at("bajas.csv"));
    writeFileSync(dir.at("bajas.csv"), "");
    await live.refresh();
    const answer = live.check("7777-1234");
    expect(answer).toMatchObject({ may_contact: false, reason: "list-not-trusted" });
    expect(answer.not_trusted).toEqual({
      code: "emptyFile",
      file: dir.at("bajas.csv"),
      message: expect.stringContaining("bajas.csv: "),
    });
    writeFileSync(dir.at("bajas.csv"), bajas);
    await live.refresh();
    expect(live.check("7777-1234").may_contact).toBe(true);
  });

  test("of two at once each answers by its own lists", async () => {
    const dir = withFixtures();
    dir.write("one.csv", "telefono\n7012-3456\n");
    dir.write("two.csv", "telefono\n6123-4567\n");
    const [one, two] = await Promise.all(
      ["one.csv", "two.csv"].map((name) => openSuppression({ lists: dir.at(name), maxAge: "1h" })),
    );
    expect([one!.check("70123456").may_contact, two!.check("70123456").may_contact]).toEqual([false, true]);
  });
});

test("readNumber tells certain numbers from those that a text could mean", () => {
  expect(readNumber("Tel. 2250-1234 / 7OOO1234")).toEqual({
    reads_as: [{ number: "+50322501234", type: "fixed" }],
    could_mean: expect.arrayContaining(["+50370001234"]),
  });
});

describe("scrub", () => {
  test("writes what the command writes, and gives its report", async () => {
    const [byCommand, byLibrary] = [withFixtures(), withFixtures()];
    await byCommand.ok("clientes.csv -s bajas.csv no-llamar.txt -o clean.csv --removed removed.csv --label a=b");
    const report = await scrub({
      lists: byLibrary.at("clientes.csv"),
      suppress: [byLibrary.at("bajas.csv"), byLibrary.at("no-llamar.txt")],
      output: byLibrary.at("clean.csv"),
      removed: byLibrary.at("removed.csv"),
      label: { a: "b" },
    });
    for (const file of ["clean.csv", "removed.csv"]) expect(byLibrary.read(file)).toEqual(byCommand.read(file));
    expect(byLibrary.json("clean.audit.json")).toEqual(JSON.parse(JSON.stringify(report)));
    const written = byCommand.json("clean.audit.json");
    // Warnings name files as they were given.
    const partOf = (part: keyof typeof report) => JSON.stringify(report[part]).replaceAll(`${byLibrary.path}/`, "");
    for (const part of ["counts", "reasons", "types", "self_check", "warnings"] as const)
      expect(JSON.parse(partOf(part))).toEqual(written[part]);
    await byLibrary.ok("verify clean.audit.json");
  });

  test("without an output writes nothing, and tells what would be", async () => {
    const dir = withFixtures();
    const before = dir.list();
    const { counts } = await scrub({ lists: dir.at("clientes.csv"), suppress: dir.at("bajas.csv") });
    expect(counts.suppressed).toBe(85);
    expect(dir.list()).toEqual(before);
  });

  test("several at once do not disturb each other, also where one is refused", async () => {
    const dir = withFixtures();
    const run = (name: string, options: Partial<ScrubOptions> = {}) =>
      scrub({ lists: dir.at("clientes.csv"), suppress: dir.at("bajas.csv"), output: dir.at(name), ...options });
    const names = ["a.csv", "b.csv", "c.csv"];
    const [refused] = await Promise.all([
      failure(() => run("refused.csv", { maxRemoved: "1%" })),
      ...names.map((name) => run(name)),
    ]);
    expect(refused).toMatchObject({ kind: "tooMuchRemoved", exitCode: 6 });
    for (const name of names) expect(dir.read(name)).toEqual(dir.read("a.csv"));
    expect(readdirSync(dir.path).filter((name) => name.startsWith(".") || name.startsWith("refused"))).toEqual([]);
  });

  test("that is aborted throws the reason, and nothing new stands", async () => {
    const dir = withFixtures();
    const before = dir.list();
    const stop = new AbortController();
    const options = { lists: dir.at("clientes.csv"), suppress: dir.at("bajas.csv"), output: dir.at("clean.csv") };
    const reason = new Error("enough");
    await expect(scrub({ ...options, signal: stop.signal, onProgress: () => stop.abort(reason) })).rejects.toBe(reason);
    expect(dir.list()).toEqual(before);
    await expect(scrub({ ...options, signal: stop.signal })).rejects.toBe(reason);
  });
});

describe("a failure", () => {
  test("says what the command says, and where", async () => {
    const dir = withFixtures();
    dir.write("wide.csv", "telefono\n7012-3456\n7012-0000 a 7112-0000\n");
    const gone = await failure(() => openSuppression({ lists: dir.at("bajsa.csv") }));
    expect(gone).toMatchObject({ kind: "notFound", exitCode: 4, file: dir.at("bajsa.csv") });
    expect(gone.message).toBe(
      `${dir.at("bajsa.csv")}: no such suppression list; did you mean "${dir.at("bajas.csv")}"?`,
    );
    const wide = await failure(() => openSuppression({ lists: dir.at("wide.csv") }));
    expect(wide).toMatchObject({ kind: "rangeTooWide", exitCode: 4, line: 3, record: 2 });
    expect(wide.hint).not.toBe("");
    const none = await failure(() => scrub({ lists: dir.at("nix.csv"), suppress: dir.at("bajas.csv") }));
    expect(none).toMatchObject({ kind: "notFound", exitCode: 3 });
  });

  test.each([
    ["a wrong value", { channel: "fax" }, "badValue"],
    ["a date that is none", { asOf: { "bajas.csv": new Date(Number.NaN) } }, "badForm"],
    ["a list that is not there", { maxAge: { sms: "1d" } }, "unknownListName"],
    ["stdout", { output: "-" }, "processStream"],
    ["a removed list without a clean one", { removed: "removed.csv" }, "needsOption"],
    ["no suppression lists", { suppress: [] }, "noSuppression"],
    ["no phone lists", { lists: [] }, "noPhoneList"],
  ])("of %s is wrong usage", async (_, options, kind) => {
    const dir = withFixtures();
    const usual = { lists: dir.at("clientes.csv"), suppress: dir.at("bajas.csv") };
    expect(await failure(() => scrub({ ...usual, ...options } as ScrubOptions))).toMatchObject({ kind, exitCode: 2 });
  });
});

/** The library as it is installed. */
const INSTALLED = pathToFileURL(path.join(REPOSITORY, "dist/bundle/index.js")).href;

/** Runs the library where every touch of the process is noted, long lists in threads included; ends by itself. */
const UNTOUCHED = `
import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import v8 from "node:v8";
const touched = [];
const note = (what) => {
  const caller = new Error().stack.split("\\n")[3] ?? "";
  if (/\\/dist\\/|node_modules/.test(caller)) touched.push(what + caller);
};
const names = ["exit", "on", "once", "addListener", "off", "stdout", "stderr", "stdin", "env", "argv", "exitCode", "cwd", "chdir",
  "umask", "emitWarning", "abort", "title"];
for (const name of names) {
  if (Object.getOwnPropertyDescriptor(process, name)?.configurable === false) continue;
  const was = process[name];
  Object.defineProperty(process, name, { configurable: true, get: () => (note(name), was), set: () => note(name + " =") });
}
// Signal 0 asks whether a process is there, and sends nothing.
const kill = process.kill;
process.kill = (pid, signal) => (signal === 0 ? kill(pid, 0) : touched.push("kill"));
v8.setFlagsFromString = (flag) => touched.push(flag);
syncBuiltinESMExports();
for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = () => touched.push("console." + name);
const { openRegistry, openSuppression, readNumber, scrub, ScrubError } = await import(LIBRARY);
readNumber("7012-3456");
const live = await openSuppression({ lists: ["bajas.csv", "registry.csv"], maxAge: "30d" });
live.check("7012-3456");
await live.refresh();
const options = { lists: "clientes.csv", suppress: "bajas.csv", output: "clean.csv", removed: "removed.csv", force: true };
await scrub({ ...options, report: ["clean.audit.json", "clean.html"], log: "runs.jsonl" });
await Promise.all([scrub({ ...options, output: "one.csv", removed: "1.csv" }), scrub({ ...options, output: "two.csv", removed: "2.csv" })]);
await Promise.all(["a.csv", "b.csv"].map((output) => scrub({ lists: "long.csv", suppress: "bajas.csv", output })));
await scrub({ lists: "nix.csv", suppress: "bajas.csv" }).catch((error) => { if (!(error instanceof ScrubError)) throw error; });
live.close();
const registry = await openRegistry({ path: "book.csv", review: "review.csv", create: true });
await Promise.all([registry.import({ From: "+50370123456", Body: "BAJA" }), registry.add("7012-3456")]);
await registry.close();
const { PassThrough } = await import("node:stream");
const given = async function* () { yield "telefono\\n7012-3456\\n"; };
await scrub({ lists: given(), suppress: "bajas.csv", output: new PassThrough().resume() });
writeSync(1, JSON.stringify(touched));
`;

test("The process is not touched, nothing is printed, and nothing keeps it from ending", async () => {
  const dir = withFixtures();
  await dir.ok("registry add 7012-3456 --registry registry.csv");
  dir.write("long.csv", `nombre,telefono\n${"Ana,7012-3456\n".repeat(LONG.bytes / 13)}`);
  dir.write("program.mjs", UNTOUCHED.replace("LIBRARY", JSON.stringify(INSTALLED)));
  const run = await dir.shell(`"${process.execPath}" program.mjs`);
  run.mustExit(0);
  expect(JSON.parse(run.out)).toEqual([]);
  expect(run.stderr).toBe("");
  expect(existsSync(dir.at("two.csv"))).toBe(true);
});
