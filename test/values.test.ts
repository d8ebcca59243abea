// What single functions make of single values: cells, names and rows (fixtures/values/).

import { createHash } from "node:crypto";
import {
  oneOf,
  parseAge,
  parseCount,
  parseDelimiter,
  parseEncoding,
  parsePercentage,
  parseTypedMoment,
} from "../src/commands/typed-values.js";
import { sampleRecords } from "../src/csv/cells.js";
import { detectDialect } from "../src/csv/dialect.js";
import type { ScrubError } from "../src/errors.js";
import { endColumns } from "../src/headers/end-columns.js";
import { directionOf } from "../src/headers/event-words.js";
import { meaningOf } from "../src/headers/phone-names.js";
import { findHeader } from "../src/lists/header-row.js";
import { namesOptOuts } from "../src/lists/marks.js";
import { PhoneColumns } from "../src/lists/phone-columns.js";
import type { ListUse } from "../src/lists/table.js";
import { formatNumber, maskNumber } from "../src/phone/format.js";
import { classifyReply } from "../src/replies/classify.js";
import { readExpiry } from "../src/suppression/expiry.js";
import { hashColumns } from "../src/suppression/hash-columns.js";
import { nearest } from "../src/text/nearest.js";
import { describeAge, number, percent, shareOf, sizeText } from "../src/text/values.js";
import { contradictsOrder, type DayOrder, parseMoment, proveDayOrder } from "../src/time/dates.js";
import { EL_SALVADOR, parseOffset } from "../src/time/time-zone.js";
import { testTables, unescaped } from "./support/tables.js";
import { workbookOf } from "./support/workbooks.js";
import { linesOf } from "./workbook/support.js";

type Reading = (values: readonly string[], word: string) => string | Promise<string>;

/** By the name that a table has; they get the values of a row, and what stands behind the name. */
const FUNCTIONS: Readonly<Record<string, Reading>> = {
  date: ([date, time = ""], order) => {
    const moment = parseMoment(date!, time, order as DayOrder, EL_SALVADOR);
    return moment === undefined ? "unreadable" : `${localTime(moment.first)} to ${localTime(moment.last)}`;
  },
  order: ([cells]) => {
    const { order, contradicts } = proveDayOrder(cells!.split("; "));
    return `${order}${contradicts ? ", contradicted" : ""}`;
  },
  "bare-day": ([date, time = ""]) => String(parseMoment(date!, time, "day-first", EL_SALVADOR)!.bareDay),
  "other-order": ([date], order) => String(contradictsOrder(date!, order as DayOrder)),
  "absent-from": ([expires], order) => localTime(readExpiry(expires!, order as DayOrder, EL_SALVADOR) as number),
  offset: ([text]) => String(parseOffset(text!) ?? "none"),
  "range-ends": ([header]) => {
    const [ends, ...others] = endColumns(header!.split(","));
    if (ends === undefined || others.length > 0) return `${others.length > 0 ? "several" : "none"}`;
    return `${ends.first} to ${ends.last}${ends.areDoubtful ? ", in doubt" : ""}`;
  },
  "digest-columns": ([names]) => {
    const digests = ["+50370123456", "+50370123457"].map((text) => createHash("sha256").update(text).digest("hex"));
    const isTaken = (name: string) =>
      hashColumns(
        [name],
        digests.map((digest) => [digest]),
        [],
      ).length > 0;
    return names!.split("; ").filter(isTaken).join("; ") || "none";
  },
  nearest: ([typed, candidates]) => nearest(typed!, candidates!.split("; ")) ?? "nothing",
  format: ([number]) =>
    [
      ...(["e164", "digits", "national"] as const).map((format) => formatNumber(number!, format)),
      maskNumber(number!),
    ].join(" "),
  direction: ([cell]) => directionOf(cell!) ?? "none",
  reply: ([message]) => {
    const { intent, onEveryChannel, names, request } = classifyReply(message!);
    return [intent, request, onEveryChannel ? "on every channel" : undefined, ...names].filter(Boolean).join(", ");
  },
  typed: ([typed], what) => {
    try {
      return JSON.stringify(TYPED[what]!("--option", typed!)) ?? "refused";
    } catch (error) {
      const { exitCode, values } = error as ScrubError;
      return `refused: ${exitCode} ${(values as unknown[])[0]}`;
    }
  },
  sheet: async ([stored, format]) => {
    const cell = { xml: `<c${format === undefined ? "" : ' s="1"'}><v>${stored}</v></c>` };
    const book = workbookOf([["a"], [cell]], format === undefined ? {} : { formats: [format] });
    return linesOf(book).then(
      ([, line]) => line!,
      (error: ScrubError) => `refused: ${(error.values as unknown[]).join(" ")}`,
    );
  },
  shown: (values, what) => SHOWN[what]!(...(values.map(Number) as [number, number])),
  header: ([, lines], use) => headerOf(lines!, use as ListUse),
  columns: ([, columns]) => {
    const [list, suppression] = [detect(columns!, "phone-list"), detect(columns!, "suppression")];
    return `${list.taken.join(", ")}; of opt-outs ${suppression.taken.join(", ")}`;
  },
  "phone-names": ([names]) => {
    const readings = names!
      .split("; ")
      .map((name) => `${meaningOf(name)}${detect(`${name}:bare`, "phone-list").taken.length > 0 ? ", taken" : ""}`);
    return [...new Set(readings)].join("; ");
  },
  "opt-out-names": ([names]) => names!.split("; ").filter(namesOptOuts).join("; ") || "none",
  beside: ([name, kind]) => verdictOf(name!, kind!),
};

