// A list judged by the kernel gives the same outputs and counts as one judged by scrub/rules.ts alone, under every option. The
// kernel's list also counts as long, so that a thread scans it, and its outputs' buffers are small, so that they fill often.

import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { drawing } from "../support/random.js";
import { runHere } from "../support/run-here.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const RECORDS = 4000;

/** Returns draws of numbers below a limit, and of values of a list. */
function drawsFrom(seed: number) {
  const randomBelow = drawing(seed);
  return { randomBelow, anyOf: <T>(list: readonly T[]) => list[randomBelow(list.length)]! };
}

// The draws of the lists below. A test that draws has its own draws, so that it gets the same data alone as in the whole file.
const { randomBelow, anyOf } = drawsFrom(7);
const numbers = Array.from(
  { length: 1500 },
  () => anyOf([2200, 6100, 7000, 7500]) * 10_000 + (randomBelow(9_000_000) % 40_000),
);
const SPELLINGS: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => `${digits.slice(0, 4)}-${digits.slice(4)}`,
  (digits) => `+503${digits}`,
  (digits) => `(503) ${digits.slice(0, 4)} ${digits.slice(4)}`,
  (digits) => `"${digits}"`,
  (digits) => `${digits} ext. 12`,
  (digits) => `${digits.slice(0, 4)}-${digits.slice(4)} / ${anyOf(numbers)}`,
  (digits) => `${digits} y ${anyOf(numbers)} y ${anyOf(numbers)}`,
  (digits) => `${digits} / 8001234`,
  (digits) => `${digits} / +1 305 555 1234`,
  (digits) => `+1 305 555 1234 / ${digits.slice(1)}`,
  (digits) => digits.slice(1),
  (digits) => `${digits.slice(0, 7)}-${digits.slice(7)}`,
  (digits) => `${digits} / ${String(anyOf(numbers)).replace("0", "O")}`,
  (digits) => digits.replace("0", "O"),
  (digits) => digits.slice(0, 5),
  () => anyOf(["n/a", "", "77777777", "5.04E+10"]),
  () => anyOf(["800-1234", "8001234", "9001234.0", "8021234"]),
  (digits) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
  (digits) => `5.03${digits}E+10`,
  (digits) => `+504 9123-4567 / ${digits}`,
  () => anyOf(["+504 9123-4567", "+1 305 555 1234", "+34 612 345 678 / +1 305 555 1234"]),
  // A third of the cells hold digits alone.
  ...new Array(10).fill((digits: string) => digits),
];
const spelled = () => anyOf(SPELLINGS)(String(anyOf(numbers)));
const rows = Array.from({ length: RECORDS }, (_, i) => {
  const note = ["Ana", "José", '"Pérez, Luis"', "tel 7012-3456", 'Juan "Chepe" P.', ""][
    randomBelow(i % 50 === 0 ? 6 : 3)
  ]!;
  return `${i},${note},${spelled()}`;
});
const LIST = `id,nombre,telefono\n${rows.join("\n")}\n`;
const optOuts = numbers.filter(() => randomBelow(5) === 0);
// The suppression lists: numbers alone; with dates and channels; with opt-ins; a registry; and what only scrub/rules.ts judges.
const PLAIN = `${optOuts.slice(0, 200).join("\n")}\n`;
const DATED = `telefono,fecha,canal\n${optOuts
  .slice(150)
  .map(
    (number, i) =>
      `${number},2026-0${1 + (i % 9)}-11${["", "T10:05:09-06:00", " 23:59"][i % 4] ?? ""},${["sms", "call", ""][i % 3]}`,
  )
  .join("\n")}\n`;
/** Opt-outs and opt-ins. The later of two events is in force; these opt-ins lift no other list's opt-outs. */
const EVENTS = `telefono,fecha,accion,canal\n${optOuts
  .slice(100)
  .flatMap((number, i) => [
    `${number},2026-02-03,baja,${["", "sms"][i % 2]}`,
    `${number},2026-0${1 + (i % 4)}-09,alta,`,
  ])
  .filter((_, i) => i % 5 > 0)
  .join("\n")}\n`;
/** A registry: `settled` events are a person's decisions. */
const REGISTRY = `event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n${optOuts
  .map((number, i) => {
    const id = `7012345${i % 10}-7012-3456-7888-${String(number).padStart(12, "0")}`;
    const action = anyOf(["opt-out", "opt-out", "opt-out", "opt-in", "settled"]);
    const date = `2026-0${1 + (i % 9)}-11T10:05:09-06:00`;
    const reason = ["message", '"message, loud"', "llamar al 7012-3456"][i % 3];
    return `${id},+503${number},${action},${["sms", "any", "call"][i % 3]},${date},${date},sms,+50322220000,${reason},replies.csv:${i}`;
  })
  .join("\n")}\n`;
