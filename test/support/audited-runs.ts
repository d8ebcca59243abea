// Runs of every kind, small, to attack their evidence: each leaves report.json, runs.jsonl and its files in a folder of its own.

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { bookParts, zipOf } from "./workbooks.js";
import { Workdir } from "./workdir.js";

export interface RunKind {
  /** A sentence's beginning: "a run that …". */
  name: string;
  files: Readonly<Record<string, string | Uint8Array>>;
  /** Without the report and the log. */
  args: readonly string[];
  stdin?: string;
  /** Where its clean or flagged list stands; undefined where stdout took it. */
  main?: string;
  removed?: string;
  /** Its phone list is no stream: the run can be done again. */
  isRepeatable: boolean;
}

/** Every disposition; Luis and Eva (her second number) have opted out. */
export const LIST = `nombre,telefono
Ana,7012-3456
Luis,7013-4567
Eva,7014-5678 / 7015-6789
Leo,n/a
Mia,7012 3456
Sol,2222-1111
Tere,+504 9123-4567
Ines,7016-7890
Roto,7017-1111,de más
`;
export const DNC = "telefono,fecha\n7015-6789,2026-02-01\n7999-9999,2026-02-02\nno tiene,2026-02-03\n";
export const REGISTRY =
  "event,phone,action,channel,requested_at,recorded_at\ne1,70134567,opt-out,any,2026-01-05,2026-01-05\n";

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const sheetOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const PLAIN = { "list.csv": LIST, "dnc.csv": DNC, "registry.csv": REGISTRY };
const LISTS = ["-s", "dnc.csv", "registro=registry.csv"];

