// The program as a process: its streams, files, links, modes, languages and exit codes, as a shell sees them.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { en } from "../src/text/en/sentences.js";
import { es } from "../src/text/es/sentences.js";
import { sayIn } from "./support/spoken.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const LIST = "nombre,telefono\nAna,7012-3456\nLuis,6123-4567\nEva,2250-1234\n";
const DNC = "telefono\n61234567\n";
const CLEAN = "nombre,telefono\nAna,+50370123456\nEva,+50322501234\n";

function scene(): Workdir {
  const dir = new Workdir({ "list.csv": LIST, "dnc.csv": DNC });
  return dir;
}

/** Records of distinct numbers, none of them in the suppression list. */
function manyRecords(count: number): string {
  let text = "nombre,telefono\n";
  for (let i = 0; i < count; i++) text += `María Pérez de Núñez,${70_000_000 + i}\n`;
  return text;
}

describe("lists come from", () => {
  const ways: [string, string][] = [
    ["a pipe into stdin", "cat list.csv | svscrub -s dnc.csv"],
    ["a pipe into stdin, named -", "cat list.csv | svscrub - -s dnc.csv"],
    ["a file as stdin", "svscrub -s dnc.csv < list.csv"],
    ["a here-document", `svscrub -s dnc.csv << 'END'\n${LIST}END`],
    ["a suppression list as stdin", "cat dnc.csv | svscrub list.csv -s -"],
    ["a named suppression list as stdin", "svscrub list.csv -s dnc=- < dnc.csv"],
    ["a process substitution", "svscrub <(cat list.csv) -s dnc.csv"],
    ["process substitutions for both", "svscrub <(cat list.csv) -s <(cat dnc.csv) dnc=<(cat dnc.csv)"],
    ["FIFOs", "mkfifo a b; cat list.csv > a & cat dnc.csv > b & svscrub a -s b"],
    [
      "a FIFO written piece by piece",
      `mkfifo a; (while read -r l; do echo "$l"; sleep 0.02; done < list.csv) > a & svscrub a -s dnc.csv`,
    ],
    [
      "a stdin whose first lines another program took",
      `(read -r x; read -r y; svscrub -s dnc.csv --no-header) < <(printf 'x\\ny\\n'; tail -n +2 list.csv) | cat <(echo nombre,telefono) -`,
    ],
    ["behind --", "svscrub -s dnc.csv -- list.csv"],
    ["a name with a dash, behind --", "cp list.csv ./-list.csv; svscrub -s dnc.csv -- -list.csv"],
    [
      "a name with spaces, accents and =",
      "cp list.csv 'mi base=1 ñ.csv'; cp dnc.csv 'bajas=ñ 1.csv'; svscrub 'mi base=1 ñ.csv' -s 'bajas=ñ 1.csv'",
    ],
    ["a linked file", "ln -s list.csv l; ln -s dnc.csv d; svscrub l -s d"],
  ];
  for (const [way, script] of ways)
    test(way, async () => {
      const run = await scene().shell(script);
      run.mustExit(0);
      run.check(() => expect(run.out).toBe(CLEAN));
    });

  test("nowhere: nothing on stdin, or what is dead", async () => {
    const dir = scene();
    await dir.ends(2, "-s dnc.csv");
    (await dir.shell("false | svscrub -s dnc.csv")).mustExit(3);
    (await dir.shell("true | svscrub list.csv -s -")).mustExit(4);
    (await dir.shell("svscrub - -s - < list.csv")).mustExit(2);
  });
});