const FOREIGN = "telefono\n+13055551234\n";
const TOLL_FREE = "telefono\n8001234\n";
const HUNDREDS = `telefono\n${optOuts.slice(0, 50).join("\n\n")}\nn/a\n${numbers[3]}\n`;

const RUNS: Record<string, readonly string[]> = {
  "as usual": [],
  "with numbers as digits": ["--phone-format", "digits"],
  "with national numbers": ["--phone-format", "national"],
  "with cells as they stand": ["--phone-format", "original"],
  "with duplicates": ["--keep-duplicates"],
  "for text messages": ["--channel", "sms"],
  "for calls to mobiles": ["--channel", "call", "--types", "mobile"],
  "with toll-free numbers": ["--types", "mobile,fixed,toll_free"],
  "with toll-free and foreign numbers": ["--types", "mobile,fixed,toll_free", "--keep-foreign"],
};

/** The tests change what the program reads: the build's own modules. */
async function partsOfBuild() {
  const part = (file: string) => import(pathToFileURL(`${REPOSITORY}dist/${file}`).href);
  const [{ READING }, { LONG }, { WRITING }, { JudgeKernel }] = await Promise.all([
    part("csv/reader.js"),
    part("lists/batches.js"),
    part("files/output.js"),
    part("kernel/judge-kernel.js"),
  ]);
  return { sizes: { reading: READING, long: LONG, writing: WRITING }, JudgeKernel };
}

const { sizes, JudgeKernel } = await partsOfBuild();
const usualSizes = structuredClone(sizes);
type Sizes = { [Name in keyof typeof sizes]: Record<string, number> };
function setSizes({ reading, long, writing }: Sizes): void {
  Object.assign(sizes.reading, reading);
  Object.assign(sizes.long, long);
  Object.assign(sizes.writing, writing);
}
/** Makes every list long, so that a thread scans it in small pieces, and the buffers of outputs so small. */
function makeLong(bufferBytes: number): void {
  const writing = { bufferBytes, flushBytes: bufferBytes * 0.8 };
  setSizes({ reading: { chunkBytes: 20_000 }, long: { bytes: 0, gzipBytes: 0 }, writing });
}
const restoreSizes = () => setSizes(usualSizes);
afterAll(restoreSizes);

/** Does `work` with a kernel that leaves every record to scrub/run.ts. */
async function byRules<T>(work: () => Promise<T>): Promise<T> {
  const { judge } = JudgeKernel.prototype;
  JudgeKernel.prototype.judge = (from: number) => ({ index: from, isFull: false });
  try {
    return await work();
  } finally {
    JudgeKernel.prototype.judge = judge;
  }
}

const FILES = { "--output": "clean.csv", "--removed": "removed.csv", "--report": "report.json" };
type Output = keyof typeof FILES;

interface Scene {
  list?: string;
  args?: readonly string[];
  outputs?: readonly Output[];
  dated?: string;
  optOutLists?: readonly string[];
  code?: number;
  /** The sizes of an output's buffers with which the list is long. */
  buffers?: readonly number[];
}

