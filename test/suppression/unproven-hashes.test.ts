// Hashed lists: what proves one, and what becomes of one that nothing proves, or that was hashed with another key.

import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openSuppression } from "../../src/library/index.js";
import { Workdir } from "../support/workdir.js";

const LISTED = "+50370123456";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (text: string, key = "clave") => createHmac("sha256", key).update(text).digest("hex");
/** Another number that is listed; the phone list has only those given. */
const OTHER = "+50371234567";

function scene(bajas: string, list = "telefono\n7999-1111\n"): Workdir {
  const dir = new Workdir({ "bajas.csv": bajas, "list.csv": list, "clave.txt": "clave\n", "otra.txt": "otra\n" });
  return dir;
}

/** A registry of one opt-out, exported with a key. */
async function exported(...options: string[]): Promise<Workdir> {
  const dir = scene("");
  await dir.ok(["registry", "add", LISTED, "--registry", "r.csv", "-q"]);
  const hash = options.length > 0 ? options : ["--hash-key-file", "clave.txt"];
  await dir.ok(["registry", "export", "--registry", "r.csv", "-o", "bajas.csv", "-f", "-q", ...hash]);
  return dir;
}

const INTO_FILE = ["list.csv", "-s", "bajas.csv", "-o", "clean.csv", "-f"];
const INTO_STREAM = ["list.csv", "-s", "bajas.csv", "-o", "-"];
const CHECK = ["check", "7999-1111", "-s", "bajas.csv"];
const EVERY_WAY = { "a file": INTO_FILE, "a stream": INTO_STREAM, "a check": CHECK };

describe("A list that nothing proves", () => {
  const SALTED = `sha256\n${sha256(`sal${LISTED}`)}\n`;

  for (const [what, args] of Object.entries(EVERY_WAY)) {
    test(`is refused before anything comes of it: ${what}`, async () => {
      const dir = scene(SALTED);
      const run = await dir.run(args);
      run.check(() => {
        expect(run.code).toBe(4);
        expect(run.stderr).toContain("bajas.csv: is hashed, and nothing proves");
        expect(run.stderr).toContain("--allow-unproven bajas.csv");
        expect(run.stdout.length).toBe(0);
        expect(dir.list()).not.toContain("clean.csv");
      });
    });

    test(`is used with a warning where that is allowed: ${what}`, async () => {
      const run = await scene(SALTED).ok([...args, "--allow-unproven", "bajas.csv"]);
      expect(run.stderr).toContain("warning: bajas.csv: nothing proves");
    });
  }

  test("stands in the report, and with --strict is exit 6", async () => {
    const dir = scene(SALTED);
    const allowed = [...INTO_FILE, "--allow-unproven", "bajas.csv"];
    await dir.ok(allowed);
    const report = dir.json("clean.audit.json");
    expect(report.run.options.allow_unproven).toEqual(["bajas.csv"]);
    expect(report.warnings).toMatchObject([{ code: "hashes-unproven", values: ["bajas.csv"] }]);
    expect(report.suppressions[0].hashes.proof).toBe("unproven");
    await dir.ok("verify clean.audit.json");
    await dir.ends(6, [...allowed, "--strict"]);
  });

  test("is refused by an audit, whatever the log, and by programs", async () => {
    const dir = scene(SALTED);
    dir.write("log.csv", "telefono,fecha,canal\n7999-1111,2026-01-02,sms\n");
    await dir.ends(4, "audit log.csv -s bajas.csv");
    await dir.ends(4, "audit log.csv -s bajas.csv -o -");
    await dir.ok("audit log.csv -s bajas.csv --allow-unproven bajas.csv");
    const lists = { "bajas.csv": dir.at("bajas.csv") };
    await expect(openSuppression({ lists })).rejects.toMatchObject({ exitCode: 4, kind: "hashesUnproven" });
    const open = await openSuppression({ lists, allowUnproven: "bajas.csv" });
    expect(open.check("7999-1111").may_contact).toBe(true);
    open.close();
  });

  test("is refused where today's lists are asked who has opted out since", async () => {
    const dir = scene("telefono\n6123-4567\n");
    await dir.ok(INTO_FILE);
    dir.write("hoy.csv", SALTED);
    await dir.ends(4, "verify clean.audit.json -s hoy.csv");
    await dir.ok("verify clean.audit.json -s hoy.csv --allow-unproven hoy.csv");
  });
});

