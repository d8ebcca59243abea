// An output on its way to the disk.

import fs from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OutputFile, WRITING, wantedList } from "../../src/files/output.js";
import { Workdir } from "../support/workdir.js";

const { syncBytes } = WRITING;
beforeEach(() => {
  WRITING.syncBytes = 10;
});
afterEach(() => {
  WRITING.syncBytes = syncBytes;
  vi.restoreAllMocks();
});

function begin(): OutputFile {
  const dir = new Workdir();
  return new OutputFile(wantedList(dir.at("clean.csv"), false), fs.openSync(dir.at("temporary"), "w"), "temporary");
}

async function writeTwice(output: OutputFile): Promise<void> {
  for (const line of ["nombre,telefono\n", "Ana,7012-3456\n"]) {
    output.write(Buffer.from(line));
    await output.flush(0);
  }
}

test("what the disk refused while more was written, though it takes the rest, is not published", async () => {
  const sync = vi.spyOn(fs, "fdatasync").mockImplementationOnce((_, done) => {
    setImmediate(() => done(Object.assign(new Error("gone"), { code: "EIO" })));
  });
  const output = begin();
  await writeTwice(output);
  await output.finish();
  await expect(output.durable).rejects.toMatchObject({ exitCode: 5, sentence: "cannotWrite" });
  expect(sync).toHaveBeenCalledTimes(1);
  output.close();
});

test("an output is settled only when the disk has answered", async () => {
  let answer: () => void = () => {};
  vi.spyOn(fs, "fdatasync").mockImplementationOnce((_, done) => {
    answer = () => done(null);
  });
  const output = begin();
  await writeTwice(output);
  let isSettled = false;
  await output.finish();
  const settled = output.durable.then(() => {
    isSettled = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isSettled).toBe(false);
  answer();
  await settled;
  expect(isSettled).toBe(true);
});
