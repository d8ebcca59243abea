// The program of `svscrub help proof`, run by Python: what it says of the clean lists of golden cases, and the numbers that it
// finds. It needs python3, and shares no code with svscrub.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { goldenCases } from "./support/golden-cases.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

/** The most lines of a program that somebody reads before believing it. */
const MOST_LINES = 30;

/** The program as a reader takes it out of the page, by the command that stands there. */
async function programOf(dir: Workdir, language = "en"): Promise<string> {
  const page = await dir.run("help proof", { env: { SVSCRUB_LANG: language } });
  const [, script] = /help proof \| (sed -n .*) > proof\.py/.exec(page.out)!;
  const { stdout } = spawnSync("sh", ["-c", script!], { input: page.stdout });
  return stdout.toString();
}

interface Job {
  folder: string;
  clean: string;
  lists: readonly string[];
}

/** What the program says of a job. */
type Said<Of extends Job> = Of & { code: number; text: string };

/** Starts Python once for all jobs: it runs the program anew for each. */
const RUN_ALL = `
import contextlib, io, json, os, sys
program, jobs = json.load(sys.stdin)
answers = []
for job in jobs:
    os.chdir(job["folder"])
    sys.argv = ["proof.py", job["clean"], *job["lists"]]
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(program, "proof.py", "exec"), {"__name__": "__main__"})
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
        said.write("" if isinstance(end.code, int) else end.code)
    answers.append({"code": code, "text": said.getvalue()})
json.dump(answers, sys.stdout)
`;

function prove<Of extends Job>(program: string, jobs: readonly Of[]): Said<Of>[] {
  const { stdout, stderr } = spawnSync("python3", ["-c", RUN_ALL], { input: JSON.stringify([program, jobs]) });
  expect(stderr.toString()).toBe("");
  const answers = JSON.parse(stdout.toString()) as { code: number; text: string }[];
  return answers.map((answer, i) => ({ ...jobs[i]!, ...answer }));
}

test("the program is short, and the same in both languages", async () => {
  const dir = new Workdir();
  const program = await programOf(dir);
  expect(program.trimEnd().split("\n").length).toBeLessThanOrEqual(MOST_LINES);
  expect(await programOf(dir, "es")).toBe(program);
  expect([...program.matchAll(/^(?:import|from) (.*)$/gm)].map(([, names]) => names)).toEqual([
    "codecs, gzip, re, sys",
  ]);
});

