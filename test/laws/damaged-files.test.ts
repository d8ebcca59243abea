// Everything that is read is damaged: lists, registries, reports, logs, webhooks, manifests, templates, keys, argument files.
// Whatever comes, a run ends by itself with a code of the table and one sentence, names nobody, and bars whoever it could bar.

import { createHash, createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type Damage, damaged, damages, linesWithEnds, SECRET } from "../fuzz/damage.js";
import { stopThrowing, type Thrown, throwAt } from "../fuzz/throw.js";
import { draws } from "../support/draws.js";
import { wordsOf } from "../support/every-call.js";
import { bookParts, zipOf } from "../support/workbooks.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

afterAll(stopThrowing);

type Files = Record<string, string | Uint8Array>;

const BARRED = Array.from({ length: 12 }, (_, i) => String(70_120_001 + i * 1103));
const OTHERS = Array.from({ length: 12 }, (_, i) => String(71_340_002 + i * 1709));
const spelled = (phone: string, i: number) => {
  const halves = `${phone.slice(0, 4)}-${phone.slice(4)}`;
  return [halves, `+503${phone}`, `(503) ${halves}`, `+503 ${phone.slice(0, 4)} ${phone.slice(4)}`][i % 4]!;
};
const everyone = BARRED.flatMap((phone, i) => [phone, OTHERS[i]!]);
const LIST = `id,nombre,telefono\n${everyone.map((phone, i) => `${i},${SECRET} ${i},${phone}\n`).join("")}`;
const DNC = `telefono,fecha,canal\n${BARRED.map((phone, i) => `${spelled(phone, i)},2026-01-${10 + i},any\n`).join("")}`;
const LEDGER = `event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n${BARRED.map(
  (phone, i) =>
    `e${i},+503${phone},opt-out,any,2026-01-${10 + i}T10:00:00-06:00,2026-01-${10 + i}T10:00:00-06:00,sms,,,m.csv:${i}\n`,
).join("")}`;
const REVIEW = `${LEDGER.split("\n", 1)[0]},message\n${BARRED.map(
  (phone, i) =>
    `v${i},+503${phone},review,any,2026-01-${10 + i}T10:00:00-06:00,2026-01-${10 + i}T10:00:00-06:00,sms,,unclear-message,m.csv:${i},quizas ${SECRET}\n`,
).join("")}`;
const MESSAGES = `From,To,Body,DateSent\n${everyone
  .map((phone, i) => {
    const text = ["STOP", `quizas ${SECRET}`, "ALTA", "borren mis datos", "INFO"][i % 5];
    return `+503${phone},+50322220000,${text},2026-02-03 10:00:${10 + i}\n`;
  })
  .join("")}`;
const CONTACTS = `telefono,fecha,canal\n${everyone.map((phone, i) => `${phone},2026-03-${10 + i} 09:30,sms\n`).join("")}`;
const KEY = "una clave de treinta y dos letras\n";
const HASHED = `sha256\n${BARRED.map((phone) => `${createHash("sha256").update(`+503${phone}`).digest("hex")}\n`).join("")}`;
const KEYED = `hash\n${BARRED.map((phone) => `${createHmac("sha256", KEY.trimEnd()).update(`+503${phone}`).digest("hex")}\n`).join("")}`;
const TEMPLATES = JSON.stringify(
  { es: { "opt-out": "Baja de {phone}. Ref {event}.", help: "Responda BAJA." }, en: { "opt-out": "Done." } },
  null,
  1,
);
const HOLIDAYS = "# asuetos\n2026-03-12\n2026-03-13 # viernes\n2026-09-15\n";
const SHEET = [["id", "nombre", "telefono"], ...everyone.map((phone, i) => [i, `${SECRET} ${i}`, Number(phone)])];
const BOOK = zipOf(bookParts([{ rows: SHEET }]));

const PLAIN = { "list.csv": LIST, "dnc.csv": DNC, "registry.csv": LEDGER, "review.csv": REVIEW };
const SCRUB = "-o clean.csv --removed removed.csv --report report.json";

