// Which columns of a file hold phone numbers: by the words of the header, confirmed by what the cells hold.

import { readPlainText } from "./fast.js";
import type { CellReading } from "./number.js";
import { readCell } from "./read.js";

export interface PhoneColumns {
  /** 0-based, ascending. */
  columns: number[];
  /** Every column that looks like phones, by name or by content, chosen or not. */
  readonly candidates: readonly ColumnCandidate[];
  /** Columns named as other numbers (an id, a date, an amount): their digits are no phone's. */
  denied: number[];
}

export interface ColumnCandidate {
  /** 0-based. */
  column: number;
  name?: string;
  /** Share of its non-empty cells with at least one number, 0 to 1. */
  readable: number;
  nonEmpty: number;
  /** Its name says that it holds phones. */
  byName: boolean;
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Say "phone" wherever they stand in a name (`TEL. CASA`, `celular/whatsapp`, `Phone Number`). */
const PHONE_WORDS = list(
  "phone phones phonenumber phonenumbers telefono telefonos telefonico telefonica telephone tel tels telf tlf tele " +
    "celular celulares cel cels celu mobile mobilenumber mobilephone cell cellphone msisdn " +
    "whatsapp wsp wa wapp watsapp whats ani remitente destinatario sms optedoutnumber fax telefax pbx fono cellular " +
    "landline homephone workphone",
);

/** Longer words begin with these (`telefonocliente`, `phonenumber2`). */
const PHONE_STEM = /^(?:telefon|celular|phone|whatsapp|mobilephone|mobilenumber)/;

/** Mean a phone as the whole name, numbering aside, if the column holds any: `contacto` may be a person's name. */
const PHONE_NAMES = list(
  "numero numeros num number contact_id contactid contacto contactos from casa oficina nro fijo linea movil moviles",
);

/** What a column with such a word holds is no phone, whatever its digits look like. */
const NUMBER_WORDS = list(
  "dui nit nrc nup id ids codigo cod code cuenta cta account fecha date hora time timestamp monto amount saldo balance " +
    "edad age factura invoice correlativo documento doc expediente poliza contrato credito prestamo tarjeta card pin otp " +
    "placa serie ref referencia reference recibo isss afp pasaporte passport carnet zip postal precio price total cantidad " +
    "qty cuota dias mora count duracion duration sha256 sha1 sha512 md5 hash hmac anio year mes lat lon latitud longitud " +
    "key evidence evidencia event evento expires vence salario sueldo ingreso hojas registro ip",
);

/** What a column with such a word holds is text: no phone either, but a number in it is meant as one. */
const TEXT_WORDS = list(
  "status estado canal channel accion action motivo reason email correo mail nombre name apellido direccion address",
);

/** In a phone column: nothing to call here. */
const NOTHING = list(
  "na n/a - -- . none ninguno ninguna nulo null no_tiene s/n s/t sin_numero sin_telefono nd pendiente",
);

/** A column such as `whatsapp` may only say whether there is one. */
const FLAGS = list("si no s n y x yes true false verdadero falso activo inactivo 0 1");

const HALF = 0.5;

/** Columns whose names promise something else than phones. */
const NEVER: ReadonlySet<string> = new Set(["other", "text"]);

type Use = "phone-list" | "suppression";

/**
 * Columns to read as phones. `rows` is a sample without the header. A column that its name calls a phone is taken
 * unless it only says yes or no, for its later cells may hold numbers; one whose name says nothing, or several things,
 * if half of its cells read as numbers, in a list of opt-outs also if it is empty so far; one that is named as another
 * thing, never. Where nothing in the taken columns could be a number, none is taken.
 */
export function detectPhoneColumns(
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  use: Use,
): PhoneColumns {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
  const examined = Array.from({ length: width }, (_, column) => {
    const name = header?.[column];
    const meaning = name === undefined ? "unknown" : meaningOf(name);
    return new ExaminedColumn(column, name, meaning, rows);
  });
  let taken = examined.filter(({ meaning, content }) =>
    meaning === "phone"
      ? content.flags < content.nonEmpty || content.nonEmpty === 0
      : meaning === "perhaps"
        ? isConfirmed(content)
        : !NEVER.has(meaning) && isConvincing(content),
  );
  if (!taken.some(({ content }) => content.possible > 0)) taken = taken.filter(({ content }) => isConfirmed(content));
  // A list of nothing but doubtful numbers: the only column, or any in a list of opt-outs.
  if (taken.length === 0 && (use === "suppression" || width === 1)) {
    const isMute = (meaning: string) => meaning === "unknown" || (meaning === "mixed" && use === "suppression");
    taken = examined.filter(({ meaning, content }) => isMute(meaning) && isPossible(content));
  }
  if (use === "suppression" && taken.length > 0) {
    const isEmpty = (content: Content) => content.nonEmpty === 0;
    const before = new Set(taken);
    taken = examined.filter((one) => before.has(one) || (!NEVER.has(one.meaning) && isEmpty(one.content)));
  }
  const isTaken = new Set(taken);
  return {
    columns: taken.map(({ column }) => column),
    // Asked for where a run ends for want of phones: the cells of columns named as other things are not read before.
    get candidates() {
      return examined
        .filter((one) => isNamed(one.meaning) || isConvincing(one.content) || isTaken.has(one))
        .map(({ column, name, meaning, content }) => ({
          column,
          ...(name === undefined ? {} : { name }),
          readable: content.nonEmpty === 0 ? 0 : content.readable / content.nonEmpty,
          nonEmpty: content.nonEmpty,
          byName: isNamed(meaning),
        }));
    },
    denied: examined.filter(({ meaning }) => meaning === "other").map(({ column }) => column),
  };
}

class ExaminedColumn {
  #content: Content | undefined;

