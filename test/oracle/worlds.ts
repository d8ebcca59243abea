// Draws whole scrubs: a phone list, suppression lists, options and the dialects of the files.

import fc from "fast-check";
import { plainText } from "./cell.js";
import { isAction, isChannel, isDate, isExpires } from "./columns.js";
import type { Dialect } from "./files.js";
import { both, certainly, covering, doubtfully, FOREIGN, junk, plainly, together, words } from "./spellings.js";
import type { Options, Row, SuppressionList, Table, World } from "./world.js";

/** A scrub and how its files are written. */
export interface Scene {
  world: World;
  /** Of the phone list, then of each suppression list. */
  dialects: readonly Dialect[];
}

/** What worlds hold; a law leaves out what it does not speak of. */
interface Taste {
  records: number;
  /** Opt-ins, expiries and dates, which let an entry take back another. */
  optIns?: boolean;
  /** Numbers stand beside the phone column only in the last records. */
  late?: boolean;
}

/** Nobody's number: with it a list holds an entry and is trusted. */
export const NOBODY = "7999-9998";

/** The n-th person's number: mobiles, fixed lines, mobiles that begin 503. */
export function numberAt(at: number): string {
  const mixed = String((at * 7_368_787 + 1_234_567) % 10_000_000).padStart(7, "0");
  if (at % 10 === 9) return `503${mixed.slice(0, 5)}`;
  if (at % 10 >= 7) return `2${"12345696"[at % 8]}${mixed.slice(0, 6)}`;
  return `${at % 10 === 6 ? 6 : 7}${mixed}`;
}

/** One or more columns, and their cells for one record. */
interface Columns {
  names: readonly fc.Arbitrary<string>[];
  cells: fc.Arbitrary<readonly string[]>;
  /** Where the numbers are for certain, in the last of them. */
  isMain?: true;
}

const named = (names: string) => fc.constantFrom(...names.split("|"));
const mix = <T>(...parts: [weight: number, arbitrary: fc.Arbitrary<T>][]) =>
  fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));
const one = (names: string, cell: fc.Arbitrary<string>): Columns => ({
  names: [named(names)],
  cells: cell.map((text) => [text]),
});

const PHONE_NAMES = "telefono|Teléfono|TELEFONO|phone|celular|Cel|movil|tel|msisdn|phone_number";
const OTHER_PHONE_NAMES = `${PHONE_NAMES}|Número|linea|OptedOutNumber|From|contact_id|SMS|_MobileNumber|ani`;
const SECOND_NAMES = "telefono2|Celular 2|fijo|whatsapp|tel_oficina|Tel. Casa|Telefono 3";
const OPEN_NAMES = "contacto|casa|oficina|correo o telefono|contacto alterno";
const TEXT_NAMES = "nota|motivo|otro|referencia|observacion|direccion|nombre||comentario|estado";
const OPT_OUT_NAMES = [
  "DoNotCall|do_not_call|no_contactar|no llamar|baja|Opt_Out|unsubscribed|Pidió baja",
  "¿Desea dejar de recibir llamadas?|Solicita no ser contactado|Retiró su consentimiento",
].join("|");
/** Nobody knows these by name. */
const MARKED = ["marca", "pidió salir"];
const CONSENT_NAMES = [
  "acepta_llamadas|consentimiento|acepta publicidad|subscribed|Recibe SMS|Permiso para llamar",
  "¿Nos autoriza a contactarle?|May we contact you?",
].join("|");

const dui = fc.nat(99_999).map((n) => `0${String(1_200_000 + n * 37).padStart(7, "0")}-${n % 10}`);

function numbersUpTo(count: number): fc.Arbitrary<string> {
  return fc.nat(count - 1).map(numberAt);
}