describe("stdout", () => {
  test("carries the report under --json, and a failure is JSON on stderr", async () => {
    const dir = scene();
    const run = await dir.ok("list.csv -s dnc.csv -o clean.csv --json");
    run.check(() => expect(JSON.parse(run.out)).toEqual(dir.json("clean.audit.json")));
    run.check(() => expect(run.stderr).toBe(""));
    const failed = await dir.ends(4, "list.csv -s missing.csv -o other.csv --json");
    failed.check(() => expect(JSON.parse(failed.stderr).error).toMatchObject({ exit_code: 4, code: "notFound" }));
    failed.check(() => expect(failed.stdout.length).toBe(0));
  });

  test("stays empty when a suppression list is refused, however long the phone list", async () => {
    const dir = scene();
    dir.write("bad.csv", 'telefono\n70123456\n"7012\n');
    const run = await dir.shell("yes Ana,7012-3456 | head -100000 | svscrub -s dnc.csv bad.csv");
    run.mustExit(4);
    run.check(() => expect(run.stdout.length).toBe(0));
  });

  test("is whole and right, however large, through a slow pipe", async () => {
    const dir = scene();
    dir.write("large.csv", manyRecords(300_000));
    const run = await dir.shell(
      "svscrub large.csv -s dnc.csv -o large.clean.csv -q && svscrub large.csv -s dnc.csv | (sleep 0.3; cat) | sha256sum",
    );
    run.mustExit(0);
    const bytes = readFileSync(dir.at("large.clean.csv"));
    expect(bytes.length).toBeGreaterThan(10_000_000);
    const digest = createHash("sha256").update(bytes).digest("hex");
    run.check(() => expect(run.out).toBe(`${digest}  -\n`));
    expect(dir.json("large.clean.audit.json").outputs[0].sha256).toBe(digest);
  });
});

test("-q says warnings and errors, and nothing else", async () => {
  const dir = scene();
  const warned = await dir.ok("list.csv --no-suppression -o clean.csv -q");
  warned.check(() => expect(warned.stderr).toContain(en.warnings["no-suppression"]()));
  const failed = await dir.ends(4, "list.csv -s missing.csv -q");
  failed.check(() => expect(failed.stderr).toContain(sayIn(en, "notFound", ["suppression", undefined]).what));
});

describe("an output", () => {
  const modeOf = (dir: Workdir, name: string) => (statSync(dir.at(name)).mode & 0o777).toString(8);
  const all = "-o clean.csv --removed removed.csv --report report.json";

  for (const [umask, mode] of [
    ["022", "644"],
    ["002", "664"],
    ["077", "600"],
  ])
    test(`has mode ${mode} under umask ${umask} if it is the clean list, else it is its owner's alone`, async () => {
      const dir = scene();
      (await dir.shell(`umask ${umask}; svscrub list.csv -s dnc.csv ${all}`)).mustExit(0);
      expect([modeOf(dir, "clean.csv"), modeOf(dir, "removed.csv"), modeOf(dir, "report.json")]).toEqual([
        mode,
        "600",
        "600",
      ]);
    });

  test("through a symbolic link replaces the file that it leads to, not the link", async () => {
    const dir = scene();
    dir.write("folder/real.csv", "old\n");
    const run = await dir.shell(
      "ln -s folder/real.csv link.csv; svscrub list.csv -s dnc.csv -o link.csv -f --no-report; readlink link.csv",
    );
    run.mustExit(0);
    run.check(() => expect(run.out).toBe("folder/real.csv\n"));
    expect(dir.text("folder/real.csv")).toBe(CLEAN);
    expect(dir.list()).toEqual(["dnc.csv", "folder/real.csv", "link.csv", "list.csv"]);
  });

  const inputs: [string, string][] = [
    ["by its path", "-o ./list.csv"],
    ["by another path", '-o ../"$(basename "$PWD")"/dnc.csv'],
    ["by a symbolic link", "-o symbolic.csv"],
    ["by a hard link", "-o hard.csv"],
    ["as the removed list", "-o clean.csv --removed hard.csv"],
    ["as the report", "-o clean.csv --report r.json"],
    ["as stdout", ">> dnc.csv"],
  ];
  for (const [how, args] of inputs)
    test(`that is an input too, ${how}, is refused even with --force`, async () => {
      const dir = scene();
      const run = await dir.shell(
        `ln -s list.csv symbolic.csv; ln dnc.csv hard.csv; ln dnc.csv r.json; svscrub list.csv -s dnc.csv --force ${args}`,
      );
      run.mustExit(2);
      // It is what the user reads, and nothing that an earlier run wrote.
      run.check(() => expect(run.stderr).not.toContain("OLD"));
      expect([dir.text("list.csv"), dir.text("dnc.csv")]).toEqual([LIST, DNC]);
    });

  const readBeside: [string, string, string][] = [
    [
      "the baseline",
      "svscrub list.csv -s dnc.csv -o one.csv -q",
      "-o clean.csv --report hard.json --baseline one.audit.json",
    ],
    [
      "the key of hashed lists",
      "echo secret > one.audit.json",
      "-o clean.csv --report hard.json --hash-key-file one.audit.json",
    ],
  ];
  for (const [what, before, args] of readBeside)
    test(`that is ${what}, by a hard link, is refused even with --force`, async () => {
      const dir = scene();
      const run = await dir.shell(
        `${before}; ln one.audit.json hard.json; cp hard.json kept; svscrub list.csv -s dnc.csv --force ${args}`,
      );
      run.mustExit(2);
      run.check(() => expect(run.stderr).toContain(sayIn(en, "outputIsInput", ["one.audit.json"]).what));
      expect(dir.read("hard.json")).toEqual(dir.read("kept"));
    });

  test("that is a broken link is refused", async () => {
    const run = await scene().shell("ln -s nowhere link.csv; svscrub list.csv -s dnc.csv -o link.csv");
    run.mustExit(5);
  });
  test("that is one of the files in a folder of suppression lists is refused", async () => {
    const dir = scene();
    (await dir.shell("mkdir lists; mv dnc.csv lists; svscrub list.csv -s lists -o lists/dnc.csv --force")).mustExit(2);
    expect(dir.text("lists/dnc.csv")).toBe(DNC);
  });
  test("that is the file behind stdin is refused", async () => {
    const dir = scene();
    (await dir.shell("svscrub -s dnc.csv -o list.csv --force < list.csv")).mustExit(2);
    expect(dir.text("list.csv")).toBe(LIST);
  });

  test("that is no file is written straight: a device, a FIFO, a process substitution", async () => {
    const dir = scene();
    (await dir.spawn(["list.csv", "-s", "dnc.csv", "-o", "/dev/null"])).mustExit(0);
    expect(dir.list()).toEqual(["dnc.csv", "list.csv"]);
    const fifo = await dir.shell("mkfifo out; cat out & svscrub list.csv -s dnc.csv -o out; wait");
    fifo.mustExit(0);
    fifo.check(() => expect(fifo.out).toBe(CLEAN));
    const substituted = await dir.shell("rm out; svscrub list.csv -s dnc.csv -o >(cat > copy); sleep 0.2; cat copy");
    substituted.mustExit(0);
    substituted.check(() => expect(substituted.out).toBe(CLEAN));
  });
});

