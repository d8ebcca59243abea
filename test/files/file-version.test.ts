// What a followed file says of itself, against what was done to it.

import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { FileVersion } from "../../src/files/file-version.js";
import { draws, forAll } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

const LONG_AGO = new Date("2026-01-01T00:00:00Z");
/** Longer than what is compared where the file grew. */
const LONG = Buffer.alloc(200_000, "70123456\n");

let dir: Workdir;
let file: string;

beforeEach(() => {
  dir = new Workdir();
  file = path.join(dir.path, "list.csv");
});

/** As the file of a list that was read is followed: what it held is known. */
function followRead(): FileVersion {
  const bytes = fs.readFileSync(file);
  const state = fs.statSync(file, { bigint: true });
  return new FileVersion(file, {
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    state,
  });
}

/** As a ledger is followed: from its beginning. */
function followFromBeginning(): FileVersion {
  const followed = new FileVersion(file);
  followed.look();
  followed.known.add(followed.readOn());
  return followed;
}

describe.each([
  ["whose bytes were read elsewhere", followRead],
  ["that is followed from its beginning", followFromBeginning],
])("a file %s", (_, follow) => {
  /** What is said after something was done to a file that held `before`. */
  function fateAfter(before: string | Buffer, change: () => void, settled = true) {
    fs.writeFileSync(file, before);
    if (settled) fs.utimesSync(file, LONG_AGO, LONG_AGO);
    const followed = follow();
    expect(followed.look(), "before anything was done").toBe("same");
    change();
    return { fate: followed.look(), followed };
  }

  test("is the same where nothing was done, or it was only touched", () => {
    const { fate, followed } = fateAfter("70123456\n", () => fs.utimesSync(file, LONG_AGO, new Date()));
    expect(fate).toBe("same");
    expect(followed.look()).toBe("same");
  });

  test("has grown where something was appended, of which only what is behind the known end is read", () => {
    const { fate, followed } = fateAfter(LONG, () => fs.appendFileSync(file, "70654321\n"));
    expect(fate).toBe("grown");
    expect(followed.readOn().toString()).toBe("70654321\n");
    followed.known.add(Buffer.from("70654321\n"));
    expect(followed.look()).toBe("same");
    fs.appendFileSync(file, "7012");
    expect(followed.look()).toBe("grown");
    expect(followed.known.length).toBe(LONG.length + 9);
  });

  test("was changed where it was cut, and stays so", () => {
    const { fate, followed } = fateAfter("70123456\n70654321\n", () => fs.truncateSync(file, 9));
    expect(fate).toBe("changed");
    fs.appendFileSync(file, "70654321\n");
    expect(followed.look()).toBe("changed");
  });

  test.each([
    ["old enough that its times tell it", true],
    ["so new that its times tell nothing", false],
  ])("was changed where it was rewritten in the same length, %s", (_, settled) => {
    const { fate } = fateAfter("70123456\n", () => rewrite(0, "7099"), settled);
    expect(fate).toBe("changed");
  });

  test("was changed where it was rewritten and its date put back", () => {
    const { fate } = fateAfter(LONG, () => {
      rewrite(3, "9");
      fs.utimesSync(file, LONG_AGO, LONG_AGO);
    });
    expect(fate).toBe("changed");
  });

  test("is gone where nothing stands there, and the same when it is back", () => {
    const { fate, followed } = fateAfter("70123456\n", () => fs.renameSync(file, `${file}.away`));
    expect(fate).toBe("gone");
    fs.renameSync(`${file}.away`, file);
    expect(followed.look()).toBe("same");
  });
});

test("A file that was replaced between its reading and its following was changed", () => {
  fs.writeFileSync(file, "70123456\n");
  const state = fs.statSync(file, { bigint: true });
  fs.writeFileSync(`${file}.new`, "70123456\n");
  fs.renameSync(`${file}.new`, file);
  const sha256 = createHash("sha256").update("70123456\n").digest("hex");
  expect(new FileVersion(file, { bytes: 9, sha256, state }).look()).toBe("changed");
});

test("A file that grew between its reading and its following has grown", () => {
  fs.writeFileSync(file, "70123456\n");
  const state = fs.statSync(file, { bigint: true });
  fs.appendFileSync(file, "70654321\n");
  const sha256 = createHash("sha256").update("70123456\n").digest("hex");
  const followed = new FileVersion(file, { bytes: 9, sha256, state });
  expect(followed.look()).toBe("grown");
  expect(followed.readOn().toString()).toBe("70654321\n");
});

test("Law: what is read on, piece by piece, is what was appended, in whatever parts it came and was made known", () => {
  const part = fc.uint8Array({ maxLength: 300 });
  forAll(draws(200), part, fc.array(fc.tuple(part, fc.nat(300)), { maxLength: 8 }), (first, parts) => {
    fs.writeFileSync(file, first);
    const followed = followRead();
    let read = Buffer.from(first);
    for (const [bytes, most] of parts) {
      fs.appendFileSync(file, bytes);
      const fate = followed.look();
      if (bytes.length > 0) expect(fate).toBe("grown");
      const taken = followed.readOn().subarray(0, most);
      followed.known.add(taken);
      read = Buffer.concat([read, taken]);
      expect(fs.readFileSync(file).subarray(0, followed.known.length).equals(read)).toBe(true);
    }
    // The digests of all parts together are those of the whole.
    fs.utimesSync(file, LONG_AGO, LONG_AGO);
    expect(followed.look()).not.toBe("changed");
  });
});

/** In place. */
function rewrite(at: number, bytes: string): void {
  const descriptor = fs.openSync(file, "r+");
  fs.writeSync(descriptor, bytes, at);
  fs.closeSync(descriptor);
}