interface Kind {
  /** The file that is damaged. */
  file: string;
  files: Files | (() => Promise<Files>);
  /** Each is a run on its own. */
  commands: readonly string[];
  /** It is read from stdin. */
  piped?: true;
  /** Its lines name those in BARRED, in this order, each in one line. */
  bars?: true;
}

/** Returns the files after runs whose outputs others read. The first test that needs them makes them. */
function pastRuns(): Promise<Files> {
  past ??= (async () => {
    const dir = new Workdir(PLAIN);
    await dir.ok(`list.csv -s dnc.csv ${SCRUB} --log runs.jsonl`);
    await dir.ok("list.csv -s dnc.csv -o second.csv --log runs.jsonl");
    await dir.ok("registry export --registry registry.csv -o shared.csv");
    return Object.fromEntries(dir.list().map((name) => [name, dir.read(name)]));
  })();
  return past;
}
let past: Promise<Files> | undefined;

const WEBHOOKS = join(REPOSITORY, "fixtures/webhooks");
const webhookKinds = readdirSync(WEBHOOKS).map((file): [string, Kind] => [
  `messages of a webhook, ${file}`,
  {
    file,
    files: { [file]: readFileSync(join(WEBHOOKS, file)), "registry.csv": LEDGER },
    commands: [
      `registry import ${file} --registry registry.csv --kind sms --review new.csv --ack acks.csv`,
      ...(file.endsWith("l") ? [`registry import ${file} --registry new-registry.csv --kind sms`] : []),
    ],
  },
]);

