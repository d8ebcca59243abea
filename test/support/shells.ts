// What a real shell offers at the end of a line, with svscrub's completion script loaded: asked as a person asks, by a key.

import { symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "vitest";
import { REPOSITORY, type Workdir } from "./workdir.js";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

export interface Asking {
  shell: Shell;
  /** Commands that load the script; without them it is loaded from where `writeScript` put it. */
  loading?: string;
  /** Runs before it. */
  setting?: string;
  env?: Record<string, string>;
}

/** Hidden, so that no shell offers it. */
const FOLDER = ".shell";
/** Inserts all that is offered into the line; the other key ends the line. */
const INSERT = "\x14";
const END = "\x07";

/** In bash, readline; it needs no terminal. */
const BASH_KEYS = `bind 'set match-hidden-files off'
bind '"\\C-t": insert-completions'
bind -x '"\\C-g": printf "%s\\n" "$READLINE_LINE" >> ${FOLDER}/lines; READLINE_LINE='`;

/** In zsh, its line editor, at a terminal of zsh's own. */
const ZSH_KEYS = `zstyle ':completion:all-matches::::' completer _all_matches _complete
zstyle ':completion:all-matches*' insert yes
zle -C all-matches complete-word _generic
keep-line() { print -r -- $BUFFER >> ${FOLDER}/lines; BUFFER= }
zle -N keep-line
bindkey '^T' all-matches
bindkey '^G' keep-line
unset zle_bracketed_paste`;
const ZSH_AT_A_TERMINAL = `zmodload zsh/zpty
zpty shell zsh -i
zpty -w -n shell "$(<${FOLDER}/typed)"$'\\n'exit$'\\n'
while zpty -r shell said; do :; done`;

/** In fish, the command that asks as the key does. */
const FISH_ANSWERS = `for line in (cat ${FOLDER}/typed | string split \\a)
    set line (string replace \\x14 '' -- $line)
    test -n "$line"; or continue
    set words (complete -C $line | string replace -r '\\t.*' '')
    echo (string join -- \\t $words) >> ${FOLDER}/lines
end`;

/** Writes the script of a shell. */
export async function writeScript(dir: Workdir, shell: Shell, language = "en"): Promise<void> {
  const run = await dir.ok(["completion", shell, "--lang", language]);
  dir.write(`${FOLDER}/svscrub.${shell}`, run.stdout);
}

/** The variables in which svscrub is a program that a shell finds. */
export function withProgram(dir: Workdir): { PATH: string } {
  dir.write(`${FOLDER}/bin/.keep`, "");
  if (!dir.exists(`${FOLDER}/bin/svscrub`))
    symlinkSync(join(REPOSITORY, "bin/svscrub.js"), dir.at(`${FOLDER}/bin/svscrub`));
  return { PATH: `${dir.at(`${FOLDER}/bin`)}${delimiter}${process.env.PATH}` };
}

/** Of what is typed, a terminal keeps 4096 bytes until they are read. */
const ASKED_AT_ONCE = 40;

/** Asks for every line, and gives the words offered for it, sorted: unquoted, and without what stood before a typed `=`. */
export async function offered(dir: Workdir, lines: readonly string[], asking: Asking): Promise<string[][]> {
  const { shell, setting = "", loading = `source "$PWD/${FOLDER}/svscrub.${shell}"`, env = withProgram(dir) } = asking;
  const found = await dir.shell(`command -v ${shell}`);
  expect(found.code, `these tests ask ${shell} itself; install it: apt-get install zsh fish`).toBe(0);
  dir.write(`${FOLDER}/lines`, "");
  const atHome = { env: { HOME: dir.path, LC_ALL: "C.UTF-8", TERM: "dumb", ...env } };
  dir.write(`${FOLDER}/rc`, [setting, loading, BASH_KEYS].join("\n"));
  const start = "autoload -Uz compinit && compinit -D -u";
  dir.write(`${FOLDER}/.zshrc`, [start, setting, loading, ZSH_KEYS].join("\n"));
  dir.write(`${FOLDER}/terminal`, ZSH_AT_A_TERMINAL);
  dir.write(`${FOLDER}/fish`, [setting, loading, FISH_ANSWERS].join("\n"));
  const command = {
    bash: `bash --noprofile --rcfile ${FOLDER}/rc -i < ${FOLDER}/typed`,
    zsh: `ZDOTDIR=${FOLDER} zsh -f ${FOLDER}/terminal`,
    fish: `fish ${FOLDER}/fish`,
  }[shell];
  for (let i = 0; i < lines.length; i += ASKED_AT_ONCE) {
    const some = lines.slice(i, i + ASKED_AT_ONCE);
    dir.write(`${FOLDER}/typed`, some.map((line) => `${line}${INSERT}${END}`).join(""));
    const run = await dir.shell(command, atHome);
    if (shell !== "bash") run.mustExit(0);
  }
  const answers = dir.text(`${FOLDER}/lines`).split("\n").slice(0, -1);
  expect(answers, `${shell} answers every line`).toHaveLength(lines.length);
  return answers.map((answer, i) => wordsOffered(answer, lines[i]!, shell));
}

function wordsOffered(answer: string, line: string, shell: Shell): string[] {
  const typed = /(?:\\.|"[^"]*$|[^ ])*$/.exec(line)![0];
  const words =
    shell === "fish" ? answer.split("\t").filter((word) => word !== "") : insertedWords(answer, line, typed);
  const prefix = unquoted(typed).replace(/[^=]*$/, "");
  return words
    .map((word) => (word.startsWith(prefix) ? word.slice(prefix.length) : word))
    .map((word) => word.replace(/(?<=.)[=,/]$/, ""))
    .sort();
}

/** A line that stays as it was got nothing. */
function insertedWords(answer: string, line: string, typed: string): string[] {
  if (answer === line) return [];
  const inserted = answer.slice(line.length - typed.length);
  return [...inserted.matchAll(/(?:\\.|"(?:\\.|[^"])*"|'[^']*'|[^ ])+/g)].map(([word]) => unquoted(word));
}

function unquoted(word: string): string {
  return word.replace(/\\(.)|"|'/g, "$1");
}