/** A plain spelling or bare digits in a sentence, or alone. */
function inWords(numbers: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const around = named(
    "#|#|tambien #|# (casa)|llamar al # por la tarde|antes: #|#, pagó 25.50|nota:\n#|📞# Eva|«#» Ana|Ana-#|ana@correo.sv #",
  );
  const bare = numbers.chain((national) => named(`${national}|${national}|503${national}|00${national}`));
  return fc.tuple(around, fc.oneof(numbers.chain(plainly), bare)).map(([text, number]) => text.replace("#", number));
}

function idColumns(numbers: fc.Arbitrary<string>): fc.Arbitrary<Columns> {
  const astray = (cell: fc.Arbitrary<string>) => mix([40, cell], [1, numbers.chain(plainly)]);
  return fc.constantFrom(
    one("dui|documento", astray(dui)),
    one("fecha", astray(named("2024-05-06|2023-11-30|2025-01-02"))),
    one("monto|saldo", astray(named("25.50|1200|0||99.9"))),
    one("id|codigo|contrato|folio|ticket", astray(fc.nat(99_999).map((n) => `c${n}`))),
  );
}

/** Two numbers in one cell, by a function that writes them. */
function pairsOf(numbers: fc.Arbitrary<string>, write: typeof both): fc.Arbitrary<string> {
  return fc.tuple(numbers, numbers).chain(([one, other]) => write(one, other));
}

function textColumn(numbers: fc.Arbitrary<string>): Columns {
  const alone = fc.oneof(numbers, numbers.chain(certainly), pairsOf(numbers, both));
  return one(TEXT_NAMES, mix([20, words], [2, inWords(numbers)], [1, alone]));
}

function phoneListColumns(numbers: fc.Arbitrary<string>): fc.Arbitrary<Columns[]> {
  const cell = mix(
    [30, numbers.chain(certainly)],
    [3, pairsOf(numbers, both)],
    [3, numbers.chain(doubtfully)],
    [1, pairsOf(numbers, together)],
    [4, junk],
    [1, fc.constantFrom(...FOREIGN)],
    [1, named("8001234|800 1234|9001234|8011234")],
  );
  const late = mix([30, named("0||No|si|")], [2, numbers.chain(certainly)], [1, numbers.chain(doubtfully)]);
  const open = mix([12, named("ana@ejemplo.com||luis@ejemplo.com")], [2, inWords(numbers)], [1, numbers]);
  const optOut = mix([1, named("1|X|si|Sí|yes|TRUE|12/05/2024")], [30, named("||0|no|false")]);
  const consent = mix([1, named("NO|0|false|no")], [30, named("|si|1|true|Sí")]);
  const own = [one(OPT_OUT_NAMES, optOut), one(CONSENT_NAMES, consent)];
  const others = [one(SECOND_NAMES, late), one(OPEN_NAMES, open), textColumn(numbers), ...own];
  return fc
    .array(fc.oneof(idColumns(numbers), ...others.map((it) => fc.constant(it))), { maxLength: 4 })
    .map((columns) => [{ ...one(PHONE_NAMES, cell), isMain: true as const }, ...columns])
    .chain(shuffled);
}

