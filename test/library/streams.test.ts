// Streams in the place of files: what comes in is scrubbed as the same file would be, and what goes out is whole or nothing.

import { createReadStream, createWriteStream, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { PassThrough, Readable, Writable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ScrubError, type ScrubOptions, scrub } from "../../src/library/index.js";
import { draws, forAllAsync } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";
import { failure } from "./failure.js";

const LIST = "nombre,telefono\nAna,7012-3456\nLuis,6123-4567\nEva,7999-8888\nLía,7012-3456\n";
const OPT_OUTS = "telefono\n6123-4567\n";
const CLEAN = "nombre,telefono\nAna,+50370123456\nEva,+50379998888\n";

function lists(): Workdir {
  const dir = new Workdir({ "lista.csv": LIST, "bajas.csv": OPT_OUTS });
  return dir;
}

async function* inPieces(said: string, length = 1): AsyncGenerator<string> {
  for (let at = 0; at < said.length; at += length) yield said.slice(at, at + length);
}

const fails = (options: object) => failure(() => scrub(options as ScrubOptions));

/** Files without a name leave none; those that have one for a moment are ours. */
const leftInTemporary = () => readdirSync(os.tmpdir()).filter((name) => name.startsWith(".svscrub-"));

describe("A list that comes", () => {
  test.each([
    ["as a Readable of Node", (dir: Workdir) => createReadStream(dir.at("lista.csv"))],
    [
      "as a stream of the web",
      () => Readable.toWeb(Readable.from([Buffer.from(LIST)])) as unknown as AsyncIterable<Uint8Array>,
    ],
    ["letter by letter, as strings", () => inPieces(LIST)],
    ["in bytes that part a character", () => Readable.from([...Buffer.from(LIST)].map((byte) => Buffer.of(byte)))],
  ])("%s is scrubbed as the same file", async (_, source) => {
    const dir = lists();
    const options = {
      suppress: dir.at("bajas.csv"),
      output: dir.at("limpia.csv"),
      removed: dir.at("fuera.csv"),
      force: true,
    };
    const byFile = await scrub({ ...options, lists: dir.at("lista.csv") });
    const [clean, removed] = ["limpia.csv", "fuera.csv"].map((file) => dir.text(file));
    const byStream = await scrub({ ...options, lists: source(dir) });
    expect(dir.text("limpia.csv")).toBe(clean);
    expect(dir.text("fuera.csv")).toBe(removed);
    expect(clean).toBe(CLEAN);
    expect(byStream.counts).toEqual(byFile.counts);
    expect(byStream.inputs[0]!.sha256).toBe(byFile.inputs[0]!.sha256);
    expect(byStream.inputs[0]!.path).toBe("stream:1");
    await dir.ok("verify limpia.audit.json");
  });

  test("is read twice where it says itself who opted out", async () => {
    const dir = lists();
    const own = "nombre,telefono,no_llamar\nAna,7012-3456,\nLuis,7012-3456,si\nEva,7999-8888,\n";
    const { counts } = await scrub({
      lists: inPieces(own, 7),
      suppress: dir.at("bajas.csv"),
      output: dir.at("limpia.csv"),
    });
    expect(counts.clean).toBe(1);
  });

  test("that breaks off lets nobody through", async () => {
    const dir = lists();
    async function* broken() {
      yield LIST.slice(0, 30);
      throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
    }
    const usual = { suppress: dir.at("bajas.csv"), output: dir.at("limpia.csv") };
    expect(await fails({ ...usual, lists: broken() })).toMatchObject({ kind: "cannotRead", exitCode: 3 });
    expect(await fails({ ...usual, lists: dir.at("lista.csv"), suppress: broken() })).toMatchObject({
      exitCode: 4,
    });
    const lost = new TypeError("the connection was lost");
    async function* failing() {
      yield LIST.slice(0, 30);
      throw lost;
    }
    const failed = await fails({ ...usual, lists: failing() });
    expect(failed).toMatchObject({ kind: "cannotRead", cause: lost });
    expect(failed.message).toBe("stream:1: can't be read: its stream failed");
    const named = await fails({ ...usual, lists: inPieces(LIST), suppress: { dnc: failing() } });
    expect(named.message).toBe("stream:2: can't be read: its stream failed");
    expect(named.file).toBe("stream:2");
    expect(await fails({ ...usual, lists: inPieces("") })).toMatchObject({ kind: "emptyFile", exitCode: 3 });
    expect(dir.list()).toEqual(["bajas.csv", "lista.csv"]);
  });
});

const CELLS = [
  ...'7012-3456|6123-4567 / 7999-8888|"Calle ""A"" 5, tel. 7333-4444"|50371112222||n/a'.split("|"),
  "+503 2250 1234",
];

test("Lists come out the same, wherever their bytes are parted", async () => {
  const rows = fc.array(fc.constantFrom(...CELLS), { minLength: 1, maxLength: 12 });
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
  let scrubbed = 0;
  await forAllAsync(draws(60), rows, rows, cuts, async (contacts, optOuts, lengths) => {
    const dir = new Workdir();
    const said = [contacts, [...optOuts, "7555-6666"]].map((cells) => `\ufefftelefono\r\n${cells.join("\r\n")}\r\n`);
    dir.write("lista.csv", said[0]!);
    dir.write("bajas.csv", said[1]!);
    const [list, barred] = said.map((all) => Readable.from(parted(Buffer.from(all), lengths)));
    const outcome = async (lists: ScrubOptions["lists"], suppress: ScrubOptions["suppress"]) => {
      const through = new PassThrough();
      const clean = buffer(through);
      clean.catch(() => {});
      try {
        const { counts, reasons } = await scrub({ lists, suppress, output: through });
        return { clean: (await clean).toString("latin1"), counts, reasons };
      } catch (error) {
        // A list may be refused: then as a stream, too.
        if (!(error instanceof ScrubError)) throw error;
        return { refused: error.kind, line: error.line };
      }
    };
    const byFile = await outcome(dir.at("lista.csv"), dir.at("bajas.csv"));
    expect(await outcome(list!, { "bajas.csv": barred! })).toEqual(byFile);
    if ("clean" in byFile) scrubbed++;
  });
  // Refusals alone would be equal, too.
  expect(scrubbed).toBeGreaterThan(draws(60) / 3);
});

function* parted(bytes: Buffer, lengths: readonly number[]): Generator<Buffer> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const length = lengths[i % lengths.length]!;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

describe("A clean list that goes into a stream", () => {
  test("is the same as the file, and ends it", async () => {
    const dir = lists();
    const through = new PassThrough();
    const said = text(through);
    const { outputs } = await scrub({ lists: inPieces(LIST, 4), suppress: dir.at("bajas.csv"), output: through });
    expect(await said).toBe(CLEAN);
    expect(outputs).toEqual([expect.objectContaining({ role: "clean", path: "stream:2", records: 2 })]);
    const file = createWriteStream(dir.at("por-stream.csv"));
    await scrub({ lists: dir.at("lista.csv"), suppress: dir.at("bajas.csv"), output: file, report: dir.at("r.json") });
    expect(readFileSync(dir.at("por-stream.csv"), "utf8")).toBe(CLEAN);
    await dir.ok("verify r.json");
    expect(leftInTemporary()).toEqual([]);
  });

  test("gets nothing of a run that is refused", async () => {
    const dir = lists();
    const given: unknown[] = [];
    const output = new Writable({ write: (chunk, _encoding, done) => done(given.push(chunk) > 0 ? null : undefined) });
    const refused = await fails({
      lists: dir.at("lista.csv"),
      suppress: dir.at("bajas.csv"),
      output,
      maxRemoved: "1%",
    });
    expect(refused.kind).toBe("tooMuchRemoved");
    expect([given, output.writableEnded, output.errored]).toEqual([[], false, refused]);
    expect(leftInTemporary()).toEqual([]);
  });

  test("of several runs at once gets its own", async () => {
    const dir = lists();
    const runs = ["7012-3456", "6123-4567", "7999-8888"].map(async (number) => {
      const through = new PassThrough();
      const said = text(through);
      const { inputs, suppressions, outputs } = await scrub({
        lists: inPieces(`telefono\n${number}\n`),
        suppress: inPieces("telefono\n2222-3333\n"),
        output: through,
      });
      const paths = [...inputs, ...suppressions, ...outputs].map(({ path }) => path);
      expect(paths).toEqual(["stream:1", "stream:2", "stream:3"]);
      return said;
    });
    expect(await Promise.all(runs)).toEqual(
      ["70123456", "61234567", "79998888"].map((digits) => `telefono\n+503${digits}\n`),
    );
    expect(dir.list()).toEqual(["bajas.csv", "lista.csv"]);
  });
});

describe("Streams that were given", () => {
  const never = () => new Readable({ read() {} });

  test("that fail without a reader end no process", async () => {
    const dir = lists();
    const missing = () => createReadStream(dir.at("missing.csv"));
    const usual = { lists: dir.at("lista.csv"), suppress: dir.at("bajas.csv") };
    expect(await fails({ ...usual, lists: missing() })).toMatchObject({ kind: "cannotRead", exitCode: 3 });
    expect(await fails({ ...usual, suppress: { dnc: missing() } })).toMatchObject({
      kind: "cannotRead",
      exitCode: 4,
    });
    expect(await fails({ lists: missing(), suppress: dir.at("none.csv") })).toMatchObject({ kind: "notFound" });
    await expect(scrub({ ...usual, lists: missing(), chanel: "sms" } as never)).rejects.toThrow(TypeError);
    await expect(scrub({ ...usual, suppress: [missing(), 7] } as never)).rejects.toThrow(TypeError);
    const output = new PassThrough();
    await expect(scrub({ ...usual, output, column: "none" } as never)).rejects.toBeInstanceOf(ScrubError);
    // What they say comes in later turns.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(output.destroyed).toBe(true);
  });

  test("are ended where the run is refused, whether or not they were read", async () => {
    const dir = lists();
    let ended = 0;
    async function* rows() {
      try {
        yield OPT_OUTS;
        yield OPT_OUTS;
      } finally {
        ended++;
      }
    }
    const [phones, optOuts] = [createReadStream(dir.at("lista.csv")), createReadStream(dir.at("bajas.csv"))];
    await fails({ lists: phones, suppress: [rows(), optOuts, dir.at("none.csv")] });
    await fails({ lists: rows(), suppress: dir.at("bajas.csv"), column: "none" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([phones.destroyed, optOuts.destroyed]).toEqual([true, true]);
    const web = new ReadableStream<Uint8Array>({ cancel: () => void ended++ });
    const before = ended;
    await fails({ lists: web, suppress: dir.at("none.csv") });
    expect([before > 0, ended]).toEqual([true, before + 1]);
  });

  test.each<[string, () => object]>([
    ["a Readable", never],
    ["a stream of the web", () => new ReadableStream({})],
    ["an iterable", () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) })],
  ])("are waited for no longer than the signal says, where %s never answers", async (_, source) => {
    const dir = lists();
    const left = new Error("left");
    for (const options of [
      { lists: source(), suppress: dir.at("bajas.csv") },
      { lists: dir.at("lista.csv"), suppress: { dnc: source() } },
    ]) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(left), 50);
      const output = new PassThrough();
      const run = scrub({ ...options, output, signal: controller.signal } as ScrubOptions);
      await expect(run).rejects.toBe(left);
      expect(output.errored).toBe(left);
    }
  });
});