  constructor(
    readonly column: number,
    readonly name: string | undefined,
    readonly meaning: Meaning,
    private readonly rows: readonly (readonly string[])[],
  ) {}

  get content(): Content {
    this.#content ??= contentOf(this.rows, this.column);
    return this.#content;
  }
}

/** Whether a file's first record is a header: no cell of it reads as a certain number (`telefono 2` does not). */
export function isHeader(firstRecord: readonly string[]): boolean {
  return !firstRecord.some((cell) => readCell(cell).numbers.length > 0);
}

function isNamed(meaning: string): boolean {
  return meaning === "phone" || meaning === "perhaps";
}

/** A header cell without case, accents, invisible characters and surrounding spaces. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}|\p{Cf}/gu, "")
    .toLowerCase()
    .trim();
}

type Meaning = "phone" | "perhaps" | "other" | "text" | "mixed" | "unknown";

/** What a header cell promises; its words are split at case changes, digits and punctuation. */
function meaningOf(name: string): Meaning {
  const words = wordsOf(name);
  if (PHONE_NAMES.has(words.join("_"))) return "perhaps";
  const all = [...words, ...wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))];
  const isPhone = all.some((word) => PHONE_WORDS.has(word) || PHONE_STEM.test(word));
  if (/sha_?\d|md_?5|hash|hmac/.test(foldName(name))) return "other";
  const isOther = all.some((word) => NUMBER_WORDS.has(word));
  const isText = all.some((word) => TEXT_WORDS.has(word));
  if (isPhone) return isOther || isText ? "mixed" : "phone";
  return isOther ? "other" : isText ? "text" : "unknown";
}

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}

interface Content {
  /** Cells that are not empty. */
  nonEmpty: number;
  /** Cells with at least one number. */
  readable: number;
  /** Cells with a number or a reading that could be one. */
  possible: number;
  /** Cells that only say that there is no number. */
  nothing: number;
  /** Cells that only say yes or no. */
  flags: number;
}

function contentOf(rows: readonly (readonly string[])[], column: number): Content {
  const content: Content = { nonEmpty: 0, readable: 0, possible: 0, nothing: 0, flags: 0 };
  for (const row of rows) {
    const cell = row[column] ?? "";
    if (cell === "") continue;
    // Most cells are plain numbers or no numbers: reading each with care would take longer than a small scrub.
    if (readPlainText(cell) >= 0) {
      content.nonEmpty++;
      content.readable++;
      content.possible++;
      continue;
    }
    const { numbers, doubtful, reason } = mayHoldNumber(cell) ? readCell(cell) : WORDS_ONLY;
    if (reason === "empty") continue;
    content.nonEmpty++;
    if (numbers.length > 0) content.readable++;
    if (numbers.length > 0 || doubtful.length > 0) content.possible++;
    else if (FLAGS.has(foldName(cell))) content.flags++;
    else if (NOTHING.has(foldName(cell).replace(/ /g, "_"))) content.nothing++;
  }
  return content;
}

const WORDS_ONLY: CellReading = { numbers: [], doubtful: [], reason: "not-a-number" };

/** Five digits or what may stand for them (letters O, I and l, digits of other scripts): fewer are never a number. */
function mayHoldNumber(cell: string): boolean {
  let digits = 0;
  let isBlank = true;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    if (code > 0x20) isBlank = false;
    if ((code >= 0x30 && code <= 0x39) || code > 0x7f) digits++;
    else if (code === 0x4f || code === 0x6f || code === 0x49 || code === 0x69 || code === 0x6c || code === 0x4c)
      digits++;
    if (digits === 5) return true;
  }
  // These are empty, which readCell knows.
  return isBlank || /null|\\n/i.test(cell);
}

function isConfirmed(content: Content): boolean {
  return content.possible > 0 || content.nothing === content.nonEmpty;
}

function isConvincing(content: Content): boolean {
  return content.readable > 0 && content.readable >= content.nonEmpty * HALF;
}

function isPossible(content: Content): boolean {
  return content.possible > 0 && content.possible >= content.nonEmpty * HALF;
}
