// Locks, with real processes: one at a time, whoever died before.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { ScrubError } from "../../src/errors.js";
import { withLock, withLockNow } from "../../src/files/lock.js";
import { ownMark } from "../../src/files/processes.js";
import { FaultyFiles } from "../support/file-faults.js";
import { deadPid, holderWith, LOCK_MODULE, leaveStaleLock, markWith } from "../support/stale-lock.js";
import { Workdir } from "../support/workdir.js";

/** How work is done under the lock: waiting in between, or in one go. */
type Way = "withLock" | "withLockNow";

/** Counts up a number in a file, read and written with a wait in between: without a lock some counts are lost. */
const COUNTER = `
  import fs from "node:fs";
  const { withLock, withLockNow } = await import(${JSON.stringify(LOCK_MODULE)});
  const [file, times, way] = process.argv.slice(1);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const read = () => Number(fs.readFileSync(file, "utf8"));
  for (let i = 0; i < Number(times); i++)
    if (way === "withLock")
      await withLock(file, async () => {
        const count = read();
        await new Promise((resolve) => setTimeout(resolve, 2));
        fs.writeFileSync(file, String(count + 1));
      });
    else
      withLockNow(file, 10_000, () => {
        const count = read();
        Atomics.wait(pause, 0, 0, 2);
        fs.writeFileSync(file, String(count + 1));
      });
`;

function counting(file: string, times: number, way: Way = "withLock"): Promise<number | null> {
  return new Promise((resolve) => {
    const args = ["--input-type=module", "-e", COUNTER, file, String(times), way];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.on("close", resolve);
  });
}

function emptyCounter(): { dir: Workdir; file: string } {
  const dir = new Workdir({ count: "0" });
  return { dir, file: dir.at("count") };
}

describe("a lock", () => {
  test("lets one process in at a time, and leaves nothing behind", async () => {
    const { dir, file } = emptyCounter();
    const ways: Way[] = ["withLock", "withLockNow", "withLock", "withLockNow"];
    expect(await Promise.all(ways.map((way) => counting(file, 20, way)))).toEqual([0, 0, 0, 0]);
    expect(readFileSync(file, "utf8")).toBe("80");
    expect(dir.list()).toEqual(["count"]);
  });

  test("left by a killed process is broken, and not by two at once", async () => {
    for (let round = 0; round < 3; round++) {
      const { dir, file } = emptyCounter();
      leaveStaleLock(file);
      const all = await Promise.all(
        Array.from({ length: 5 }, (_, i) => counting(file, 5, i % 2 === 0 ? "withLock" : "withLockNow")),
      );
      expect(all).toEqual([0, 0, 0, 0, 0]);
      expect(readFileSync(file, "utf8")).toBe("25");
      expect(dir.list()).toEqual(["count"]);
    }
  });

  test("is broken also where its process's id is another's by now, and after a restart of the machine", async () => {
    for (const other of [{ started: "1" }, { boot: "00000000" }]) {
      const { file } = emptyCounter();
      leaveStaleLock(file, { pid: process.pid, ...other });
      expect(await counting(file, 1)).toBe(0);
    }
  });

  test("left while another lock was being broken is broken too", async () => {
    const { dir, file } = emptyCounter();
    leaveStaleLock(file);
    const token = readFileSync(`${file}.lock`, "utf8").split(".")[1]!;
    dir.write(`count.lock.${token}`, holderWith({ pid: deadPid() }));
    expect(await counting(file, 1)).toBe(0);
    expect(readdirSync(dir.path).filter((name) => name.startsWith("count."))).toEqual([]);
  });

  test("clears away what was left on the way to it, and nothing of who is still on that way", async () => {
    const { dir, file } = emptyCounter();
    leaveStaleLock(file);
    const stale = readFileSync(`${file}.lock`);
    const [left, going] = [{ pid: deadPid() }, {}].map((other) => `.svscrub-${markWith(other)}-00000001.tmp`);
    for (const name of [left!, going!]) dir.write(name, "");
    // Whoever was killed when it had broken a lock, and whoever is breaking one.
    dir.write("count.lock.0000000000000004", stale);
    dir.write("count.lock.0000000000000005", holderWith());
    dir.write("count.lock.of-a-person", stale);
    expect(await counting(file, 1)).toBe(0);
    expect(dir.list()).toEqual([going, "count", "count.lock.0000000000000005", "count.lock.of-a-person"]);
  });

  test.each(["EMFILE", "EIO"] as const)(
    "names its process whole or is not taken, where %s keeps it from being read",
    async (how) => {
      for (const call of ["readFileSync", "readlinkSync"] as const)
        for (let at = 1; at <= 4; at++) {
          // It is asked once, for as long as the process lives.
          vi.resetModules();
          const { withLockNow } = await import("../../src/files/lock.js");
          const { dir, file } = emptyCounter();
          const faulty = new FaultyFiles({ call, at, how });
          let holder: unknown;
          faulty.begin();
          try {
            withLockNow(file, 0, () => {
              faulty.end();
              holder = readFileSync(`${file}.lock`, "utf8");
            });
          } catch (error) {
            expect(error).toMatchObject({ exitCode: 5, place: { file } });
          } finally {
            faulty.end();
          }
          if (holder !== undefined) expect(holder).toMatch(new RegExp(`^${ownMark()}\\.`));
          expect(dir.list()).toEqual(["count"]);
        }
    },
  );

  test.each(["EMFILE", "EIO", "EACCES"] as const)(
    "of a process that lives is not broken where %s keeps it from being seen",
    (how) => {
      for (const call of ["readFileSync", "readlinkSync"] as const)
        for (let at = 1; at <= 8; at++) {
          const { dir, file } = emptyCounter();
          dir.write("count.lock", holderWith());
          const faulty = new FaultyFiles({ call, at, how });
          faulty.begin();
          try {
            expect(() => withLockNow(file, 0, () => undefined)).toThrow(ScrubError);
          } finally {
            faulty.end();
          }
          expect(dir.list()).toEqual(["count", "count.lock"]);
        }
    },
  );

  test("left by a killed process that can't be removed is an error of the system, and no bug", () => {
    for (const call of ["rmSync", "linkSync", "openSync", "closeSync", "writeFileSync"] as const)
      for (let at = 1; at <= 6; at++) {
        const { file } = emptyCounter();
        leaveStaleLock(file);
        const faulty = new FaultyFiles({ call, at, how: "EIO" });
        faulty.begin();
        try {
          withLockNow(file, 100, () => undefined);
        } catch (error) {
          expect(error, `${call} ${at}`).toMatchObject({ exitCode: 5, place: { file } });
        } finally {
          faulty.end();
        }
      }
  });

  test("that could not be removed goes as soon as it can be, while its process waits for something else", async () => {
    const { dir, file } = emptyCounter();
    // The first removes the name under which the lock was made.
    const faulty = new FaultyFiles({ call: "rmSync", at: 2, how: "EIO" });
    faulty.begin();
    await withLock(file, async () => undefined);
    faulty.end();
    expect(dir.list()).toEqual(["count", "count.lock"]);
    await expect.poll(() => dir.list(), { timeout: 5000 }).toEqual(["count"]);
  });

  test("is gone after an error in what was done under it", async () => {
    const { dir, file } = emptyCounter();
    await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    const fail = () => {
      throw new Error("no");
    };
    expect(() => withLockNow(file, 0, fail)).toThrow("no");
    expect(dir.list()).toEqual(["count"]);
  });
});