describe("the language is", () => {
  const spanish = sayIn(es, "noPhoneList", [1, true]).what;
  const english = sayIn(en, "noPhoneList", [1, true]).what;
  const cases: [string, string[], Record<string, string | undefined>, string][] = [
    ["that of --lang", ["--lang", "es"], { LC_ALL: "en_US.UTF-8" }, spanish],
    ["that of --lang=", ["--lang=en"], { SVSCRUB_LANG: "es" }, english],
    ["that of SVSCRUB_LANG", [], { SVSCRUB_LANG: "es", LC_ALL: "C" }, spanish],
    ["that of LC_ALL", [], { SVSCRUB_LANG: undefined, LC_ALL: "es_SV.UTF-8", LANG: "en_US.UTF-8" }, spanish],
    ["that of LC_MESSAGES", [], { SVSCRUB_LANG: undefined, LC_MESSAGES: "es_SV.UTF-8", LANG: "C" }, spanish],
    ["that of LANG", [], { SVSCRUB_LANG: undefined, LANG: "es_SV.UTF-8" }, spanish],
    ["English for C", [], { SVSCRUB_LANG: undefined, LANG: "C" }, english],
  ];
  for (const [which, args, env, expected] of cases)
    test(which, async () => {
      const run = await scene().ends(2, ["-s", "dnc.csv", ...args], { env });
      run.check(() => expect(run.stderr).toContain(expected));
    });

  test("never that of a file's name behind --", async () => {
    const run = await scene().ends(3, "-s dnc.csv -- --lang es");
    run.check(() => expect(run.stderr).toContain(sayIn(en, "notFound", ["phone-list", undefined]).what));
  });
});

const colored = async (args: string[], env: Record<string, string | undefined>) =>
  (await scene().spawn(["list.csv", "-s", "missing.csv", ...args], { env })).stderr.includes("\x1b[");

test("colours are for terminals, and for who asks", async () => {
  expect(await colored([], { NO_COLOR: undefined })).toBe(false);
  expect(await colored(["--color", "always"], {})).toBe(true);
  expect(await colored(["--color=always"], {})).toBe(true);
  expect(await colored(["--color", "never"], { NO_COLOR: undefined })).toBe(false);
});