export const RUN_KINDS: readonly RunKind[] = [
  {
    name: "leaves out what stands above the headers",
    files: {
      "list.csv": `Reporte de clientes\nCentral: 2222-3333,\n${LIST}`,
      "dnc.csv": DNC,
      "old.csv": `Bajas de octubre,\n\n${DNC}`,
      "registry.csv": REGISTRY,
    },
    args: ["list.csv", ...LISTS, "old.csv", "-o", "clean.csv", "--removed", "gone.csv"].concat([
      ...["--header-row", "3", "--header-row", "old.csv=3", "--max-unreadable", "50%"],
    ]),
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: true,
  },
  {
    name: "says everything that can be said",
    files: {
      ...PLAIN,
      "lifts.csv":
        "telefono,accion,fecha,expira,canal\n7015-6789,opt-in,2026-03-01,,sms\n7016-7890,baja,2026-01-01,2026-02-01,sms\n7014-5678,quizás,2026-01-01,,call\n",
    },
    args: ["list.csv", ...LISTS, "lifts.csv", "-o", "clean.csv", "--removed", "gone.csv", "--channel", "sms"]
      .concat(["--opt-ins", "lifts.csv", "--label", "campaign=navidad", "--canary", "registro=7013-4567"])
      .concat(["--as-of", "dnc.csv=2026-11-01", "--max-age", "dnc.csv=300d", "--max-unreadable", "dnc.csv=50%"])
      .concat(["--min-entries", "dnc.csv=2", "--max-removed", "95%", "--max-invalid", "60%", "-c", "telefono"])
      .concat(["--types", "mobile,fixed,premium", "--report", "report.html"]),
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: true,
  },
  {
    name: "reads and writes compressed lists",
    files: { "list.csv.gz": gzipSync(LIST), "dnc.csv.gz": gzipSync(DNC), "registry.csv": REGISTRY },
    args: "list.csv.gz -s dnc.csv.gz registro=registry.csv -o clean.csv.gz --removed gone.csv.gz".split(" "),
    main: "clean.csv.gz",
    removed: "gone.csv.gz",
    isRepeatable: true,
  },
  {
    name: "reads UTF-16 with Windows line ends",
    files: { ...PLAIN, "list.csv": utf16(LIST.replaceAll(",", ";").replaceAll("\n", "\r\n")) },
    args: ["list.csv", ...LISTS, "-o", "clean.csv", "--removed", "gone.csv", "--phone-format", "national"],
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: true,
  },
  {
    name: "flags its records",
    files: PLAIN,
    args: ["list.csv", ...LISTS, "-o", "flagged.csv", "--flag", "--phone-format", "digits"],
    main: "flagged.csv",
    isRepeatable: true,
  },
  {
    name: "leaves cells as they are and keeps no removed records",
    files: PLAIN,
    args: ["list.csv", ...LISTS, "-o", "clean.csv", "--phone-format", "original", "--valid-for", "12h"],
    main: "clean.csv",
    isRepeatable: true,
  },
  {
    name: "keeps repeated and foreign numbers, against digests too",
    files: { ...PLAIN, "hashed.csv": `phone_sha256\n${sha256("+50370167890")}\n` },
    args: ["list.csv", ...LISTS, "hashed.csv", "-o", "clean.csv", "--phone-format", "digits"].concat([
      ...["--keep-duplicates", "--keep-foreign", "--removed", "gone.csv"],
    ]),
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: true,
  },
  {
    name: "reads several lists without a header",
    files: { ...PLAIN, "a.csv": "Ana,7012-3456\nLuis,7013-4567\n", "b.csv": "Mia,7012 3456\n\nIda,7018-1111\n" },
    args: ["a.csv", "b.csv", ...LISTS, "--no-header", "-o", "clean.csv", "--removed", "gone.csv"],
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: true,
  },
  {
    name: "reads sheets of workbooks",
    files: {
      "dnc.csv": DNC,
      "list.xlsx": zipOf(
        bookParts([
          { name: "Otra", rows: [["x"]] },
          { name: "Base", rows: sheetOf(LIST), firstRow: 3 },
        ]),
      ),
      "dnc.xlsx": zipOf(
        bookParts([
          { name: "Bajas", rows: sheetOf(DNC) },
          { name: "Más", rows: [["telefono"], ["7016-7890"], [70_134_567]] },
        ]),
      ),
    },
    args: ["list.xlsx", "--sheet", "Base", "-s", "dnc=dnc.xlsx", "--sheet", "dnc=*", "--max-unreadable", "50%"].concat([
      ...["-o", "clean.csv", "--removed", "gone.csv"],
    ]),
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: true,
  },
  {
    name: "reads a workbook and writes workbooks",
    files: { ...PLAIN, "list.xlsx": zipOf(bookParts([{ name: "Base", rows: sheetOf(LIST) }])) },
    args: ["list.xlsx", ...LISTS, "-o", "clean.xlsx", "--removed", "gone.xlsx", "--lang", "es"],
    main: "clean.xlsx",
    removed: "gone.xlsx",
    isRepeatable: true,
  },
  {
    name: "is piped in",
    files: { "dnc.csv": DNC, "registry.csv": REGISTRY },
    stdin: LIST,
    args: ["-", ...LISTS, "-o", "clean.csv", "--removed", "gone.csv"],
    main: "clean.csv",
    removed: "gone.csv",
    isRepeatable: false,
  },
  {
    name: "is piped in and flagged",
    files: { "dnc.csv": DNC, "registry.csv": REGISTRY },
    stdin: LIST,
    args: ["-", ...LISTS, "-o", "flagged.csv", "--flag"],
    main: "flagged.csv",
    isRepeatable: false,
  },
  {
    name: "is piped out",
    files: PLAIN,
    args: ["list.csv", ...LISTS, "-o", "-"],
    isRepeatable: true,
  },
  {
    name: "has no suppression list",
    files: PLAIN,
    args: ["list.csv", "--no-suppression", "-o", "clean.csv"],
    main: "clean.csv",
    isRepeatable: true,
  },
];

/** The folder of such a run, done by the program itself. */
export async function audited({ files, args, stdin }: RunKind): Promise<Workdir> {
  const dir = new Workdir(files);
  const all = [...args, "--report", "report.json", "--log", "runs.jsonl"];
  await dir.ok(all, stdin === undefined ? {} : { stdin });
  return dir;
}
