// A past run proved again: whatever is changed in any of its files, verify says no and names it; what is right stays right.

import { mkdirSync, renameSync, statSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { using } from "../../src/commands/verify/report.js";
import { DNC, LIST, REGISTRY } from "../support/audited-runs.js";
import { Workdir } from "../support/workdir.js";

const FILES = ["list.csv", "bajas.csv", "registry.csv", "clean.csv", "gone.csv"] as const;

let dir: Workdir;

/** A scrub with everything in it: two lists, a removed list, a log. */
beforeEach(async () => {
  dir = new Workdir({ "list.csv": LIST, "bajas.csv": DNC, "registry.csv": REGISTRY });
  await dir.ok(["list.csv", "-s", "bajas.csv", "dnc=registry.csv", "-o", "clean.csv", ...REST]);
});
const REST = ["--removed", "gone.csv", "--log", "runs.jsonl", "--max-age", "bajas.csv=300d"];

async function verify(...words: string[]) {
  const { code, stderr, out: stdout } = await dir.run(["verify", "clean.audit.json", "--json", ...words]);
  // Whatever is found, no number of any list is in what is said of it.
  expect((stdout + stderr).replace(/[0-9a-f]{64}/g, "")).not.toMatch(
    /701[2-6]\W?\d{4}|7999\W?9999|2222\W?1111|9123\W?4567/,
  );
  const answer = code! > 1 || stdout === "" ? undefined : JSON.parse(stdout);
  const said: { standing: string; subject: string; code: string; values: unknown[] }[] = answer?.findings ?? [];
  return {
    code,
    stdout,
    stderr,
    said,
    codes: said.map((it) => it.code),
    of: (name: string) => said.filter((it) => it.code === name),
  };
}

function change(file: string, edit: (bytes: Buffer) => Buffer | string): void {
  dir.write(file, edit(dir.read(file)));
}

describe("a run as it was", () => {
  test("is verified, and every check is named", async () => {
    const { code, codes } = await verify("--log", "runs.jsonl");
    expect(code).toBe(0);
    expect(codes).toEqual([...["in-log", "still-valid"], ...FILES.map(() => "same-bytes"), "same-again"]);
  });

  test("is verified where its clean list, without a header, holds nobody", async () => {
    dir.write("list.csv", "7015-6789\n");
    await dir.ok(["list.csv", "-s", "bajas.csv", "-o", "clean.csv", "-f"]);
    expect(await verify()).toMatchObject({ code: 0, codes: expect.arrayContaining(["same-again"]) });
    expect((await verify("--fresh", "-s", "bajas.csv")).code).toBe(0);
  });

  test("is verified where its files were moved together with its report, and not without them", async () => {
    const names = dir.list();
    mkdirSync(dir.at("moved"));
    for (const name of names) if (name !== "clean.audit.json") renameSync(dir.at(name), dir.at(`moved/${name}`));
    const { code, of } = await verify();
    expect(code).toBe(1);
    expect(of("gone").map((it) => it.subject)).toHaveLength(5);
    renameSync(dir.at("clean.audit.json"), dir.at("moved/clean.audit.json"));
    expect((await dir.run("verify moved/clean.audit.json")).code).toBe(0);
  });

  test("is verified though its registry has grown since; a plain list may not grow, nor a registry's beginning change", async () => {
    change("registry.csv", (bytes) => `${bytes}e2,70123456,opt-out,any,2026-11-20,2026-11-20\n`);
    const { code, of } = await verify();
    expect(code).toBe(0);
    expect(of("grown-since")).toHaveLength(1);
    change("registry.csv", (bytes) => bytes.toString().replace("e1,7013", "e1,7019"));
    expect((await verify()).code).toBe(1);
    dir.write("registry.csv", REGISTRY.slice(0, -1));
    expect((await verify()).code).toBe(1);
    dir.write("registry.csv", REGISTRY);
    change("bajas.csv", (bytes) => `${bytes}7016-7890,2026-11-20\n`);
    expect((await verify()).code).toBe(1);
  });
});

describe("a change in a file is found:", () => {
  test.each(FILES)("a bit flipped anywhere in %s", async (file) => {
    const whole = dir.read(file);
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 9)) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << (at % 8);
      dir.write(file, flipped);
      const { code, said } = await verify();
      expect(code, `byte ${at}`).toBe(1);
      expect(said.some((it) => it.code === "other-bytes" && it.standing === "mismatch")).toBe(true);
    }
  });

  test("a clean list that can't be read any more", async () => {
    change("clean.csv", (bytes) => `${bytes}"Luis`);
    expect(await verify()).toMatchObject({ code: 1, codes: expect.arrayContaining(["other-bytes", "unreadable"]) });
  });
});

test("a report that was edited is found out: a file that is no report, and a report that is cut off", async () => {
  const whole = dir.read("clean.audit.json");
  for (const content of ["", "{}", "nombre,telefono\n", whole.subarray(0, 900), "[]", "null"]) {
    dir.write("clean.audit.json", content);
    const { code, stderr } = await verify();
    expect(code).toBe(1);
    expect(stderr).toContain("badReport");
  }
});

test("a bug in verify is told as a bug, and a missing member as the report's fault", async () => {
  const bug = new TypeError("a bug");
  const failing = () => Promise.reject(bug);
  await expect(using(dir.at("clean.audit.json"), failing)).rejects.toBe(bug);
  change("clean.audit.json", (bytes) => bytes.toString().replace('"phone_columns"', '"columns"'));
  await expect(using(dir.at("clean.audit.json"), failing)).rejects.toMatchObject({ sentence: "badReport" });
});

describe("who has opted out since", () => {
  test("is named by the record, written out on demand, and keeps the list from being used", async () => {
    dir.write("today.csv", "telefono\n7016 7890\n");
    const { code, of } = await verify("-s", "dnc=today.csv", "--removed", "since.csv");
    expect(code).toBe(1);
    expect(of("opted-out-since")).toMatchObject([{ subject: "clean.csv", standing: "overtaken", values: [1, [3]] }]);
    expect(dir.text("since.csv")).toBe(
      "nombre,telefono,svscrub_disposition,svscrub_reason,svscrub_source,svscrub_since,svscrub_record\nInes,+50370167890,suppressed,opted-out,dnc:1,,3\n",
    );
    expect(statSync(dir.at("since.csv")).mode & 0o777).toBe(0o600);
  });

  test("is nobody where nobody has", async () => {
    dir.write("today.csv", "telefono\n7999-9999\n");
    const { code, codes } = await verify("-s", "today.csv");
    expect(code).toBe(0);
    expect(codes).toContain("nobody-since");
  });
});