const KINDS: Record<string, Kind> = {
  "a phone list": {
    file: "list.csv",
    files: PLAIN,
    commands: [
      `list.csv -s dnc.csv ${SCRUB}`,
      `list.csv -s dnc.csv ${SCRUB} --phone-format original --json`,
      "list.csv -s dnc.csv -o clean.csv --flag",
      "inspect list.csv",
      "inspect list.csv --json",
    ],
  },
  "a phone list on stdin": {
    file: "list.csv",
    files: PLAIN,
    piped: true,
    commands: [`- -s dnc.csv ${SCRUB}`, "inspect -", "check - -s dnc.csv", "check - -s dnc.csv --json"],
  },
  "a compressed phone list": {
    file: "list.csv.gz",
    files: { "list.csv.gz": gzipSync(LIST), "dnc.csv": DNC },
    commands: [`list.csv.gz -s dnc.csv ${SCRUB}`, "inspect list.csv.gz"],
  },
  "a phone list in UTF-16": {
    file: "list.csv",
    files: { "list.csv": Buffer.from(`\ufeff${LIST}`, "utf16le"), "dnc.csv": DNC },
    commands: [`list.csv -s dnc.csv ${SCRUB}`, "inspect list.csv"],
  },
  "a workbook": {
    file: "list.xlsx",
    files: { "list.xlsx": BOOK, "list.csv": LIST, "dnc.csv": DNC },
    commands: [`list.xlsx -s dnc.csv ${SCRUB}`, `list.csv -s list.xlsx ${SCRUB}`, "inspect list.xlsx"],
  },
  "a suppression list": {
    file: "dnc.csv",
    files: { ...PLAIN, "contacts.csv": CONTACTS },
    bars: true,
    commands: [
      `list.csv -s dnc.csv ${SCRUB}`,
      `list.csv -s dnc.csv ${SCRUB} --max-unreadable 100% --max-range 1000000000 --allow-empty dnc.csv`,
      "check 7012-0001 -s dnc.csv",
      "audit contacts.csv -s dnc.csv -o late.csv",
    ],
  },
  "a compressed suppression list": {
    file: "dnc.csv.gz",
    files: { "list.csv": LIST, "dnc.csv.gz": gzipSync(DNC) },
    commands: [`list.csv -s dnc.csv.gz ${SCRUB}`],
  },
  "a list of hashes": {
    file: "hashed.csv",
    files: { "list.csv": LIST, "hashed.csv": HASHED },
    bars: true,
    commands: [`list.csv -s hashed.csv ${SCRUB}`, "check 7012-0001 -s hashed.csv --json"],
  },
  "a registry": {
    file: "registry.csv",
    files: { ...PLAIN, "messages.csv": MESSAGES },
    bars: true,
    commands: [
      `list.csv -s registry.csv ${SCRUB}`,
      "registry status --registry registry.csv",
      "registry status --registry registry.csv --due 20d --review review.csv",
      "registry history 7012-0001 --registry registry.csv",
      "registry export --registry registry.csv -o shared.csv",
      "registry add 7999-0001 --registry registry.csv --ack acks.csv",
      "registry import messages.csv --registry registry.csv --kind sms --review new.csv --ack acks.csv",
    ],
  },
  "a review file": {
    file: "review.csv",
    files: { ...PLAIN, "messages.csv": MESSAGES },
    bars: true,
    commands: [
      `list.csv -s review.csv ${SCRUB}`,
      "registry import review.csv --registry registry.csv --kind reviewed",
      "registry import messages.csv --registry registry.csv --kind sms --review review.csv",
      "registry status --registry registry.csv --due 20d --review review.csv",
    ],
  },
  "messages as records": {
    file: "messages.csv",
    files: { "messages.csv": MESSAGES, "registry.csv": LEDGER },
    commands: [
      "registry import messages.csv --registry registry.csv --kind sms --review new.csv --ack acks.csv",
      "registry import messages.csv --registry registry.csv --kind sms",
      "registry import messages.csv --registry registry.csv --kind call --review new.csv",
      "registry import messages.csv --registry registry.csv --kind consent --review new.csv",
    ],
  },
  "messages that are followed": {
    file: "twilio.jsonl",
    files: { "twilio.jsonl": readFileSync(join(WEBHOOKS, "twilio.jsonl")), "registry.csv": LEDGER },
    piped: true,
    commands: [
      "registry import - --registry registry.csv --kind sms --review new.csv --follow",
      "registry import - --registry registry.csv --kind sms --review new.csv --follow --json",
    ],
  },
  "numbers that are followed": {
    file: "numbers.txt",
    files: { "numbers.txt": `${everyone.join("\n")}\n`, "dnc.csv": DNC },
    piped: true,
    commands: ["check - -s dnc.csv --follow", "check - -s dnc.csv --follow --json"],
  },
  "a contact log": {
    file: "contacts.csv",
    files: { ...PLAIN, "contacts.csv": CONTACTS },
    commands: [
      "audit contacts.csv -s dnc.csv -o late.csv --report late.json --report late.html",
      "audit contacts.csv -s dnc.csv --json --max-contacts 1/30d",
    ],
  },
  "a report": {
    file: "report.json",
    files: pastRuns,
    commands: [
      ..."verify report.json|verify report.json --json --fresh".split("|"),
      "verify report.json -s dnc.csv --removed since.csv",
      "list.csv -s dnc.csv -o new.csv --baseline report.json",
    ],
  },
  "a clean list that is verified": { file: "clean.csv", files: pastRuns, commands: ["verify report.json -s dnc.csv"] },
  "a removed list that is verified": { file: "removed.csv", files: pastRuns, commands: ["verify report.json --json"] },
  "a run log": {
    file: "runs.jsonl",
    files: pastRuns,
    commands: [
      "verify --log runs.jsonl",
      "verify report.json --log runs.jsonl",
      "list.csv -s dnc.csv -o new.csv --log runs.jsonl",
    ],
  },
  "a manifest": {
    file: "shared.csv.manifest.json",
    files: pastRuns,
    commands: ["list.csv -s shared.csv -o new.csv --max-age 30d", "check 7012-0001 -s shared.csv"],
  },
  "an export with a manifest": { file: "shared.csv", files: pastRuns, commands: ["list.csv -s shared.csv -o new.csv"] },
  "a file of holidays": {
    file: "days.txt",
    files: { ...PLAIN, "contacts.csv": CONTACTS, "days.txt": HOLIDAYS },
    commands: [
      "audit contacts.csv -s dnc.csv --hours mon-fri,08:00-18:00 --holidays days.txt",
      "registry status --registry registry.csv --due 20d --review review.csv --holidays days.txt",
    ],
  },
  "templates of acknowledgements": {
    file: "t.json",
    files: { "messages.csv": MESSAGES, "registry.csv": LEDGER, "t.json": TEMPLATES },
    commands: [
      "registry import messages.csv --registry registry.csv --kind sms --review new.csv --ack acks.csv --ack-template t.json",
    ],
  },
  "a key of hashes": {
    file: "key.txt",
    files: { "list.csv": LIST, "keyed.csv": KEYED, "registry.csv": LEDGER, "key.txt": KEY },
    commands: [
      `list.csv -s keyed.csv --hash-key-file key.txt ${SCRUB}`,
      "registry export --registry registry.csv --hash-key-file key.txt -o shared.csv",
    ],
  },
  ...Object.fromEntries(webhookKinds),
};
/** What runs append to, or make durable before all else; what is refused later stays in them. And the page of a refusal. */
const GROWS = /^(?:runs\.jsonl|acks\.csv|new\.csv|review\.csv|(?:new-)?registry\.csv|late\.failed\.html)$/;