function suppressionColumns(numbers: fc.Arbitrary<string>, optIns: boolean): fc.Arbitrary<Columns[]> {
  const cell = mix(
    [30, numbers.chain(certainly)],
    [3, pairsOf(numbers, both)],
    [3, numbers.chain(doubtfully)],
    [1, pairsOf(numbers, together)],
    [1, numbers.chain(covering)],
    [2, junk.filter((text) => text !== "2222*")],
    [1, fc.constantFrom(...FOREIGN)],
  );
  const split: Columns = {
    isMain: true,
    names: [named("area|prefijo"), named(PHONE_NAMES)],
    cells: mix(
      [3, numbers.map((national) => [national.slice(0, 4), national.slice(4)])],
      [1, numbers.map((national) => ["503", national])],
      [1, numbers.map((national) => [`503${national[0]}`, national.slice(1)])],
      [2, cell.map((text) => ["", text])],
    ),
  };
  const dated = optIns ? dates : named("|2024-05-06|ayer|03/04/2024");
  const actions = `|opt-out|STOP|baja|alta|no llamar|?${optIns ? "|opt-in|opt-in|START|subscribed" : ""}`;
  const expiries = "||2099-12-31|31/12/2098|2020-01-31|2021-06-30T10:00:00Z|31/12/99|01/01/00|nunca";
  const others = [
    one(SECOND_NAMES, mix([8, named("||0|no")], [1, numbers.chain(certainly)])),
    one("canal|Channel|medio", named("|call|llamada|sms|texto|whatsapp|todos|fax?|ambos|MARKETING")),
    one("accion|Acción|status|estatus", named(actions)),
    one("fecha|date|requested_at", dated),
    one("expira|expires_at", named(expiries)),
    one("fecha_actualizacion", dated),
    one("no_llamar|acepta_llamadas", named("||no|SI")),
    textColumn(numbers),
  ];
  const main = mix(
    [5, fc.constant({ ...one(OTHER_PHONE_NAMES, cell), isMain: true as const })],
    [1, fc.constant(split)],
  );
  const rest = fc.array(fc.oneof(idColumns(numbers), ...others.map((it) => fc.constant(it))), { maxLength: 4 });
  return fc.tuple(main, rest).chain(([first, rest]) => shuffled([first, ...rest]));
}

const dates = named(
  [
    "|ayer|2024-05-06|2023-01-31|2025-02-03T10:11:12Z|2024-05-06 14:05|2022-02-02 08:00:00-06|06/05/2024|03/04/2024",
    "31/01/2023|1714975200|03-mar-24|2098-01-01|1900-01-01|24-02-03|03/02/24|23.05.06",
  ].join("|"),
);

function shuffled<T>(all: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length });
}

interface Shape {
  rows: { min: number; max: number };
  /** A number for a first record that shows that a list without a header has none. */
  shown: string;
  /** Whether that record is in a list with a header, too. */
  isAlwaysShown: boolean;
}

/** A table of these columns, with cells swapped and records broken now and then. */
function tableOf(columns: readonly Columns[], { rows, shown, isAlwaysShown }: Shape): fc.Arbitrary<Table> {
  const width = widthOf(columns);
  const cells = fc.tuple(...columns.map((column) => column.cells)).map((parts) => parts.flat());
  const row = fc.tuple(cells, fc.nat(119), fc.nat(width - 1), fc.nat(width - 1)).map(([cells, odd, from, to]): Row => {
    if (odd < 4) return { cells: cells.with(from, cells[to]!).with(to, cells[from]!) };
    // Another number of cells, where that is not another list altogether.
    if (odd === 118 && width > 1) return { cells: from === 0 ? cells.slice(0, -1) : [...cells, "x"] };
    return odd === 119 && width > 1 ? { cells, isMalformed: true } : { cells };
  });
  const header = fc.tuple(...columns.flatMap(({ names }) => names));
  const showing: Row = { cells: Array.from({ length: width }, (_, at) => (at === mainAt(columns) ? shown : "")) };
  return fc
    .tuple(
      fc.option(header, { nil: undefined, freq: 3 }),
      fc.array(row, { minLength: rows.min, maxLength: rows.max, size: "max" }),
    )
    .map(([header, rows]) => ({
      header: header === undefined ? undefined : distinctNames(header),
      rows: header === undefined || isAlwaysShown ? [showing, ...rows] : rows,
    }));
}

function widthOf(columns: readonly Columns[]): number {
  return columns.reduce((sum, { names }) => sum + names.length, 0);
}

/** The position of the column where the numbers are. */
function mainAt(columns: readonly Columns[]): number {
  const main = columns.findIndex(({ isMain }) => isMain);
  return widthOf(columns.slice(0, main + 1)) - 1;
}

/** Each name once, and one column for a date, an action and so on: which of two counts, the contract leaves open. */
function distinctNames(names: readonly string[]): string[] {
  const roles = [isAction, isChannel, isDate, isExpires];
  const isTaken = (name: string, before: readonly string[]) =>
    before.includes(name) || roles.some((is) => is(name) && before.some(is));
  return names.map((name, at) => (isTaken(name, names.slice(0, at)) ? `columna ${at + 1}` : name));
}

