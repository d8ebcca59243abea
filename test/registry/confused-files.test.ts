// A file in another's place: a registry, reviews and acknowledgements all look alike on a command line, and each has what no
// other has. What is confused is refused, and stays as it was.

import { symlinkSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence";
const registryOf = (...phones: string[]) =>
  [HEADER, ...phones.map((phone, i) => `e${i},${phone},opt-out,any,2026-11-20,2026-11-20,manual,,,x`), ""].join("\n");
const MINE = registryOf("+50370001234");
const OTHER = registryOf("+50370001235", "+50370001236");
const REVIEWS = `${HEADER},message\nr1,+50370001237,opt-out,any,2026-11-20,2026-11-20,sms,,unclear-message,m.csv:2,no\n`;
const MESSAGES = "from,body,date\n7000-1238,quien habla,2026-11-20\n";

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir({ "mine.csv": MINE, "other.csv": OTHER, "reviews.csv": REVIEWS, "messages.csv": MESSAGES });
});

/** Runs an import into mine.csv that must be refused with that code, and change nothing; returns what was said. */
async function refused(code: number, ...args: string[]): Promise<string> {
  const before = dir.contents();
  const run = await dir.ends(code, ["registry", "import", ...args, "--registry", "mine.csv"]);
  expect(dir.contents()).toEqual(before);
  return run.stderr;
}

describe("a registry given as the file to import is refused", () => {
  test.each(["sms", "call", "form", "consent", "reviewed"])("of the kind %s", async (kind) => {
    expect(await refused(3, "other.csv", "--kind", kind)).toContain("other.csv: is a registry");
  });

  test("also where a spreadsheet has saved it, packed, or without a header", async () => {
    dir.write("saved.csv", `\ufeff${OTHER.replaceAll(",", ";").replaceAll("\n", "\r\n")}`);
    dir.write("packed.csv", gzipSync(OTHER));
    await refused(3, "saved.csv", "--kind", "reviewed");
    await refused(3, "packed.csv", "--kind", "reviewed");
    await refused(3, "other.csv", "--kind", "consent", "--no-header");
  });

  test("also as it comes in", async () => {
    await refused(3, "other.csv", "--kind", "form", "--follow", "--review", "new.csv");
  });

  test("also where it is the very registry, by its path, by a link or on stdin", async () => {
    expect(await refused(2, "mine.csv", "--kind", "reviewed")).toContain("is also an input (mine.csv)");
    symlinkSync("mine.csv", dir.at("link.csv"));
    expect(await refused(2, "link.csv", "--kind", "reviewed", "--review", "reviews.csv")).toContain("(link.csv)");
    const piped = "svscrub registry import - --registry mine.csv --kind reviewed < mine.csv";
    (await dir.shell(piped)).mustExit(2);
    expect(dir.text("mine.csv")).toBe(MINE);
  });
});

describe("a registry given for the reviews is refused", () => {
  test("by an import that has something for them", async () => {
    expect(await refused(4, "messages.csv", "--kind", "sms", "--review", "other.csv")).toContain(
      "other.csv: is a registry",
    );
  });

  test("by one that takes decisions out of them, and by one that follows", async () => {
    await refused(4, "reviews.csv", "--kind", "reviewed", "--review", "other.csv");
    await refused(4, "messages.csv", "--kind", "sms", "--review", "other.csv", "--follow");
  });

  test("by registry status", async () => {
    await dir.ends(4, "registry status --registry mine.csv --due 20d --review other.csv");
  });
});

test("reviews are neither a registry nor acknowledgements", async () => {
  await refused(2, "reviews.csv", "--kind", "reviewed", "--ack", "reviews.csv");
  await dir.ends(4, "registry add 7000-1239 --registry reviews.csv");
  await dir.ends(5, "registry add 7000-1239 --registry mine.csv --ack reviews.csv");
  expect(dir.text("reviews.csv")).toBe(REVIEWS);
});