for (const [name, kind] of Object.entries(KINDS))
  describe(`${name}, however it is damaged,`, () => {
    for (const command of kind.commands)
      test(`leaves svscrub ${command} in order`, async () => {
        const files = typeof kind.files === "function" ? await kind.files() : kind.files;
        const args = wordsOf(command);
        await fc.assert(
          fc.asyncProperty(damages, async (all) => {
            expect(await wrongsOfDamage(kind, files, args, all)).toEqual([]);
          }),
          { numRuns: draws(3), examples: kind.bars ? swallowings(files[kind.file] as string) : [] },
        );
      });
  });

/** A stray quote before one line and another in a later one, at the end of a cell and within it: the lines between are one cell. */
function swallowings(file: string): [Damage[]][] {
  const lines = linesWithEnds(Buffer.from(file));
  const before = lines.slice(0, 3).join("").length;
  const later = lines.slice(0, 6).join("").length;
  const quoteAt = (place: number): Damage => ({ how: "insert", at: (place + 0.5) / (file.length + 1), what: "quote" });
  return [later + lines[6]!.search(/[,\n]/), later + 2].map((end) => [[quoteAt(end), quoteAt(before)]]);
}

/** Damages a kind's file, and runs a command with it. Returns what is wrong then, a line each. */
async function wrongsOfDamage(kind: Kind, files: Files, args: readonly string[], all: readonly Damage[]) {
  const { file, piped, bars } = kind;
  const now = { ...files, [file]: damaged(Buffer.from(files[file]! as string), all) };
  const thrown = await throwAt({ args, files: now, ...(piped ? { stdin: file } : {}) });
  return [...thrown.wrongs, ...wrongsOfFiles(thrown, now), ...(bars ? unbarred(thrown, file, files, now) : [])];
}

/** After any code but 0 and 1 the folder is as it was, and an input is what it was after any code. */
function wrongsOfFiles({ code, after }: Thrown, before: Files): string[] {
  const wrongs: string[] = [];
  for (const [name, content] of Object.entries(before))
    if (after[name] === undefined) wrongs.push(`${name} is gone`);
    else if (!GROWS.test(name) && !after[name].equals(Buffer.from(content as string)))
      wrongs.push(`${name} is another`);
  for (const name of Object.keys(after))
    if (/\.tmp|\.lock$/.test(name)) wrongs.push(`${name} stayed`);
    else if (code !== undefined && code >= 2 && before[name] === undefined && !GROWS.test(name))
      wrongs.push(`${name} stands after exit code ${code}`);
  return wrongs;
}

/** Whoever stands in a line that no damage touched is in no clean list. */
function unbarred({ after }: Thrown, file: string, files: Files, now: Files): string[] {
  const clean = after["clean.csv"]?.toString("latin1");
  if (clean === undefined) return [];
  const lines = new Set(linesWithEnds(Buffer.from(now[file]! as string)));
  const original = linesWithEnds(Buffer.from(files[file]! as string)).slice(1);
  return BARRED.filter((phone, i) => lines.has(original[i]!) && clean.includes(`+503${phone}`)).map(
    (phone) => `+503${phone} is in the clean list, and untouched in ${file}`,
  );
}