describe("wrong usage is exit 2, names the option, and writes nothing:", () => {
  const wrong: [string, string][] = [
    ["--phone-format xyz", "--phone-format"],
    ["--channel fax", "--channel"],
    ["--types mobile,cable", "--types"],
    ["--max-age 24", "--max-age"],
    ["--max-age dnc=24h", 'named "dnc"'],
    ["--as-of 2026-11-24", "--as-of"],
    ["--as-of dnc.csv=24/11/2026", "--as-of"],
    ["--max-unreadable 5", "--max-unreadable"],
    ["--min-entries few", "--min-entries"],
    ["--max-removed 20", "--max-removed"],
    ["--max-removed 101%", "--max-removed"],
    ["--canary abc", "--canary"],
    ["--canary nobody=70123456", "--canary"],
    ["--label nothing", "--label"],
    ["--delimiter ;;", "--delimiter"],
    ["--valid-for soon", "--valid-for"],
    ["--lang fr", "--lang"],
    ["--color sometimes", "--color"],
    ["--report r.txt", ".json"],
    ["--no-suppression", "--no-suppression"],
    ["--supress other.csv", "--suppress"],
    ["-z", "-z"],
  ];
  for (const [args, named] of wrong)
    test(args, async () => {
      const dir = scene();
      const run = await dir.ends(2, ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", ...args.split(" ")]);
      run.check(() => expect(run.stderr).toContain(named));
      run.check(() => expect(run.stdout.length).toBe(0));
      expect(dir.list()).toEqual(["dnc.csv", "list.csv"]);
    });

  for (const args of ["--max-removed 20%", "--max-invalid 20pct", "--json"])
    test(`${args} without -o: a stream can't be taken back`, async () => {
      const run = await scene().ends(2, ["list.csv", "-s", "dnc.csv", ...args.split(" ")]);
      run.check(() => expect(run.stdout.length).toBe(0));
      await scene().ok("list.csv -s dnc.csv --dry-run --strict");
    });
});

const breaking = (dir: Workdir, called: string, where: string) => {
  dir.write(
    "break.mjs",
    `import crypto from "node:crypto";
       import { syncBuiltinESMExports } from "node:module";
       import { isMainThread } from "node:worker_threads";
       const fail = () => { throw new TypeError("7012-3456"); };
       if (${where}) crypto.${called} = fail;
       syncBuiltinESMExports();`,
  );
  return { NODE_OPTIONS: `--import=${pathToFileURL(dir.at("break.mjs")).href}` };
};
const PLACE = /: TypeError (dist\/bundle\/[\w-]+\.js):(\d+)\n/;

test.each([
  ["of the run", "randomUUID", "isMainThread", "commands/log-of-run", LIST],
  ["of the thread that reads a long list ahead", "createHash", "!isMainThread", "files/input", manyRecords(400_000)],
])(
  "a bug is reported with the line of the program where it happened, and without its message: %s",
  async (_, called, where, module, list) => {
    const dir = scene();
    dir.write("list.csv", list);
    const args = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "-q"];
    const env = breaking(dir, called, where);
    const run = await dir.ends(70, args, { env });
    expect(run.stderr).not.toContain("7012");
    const [, file = "", line = ""] = PLACE.exec(run.stderr) ?? [];
    const lines = readFileSync(join(REPOSITORY, file), "utf8").split("\n").slice(0, Number(line));
    expect(lines.findLast((text) => text.startsWith("// dist/"))).toBe(`// dist/${module}.js`);
    // Whoever asks for all of it gets the same place.
    const whole = await dir.run(args, { env: { ...env, SVSCRUB_DEBUG: "1" } });
    expect(whole.stderr).toMatch(new RegExp(`at .*${file}:${line}:`));
  },
);

test("the program writes nothing but its outputs, not in the folder of its lists either", async () => {
  const dir = scene();
  dir.write("out/keep", "");
  execFileSync("chmod", ["-R", "a-w", dir.at("list.csv"), dir.at("dnc.csv")]);
  await dir.ok("list.csv -s dnc.csv -o out/clean.csv");
  expect(dir.list()).toEqual(["dnc.csv", "list.csv", "out/clean.audit.json", "out/clean.csv", "out/keep"]);
});
