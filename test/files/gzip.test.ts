// A gzip file gives all that it holds or an error, wherever its chunks end; a packed output is the same file each time.

import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { GzipPacker, gunzipped } from "../../src/files/gzip.js";
import { ChunkSource } from "../../src/files/source.js";
import { Workdir } from "../support/workdir.js";
import { readAll, sourceOf } from "./sources.js";

const TEXT = "telefono\n7012-3456\n7999-0000\n";
const SIZES = [1, 2, 3, 7, 1000];

function gunzip(bytes: Uint8Array, size: number): Promise<string> {
  return readAll(new ChunkSource(gunzipped(sourceOf(bytes, size), "list.csv", 4, size)), 5).then(String);
}

describe("a gzip file", () => {
  test("is read whole, with all its members", async () => {
    const one = gzipSync(TEXT);
    const many = Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(""), gzipSync(TEXT.slice(9))]);
    for (const size of SIZES) for (const bytes of [one, many]) expect(await gunzip(bytes, size)).toBe(TEXT);
  });

  test("that is cut anywhere is refused", async () => {
    const whole = gzipSync(TEXT);
    for (const size of SIZES)
      for (let length = 2; length < whole.length; length++)
        await expect(gunzip(whole.subarray(0, length), size), `${length} bytes`).rejects.toMatchObject({
          exitCode: 4,
          sentence: "gzipDamaged",
          values: ["cut"],
        });
  });

  test("with something behind its end is refused", async () => {
    const whole = gzipSync(TEXT);
    const tails = [[0], [0, 1], [0, 0, ...gzipSync("7000-0001\n")], [0x37], [0x1f], [0x1f, 0x8b], [0x1f, 0x8b, 8, 0]];
    for (const size of SIZES)
      for (const tail of tails)
        await expect(gunzip(Buffer.concat([whole, Buffer.from(tail)]), size), tail.join()).rejects.toMatchObject({
          sentence: "gzipDamaged",
        });
  });

  test("in which a bit has turned is refused", async () => {
    const whole = gzipSync(TEXT);
    for (let at = 0; at < whole.length; at++) {
      // Flags, date and operating system in its header are about other things than what it holds.
      if (at >= 3 && at < 10) continue;
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 1;
      await expect(gunzip(damaged, 1000), `byte ${at}`).rejects.toMatchObject({ sentence: "gzipDamaged" });
    }
  });

  test("that unpacks to a thousand times its size is read a piece at a time", async () => {
    const packed = sourceOf(gzipSync(Buffer.alloc(256 * 1024 * 1024)), 1 << 20);
    const source = new ChunkSource(gunzipped(packed, "list.csv", 4));
    const into = new Uint8Array(1 << 20);
    const before = process.memoryUsage().rss;
    let total = 0;
    for (let count = -1; count !== 0; total += count) count = await source.read(into, 0, into.length);
    expect(total).toBe(256 * 1024 * 1024);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(100);
  });
});

test("an output is packed to the same bytes each time", async () => {
  const pack = async () => {
    const packer = new GzipPacker();
    const parts = [...(await packer.pack(Buffer.from(TEXT))), ...(await packer.pack(Buffer.alloc(1 << 20, "x")))];
    return Buffer.concat([...parts, ...(await packer.end())]);
  };
  const [first, second] = [await pack(), await pack()];
  expect(gunzipSync(first).toString()).toBe(TEXT + "x".repeat(1 << 20));
  expect(first.equals(second)).toBe(true);
  expect([...first.subarray(4, 8)], "no date").toEqual([0, 0, 0, 0]);
});

describe("outputs whose names end in .gz", () => {
  const LIST = "nombre,telefono\nAna,7012-3456\nLuis,7999-0000\n";

  test("are compressed, and their digests and sizes are those of the compressed files", async () => {
    const dir = new Workdir({ "list.csv": Buffer.from(`\ufeff${LIST}`, "utf16le") });
    dir.write("dnc.csv", "telefono\n7999-0000\n");
    const args = ["list.csv", "-s", "dnc.csv", "-o", "clean.CSV.GZ", "--removed", "removed.csv.gz"];
    await dir.ok(args);
    expect(gunzipSync(dir.read("clean.CSV.GZ")).toString("utf16le")).toBe("\ufeffnombre,telefono\nAna,+50370123456\n");
    expect(gunzipSync(dir.read("removed.csv.gz")).toString("utf16le")).toContain("\nLuis,7999-0000,suppressed,");
    const { outputs } = dir.json("clean.audit.json");
    expect(outputs.map(({ bytes }: { bytes: number }) => bytes)).toEqual([
      dir.read("clean.CSV.GZ").length,
      dir.read("removed.csv.gz").length,
    ]);
    const { stdout } = await dir.shell("sha256sum < clean.CSV.GZ");
    expect(stdout.toString()).toContain(outputs[0].sha256);
    const again = dir.read("clean.CSV.GZ");
    await dir.ok([...args, "-f"]);
    expect(dir.read("clean.CSV.GZ").equals(again)).toBe(true);
  });

  test("are whole gzip files even without a kept record", async () => {
    const dir = new Workdir({ "list.csv": "telefono\n", "dnc.csv": "telefono\n7999-0000\n" });
    await dir.ok("list.csv -s dnc.csv -o clean.csv.gz");
    expect(gunzipSync(dir.read("clean.csv.gz")).toString()).toBe("telefono\n");
  });
});

test("compressed and UTF-16 lists come through stdin and FIFOs too", async () => {
  const dir = new Workdir({ "list.csv": "nombre,telefono\nAna,7012-3456\nLuis,7999-0000\n" });
  dir.write("dnc.csv", "telefono\n7999-0000\n");
  const run = await dir.shell(
    `mkfifo dnc.fifo; (printf '\\xff\\xfe'; iconv -f UTF-8 -t UTF-16LE dnc.csv) | gzip > dnc.fifo &
     gzip < list.csv | svscrub -s dnc.fifo`,
  );
  run.mustExit(0);
  expect(run.out).toBe("nombre,telefono\nAna,+50370123456\n");
});