describe("A list is proven", () => {
  const LIST = `sha256\n${sha256(LISTED)}\n`;

  test("by a match in the run, where nothing was given away before", async () => {
    const dir = scene(LIST, "telefono\n7999-1111\n7012-3456\n");
    await dir.ok(INTO_FILE);
    await dir.ends(4, INTO_STREAM);
    await dir.ends(1, "check 7999-1111 7012-3456 -s bajas.csv");
  });

  test("by a planted number, before the first record", async () => {
    await scene(LIST).ok([...INTO_STREAM, "--canary", LISTED]);
  });

  test("by numbers in the same records as the digests, and by those of another list", async () => {
    const both = `telefono,sha256\n7012-3456,${sha256(LISTED)}\n,${sha256(OTHER)}\n`;
    await scene(both).ok(INTO_STREAM);
    const dir = scene(LIST);
    dir.write("sms.csv", "telefono\n7012-3456\n");
    await dir.ok([...INTO_STREAM, "-s", "sms.csv"]);
  });

  for (const [what, body] of Object.entries({
    "as an export writes it": `event,phone_sha256,action\nproof,${sha256("+50300000000")},proof\n1,${sha256(LISTED)},opt-out\n`,
    "in a list of digests alone, in another form": `${sha256(LISTED)}\n${sha256("0000-0000")}\n`,
  }))
    test(`by the digest of a number that nobody has, ${what}, which is no entry`, async () => {
      const dir = scene(body);
      await dir.ok(INTO_STREAM);
      await dir.ends(4, [...INTO_FILE, "--min-entries", "2"]);
      await dir.ok(INTO_FILE);
      const [list] = dir.json("clean.audit.json").suppressions;
      expect(list).toMatchObject({ entries: 1, numbers: 1, unreadable: 0, hashes: { digests: 1, proof: "proven" } });
    });
});

describe("A number that says nothing of whom a digest means proves no list", () => {
  const salted = (count: number) => Array.from({ length: count }, (_, i) => sha256(`sal${70_000_000 + i}`));
  const rows = (header: string, beside: readonly string[], count = 3) =>
    `${header}\n${salted(count)
      .map((digest, i) => `${digest},${beside[i % beside.length]}`)
      .join("\n")}\n`;
  for (const [what, body] of Object.entries({
    "the office's own, in a source": rows("hash,fuente", ["Call center 2222-0000"]),
    "the office's own, in a reason": rows("hash,motivo", ["Pidio no llamar al 2222-0000"]),
    "the office's own, in a column of agents": rows("hash,agente", ["22220000"]),
    "an agent's, in one row": rows("hash,agente", ["22220000"], 1),
    "the office's own, beside no header": rows("", ["2222-0000"]).trimStart(),
    "the office's own, in ragged rows": rows("hash,fuente", ["Call center 2222-0000,x"], 3).replace(
      "\n",
      "\nx,y\nx,y\nx,y\nx,y\n",
    ),
    "each person's own phone": `hash,celular\n${salted(2)[0]},7012-3456\n${salted(2)[1]},7012-3457\n`,
    "one number among digests": `telefono\n7012-3456\n${salted(2).join("\n")}\n`,
    "none, of entries that all expired": `hash,expira\n${salted(3)
      .map((digest) => `${digest},2024-01-01`)
      .join("\n")}\n`,
  }))
    test(`which is refused: ${what}`, async () => {
      for (const args of Object.values(EVERY_WAY)) await scene(body).ends(4, args);
    });
});

