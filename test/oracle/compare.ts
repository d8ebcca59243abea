// Runs the program on a scene, reads what it wrote, and says where that is not what the oracle says.

import type { Outcome, ScrubFolder } from "../support/in-process.js";
import { readCell } from "./cell.js";
import { decode, readRecords, writeTable } from "./files.js";
import { judge, phoneColumns, type Verdict } from "./judge.js";
import { isBroken, type Options, type Table, type World, widthOf } from "./world.js";
import type { Scene } from "./worlds.js";

/** What the program made of each record of the phone list, in order: `clean`, `suppressed`, `invalid/REASON` … */
export interface Judged {
  code: number;
  stderr: string;
  dispositions: string[];
  /** The records of the clean list, in order. */
  kept: string[][];
  /** The clean list as text. */
  clean: string;
  /** 0-based. */
  phoneColumns: number[];
  /** Whether the phone list was parted at the delimiter that it was written with. */
  isParted: boolean;
}

export function argumentsOf(options: Options): string[] {
  return [
    ...["--channel", options.channel, "--types", options.types.join(","), "--phone-format", options.phoneFormat],
    // How many entries can't be read is no matter here: a list that is refused shows nothing.
    ...["--max-unreadable", "100%"],
    ...(options.keepDuplicates ? ["--keep-duplicates"] : []),
    ...(options.keepForeign ? ["--keep-foreign"] : []),
    ...options.columns.flatMap((position) => ["--column", String(position)]),
    ...options.ignored.flatMap((position) => ["--ignore-column", String(position)]),
    ...options.optOutColumns.flatMap((position) => ["--opt-out-column", String(position)]),
    ...options.optIns.flatMap((name) => ["--opt-ins", name]),
  ];
}

export async function run(folder: ScrubFolder, { world, dialects }: Scene): Promise<Judged> {
  const outcome = await folder.scrub({
    lists: [writeTable(world.list, dialects[0]!)],
    suppress: world.suppress.map((list, at) => writeTable(list, dialects[at + 1]!)),
    args: argumentsOf(world.options),
  });
  return outcome.code === 0
    ? readOutputs(outcome, { world, dialects })
    : { ...nothing, code: outcome.code, stderr: outcome.stderr };
}

const DISPOSITIONS = ["suppressed", "duplicate", "excluded", "foreign", "invalid"];

interface ReportedList {
  dialect: { delimiter: string };
  phone_columns: { position: number }[];
}

const nothing = { dispositions: [], kept: [], clean: "", phoneColumns: [], isParted: true };

function readOutputs(outcome: Outcome, { world, dialects }: Scene): Judged {
  const report = outcome.report as unknown as { inputs: ReportedList[] };
  const { dialect, phone_columns } = report.inputs[0]!;
  // A list of one column has no delimiter of its own; what is appended to its records stands behind commas.
  const delimiter = { tab: "\t", none: "" }[dialect.delimiter] ?? dialect.delimiter;
  const { encoding } = dialects[0]!;
  const isWithHeader = world.list.header !== undefined;
  const clean = decode(outcome.clean, encoding);
  const removed = readRecords(decode(outcome.removed, encoding), delimiter || ",").slice(isWithHeader ? 1 : 0);
  const dispositions = world.list.rows.map(() => "clean");
  for (const record of removed) {
    // Where a suppression list has a column of reasons, one more cell stands behind the record's number.
    const appended = DISPOSITIONS.includes(record.at(-5)!) && /^\d+$/.test(record.at(-1)!) ? 5 : 6;
    const [disposition, reason, , , number] = record.slice(-appended);
    dispositions[Number(number) - 1] = disposition === "invalid" ? `invalid/${reason}` : disposition!;
  }
  return {
    code: 0,
    stderr: outcome.stderr,
    dispositions,
    kept: readRecords(clean, delimiter).slice(isWithHeader ? 1 : 0),
    clean,
    phoneColumns: phone_columns.map(({ position }) => position - 1),
    isParted: widthOf(world.list) === 1 || delimiter === dialects[0]!.delimiter,
  };
}

/** Whether phones are rewritten in a list of one column, in which a tenth of the lines and more hold words beside digits. */
function mayLoseWords({ list: { header, rows }, options }: World): boolean {
  if (options.phoneFormat === "original" || widthOf({ header, rows }) > 1) return false;
  const worded = rows.filter(({ cells }) => cells.some((cell) => /\p{L}{2}/u.test(cell) && /\p{N}/u.test(cell)));
  return 10 * worded.length >= rows.length;
}

