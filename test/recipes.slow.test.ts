// The recipes of RECIPES.md as they stand there: each block is run. What needs a program that is not here is left out, with a word.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const RECIPES = readFileSync(path.join(REPOSITORY, "RECIPES.md"), "utf8");

/** The block of this name: ```sh nocturno.sh */
function block(name: string): string {
  const found = new RegExp(`^\`\`\`\\w+ ${name.replace(".", "\\.")}\\n([\\s\\S]*?)^\`\`\``, "m").exec(RECIPES)?.[1];
  if (found === undefined) throw new Error(`RECIPES.md has no block "${name}"`);
  return found;
}

/** A folder as it is in the PATH of a machine on which svscrub is installed. */
const BIN = mkdtempSync(path.join(tmpdir(), "svscrub-bin-"));
const INSTALLED = path.join(BIN, "svscrub");
writeFileSync(INSTALLED, `#!/bin/sh\nexec "${process.execPath}" "${path.join(REPOSITORY, "bin/svscrub.js")}" "$@"\n`);
chmodSync(INSTALLED, 0o755);
afterAll(() => rmSync(BIN, { recursive: true, force: true }));
const PATH = `${BIN}:${process.env.PATH}`;
const isThere = (program: string) => spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;

/** A folder with the lists of the README's examples. */
function withLists(): Workdir {
  const dir = new Workdir();
  for (const name of ["clientes.csv", "bajas.csv", "no-llamar.txt"])
    cpSync(path.join(REPOSITORY, "fixtures", name), dir.at(name));
  return dir;
}

interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