describe("An export with a key", () => {
  for (const [what, args] of Object.entries(EVERY_WAY)) {
    test(`proves itself with its key, and with none or another is refused, whatever is allowed: ${what}`, async () => {
      const dir = await exported();
      const withKey = (key: string) => dir.run([...args, "--hash-key-file", key]);
      (await withKey("clave.txt")).mustExit(0);
      const other = await withKey("otra.txt");
      other.mustExit(4);
      expect(other.stderr).toContain("bajas.csv, line 2: was hashed with another key");
      await dir.ends(4, [...args, "--hash-key-file", "otra.txt", "--allow-unproven", "bajas.csv"]);
      const none = await dir.ends(4, [...args, "--allow-unproven", "bajas.csv"]);
      expect(none.stderr).toContain('column "phone_hmac_sha256" is hashed with a key, and no key was given');
    });
  }

  test("is refused with the list for a key, and with a key that a byte order mark or a carriage return belongs to", async () => {
    const dir = await exported();
    dir.write("bom.txt", "\ufeffclave\n");
    dir.write("crlf.txt", "clave\r\n");
    for (const key of ["bajas.csv", "bom.txt", "crlf.txt"]) {
      const run = await dir.ends(4, [...CHECK, "--hash-key-file", key]);
      expect(run.stderr).toContain("was hashed with another key");
    }
    const odd = await dir.run("registry export --registry r.csv --hash-key-file crlf.txt");
    expect(odd.stderr).toContain("warning: the key in crlf.txt has a byte order mark, a carriage return or a space");
    dir.write("empty.txt", "\n");
    for (const key of ["empty.txt", "."]) await dir.ends(4, [...CHECK, "--hash-key-file", key]);
  });

  test("of an empty registry is empty, and where it may be, it is proven", async () => {
    const dir = await exported();
    await dir.ok(["registry", "add", LISTED, "--action", "opt-in", "--registry", "s.csv", "-q"]);
    const ids = dir.lines("s.csv");
    dir.write("s.csv", `${ids[0]}\n`);
    const key = ["--hash-key-file", "clave.txt"];
    await dir.ok(["registry", "export", "--registry", "s.csv", "-o", "bajas.csv", "-f", ...key]);
    await dir.ends(4, [...INTO_FILE, ...key]);
    await dir.ok([...INTO_FILE, ...key, "--allow-empty", "bajas.csv"]);
    await dir.ends(4, [...INTO_FILE, "--hash-key-file", "otra.txt", "--allow-empty", "bajas.csv"]);
  });

  test("carries its proof in every format, also where it tells only what came later, and its manifest says so", async () => {
    const dir = await exported("--hash", "sha256");
    const proof = sha256("+50300000000");
    expect(dir.text("bajas.csv").split("\n")[1]).toBe(`proof,${proof},any,proof,,`);
    expect(dir.json("bajas.csv.manifest.json")).toMatchObject({
      events: 1,
      hash: "sha256",
      proof: { phone: "+50300000000", hash: proof },
    });
    const event = dir.text("r.csv").split("\n")[1]!.split(",")[0]!;
    const since = ["registry", "export", "--registry", "r.csv", "--since", event, "--hash-key-file", "clave.txt"];
    const late = await dir.run(since);
    expect(late.out.split("\n").slice(1)).toEqual([`proof,${hmac("+50300000000")},any,proof,,,`, ""]);
    const json = await dir.run([...since, "--format", "json"]);
    expect(JSON.parse(json.out)).toEqual({
      schema_version: 1,
      proof: { phone: "+50300000000", phone_hmac_sha256: hmac("+50300000000") },
      stands: [],
      voids: [],
    });
  });
});

describe("A column that is named as HMAC", () => {
  for (const name of "hmac|phone_hmac_sha256|PhoneHMACSHA256|Teléfono (HMAC)|h.m.a.c.|hMac|keyed hash".split("|"))
    test(`is refused without a key: ${name}`, async () => {
      const dir = scene(`"${name}"\n${hmac(LISTED)}\n`);
      await dir.ends(4, [...INTO_FILE, "--allow-unproven", "bajas.csv"]);
      await dir.ends(4, [...INTO_FILE, "--hash-key-file", "clave.txt"]);
      await dir.ok([...INTO_FILE, "--hash-key-file", "clave.txt", "--canary", LISTED]);
    });
});

const hashed = `sha256,accion,fecha\n${sha256(LISTED)},opt-in,2025-01-01\n${sha256(OTHER)},baja,2024-01-01\n`;

test("An opt-in in a hashed list lifts no plain list's opt-out, in a scrub, a check, an audit or a list that grows, and says so where it was to", async () => {
  const dir = scene(hashed, "telefono\n7012-3456\n7123-4567\n");
  const registry = (id: string, phone: string) =>
    `${id},${phone},opt-out,any,2024-01-01T00:00:00-06:00,2024-01-01T00:00:00-06:00,sms,,,\n`;
  const header = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n";
  dir.write("r.csv", header + registry("1", LISTED));
  const lists = ["-s", "bajas.csv", "r.csv", "--opt-ins", "bajas.csv"];
  const run = await dir.ok(["list.csv", ...lists, "-o", "clean.csv"]);
  expect(run.stderr).toContain("bajas.csv is hashed, so its opt-ins cancel no opt-outs of other lists");
  expect(dir.text("clean.csv")).toBe("telefono\n");
  await dir.ends(1, ["check", "7012-3456", ...lists]);
  dir.write("log.csv", "telefono,fecha,canal\n7012-3456,2026-01-02,sms\n");
  await dir.ends(1, ["audit", "log.csv", ...lists]);
  const open = await openSuppression({
    lists: { h: dir.at("bajas.csv"), r: dir.at("r.csv") },
    optIns: "h",
    canary: { h: OTHER },
  });
  dir.write("r.csv", header + registry("1", LISTED) + registry("2", "+50361234567") + registry("3", LISTED));
  await open.refresh();
  expect(open.check("7012-3456").may_contact).toBe(false);
  open.close();
});

describe("A list of what is no digest is refused:", () => {
  const base64 = Buffer.from(sha256(LISTED), "hex").toString("base64");
  for (const cell of [base64, sha256(LISTED).slice(0, 16)])
    test(cell, async () => {
      for (const args of Object.values(EVERY_WAY)) await scene(`phone_sha256\n${cell}\n`).ends(4, args);
    });
});