const dialects = fc.record<Dialect>({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  quotes: fc.constantFrom("needed", "needed", "all"),
  encoding: fc.constantFrom("utf-8", "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"),
  lastLineEnd: fc.boolean(),
});

const options = fc.record({
  channel: fc.constantFrom("any", "any", "call", "sms", "whatsapp") as fc.Arbitrary<Options["channel"]>,
  types: fc.constantFrom<Options["types"]>(
    ["mobile", "fixed"],
    ["mobile", "fixed"],
    ["mobile"],
    ["mobile", "fixed", "toll_free", "premium"],
  ),
  keepDuplicates: fc.boolean(),
  keepForeign: fc.boolean(),
  phoneFormat: fc.constantFrom<Options["phoneFormat"]>("e164", "national", "digits", "original"),
});

/** Only the last three records keep what looks like a number outside this column. */
function filledLate(table: Table, main: number): Table {
  const emptied = (cell: string, at: number) => (at !== main && /\d{4}/.test(plainText(cell)) ? "0" : cell);
  const isLate = (at: number) => at >= table.rows.length - 3;
  return {
    ...table,
    rows: table.rows.map((row, at) => (isLate(at) ? row : { ...row, cells: row.cells.map(emptied) })),
  };
}

/** Scrubs of a few dozen records; one in thirty has more than a thousand, and numbers beside the phones only in the last. */
export function someScenes(taste: Omit<Taste, "records" | "late"> = {}): fc.Arbitrary<Scene> {
  return fc.oneof(
    { weight: 29, arbitrary: scenes({ ...taste, records: 40 }) },
    { weight: 1, arbitrary: scenes({ ...taste, records: 1100, late: true }) },
  );
}

function columnsOf({ header, rows }: Table): number {
  return (header ?? rows[0]?.cells ?? []).length;
}

/** Columns that only an option can make the list's own opt-outs. */
function markedColumns({ header }: Table): number[] {
  return (header ?? []).flatMap((name, at) => (MARKED.includes(name) ? [at + 1] : []));
}

function scenes({ records, optIns = true, late = false }: Taste): fc.Arbitrary<Scene> {
  const numbers = numbersUpTo(Math.ceil(records * 1.3) + 3);
  const list = phoneListColumns(numbers).chain((columns) => {
    const rows = { min: Math.floor(records * 0.8), max: records };
    const table = tableOf(columns, { rows, shown: "7000-0001", isAlwaysShown: false });
    const main = mainAt(columns);
    return fc.tuple(late ? table.map((all) => filledLate(all, main)) : table, fc.constant(main + 1));
  });
  // Many lists are short: there one record says what the others are.
  const most = fc.constantFrom(2, Math.ceil(records / 4));
  const suppressed = fc
    .tuple(suppressionColumns(numbers, optIns), most)
    .chain(([columns, max]) => tableOf(columns, { rows: { min: 0, max }, shown: NOBODY, isAlwaysShown: true }));
  const lists = fc.array(suppressed, { minLength: 1, maxLength: 3 });
  const written = fc.array(dialects, { minLength: 4, maxLength: 4 });
  return fc
    .tuple(list, lists, options, fc.boolean(), fc.nat(3), fc.nat(30), written)
    .map(([[list, position], lists, options, isChosen, lifting, ignored, dialects]) => ({
      world: {
        list,
        suppress: lists.map((table, at): SuppressionList => ({ ...table, name: `bajas${at}.csv` })),
        options: {
          ...options,
          columns: list.header === undefined && isChosen ? [position] : [],
          ignored: ignored < columnsOf(list) && ignored !== position - 1 ? [ignored + 1] : [],
          optOutColumns: markedColumns(list),
          optIns: lifting === 0 && optIns ? ["bajas0.csv"] : [],
        },
      },
      dialects,
    }));
}
