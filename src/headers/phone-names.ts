// Tells by a column's name what it holds: phones, other numbers, text. lists/phone-columns.ts compares that with cells.

import { CONJUNCTIONS, NUMBERING, PHONE_WORDS, PLACES } from "../phone/labels.js";

/**
 * `perhaps`: phones or something else (`contacto`). `numbering`: `numero`, without saying of what. `mixed`: phones and
 * something else (`nombre y telefono`). `other`: numbers that are no phones. `hash`: digests.
 */
export type ColumnMeaning = "phone" | "perhaps" | "numbering" | "mixed" | "other" | "hash" | "text" | "unknown";

export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Matches part of a longer word for phones (`telefonocliente`, `NROTELEFONO`), but not `Telefonista`. */
const PHONE_PART = /telefon(?!ist|ia|ea|icamente)|celular|whatsapp|^(?:client|contact|customer|home|work)?phone(?!tic)/;
const PHONE_COMPOUND =
  /^(?:(?:num|nro|no)(?:tel|cel|movil)|(?:tel|cel|mov)(?:casa|cel|movil|trab|trabajo|oficina|dom|ref|fijo))$/;

/** Names of phone columns, if their cells are phones: `contacto` may be a person's name. Words for numbers and owners aside. */
const PERHAPS_NAMES = wordSet(`contact contacto contactos from casa oficina trabajo home work fijo linea alterno
  alternativo secundario adicional pager dnis`);
/** The ends of a call: phones after `numero de`. Alone they may be people or places. */
const ENDS = wordSet("to destino origen caller called callee calling recipient sender dialed dialled marcado llamar");
/** Words for phones if all others are qualifiers: `línea fija`, but not `linea de credito`. */
const LINES = wordSet("linea lineas fijo fijos fija fijas recado recados");
// People. With a word for phones, a name says whose phone it is. Without one, these sets decide what it means.
/** Somebody to call, whatever other number the name has: `contacto de cobro`. */
const CONTACTS = wordSet("contacto contactos contact contacts emergencia emergency recado recados");
/** Somebody to call, if the name begins with the word: `Fiador del crédito`, but not `DUI responsable`. */
const GUARANTORS = wordSet("responsable encargado fiador codeudor conyuge esposo esposa familiar");
const STEMS = [...GUARANTORS].map((word) => word.replace(/[ao]$/, ""));
const BEGINS_WITH_SOMEBODY = new RegExp(`^(?:n\\w+\\W+)?(?:${STEMS.join("|")}|avalista|llamar|linea(?! de cr))`);
/** People and references make no number a phone: `numero de cliente`, `numero de referencia`. */
const OWNERS = wordSet("socio socia asociado asociada titular cliente client customer");
const REFERENCES = wordSet("ref referencia referencias reference");
const OWNERS_AND_REFERENCES: ReadonlySet<string> = new Set([...OWNERS, ...REFERENCES]);
/** Matches references that are people to call: `referencia familiar`, `ref1`. */
const REFERENCE_OF_PERSON =
  /\b(?:familiar(?:es)?|personal(?:es)?|laboral|comercial|vecino|amigo)\b|^ref(?:erencia|erence|s)?[ ._-]{0,3}[1-9]$/;