/** Every disagreement, one a line. None where the program does what the contract says. */
export function disagreements(world: World, judged: Judged, now: number): string[] {
  // Of a list without a header, a tenth of it broken, nobody can say what parts its cells: it may be refused, or read otherwise.
  const isBrokenList = ({ header, rows }: Table) =>
    header === undefined && 10 * rows.filter((row) => isBroken(row, widthOf({ header, rows }))).length >= rows.length;
  if (judged.code === 4 && judged.stderr.includes("looks like phone numbers") && world.suppress.some(isBrokenList))
    return [];
  // A record of few words may be taken for a header, and few numbers for no column of phones: that is asked, and nothing is sent.
  const isAsked = /above the header|may be the header|has a header but no entries|no column in it is named/;
  if (judged.code === 4 && isAsked.test(judged.stderr)) return [];
  const isOfOneColumn = judged.code === 2 && judged.stderr.includes("no column");
  if ((!judged.isParted || isOfOneColumn) && isBrokenList(world.list)) return [];
  if (judged.code === 3 && judged.stderr.includes("would be lost") && mayLoseWords(world)) return [];
  if (judged.code !== 0) return [`exit code ${judged.code}: ${judged.stderr}`];
  const { sure, open } = phoneColumns(world.list, world.options);
  const taken = judged.phoneColumns;
  // A column in whose whole records nothing is a number need not be rewritten, whatever its name: there is nothing to write.
  const { header, rows } = world.list;
  const whole = rows.filter((row) => !isBroken(row, widthOf({ header, rows })));
  const holdsAny = (column: number) => whole.some(({ cells }) => readCell(cells[column] ?? "").certain.length > 0);
  const missing = sure.filter((column) => !taken.includes(column) && holdsAny(column));
  const wrong = taken.filter((column) => !sure.includes(column) && !open.includes(column));
  if (missing.length + wrong.length > 0)
    return [
      `phone columns ${taken.map((at) => at + 1)}, not ${sure.map((at) => at + 1)} (perhaps ${open.map((at) => at + 1)})`,
    ];
  const verdicts = judge(world, taken, now);
  const found = verdicts.flatMap(({ allowed }, at) => {
    const disposition = judged.dispositions[at]!;
    const isAllowed = allowed.has(disposition) || (disposition.startsWith("invalid/") && allowed.has("invalid/*"));
    return isAllowed
      ? []
      : [`record ${at + 1} is ${disposition}, not ${[...allowed].join(" or ")}: ${shown(world, at)}`];
  });
  return found.length > 0 ? found : wrongCells(world, judged, verdicts);
}

/** Kept records whose cells are not what the contract leaves in them. */
function wrongCells(
  world: World,
  { kept, dispositions, phoneColumns }: Judged,
  verdicts: readonly Verdict[],
): string[] {
  const at = dispositions.flatMap((disposition, record) => (disposition === "clean" ? [record] : []));
  if (at.length !== kept.length) return [`${kept.length} records in the clean list, not ${at.length}`];
  return kept.flatMap((cells, i) => {
    const record = at[i]!;
    const before = world.list.rows[record]!;
    if (isBroken(before, widthOf(world.list))) return [];
    return before.cells.flatMap((raw, column) => {
      const cell = cells[column] ?? "";
      if (world.options.phoneFormat === "original" || !phoneColumns.includes(column))
        return cell === raw ? [] : [`record ${record + 1}, column ${column + 1}: ${raw} became ${cell}`];
      const left = verdicts[record]!.left.get(column);
      const texts = left?.flatMap((number) => formatted(number, world.options));
      return texts === undefined || texts.includes(cell)
        ? []
        : [
            `record ${record + 1}, column ${column + 1}: ${cell || "empty"}, not ${texts.join(" or ") || "empty"}: ${shown(world, record)}`,
          ];
    });
  });
}

/** How the contract writes a number in a format; of another country's it does not say whether the plus stays. */
function formatted(number: string, { phoneFormat }: Options): string[] {
  if (phoneFormat === "e164" || number === "") return [number];
  if (!number.startsWith("+503")) return [number, number.slice(1)];
  const national = number.slice(4);
  if (phoneFormat === "digits") return [number.slice(1)];
  return [
    national.length === 8
      ? `${national.slice(0, 4)}-${national.slice(4)}`
      : `${national.slice(0, 3)}-${national.slice(3)}`,
  ];
}

function shown({ list }: World, at: number): string {
  return JSON.stringify(list.rows[at]!.cells);
}