/** By what is typed: an option's name, and its value. */
const TYPED: Readonly<Record<string, (option: string, typed: string) => unknown>> = {
  age: parseAge,
  percentage: parsePercentage,
  count: parseCount,
  moment: (option, typed) => parseTypedMoment(option, typed).toISOString(),
  encoding: parseEncoding,
  delimiter: (option, typed) => String.fromCharCode(parseDelimiter(option, typed)),
  choice: oneOf(["es", "en"]),
};

/** By what is shown. An age is given in hours. */
const SHOWN: Readonly<Record<string, (value: number, of: number) => string>> = {
  number,
  age: (hours) => (["en", "es"] as const).map((language) => describeAge(hours * 3_600_000, language)).join(", "),
  percent,
  share: shareOf,
  size: sizeText,
};

testTables("values", async (terms, row) => {
  const [name, word] = terms.split(" ") as [string, string];
  return FUNCTIONS[name]!(row.split(" | ").map(unescaped), word);
});

/** The clock in El Salvador, by arithmetic of its own. */
function localTime(instant: number): string {
  return new Date((instant - 6 * 3600) * 1000).toISOString().slice(0, 19).replace("T", " ");
}

/** The line of the header, `record` where the first row is one, too, or why nobody can tell, and the two lines, perhaps of one header. */
function headerOf(lines: string, use: ListUse): string {
  const bytes = Buffer.from(`${lines}\n`);
  const { dialect, bodyStart } = detectDialect(bytes, { whole: true });
  const records = sampleRecords(bytes, true, dialect, bodyStart, 1000);
  const { at, doubt } = findHeader(records, use);
  if (doubt !== undefined) return `${doubt.why} ${doubt.upper} ${doubt.lower}${doubt.isOfTwoRows ? ", one" : ""}`;
  return at === undefined ? "record" : String(records[at]!.line);
}