const FILLERS = wordSet("no n a de del of the el la");
/** Words that say whose phone it is, or which. */
const QUALIFIERS: ReadonlySet<string> = new Set([
  ...[...PLACES, ...NUMBERING, ...CONJUNCTIONS, ...GUARANTORS],
  ...wordSet(`alterno alternativo secundario adicional otro otra otros otras nuevo nueva anterior actual ultimo laboral
    domicilio residencia residencial particular fijo business other main primary secondary alt no n madre padre
    beneficiario empresa company assistant asst billing shipping car de del la el un una a b c sv`),
]);
const ANY_QUALIFIERS: ReadonlySet<string> = new Set([...QUALIFIERS, ...OWNERS_AND_REFERENCES]);
const DAYS_AND_KEYS = wordSet("fecha fec fch date hora time timestamp key uuid guid euid uniqueid dui nit");
/** Ids, but with one of `PHONE_PARTS` the first digits of a phone: `codigo de area`, `AreaCode`. */
const CODES = wordSet("codigo cod code id");
const PHONE_PARTS = wordSet("area areas prefijo prefix central exchange zona ciudad operador operadora lada");
/** Words for other numbers. Some also name a person (`socio`), or a reference that is one. */
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...[...DAYS_AND_KEYS, ...CODES],
  ...wordSet(`nrc nup nie cif ruc rtn dpi cedula ids sid leid identificacion identidad cuenta cta account nacimiento
    vencimiento birthday dob monto mto amount saldo balance importe deuda debt capital interes limite abono pago edad
    age factura invoice correlativo documento doc expediente poliza contrato credito prestamo tarjeta card pin otp placa
    serie ref referencia reference recibo isss afp pasaporte passport carnet zip postal postcode precio price total
    cantidad qty cuota dias mora count duracion duration sha256 sha1 sha512 md5 hash hmac anio year mes lat lon latitud
    longitud latitude longitude evidence evidencia event evento expires expira vence hasta salario sueldo ingreso
    registro ip folio ticket orden order pedido operacion transaccion transaction solicitud socio asociado medidor nic
    npe imei iccid lote sku`),
]);
const NUMBER_COMPOUND =
  /^(?:cod|id|num|nro)(?:cli|cliente|cta|cuenta|dui|nit|prestamo|credito|doc|documento|factura|contrato|socio)$/;

/** Words for columns of texts. They are no phone columns, but numbers in their cells are phones. */
const TEXT_WORDS = wordSet(`status estado canal channel accion action motivo reason email correo mail nombre name
  apellido direccion address`);
const ABOUT_PHONES = wordSet(`type tipo label etiqueta compania operador operadora carrier proveedor plan modelo marca
  model brand pais country ext extension area prefijo prefix verificado verified valido valid validado notas nota
  notes comentario comments observacion observaciones descripcion description consent owner acepta accepts allow
  permite tiene`);

const PLAIN = /^[ -~]*$/;
const UNSEEN = /[\p{M}\p{Cf}]/gu;

/** Returns a header cell without case, accents, invisible characters and surrounding spaces. */
export function foldName(name: string): string {
  // Loading the Unicode tables takes longer than reading a small list.
  if (PLAIN.test(name)) return name.toLowerCase().trim();
  // Accents are removed before, too: the time to normalise grows with the square of those of a letter.
  return name.replace(UNSEEN, "").normalize("NFKD").replace(UNSEEN, "").toLowerCase().trim();
}