function sh(dir: Workdir, script: string, shell = ["bash", "-c"]): Said {
  const env = { PATH, HOME: dir.path, SVSCRUB_LANG: "en" };
  const { status, stdout, stderr } = spawnSync(shell[0]!, [...shell.slice(1), script], {
    cwd: dir.path,
    env,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

const records = (dir: Workdir, file: string) =>
  parse(dir.read(file), { relax_column_count: true, relax_quotes: true }).length - 1;

describe("the nightly run", () => {
  const lines = block("crontab").trimEnd().split("\n");
  const variables = Object.fromEntries(lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split(/=(.*)/s)));
  const [entry = ""] = lines.filter((line) => /^[\d*]/.test(line));

  /** As cron would: its own few variables, its shell, five fields of time and then the command. */
  function night(dir: Workdir): Said {
    const command = entry.split(/\s+/).slice(5).join(" ").replaceAll("/data", dir.path);
    const { status, stdout, stderr } = spawnSync(variables.SHELL!, ["-c", command], {
      env: { ...variables, PATH: `${BIN}:${path.dirname(process.execPath)}:${variables.PATH}`, HOME: dir.path },
      encoding: "utf8",
    });
    return { code: status, stdout, stderr };
  }

  /** `unreadable`: an entry that is warned of. */
  function atNight(unreadable = ""): Workdir {
    const dir = withLists();
    dir.write("clientes.csv", "nombre,telefono\nAna,7012-9999\nLuis,7123-4567\n");
    dir.write("dnc.csv", `telefono\n7012-3456\n7123-4568\n${unreadable}`);
    mkdirSync(dir.at("bajas"));
    renameSync(dir.at("no-llamar.txt"), dir.at("bajas/no-llamar.txt"));
    dir.write("nocturno.sh", block("nocturno.sh"));
    return dir;
  }

  test("has no percent sign, which would end the line, and names its shell, path, address and language", () => {
    expect(entry).not.toContain("%");
    expect(entry).toMatch(/^\d+ \d+ \* \* \* /);
    expect(Object.keys(variables)).toEqual(["SHELL", "PATH", "MAILTO", "SVSCRUB_LANG"]);
    expect(variables.SVSCRUB_LANG).toBe("es");
  });

  test.runIf(isThere("flock"))("says nothing when all is well, and leaves the list to send", () => {
    const dir = atNight();
    for (const _ of [1, 2]) expect(night(dir)).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(dir.read("por-enviar.csv")).toEqual(dir.read("depurada.csv"));
    expect(records(dir, "depurada.csv")).toBe(2);
    expect(dir.lines("corridas.jsonl")).toHaveLength(2);
  });

  test.runIf(isThere("flock"))("mails a warning once, and leaves the list to send", () => {
    const dir = atNight("no tiene\n");
    const { code, stdout, stderr } = night(dir);
    expect(code).toBe(0);
    expect((stdout + stderr).match(/advertencia/g)).toHaveLength(1);
    expect(dir.list()).toContain("por-enviar.csv");
  });

  test.runIf(isThere("flock"))(
    "mails why it failed, and leaves nothing to send, not even the list of the night before",
    () => {
      const dir = atNight();
      expect(night(dir).code).toBe(0);
      expect(dir.list()).toContain("por-enviar.csv");
      const old = new Date(Date.now() - 3 * 86_400_000);
      utimesSync(dir.at("dnc.csv"), old, old);
      const { stderr } = night(dir);
      expect(stderr).toMatch(/svscrub: dnc\.csv: es de hace 3 días/);
      expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/depurada\.audit\.json es un archivo VIEJO/);
      expect(dir.list()).not.toContain("por-enviar.csv");
      expect(dir.text("corridas.jsonl")).toContain('"exit_code":4');
    },
  );

  test.runIf(isThere("flock"))("does not run twice at once", async () => {
    const dir = atNight();
    const holder = spawn("flock", ["nocturno.lock", "sleep", "60"], { cwd: dir.path, stdio: "ignore", detached: true });
    onTestFinished(() => void process.kill(-holder.pid!));
    while (sh(dir, "flock -n nocturno.lock true").code === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    dir.write("por-enviar.csv", "telefono\n");
    expect(night(dir)).toMatchObject({
      code: 75,
      stdout: expect.stringContaining("no ha terminado: no se inició nada"),
    });
    expect(dir.list().filter((name) => /depurada|corridas/.test(name))).toEqual([]);
    // It is the other run's to take away.
    expect(dir.list()).toContain("por-enviar.csv");
  });
});

test("systemd: the service runs the nightly script when the list is replaced, and mails what it says", () => {
  const units = block("systemd");
  const dir = withLists();
  const watched = /^PathChanged=\/data\/(.*)$/m.exec(units)?.[1];
  expect(block("nocturno.sh")).toContain(`svscrub ${watched} `);
  const [run = "", mail = ""] = [...units.matchAll(/^Exec(?:Start|StopPost)=(.*)$/gm)].map(([, step]) => step);
  const mailed = (script: string) => {
    dir.write("nocturno.sh", script);
    const { code } = sh(dir, run);
    return [code, sh(dir, mail.replace(/mail -s.*?(?=<)/, "cat ")).stdout];
  };
  expect(mailed("echo advertencia >&2; exit 4\n")).toEqual([4, "advertencia\n"]);
  expect(mailed("true\n")).toEqual([0, ""]);
});

test.runIf(isThere("systemd-analyze"))("systemd: the units are understood", () => {
  const dir = new Workdir();
  for (const [, name, unit] of block("systemd").matchAll(/^# \/etc\/systemd\/system\/(\S+)\n([^#]*)/gm))
    dir.write(name!, unit!);
  const units = "./svscrub.path ./svscrub.service";
  const said = sh(dir, `systemd-analyze verify --man=no ${units} 2>&1 | grep -i svscrub`);
  expect(said.stdout).toBe("");
});

test.runIf(isThere("make"))("make: runs only when a list is newer", () => {
  const dir = withLists();
  dir.write("Makefile", block("make"));
  expect(sh(dir, "make -s").code).toBe(0);
  expect(records(dir, "depurada.csv")).toBe(813);
  expect(sh(dir, "make").stdout).toContain("up to date");
  const later = new Date(Date.now() + 60_000);
  utimesSync(dir.at("bajas.csv"), later, later);
  expect(sh(dir, "make").stdout).toContain("svscrub clientes.csv -s bajas.csv no-llamar.txt");
});

describe("from a database", () => {
  const lines = (program: string) =>
    block("databases")
      .split("\n")
      .filter((line) => line.startsWith(`${program} `));

  test.runIf(isThere("sqlite3"))("sqlite3: out of a table and into another", () => {
    const dir = withLists();
    execFileSync("sqlite3", [dir.at("crm.db"), `.import --csv ${dir.at("clientes.csv")} clientes`], { stdio: "pipe" });
    for (const line of [...lines("sqlite3"), ...lines("sqlite3")]) expect(sh(dir, line).code, line).toBe(0);
    const count = execFileSync("sqlite3", [dir.at("crm.db"), "select count(*) from depurada"], { encoding: "utf8" });
    expect(Number(count)).toBe(records(dir, "depurada.csv"));
    expect(Number(count)).toBeGreaterThan(800);
  });

  test.runIf(isThere("duckdb"))("duckdb: a query as a phone list", () => {
    const dir = withLists();
    for (const line of lines("duckdb")) expect(sh(dir, line).code, line).toBe(0);
    expect(records(dir, "depurada.csv")).toBeGreaterThan(800);
  });

  test("a program before the pipe that fails leaves no clean list", () => {
    for (const line of ["psql", "sqlite3", "duckdb"]
      .flatMap((program) => lines(program))
      .filter((it) => it.includes("|"))) {
      const dir = withLists();
      const [, scrub] = line.split(" | ");
      expect(sh(dir, `false | ${scrub}`), line).toMatchObject({ code: 3 });
      expect(dir.list()).not.toContain("depurada.csv");
    }
  });
});

test.runIf(isThere("ssh-keygen"))("ssh-keygen: a report that was changed does not fit its signature", () => {
  const dir = withLists();
  expect(sh(dir, "svscrub clientes.csv -s bajas.csv -o depurada.csv -q").code).toBe(0);
  const signed = sh(dir, `set -e\n${block("ssh-keygen")}`);
  expect(signed).toMatchObject({ code: 0, stdout: expect.stringContaining('Good "svscrub" signature') });
  dir.write("depurada.audit.json", dir.text("depurada.audit.json").replace('"clean": ', '"clean":  '));
  const [verify] = block("ssh-keygen")
    .split("\n")
    .filter((line) => line.includes("-Y verify"));
  expect(sh(dir, verify!).code).not.toBe(0);
});

describe("encrypted", () => {
  const [age = "", gpg = ""] = block("encryption").split("\n");

  test.runIf(isThere("age"))("with age, and read again by who has the key", () => {
    const dir = withLists();
    dir.write("depurada.csv", "telefono\n+50370123456\n");
    expect(
      sh(dir, `age-keygen -o llave.txt 2>/dev/null && age-keygen -y llave.txt > destinatarios.txt\n${age}`).code,
    ).toBe(0);
    expect(sh(dir, "age -d -i llave.txt depurada.csv.age").stdout).toBe("telefono\n+50370123456\n");
  });

  test.runIf(isThere("gpg"))("with gpg, and read again by who has the key", () => {
    const dir = withLists();
    mkdirSync(dir.at(".gnupg"), { mode: 0o700 });
    onTestFinished(() => void sh(dir, "gpgconf --kill all"));
    dir.write("depurada.csv", "telefono\n+50370123456\n");
    const made = "gpg --batch -q --passphrase '' --quick-generate-key datos@example.com default default never";
    expect(sh(dir, `set -e; ${made}; ${gpg}`)).toMatchObject({ code: 0 });
    expect(sh(dir, "gpg --batch -q -d depurada.csv.gpg").stdout).toBe("telefono\n+50370123456\n");
  });
});

const NEEDED = ["flock", "systemd-analyze", "make", "sqlite3", "duckdb", "ssh-keygen", "age", "gpg"];
const missing = NEEDED.filter((program) => !isThere(program));
if (missing.length > 0) console.warn(`recipes that need ${missing.join(", ")} are not tried here`);