/** What a column holds, as four cells. */
const CELLS: Readonly<Record<string, readonly string[]>> = {
  mobile: ["7012-3456", "7123-4567", "6123-4567", "7890-1234"],
  bare: ["70123456", "61234567", "22223333", "78901234"],
  e164: ["+50370123456", "+50361234567", "+50322223333", "+50378901234"],
  msisdn: ["50370123456", "50361234567", "50322223333", "50378901234"],
  float: ["70123456.0", "61234567.0", "22223333.0", "78901234.0"],
  fixed: ["2222-3333", "2251-8200", "2510-0199", "2231-9200"],
  some: ["", "7012-3456", "", "n/a"],
  nothing: ["n/a", "no tiene", "-", "pendiente"],
  empty: ["", "", "", ""],
  named: ["Ana López 7012-3456", "Luis Paz 7123-4567", "Eva Cruz 6123-4567", "Rosa Gil 7890-1234"],
  dui: ["01234567-8", "02345678-9", "00123456-7", "04567890-1"],
  shortDui: ["6123456-7", "2345678-9", "7123456-0", "2456789-1"],
  nit: ["0614-290190-102-3", "0210-150285-101-4", "0614-010170-001-2", "1217-221199-103-5"],
  date: ["24/11/2026", "25/12/2024", "01/02/2023", "22/12/2024"],
  iso: ["2026-11-24", "2024-12-25 10:30:00", "2023-02-01T08:00:00Z", "2024-12-22"],
  amount: ["125.50", "1,234.56", "0.00", "22345.67"],
  round: ["22345678", "61234567", "70000001", "25000000"],
  ids: ["20000001", "20000005", "21000017", "22000020"],
  ids6: ["60012345", "70012346", "61012347", "25012348"],
  account: ["003701234567", "7123456789", "000123456789", "5601234567"],
  small: ["1", "2", "3", "4"],
  code: ["503", "503", "503", "503"],
  postal: ["1101", "0701", "CP 1116", "2201"],
  lat: ["13.692940", "13.977880", "13.482780", "13.720280"],
  lon: ["-89.218191", "-89.563889", "-88.177500", "-88.936111"],
  expediente: ["2233-2024", "2541-2025", "2660-2023", "2715-2026"],
  flag: ["Sí", "No", "si", "no"],
  bool: ["TRUE", "FALSE", "FALSE", "TRUE"],
  words: ["Ana", "Luis", "Eva", "Rosa"],
  company: ["Tigo", "Claro", "Movistar", "Digicel"],
  type: ["Mobile", "Work", "Home", "Mobile"],
  email: ["ana@example.com", "luis@example.com", "eva@example.com", "rosa@example.com"],
  uuid: ["8f14e45f-ceea", "c9f0f895-fb98", "45c48cce-2e2d", "d3d94468-02a4"],
};

/** Of columns in the form `NAME:KIND`. */
function detect(columns: string, use: ListUse): { taken: string[]; named: string[] } {
  const parts = columns.split(/(?<=:[a-z0-9]+) /i).map((column) => /^(.*):(\w+)$/.exec(column)!);
  const header = parts.map(([, name]) => name!);
  const rows = [0, 1, 2, 3].map((i) => parts.map(([, , kind]) => CELLS[kind!]![i]!));
  const found = new PhoneColumns(header, rows, use);
  return { taken: found.columns.map((at) => header[at]!), named: found.others.map((at) => header[at]!) };
}

/**
 * What becomes of a column beside `Nombre` and `Teléfono`: `phone`, taken in both roles; `doubt`, taken of opt-outs, and named
 * in a warning of a phone list; `opt-outs`, taken of opt-outs only; `named`, taken in none, and named in both; `no`.
 */
function verdictOf(name: string, kind: string): string {
  const columns = `Nombre:words Teléfono:mobile ${name}:${kind}`;
  const [list, suppression] = [detect(columns, "phone-list"), detect(columns, "suppression")];
  const isTaken = (of: { taken: string[] }) => of.taken.length > 1;
  if (isTaken(list)) return isTaken(suppression) ? "phone" : "phone of a phone list alone";
  if (isTaken(suppression)) return list.named.length > 0 ? "doubt" : "opt-outs";
  return suppression.named.length > 0 && list.named.length > 0 ? "named" : "no";
}