/** Matches what a wrong encoding made of the `ó` of `-ción` and `-sión`. */
const LOST_O = /(?<=[cs]i)(?:Ã.|[^\sa-z])(?=n(?:es)?\b)/giu;
/** Matches the same of any other letter in a word, but not the question mark of `¿Acepta llamadas?Si`. */
const LOST_LETTER = /(?<=\p{L})(?:Ã.|\?(?!(?:s[ií]|no|yes)\b)|[^\p{L}\p{M}\p{N}\s!-/:-@[-`{-~·’´…])(?=\p{L})/giu;

/** Removes tags, and what a wrong encoding made of letters: the lexicon knows words that lack one. */
export function mendedName(name: string): string {
  if (/^[a-z ]*$/i.test(name)) return name;
  return name
    .replace(/<[^<>]*>|&nbsp;/gi, " ")
    .replace(LOST_O, (_, at: number, whole: string) => (whole[at - 1] === "I" ? "O" : "o"))
    .replace(LOST_LETTER, "");
}

/** Returns what a column of this name holds. Words are split at case changes, digits and punctuation. */
export function meaningOf(name: string): ColumnMeaning {
  const folded = foldName(name);
  if (/sha_?\d|md_?5|hash|hmac/.test(folded)) return "hash";
  // A column named `De` alone holds senders. In a longer name `de` means nothing.
  const whole = folded === "de" ? "perhaps" : meaningOfWhole(wordsOf(name));
  if (whole !== undefined) return whole;
  const all = splitWordsOf(name);
  const numbers = all.filter(isNumberWord);
  const isText = all.some((word) => TEXT_WORDS.has(word));
  const isMore = (word: string) => ABOUT_PHONES.has(word) || (isNumberWord(word) && !OWNERS_AND_REFERENCES.has(word));
  if (all.some(isPhoneWord)) return isText || all.some(isMore) ? "mixed" : "phone";
  if (numbers.length === 0) return isText ? "text" : "unknown";
  if (all.some((word) => PHONE_PARTS.has(word)) && numbers.every((word) => CODES.has(word))) return "unknown";
  return namesSomebody(folded, all, numbers) ? "mixed" : "other";
}

/** Returns what a name without a word for phones means, if it is one that phone columns have. */
function meaningOfWhole(words: readonly string[]): "perhaps" | "numbering" | undefined {
  const isNumbered = words.some((word) => NUMBERING.has(word));
  const rest = words.filter((word) => !NUMBERING.has(word) && !FILLERS.has(word));
  const withoutOwner = rest.filter((word) => !OWNERS.has(word)).join(" ");
  if (/^caller id/.test(words.join(" ")) || PERHAPS_NAMES.has(withoutOwner)) return "perhaps";
  if (isNumbered && ENDS.has(rest.join(" "))) return "perhaps";
  if ((isNumbered && rest.every((word) => QUALIFIERS.has(word))) || words.join(" ") === "contact id")
    return "numbering";
  const isLine = words.some((word) => LINES.has(word));
  return isLine && words.every((word) => LINES.has(word) || ANY_QUALIFIERS.has(word)) ? "perhaps" : undefined;
}

/** Whether the name of another number also names somebody to call: `contacto de cobro`, `Fiador del crédito`. */
function namesSomebody(folded: string, all: readonly string[], numbers: readonly string[]): boolean {
  if (all.some((word) => DAYS_AND_KEYS.has(word))) return false;
  if (all.some((word) => CONTACTS.has(word)) || BEGINS_WITH_SOMEBODY.test(folded)) return true;
  return numbers.every((word) => REFERENCES.has(word)) && REFERENCE_OF_PERSON.test(folded.replaceAll("_", " "));
}

/** Whether numbers in a column may be phones, by its name: `nombre y telefono`, `otro contacto`, but not `id_telefono`. */
export function mayHoldPhones(name: string): boolean {
  const meaning = meaningOf(name);
  if (isPhone(meaning)) return true;
  const all = splitWordsOf(name);
  const isOfContact = all.some((word) => CONTACTS.has(word) || REFERENCES.has(word));
  return (meaning === "mixed" || isOfContact) && !all.some((word) => isNumberWord(word) && !REFERENCES.has(word));
}

/** Whether a meaning is that of a phone column's name, or the one that is also allowed. */
export const isPhone = (meaning: ColumnMeaning, also?: ColumnMeaning): boolean =>
  ["phone", "perhaps", "numbering", also].includes(meaning);

export const isPlainPhoneName = (name: string): boolean =>
  wordsOf(name).every((word) => isPhoneWord(word) || ANY_QUALIFIERS.has(word));

/** Whether one name is several, of a phone and something else: the columns were not split. */
export function namesSeveralColumns(name: string, between = /[,;|\t:^~]| {3,}/): boolean {
  const parts = name.split(between).filter((part) => part.trim() !== "");
  const isOfPhones = (part: string) => meaningOf(part) === "phone" || meaningOf(part) === "perhaps";
  return parts.some(isOfPhones) && !parts.every(isOfPhones);
}

const isPhoneWord = (word: string) => PHONE_WORDS.has(word) || PHONE_PART.test(word) || PHONE_COMPOUND.test(word);

/** Whether a folded word names another number, or only fills such a name: `factura`, `no`, `de`. */
export function namesAnotherNumber(word: string): boolean {
  return isNumberWord(word) || NUMBERING.has(word) || FILLERS.has(word);
}

const isNumberWord = (word: string) => NUMBER_WORDS.has(word) || NUMBER_COMPOUND.test(word);

/** Returns the words, with and without splitting at case changes: `MobilePhone`, and `DUI` as well as `dui`. */
function splitWordsOf(name: string): string[] {
  return [...wordsOf(name), ...wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))];
}

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
