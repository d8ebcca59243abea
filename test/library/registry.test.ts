// The registry in a program: the answers and the ledgers of the command, each message durable before it is answered.

import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, onTestFinished, test } from "vitest";
import { type MessageAnswer, openRegistry, openSuppression, type Registry } from "../../src/library/index.js";
import { HEADER } from "../support/registry-dir.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";
import { failure } from "./failure.js";

const STOP = { From: "+50370123456", To: "+50322220000", Body: "STOP", MessageSid: "SM1" };

async function open(dir: Workdir, options: object = {}): Promise<Registry> {
  const files = { path: dir.at("optouts.csv"), review: dir.at("review.csv") };
  const registry = await openRegistry({ ...files, create: true, ...options });
  onTestFinished(() => registry.close());
  return registry;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function rows(dir: Workdir, file: string): string[] {
  return dir.lines(file).slice(1);
}

describe("A registry that does not exist yet", () => {
  test("is begun with its review where that is said, each its owner's alone", async () => {
    const dir = new Workdir();
    await open(dir);
    expect(dir.text("optouts.csv")).toBe(HEADER);
    expect(dir.text("review.csv")).toBe(HEADER.replace("\n", ",message\n"));
    expect(statSync(dir.at("review.csv")).mode & 0o777).toBe(0o600);
    const files = [dir.at("optouts.csv"), dir.at("review.csv")];
    const lists = await openSuppression({ lists: files });
    expect(lists.check("7012-3456").may_contact).toBe(true);
    lists.close();
  });

  test("is not created where its review exists: the registry is lost, and a new one would suppress nobody", async () => {
    const dir = new Workdir();
    await (await open(dir)).close();
    for (const lose of [() => rmSync(dir.at("optouts.csv")), () => dir.write("optouts.csv", "")]) {
      lose();
      expect(await failure(() => open(dir))).toMatchObject({
        kind: "registryLost",
        exitCode: 4,
        file: dir.at("optouts.csv"),
      });
    }
    const words = ["registry", "import", "-", "--kind", "sms", "--registry", "optouts.csv", "--review", "review.csv"];
    (await dir.spawn([...words, "--follow", "--create"], { stdin: `${JSON.stringify(STOP)}\n` })).mustExit(4);
    expect(dir.text("optouts.csv")).toBe("");
  });

  test("keeps what stands there already", async () => {
    const dir = new Workdir();
    await dir.ok("registry add 7012-3456 --registry optouts.csv");
    const before = dir.text("optouts.csv");
    await open(dir);
    expect(dir.text("optouts.csv")).toBe(before);
  });
});

describe("A message", () => {
  test("is durable when it is answered, and known when it comes again, also to another program", async () => {
    const dir = new Workdir();
    const registry = await open(dir);
    const answer = await registry.import(STOP);
    expect(answer).toMatchObject({
      action: "opt-out",
      to: "+50370123456",
      channel: "sms",
      language: "es",
      error: null,
    });
    expect(answer.message).toMatch(/^[^{}]{20,}$/);
    expect(rows(dir, "optouts.csv")).toEqual([expect.stringContaining(`${answer.event},+50370123456,opt-out,sms,`)]);
    expect(answer.known).toBeUndefined();
    const again = { event: answer.event, known: true, message: answer.message };
    expect(await registry.import(STOP)).toMatchObject(again);
    await registry.close();
    expect(await (await open(dir)).import(STOP)).toMatchObject(again);
    const twice = { ...STOP, From: "+50361234567", MessageSid: "SM2" };
    const other = await open(dir);
    const [first, second] = await Promise.all([other.import(twice), other.import(twice)]);
    expect([first.known, second.known, first.event === second.event]).toEqual([undefined, true, true]);
    const added = await other.add("7999-8888");
    expect([added.known, (await other.add("7999-8888")).known]).toEqual([undefined, true]);
    expect(rows(dir, "optouts.csv")).toHaveLength(3);
  });

  test("is the same as an object, as a form and as JSON", async () => {
    const dir = new Workdir();
    const registry = await open(dir);
    const events = [
      await registry.import(STOP),
      await registry.import(new URLSearchParams(STOP)),
      await registry.import(JSON.stringify(STOP)),
    ].map(({ event }) => event);
    expect(new Set(events).size).toBe(1);
  });

  const STOP_BYTES = Buffer.from(JSON.stringify(STOP));

  test.each<[string, object]>([
    ["in a Buffer", STOP_BYTES],
    ["in bytes", new Uint8Array(STOP_BYTES)],
    ["in an ArrayBuffer", new Uint8Array(STOP_BYTES).buffer],
    ["as a form with parts", formOf(STOP)],
    ["as a Map", new Map(Object.entries(STOP))],
    ["as an object without a prototype", Object.assign(Object.create(null) as object, STOP)],
    ["as an object of another realm", runInNewContext(`(${JSON.stringify(STOP)})`) as object],
  ])("is read %s, too", async (_, body) => {
    const dir = new Workdir();
    expect(await (await open(dir)).import(body)).toMatchObject({ action: "opt-out", to: "+50370123456" });
  });

  test.each<[string, unknown, string]>([
    ["a promise", Promise.resolve(STOP), "Promise."],
    ["a request", new Request("http://127.0.0.1/", { method: "POST", body: JSON.stringify(STOP) }), "Request."],
    ["a stream", Readable.from([STOP_BYTES]), "stream."],
    ["a Date", new Date(), "Date."],
    ["an instance", new (class Reply {})(), "Reply."],
    ["a number", 70123456, "number."],
    ["null", null, "null."],
  ])("that is %s is a TypeError, for its fields would be lost", async (_, body, got) => {
    const dir = new Workdir();
    const refused = await (await open(dir)).import(body as never).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TypeError);
    expect((refused as TypeError).message).toBe(
      `import takes the body of a webhook: an object of plain fields, a form, a string or bytes. It got ${got}`,
    );
    expect(rows(dir, "review.csv")).toEqual([]);
  });

  test("that is unclear or can't be read waits for a person and suppresses", async () => {
    const dir = new Workdir();
    const registry = await open(dir);
    const unclear = await registry.import({ ...STOP, Body: "el plan de la linea que dijo ayer zxq" });
    expect(unclear).toMatchObject({ action: "review", to: "+50370123456", message: null, error: null });
    const broken = await registry.import('{"From": "+50379998888", "Body": "STO');
    expect(broken).toMatchObject({ action: "review", error: expect.stringMatching(/./) });
    expect(rows(dir, "optouts.csv")).toEqual([]);
    const lists = await openSuppression({ lists: [dir.at("review.csv")] });
    expect(lists.checkMany(["7012-3456", "7999-8888"]).map(({ may_contact }) => may_contact)).toEqual([false, false]);
    lists.close();
  });

  test("of each of many at once gets its own answer, and all stand there", async () => {
    const dir = new Workdir();
    const registry = await open(dir);
    const phones = Array.from({ length: 200 }, (_, i) => `+503701${String(10_000 + i)}`);
    const answers = await Promise.all(
      phones.map((From, i) => registry.import({ ...STOP, From, MessageSid: `SM${i}` })),
    );
    expect(answers.map(({ to }) => to)).toEqual(phones);
    expect(new Set(rows(dir, "optouts.csv").map((row) => row.split(",")[1]))).toEqual(new Set(phones));
    expect(new Set(answers.map(({ event }) => event)).size).toBe(phones.length);
  });

  test.each(readdirSync(path.join(REPOSITORY, "fixtures/webhooks")).filter((name) => name.endsWith(".jsonl")))(
    "of %s is answered as the command answers it",
    async (name) => {
      const lines = readFileSync(path.join(REPOSITORY, "fixtures/webhooks", name), "utf8")
        .trimEnd()
        .split("\n");
      const [byLibrary, byCommand] = [new Workdir(), new Workdir()];
      const words = ["registry", "import", "-", "--kind", "sms", "--registry", "optouts.csv", "--review", "review.csv"];
      const run = await byCommand.spawn([...words, "--follow", "--json", "-q"], { stdin: `${lines.join("\n")}\n` });
      const told = run.out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as MessageAnswer & { line?: number });
      const registry = await open(byLibrary);
      const withoutIds = (text: string) =>
        text.replace(/"event":"[^"]*"/g, "").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "");
      for (const [i, line] of lines.entries()) {
        const { line: _, ...expected } = told[i]!;
        const answer = await registry.import(JSON.parse(line) as object);
        expect(withoutIds(JSON.stringify(answer))).toBe(withoutIds(JSON.stringify(expected)));
      }
      expect(rows(byLibrary, "optouts.csv").length).toBe(rows(byCommand, "optouts.csv").length);
    },
  );

  test("fails where the registry has gone, and is never the first of a new one", async () => {
    const dir = new Workdir();
    const registry = await open(dir);
    rmSync(dir.at("optouts.csv"));
    expect(await failure(() => registry.import(STOP))).toMatchObject({ kind: "registryShrank", exitCode: 4 });
    expect(dir.exists("optouts.csv")).toBe(false);
  });

  test("after the registry was closed is refused", async () => {
    const dir = new Workdir();
    const registry = await open(dir);
    const last = registry.import(STOP);
    await registry.close();
    expect(rows(dir, "optouts.csv")).toHaveLength(1);
    expect((await last).action).toBe("opt-out");
    expect((await failure(() => registry.import(STOP))).kind).toBe("registryClosed");
    expect((await failure(() => registry.add("7012-3456"))).kind).toBe("registryClosed");
  });
});

test("What somebody asks for at the counter is recorded as the command records it", async () => {
  const [byLibrary, byCommand] = [new Workdir(), new Workdir()];
  await byCommand.ok(["registry", "add", "7012-3456", "--registry", "optouts.csv", "--reason", "en caja"]);
  const registry = await open(byLibrary);
  const { event, action, message } = await registry.add("7012-3456", { reason: "en caja" });
  expect(action).toBe("opt-out");
  expect(message).not.toBeNull();
  const columns = (dir: Workdir) => rows(dir, "optouts.csv").map((row) => row.split(",").toSpliced(4, 2).slice(1));
  expect(columns(byLibrary)).toEqual(columns(byCommand));
  expect((await registry.add("+503 7012 3456")).event).toBe(event);
  expect(rows(byLibrary, "optouts.csv")).toHaveLength(1);
});
