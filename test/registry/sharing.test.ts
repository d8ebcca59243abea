// What a registry tells: export, history, status; and that it all means the same as the registry itself.

import { statSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const AT = (time: string) => `2026-11-23T${time}-06:00,2026-11-23T${time}-06:00,sms,2222,message,a.csv:2`;
const LEDGER = `event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence
e1,+50370001234,opt-out,sms,${AT("10:00:00")}
e2,+50370001235,opt-out,any,${AT("10:01:00")}
e3,+50370001234,opt-in,sms,${AT("10:02:00")}
e4,+50370001236,opt-out,call,2026-11-20,2026-11-23T10:03:00-06:00,call,,disposition,b.csv:2
e5,+50370001237,settled,sms,${AT("10:04:00")}
`;
const LIST = "telefono\n7000-1234\n7000-1235\n7000-1236\n7000-1237\n";
const R = ["--registry", "r.csv"];

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir({ "r.csv": LEDGER, "list.csv": LIST });
});

async function scrubbed(...args: string[]): Promise<string> {
  await dir.ok(["list.csv", ...args, "-o", "clean.csv", "-f", "-q"]);
  return dir.text("clean.csv");
}

describe("export", () => {
  test("is what stands, and a scrub against it gives what one against the registry gives", async () => {
    await dir.ok(["registry", "export", ...R, "-o", "out.csv"]);
    expect(dir.text("out.csv")).toBe(`event,phone,channel,action,requested_at,recorded_at
e2,+50370001235,any,opt-out,2026-11-23T10:01:00-06:00,2026-11-23T10:01:00-06:00
e3,+50370001234,sms,opt-in,2026-11-23T10:02:00-06:00,2026-11-23T10:02:00-06:00
e4,+50370001236,call,opt-out,2026-11-20,2026-11-23T10:03:00-06:00
`);
    expect(statSync(dir.at("out.csv")).mode & 0o777).toBe(0o600);
    for (const channel of ["any", "sms", "call", "whatsapp"])
      expect(await scrubbed("-s", "out.csv", "--channel", channel), channel).toBe(
        await scrubbed("-s", "r.csv", "--channel", channel),
      );
  });

  test.each([
    ["on one of two days", "03/04/2026", "-06:00"],
    ["in the night of the opt-out's day, wherever others' days end", "2026-01-20T20:00:00-06:00", "+00:00"],
  ])("of an opt-in %s lifts nothing, neither in the registry's history nor in a check", async (_, optedIn, tz) => {
    const events = [`e8,+50370001238,opt-out,any,2026-01-20`, `e9,+50370001238,opt-in,any,${optedIn}`];
    dir.write("r.csv", LEDGER + events.map((event) => `${event},2026-05-02T10:00:00-06:00,,,,\n`).join(""));
    expect((await dir.ok(["registry", "history", "7000-1238", ...R])).out).toContain("opt-out since 2026-01-20");
    await dir.ends(1, ["check", "7000-1238", "-s", "r.csv", "--tz", tz]);
  });

  test("since an event is what changed behind it", async () => {
    const run = await dir.run(["registry", "export", ...R, "--since", "e2", "--format", "json"]);
    expect(JSON.parse(run.out)).toMatchObject({ stands: [{ event: "e3" }, { event: "e4" }] });
    await dir.ends(2, ["registry", "export", ...R, "--since", "e99"]);
  });

  test("hashed, with a key or with a warning, suppresses the same and holds no number", async () => {
    dir.write("key", "secreto\n");
    const plain = await dir.run(["registry", "export", ...R, "--hash", "sha256", "-o", "plain.csv"]);
    plain.check(() => expect(plain.stderr).toContain("a hash without a key hides nothing"));
    const keyed = await dir.run(["registry", "export", ...R, "--hash-key-file", "key", "-o", "keyed.csv"]);
    keyed.check(() => expect(keyed.stderr).not.toContain("warning"));
    const expected = await scrubbed("-s", "r.csv");
    expect(await scrubbed("-s", "plain.csv")).toBe(expected);
    expect(await scrubbed("-s", "keyed.csv", "--hash-key-file", "key")).toBe(expected);
    for (const name of ["plain.csv", "keyed.csv"]) expect(dir.text(name)).not.toMatch(/7000123/);
  });

  test("replaces nothing without --force, and never the registry", async () => {
    dir.write("out.csv", "x");
    await dir.ends(5, ["registry", "export", ...R, "-o", "out.csv"]);
    await dir.ends(2, ["registry", "export", ...R, "-o", "r.csv", "-f"]);
    expect(dir.text("r.csv")).toBe(LEDGER);
  });
});

test("a registry beside one of nearly its name is made where an empty file says that it is meant", async () => {
  const add = (registry: string) => dir.ok(["registry", "add", "7012-3456", "--registry", registry, "-q"]);
  await add("bajas-2025.csv");
  dir.write("bajas-2026.csv", "");
  await add("bajas-2026.csv");
  expect(dir.text("bajas-2026.csv")).toContain("+50370123456,opt-out");
});
