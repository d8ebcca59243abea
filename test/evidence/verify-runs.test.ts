// verify over runs of every kind: what the golden cases publish is verified as it stands, and what can't be checked is named.

import { createHmac } from "node:crypto";
import { rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { goldenCases } from "../support/golden-cases.js";
import { Workdir } from "../support/workdir.js";

/** All of them take a minute; each of these is another way to read or write. */
const EVERY = Number(process.env.EVERY ?? 22);

describe("a golden case is verified:", () => {
  const published = goldenCases("scrub").filter(
    ({ written }) => !written.parts.has("expected/code") && written.parts.has("expected/clean.csv"),
  );
  const verifyWithKey = ({ args }: { args: readonly string[] }) => {
    const key = args.indexOf("--hash-key-file");
    return ["verify", "clean.audit.json", ...(key < 0 ? [] : args.slice(key, key + 2))];
  };
  for (const golden of published.filter((_, i) => i % EVERY === 0))
    test(golden.sentence, async () => {
      const dir = new Workdir();
      await dir.run(golden.args, golden.layInto(dir));
      if (!dir.exists("clean.audit.json")) return;
      await dir.ok(verifyWithKey(golden));
      // Who has opted out since is the same whether their records are asked for or not.
      const numbers =
        dir
          .read("clean.csv")
          .toString("latin1")
          .match(/\+503[267]\d{7}/g) ?? [];
      for (const today of [["7999-9999"], numbers.slice(0, 1), numbers.slice(-2)].filter((list) => list.length > 0)) {
        dir.write("today.txt", `${today.join("\n")}\n`);
        const asked = [...verifyWithKey(golden), "--json", "-s", "today.txt"];
        const [said, written] = [await dir.run(asked), await dir.run([...asked, "--removed", "since.csv", "-f"])];
        expect(JSON.parse(written.out)).toEqual(JSON.parse(said.out));
        said.mustExit(today[0] === "7999-9999" ? 0 : 1);
      }
    });

  for (const golden of published.filter(({ stdin }, i) => i % EVERY === 1 % EVERY && stdin === undefined))
    test(`${golden.sentence}, piped in`, async () => {
      const dir = new Workdir();
      const options = golden.layInto(dir);
      const list = golden.args.findIndex((word) => !word.startsWith("-") && dir.exists(word));
      if (list < 0) return;
      const run = await dir.run(golden.args.with(list, "-"), { ...options, stdin: dir.read(golden.args[list]!) });
      // Its clean list, scrubbed again, is what it was.
      if (run.code === 0 && dir.exists("clean.audit.json")) await dir.ok(verifyWithKey(golden));
    });
});

const LIST = "telefono\n7012-3456\n7013-4567\n";
const DNC = "telefono\n7013-4567\n";

test("streams are named as unchecked, and the rest is checked all the same", async () => {
  const dir = new Workdir({ "dnc.csv": DNC });
  await dir.ok("- -s dnc.csv -o - --report r.json", { stdin: LIST });
  const verified = await dir.ok("verify r.json");
  const said = verified.out;
  expect(said.match(/not checked {2}stdin or stdout: was a stream/g)).toHaveLength(2);
  expect(said).toMatch(/ok +dnc\.csv: the same 19 bytes/);
  expect(said).toContain("the run was not repeated");
});

test("of a clean list that went to stdout nobody can be looked up today, which is said so", async () => {
  const dir = new Workdir({ "list.csv": LIST, "dnc.csv": DNC });
  await dir.ok("list.csv -s dnc.csv -o - --report r.json");
  const verified = await dir.ends(1, "verify r.json -s dnc.csv");
  expect(verified.out).toContain(
    "nobody can tell who has opted out since\nNOT verified: do not use the clean list now, scrub again\n",
  );
});

const OWN_OPT_OUTS: Record<string, string[]> = {
  "of one number twice": ["id,tel,DNC\na,25372289,x\nb,25372289,x\n"],
  "whose number stands beside the phones": ["id,tel,nota,DNC\na,70001234,,\nb,911,2293-3686.,x\n"],
  "of several lists and columns": [
    "id,tel,DNC,baja\na,25372289,x,\nb,25372289,x,si\n",
    "id,tel,DNC,baja\nc,70001234,,\nd,2537-2289,x,si\ne,2537-2289,,\n",
  ],
};
for (const [sentence, lists] of Object.entries(OWN_OPT_OUTS))
  test(`a list's own opt-outs ${sentence} are judged as they were`, async () => {
    const dir = new Workdir({ "dnc.csv": DNC });
    for (const [i, list] of lists.entries()) dir.write(`list-${i}.csv`, list);
    const args = [...lists.map((_, i) => `list-${i}.csv`), "-s", "dnc.csv"];
    await dir.ok([...args, "-o", "clean.csv", "--removed", "gone.csv"]);
    await dir.ok("verify clean.audit.json");
    await dir.ok([...args, "--flag", "-o", "flagged.csv"]);
    await dir.ok("verify flagged.audit.json");
  });

test("a run whose hashed list only a canary proved is verified without it", async () => {
  const dir = new Workdir({ "list.csv": LIST });
  const digests = ["+50370129999", "+50371110000"].map((e164) => createHmac("sha256", "k").update(e164).digest("hex"));
  dir.write("key", "k");
  dir.write("dnc.csv", `telefono_hash\n${digests.join("\n")}\n`);
  const args = ["-s", "dnc.csv", "--hash-key-file", "key"];
  await dir.ends(4, ["list.csv", ...args, "-o", "clean.csv"]);
  await dir.ok(["list.csv", ...args, "-o", "clean.csv", "--canary", "7012-9999"]);
  expect(dir.text("clean.audit.json")).not.toMatch(/7012-?9999/);
  await dir.ok("verify clean.audit.json --hash-key-file key");
  await dir.ok(["verify", "clean.audit.json", ...args, "--canary", "7012-9999"]);
  rmSync(dir.at("list.csv"));
  const without = await dir.ends(1, "verify clean.audit.json --hash-key-file key");
  expect(without.out).not.toContain("MISMATCH");
});

test("lists hashed with a key are checked with it, and a run is not verified without it", async () => {
  const dir = new Workdir({ key: "secret\n", "list.csv": LIST });
  dir.write("hashed.csv", `phone_sha256\n${createHmac("sha256", "secret").update("+50370134567").digest("hex")}\n`);
  await dir.ok("list.csv -s hashed.csv --hash-key-file key -o clean.csv");
  const without = await dir.ends(1, "verify clean.audit.json");
  expect(without.out).toMatch(/suppressions: need the key[\s\S]*verified, but for 1 file that is gone/);
  const withKey = await dir.ok("verify clean.audit.json --hash-key-file key");
  expect(withKey.out).toContain("the same counts and the same outputs");
});

test("of a run by another version differences in details are not checked, and those in its lists are", async () => {
  const dir = new Workdir({ "list.csv": LIST, "dnc.csv": DNC });
  await dir.ok("list.csv -s dnc.csv -o clean.csv");
  const report = dir.json("clean.audit.json");
  Object.assign(report.tool, { version: "9.9.9", numbering_plan: "0".repeat(16) });
  delete report.inputs[0].beside;
  dir.write("clean.audit.json", JSON.stringify(report));
  const run = await dir.ok("verify clean.audit.json");
  expect(run.out).toContain("the run was made with version 9.9.9");
  expect(run.out).toMatch(/not checked +inputs\.0\.beside: is different/);
  dir.write("clean.audit.json", JSON.stringify({ ...report, types: { ...report.types, mobile: 2 } }));
  await dir.ends(1, "verify clean.audit.json -q");
});