/** Golden cases of which the program says something else, by their reason (fixtures/proof.txt). */
function exceptions(table: string): Record<string, string[]> {
  const text = readFileSync(join(REPOSITORY, "fixtures/proof.txt"), "utf8");
  const lines = text
    .split(/^# /m)
    .find((part) => part.startsWith(`${table}:`))!
    .trimEnd()
    .split("\n")
    .slice(1);
  const reasons: Record<string, string[]> = {};
  let reason: string[] = [];
  for (const line of lines)
    if (line.startsWith("- ")) reason.push(line.slice(2));
    else reason = reasons[line] = [];
  return reasons;
}

const KEPT_WITH_REASON = exceptions("KEPT");
const PROVES_NOTHING = exceptions("PROVES NOTHING");
const NOT_FOUND = exceptions("NOT FOUND");

const all = (reasons: Readonly<Record<string, readonly string[]>>) => Object.values(reasons).flat().sort();

interface Report {
  inputs: { path: string; sheet: object | null; own_opt_outs: unknown[] }[];
  suppressions: { path: string; kind: string; sheet: object | null; ranges: number }[];
  outputs: { role: string; path: string }[];
  counts: { suppressed: number };
}

test("of every golden case with plain lists it says what svscrub did, but where a list says more than numbers", async () => {
  const dir = new Workdir();
  const program = await programOf(dir);
  const cleaned: (Job & { sentence: string })[] = [];
  const dirty: (Job & { sentence: string })[] = [];
  for (const golden of goldenCases("scrub")) {
    if (["-n", "--dry-run", "--flag"].some((word) => golden.args.includes(word))) continue;
    const ground = new Workdir();
    const end = golden.args.indexOf("--");
    const args = golden.args
      .filter((word) => word !== "--no-report")
      .toSpliced(end === -1 ? Number.POSITIVE_INFINITY : end, 0, "--report", "again.json");
    const run = await ground.run(args, golden.layInto(ground));
    if (run.code !== 0) continue;
    const { inputs, suppressions, outputs, counts } = ground.json("again.json") as Report;
    const isPlain = ({ kind, sheet, ranges }: Report["suppressions"][number]) =>
      kind !== "hashed" && sheet === null && ranges === 0;
    const clean = outputs.find(({ role }) => role === "clean");
    if (clean === undefined || clean.path.startsWith("/") || suppressions.length === 0 || !suppressions.every(isPlain))
      continue;
    const place = (name: string, bytes: Buffer) => {
      const copy = `${cleaned.length}/${name}`;
      dir.write(copy, bytes);
      return copy;
    };
    const read = (name: string) => (name === "-" ? golden.stdin! : ground.read(name));
    const lists = suppressions.map(({ path }, i) => place(`list-${i}`, read(path)));
    const { sentence } = golden;
    const own = inputs.some(({ own_opt_outs }) => own_opt_outs.length > 0);
    const isText = inputs.every(({ sheet }) => sheet === null);
    if (counts.suppressed > 0 && !own && isText)
      dirty.push({
        ...{ sentence, folder: dir.path, lists },
        clean: place("phones", Buffer.concat(inputs.map(({ path }) => read(path)))),
      });
    const bytes = clean.path === "-" ? run.stdout : ground.read(clean.path);
    cleaned.push({ sentence, folder: dir.path, clean: place("clean", bytes), lists });
  }
  expect(cleaned.length).toBeGreaterThan(250);
  expect(dirty.length).toBeGreaterThan(150);
  const said = prove(program, cleaned);
  const isUnproven = ({ text }: { text: string }) => text.includes("nothing is proven");
  const sentencesOf = (cases: readonly { sentence: string }[]) => cases.map(({ sentence }) => sentence);
  expect(sentencesOf(said.filter(isUnproven))).toEqual(all(PROVES_NOTHING));
  expect(sentencesOf(said.filter((it) => it.code === 1 && !isUnproven(it)))).toEqual(all(KEPT_WITH_REASON));
  expect(sentencesOf(prove(program, dirty).filter(({ code }) => code === 0))).toEqual(all(NOT_FOUND));
});

/** Forms of one number that the page says are read; each stands in lists and in clean lists. */
const SPELLINGS = [
  ..."70123456|7012-3456|7012 3456|7012.3456|7012/3456|70-12-34-56|7 0 1 2 3 4 5 6|+50370123456|+503 7012-3456".split(
    "|",
  ),
  ..."00503 7012 3456|011 503 7012 3456|(503) 7012-3456|+(503)7012-3456|503-7012-3456|503 503 7012 3456".split("|"),
  ..."Cel: 7012-3456 (Ana)|tel:+50370123456|wa.me/50370123456|7012-3456 ext. 12|1) 7012-3456|7012-3456 2025-01-05".split(
    "|",
  ),
  ...'2222-1111 / 7012-3456|7012-3456 7123-4567|7012-3456 y 2222-1111|70123456.0|\'70123456|="70123456"'.split("|"),
  ..."7012\u00a03456|7012\u20113456|7012–3456|7012\u200b3456|\u202a+503 7012 3456\u202c|７０１２－３４５６".split("|"),
];
const OTHERS = ["2222-3333", "+503 7999-8888", "2025-01-05 10:30:00-06:00", "70123457", "12/07/2023"];

const FORMS: Readonly<Record<string, (text: string) => Buffer>> = {
  "utf-8": (text) => Buffer.from(text),
  "utf-8 with a byte order mark": (text) => Buffer.from(`\ufeff${text}`),
  "utf-16 with the low byte first": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16 with the high byte first": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "windows-1252": (text) => Buffer.from(text.replaceAll("–", "\x96"), "latin1"),
  "utf-8 in gzip": (text) => gzipSync(text),
  "utf-16 in gzip": (text) => gzipSync(Buffer.from(`\ufeff${text}`, "utf16le")),
};

/** Lines; a phone column; any column, with semicolons and CRLF; tabs, no last line end, CR. `line`: where the cell is. */
const TABLES: readonly { line: number; of: (cell: string) => string }[] = [
  { line: 2, of: (cell) => `${OTHERS[0]}\n${cell}\n${OTHERS[1]}\n` },
  {
    line: 3,
    of: (cell) => `id,teléfono,fecha\n1,${OTHERS[0]},${OTHERS[2]}\n2,"${cell.replaceAll('"', '""')}",${OTHERS[2]}\n`,
  },
  { line: 3, of: (cell) => `tel;nota\r\n${OTHERS[1]};x\r\n${OTHERS[3]};${cell}\r\n` },
  { line: 3, of: (cell) => `a\tb\r${OTHERS[4]}\tx\r${cell}\t` },
];

test("a planted number is found in every form of list that the page names, and named by its line alone", async () => {
  const dir = new Workdir();
  const program = await programOf(dir);
  const isLatin = (text: string) => /^[\0-\xff–]*$/.test(text);
  const jobs: (Job & { line: number | undefined })[] = [];
  let count = 0;
  const write = (bytes: Buffer) => {
    dir.write(`f${++count}`, bytes);
    return `f${count}`;
  };
  const clean = write(Buffer.from(`id,tel,fecha\n1,7012-3456,${OTHERS[2]}\n`));
  const list = write(Buffer.from("6111-2222\n7012-3456\n"));
  const other = write(Buffer.from(`tel,fecha\n6000-1234,${OTHERS[2]}\n`));
  for (const [form, encode] of Object.entries(FORMS))
    for (const { line, of } of TABLES)
      for (const spelling of SPELLINGS.filter((text) => form !== "windows-1252" || isLatin(text))) {
        const planted = write(encode(of(spelling)));
        const without = write(encode(of("7012-3466")));
        jobs.push({ folder: dir.path, clean, lists: [other, planted], line: 2 });
        jobs.push({ folder: dir.path, clean: planted, lists: [list, other], line });
        jobs.push({ folder: dir.path, clean: without, lists: [write(Buffer.from("7012-3456\n"))], line: undefined });
      }
  for (const { clean, lists, line, code, text } of prove(program, jobs)) {
    const found = line === undefined ? [] : [`${clean}:${line}`];
    expect(code, `${dir.read(clean)} by ${dir.read(lists.at(-1)!)}`).toBe(found.length);
    const named = text.split("\n").filter((it) => it.startsWith(clean));
    expect(named, `${dir.read(clean)}`).toEqual(found);
    expect(text).not.toMatch(/\d{5}/);
  }
});