describe("the kernel judges as the rules do", () => {
  /** Expects the outcome of the rules from the kernel, with each size of buffers. Returns it. */
  const judgesAlike = async (scene: Scene) => {
    const { list = LIST, args = [], outputs = ["--output", "--removed", "--report"], dated = DATED } = scene;
    const { optOutLists = ["plain.txt", "dated.csv", "hundreds.csv"], code = 0, buffers = [50_000] } = scene;
    const dir = new Workdir({ "list.csv": list, "plain.txt": PLAIN, "dated.csv": dated, "hundreds.csv": HUNDREDS });
    dir.write("events.csv", EVENTS);
    dir.write("foreign.csv", FOREIGN);
    dir.write("registry.csv", REGISTRY);
    dir.write("toll-free.csv", TOLL_FREE);
    // Each of these lists holds some of the numbers.
    for (const [i, name] of optOutLists.filter((file) => file.startsWith("some-")).entries())
      dir.write(name, `${numbers.filter((_, at) => at % 60 === i).join("\n")}\n`);
    const lists = optOutLists.map((name) => dir.at(name));
    const all = outputs.flatMap((output) => [output, dir.at(FILES[output])]);
    const outcome = async () => {
      const run = await runHere([dir.at("list.csv"), "-s", ...lists, ...all, "-f", ...args]);
      const said = run.stderr.split("\n").filter((line) => !/wrote|valid until/.test(line));
      expect(run.code, run.stderr).toBe(code);
      if (code > 0) return { said, lines: [], report: {} };
      const report = outputs.includes("--report") ? dir.json("report.json") : {};
      const { counts, reasons, types, conservation, suppressions, warnings } = report;
      const lines = outputs.flatMap((output) => (output === "--report" ? [] : dir.text(FILES[output]).split("\n")));
      return { said, lines, report: { counts, reasons, types, conservation, suppressions, warnings } };
    };
    restoreSizes();
    const expected = await byRules(outcome);
    for (const bufferBytes of buffers) {
      makeLong(bufferBytes);
      expect(await outcome(), `buffers of ${bufferBytes}`).toEqual(expected);
    }
    return expected;
  };

  for (const lineEnd of ["\n", "\r\n"])
    for (const [name, args] of Object.entries(RUNS))
      test(`${name}, with ${lineEnd === "\n" ? "LF" : "CRLF"}`, async () => {
        const buffers = lineEnd === "\n" ? [3000, 50_000, 1 << 20] : [3000];
        await judgesAlike({ list: LIST.replaceAll("\n", lineEnd), args, buffers });
      });

  for (const [name, optOutLists] of Object.entries({
    "with opt-ins": ["plain.txt", "events.csv"],
    "with a registry": ["plain.txt", "registry.csv"],
    "with opt-outs of foreign numbers": ["plain.txt", "foreign.csv"],
    "with an opt-out of a number of seven digits": ["plain.txt", "toll-free.csv"],
    "where one list holds all that it suppresses": ["plain.txt"],
  }))
    test(name, () => judgesAlike({ optOutLists }));

  test("with dates of all years that an index holds", async () => {
    // From 1970-01-03, the first day that is a date, some 33 days apart, to 2106, when seconds no longer fit into 32 bits.
    const days = Array.from({ length: 1500 }, (_, i) => new Date((172_800 + i * 2_863_307) * 1000).toISOString());
    const leapDays = ["2000-02-29", "2024-02-29", "2024-03-01", "2100-02-28", "2100-03-01", "1999-12-31", "2000-01-01"];
    const dates = [...days, ...leapDays].map((date, i) =>
      i % 5 === 0
        ? date.slice(0, 10)
        : date.replace(/\d\d\.000Z$/, (seconds) => `${["00", "58", "59"][i % 3]}${seconds.slice(2)}`),
    );
    const dated = dates.map((date, i) => `${70_000_000 + i * 37},${date.replace(".000", "")}`);
    const list = `telefono\n${dated.map((line) => line.slice(0, 8)).join("\n")}\n`;
    for (const zone of ["-06:00", "+05:30"]) {
      const lists = `telefono,fecha\n${dated.join("\n")}\n`;
      const { lines } = await judgesAlike({ list, args: [`--tz=${zone}`], dated: lists });
      expect(lines.filter((line) => line.includes("opted-out"))).toHaveLength(dates.length);
    }
  });

  test("with dates, channels and reasons of opt-outs, in every spelling that a list may have", async () => {
    const dates = [
      ...["2024-01-17T15:27:35Z", "2024-01-17 15:27:35Z", "2023-02-28T23:59:59-06:00", "2024-02-29 00:00:00+05:45"],
      ...["2023-02-29T10:00:00Z", "2024-04-31T10:00:00Z", "2024-13-01T10:00:00Z", "2024-00-10T10:00:00Z"],
      ...["2024-01-17T24:00:00Z", "2024-01-17T10:60:00Z", "2024-01-17T10:00:60Z", "2024-01-17T10:00:00+15:00"],
      ...["1969-12-31T23:00:00Z", "1970-01-02T23:59:59Z", "1970-01-03T00:00:00Z", "1970-01-01T00:00:00-14:00"],
      ...["2106-02-07T06:28:15Z", "2106-02-07T06:28:16Z", "2106-02-07T06:28:15-00:01", "2100-02-29T00:00:00Z"],
      ...["1970-01-02", "1970-01-03", "2106-02-07", "2106-02-06 12:00", "2024-01-17 10:05", "2024-01-17T10:05:09"],
      ...["2024-01-17 10:05:09.5", "2024-01-17 24:00", "2024-01-17 10:5", "2024-02-30", "2023-02-29", "17-01-2024 "],
      ...["2000-02-29T12:00:00Z", "2024-01-17T15:27:35z", "2024-01-17T15:27:3xZ", "", "2024-01-17", "pronto"],
    ];
    const channels = ["any", "call", "sms", "whatsapp", "SMS", "llamadas", "", "fax", '"sms"', "correo", "any "];
    const reasons = '|||queja|12345|1234567|7012 3456|70999990|O1234567|Félix x|"7099,9990"'.split("|");
    const own = drawsFrom(8);
    const lines = Array.from({ length: 3000 }, (_, i) => {
      const number = i % 40 === 0 ? own.anyOf(numbers) : 70_000_000 + i * 37;
      const reason = i % 500 === 0 ? "2222*" : own.anyOf(reasons);
      return `${number},${own.anyOf(dates)},${own.anyOf(channels)},${reason}`;
    });
    const list = `telefono\n${lines.map((line) => line.slice(0, 8)).join("\n")}\n70999990\n22220123\n`;
    for (const header of ["telefono,fecha,canal,motivo", "telefono,fecha,canal,referencia", "telefono,x,canal,fecha"])
      for (const args of [[], ["--channel", "sms"]]) {
        const dated = `${header}\n${lines.join("\n")}\n`;
        const short = await judgesAlike({ list, args, dated, optOutLists: ["dated.csv"] });
        expect(short.lines.filter((line) => line.includes("opted-out")).length).toBeGreaterThan(1000);
      }
  });

  test.each([
    "31/01/2024|01/02/2024|29.02.2024|03-04-2024|03/04/2024 10:05|03/04/2024 10:05:09-06:00|3/4/2024".split("|"),
    ["01/31/2024", "02/01/2024", "02.29.2024", "04-03-2024", "04/03/2024T10:05", "04/03/2024 10:05:09Z", "04/03-2024"],
    ["01/02/2024", "02.03.2024", "04-03-2024 10:05:09", "2024-03-04", "03/04/24"],
    ["31/01/2024", "01/02/2024", "30/02/2024", "12/31/2024", "11/12/2024"],
  ])("with dates like %s and %s", async (...dates) => {
    const lines = Array.from({ length: 1000 }, (_, i) => `${70_000_000 + i * 37},${dates[i % dates.length]!}`);
    const list = `telefono\n${lines.map((line) => line.slice(0, 8)).join("\n")}\n`;
    for (const zone of ["-06:00", "+05:30"]) {
      const dated = `telefono,fecha\n${lines.join("\n")}\n`;
      const short = await judgesAlike({ list, args: [`--tz=${zone}`], dated, optOutLists: ["dated.csv"] });
      expect(short.lines.filter((line) => line.includes("opted-out"))).toHaveLength(1000);
    }
  });

  test("a chosen column with candidates alone, all opted out, is refused as one without numbers", async () => {
    const list = `telefono,otro\n${optOuts.map((number) => `${String(number).replace("0", "O")},x`).join("\n")}\n`;
    const args = ["--column", "telefono"];
    const { said } = await judgesAlike({ list, args, outputs: ["--output"], optOutLists: ["plain.txt"], code: 3 });
    expect(said.join(" ")).toContain("telefono");
  });

  test("where no removed records are wanted, with many lists", async () => {
    const optOutLists = Array.from({ length: 60 }, (_, i) => `some-${i}.txt`);
    const { report } = await judgesAlike({ outputs: ["--output", "--report"], optOutLists });
    const matches = (report as { suppressions: { matched_records: number }[] }).suppressions;
    expect(matches.every(({ matched_records }) => matched_records > 0)).toBe(true);
  });

  test("where a kept record that the kernel hands back fills an output's buffer", () => {
    const own = drawsFrom(9);
    const lines = Array.from({ length: RECORDS }, (_, i) => {
      const isLong = i % 3 === 0;
      const filler = own.randomBelow(isLong ? 900 : 200);
      const address = isLong ? `calle 2222-3333 ${"z".repeat(filler)}` : "x".repeat(filler);
      return `${i % 4 === 3 ? 70_000_000 : 70_000_000 + i},${address}`;
    });
    const list = `telefono,domicilio\n${lines.join("\n")}\n`;
    return judgesAlike({ list, buffers: [3000, 8000, 20_000, 50_000, 200_000] });
  });

  test("where nothing but the removed records is wanted", () =>
    judgesAlike({ outputs: ["--removed"], buffers: [3000] }));
});
