// A newcomer's walk: one command after the other in one folder, each with what is seen, by a program installed from a tarball.

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { REPOSITORY, Workdir } from "./workdir.js";

export class Walk {
  readonly dir = new Workdir();
  readonly #env: Record<string, string>;

  /** `language`: of the person; `program`: the file that Node runs. */
  constructor(language: "es" | "en", program: string) {
    this.dir.write("bin/svscrub", `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(this.dir.at("bin/svscrub"), 0o755);
    const locale = language === "es" ? "es_SV.UTF-8" : "en_US.UTF-8";
    const PATH = `${this.dir.at("bin")}:${path.dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
    this.#env = { PATH, HOME: this.dir.path, LANG: locale, COLUMNS: "100" };
  }

  /** Lays files of fixtures/ into the folder. */
  take(...names: string[]): void {
    for (const name of names) cpSync(path.join(REPOSITORY, "fixtures", name), this.dir.at(path.basename(name)));
  }

  /** Types a command. It must end with this code and show this, on whichever of both outputs. What it showed comes back. */
  type(command: string, code: number, ...shows: (string | RegExp)[]): string {
    const run = spawnSync("sh", ["-c", `exec 2>&1\n${command}`], {
      cwd: this.dir.path,
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    });
    const scene = `$ ${command}\n${run.stdout}`;
    expect(run.status, scene).toBe(code);
    for (const shown of shows)
      if (typeof shown === "string") expect(scene).toContain(shown);
      else expect(scene).toMatch(shown);
    return run.stdout;
  }
}

/** The command that stands on a line of its own in what was shown. */
export function commandIn(shown: string): string {
  const command = /^ {2}(svscrub .*)$/m.exec(shown)?.[1];
  if (command === undefined) throw new Error(`no command to type in:\n${shown}`);
  return command;
}
