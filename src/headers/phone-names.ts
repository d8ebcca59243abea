// Tells by a column's name what it holds: phones, another kind of number, text. lists/phone-columns.ts compares that
// with the cells.

import { JOINING, NUMBERING, PHONE_WORDS, PLACES } from "../phone/labels.js";

/**
 * `perhaps`: phones or something else (`contacto`). `numbering`: `numero`, without saying of what. `mixed`: phones and
 * something else (`nombre y telefono`). `other`: numbers that are no phones. `hash`: digests.
 */
export type ColumnMeaning = "phone" | "perhaps" | "numbering" | "mixed" | "other" | "hash" | "text" | "unknown";

export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Matches part of a longer word for phones (`telefonocliente`, `NROTELEFONO`), but not `Telefonista`. */
const PHONE_PART = /telefon(?!ist|ia|ea|icamente)|celular|whatsapp|^(?:client|contact|customer|home|work)?phone(?!tic)/;
const PHONE_COMPOUND =
  /^(?:(?:num|nro|no)(?:tel|cel|movil)|(?:tel|cel|mov)(?:casa|cel|movil|trab|trabajo|oficina|dom|ref|fijo))$/;

/** Whole names, numbering aside, of columns that are phones if their cells are: `contacto` may be a person's name. */
const PHONE_NAMES = words(`contact contacto contactos from casa oficina trabajo home work fijo linea alterno
  alternativo secundario adicional pager dnis`);
/** Words for phones if all others are qualifiers: `línea fija`, but not `linea de credito`. */
const LINES = words("linea lineas fijo fijos fija fijas recado recados");
/** Words for phones after `numero de`. Alone they may be people or places. */
const PARTIES = words("to destino origen caller called callee calling recipient sender dialed dialled marcado llamar");
const CONTACTS = words("contacto contactos contact contacts emergencia emergency recado recados");
/** Matches names that begin with a guarantor, a relative or a line. Ids begin otherwise: `DUI responsable`. */
const ANSWERING =
  /^(?:n\w+\W+)?(?:responsable|encargad|llamar|fiador|codeudor|avalista|conyuge|espos|familiar|linea(?! de cr))/;
/** Customers and members: the owner where a name has a word for phones, else somebody's other number. */
const PEOPLE = words("socio socia asociado asociada titular cliente client customer");
const FILLERS = words("no n a de del of the el la");

/** Words that say whose phone it is, or which. */
const QUALIFIERS: ReadonlySet<string> = new Set([
  ...[...PLACES, ...NUMBERING, ...JOINING],
  ...words(`alterno alternativo secundario adicional otro otra otros otras nuevo nueva anterior actual ultimo laboral ref
    referencia referencias reference domicilio residencia residencial particular fijo business other main primary
    secondary alt no n cliente customer client titular fiador codeudor conyuge esposo esposa madre padre familiar socio
    socia asociado asociada beneficiario responsable encargado empresa company assistant asst billing shipping car de
    del la el un una a b c sv`),
]);
/** Qualifiers that name another number if no phone's word is in the name. */
const REFERENCES = words("ref referencia referencias reference");
/** Matches references that are people to call: `referencia familiar`, `ref1`. */
const REFEREES =
  /\b(?:familiar(?:es)?|personal(?:es)?|laboral|comercial|vecino|amigo)\b|^ref(?:erencia|erence|s)?[ ._-]{0,3}[1-9]$/;
const DAYS_AND_KEYS = words("fecha fec fch date hora time timestamp key uuid guid euid uniqueid dui nit");
const NUMBER_WORDS = words(`dui nit nrc nup nie cif ruc rtn dpi cedula id ids sid leid euid uuid guid uniqueid
  identificacion identidad codigo cod code cuenta cta account fecha fec fch date hora time timestamp nacimiento
  vencimiento birthday dob monto mto amount saldo balance importe deuda debt capital interes limite abono pago edad
  age factura invoice correlativo documento doc expediente poliza contrato credito prestamo tarjeta card pin otp placa
  serie ref referencia reference recibo isss afp pasaporte passport carnet zip postal postcode precio price total
  cantidad qty cuota dias mora count duracion duration sha256 sha1 sha512 md5 hash hmac anio year mes lat lon latitud
  longitud latitude longitude key evidence evidencia event evento expires expira vence hasta salario sueldo ingreso
  registro ip folio ticket orden order pedido operacion transaccion transaction solicitud socio asociado medidor nic
  npe imei iccid lote sku`);
const NUMBER_COMPOUND =
  /^(?:cod|id|num|nro)(?:cli|cliente|cta|cuenta|dui|nit|prestamo|credito|doc|documento|factura|contrato|socio)$/;

/** Words for columns of texts. They are no phone columns, but numbers in their cells are phones. */
const TEXT_WORDS = words(`status estado canal channel accion action motivo reason email correo mail nombre name
  apellido direccion address`);
const ABOUT_PHONES = words(`type tipo label etiqueta compania operador operadora carrier proveedor plan modelo marca
  model brand pais country ext extension area prefijo prefix verificado verified valido valid validado notas nota
  notes comentario comments observacion observaciones descripcion description consent owner acepta accepts allow
  permite tiene`);

const PLAIN = /^[ -~]*$/;
const LETTERS = /^[a-z ]*$/i;
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
  if (LETTERS.test(name)) return name;
  return name
    .replace(/<[^<>]*>|&nbsp;/gi, " ")
    .replace(LOST_O, (_, at: number, whole: string) => (whole[at - 1] === "I" ? "O" : "o"))
    .replace(LOST_LETTER, "");
}

/** Returns what a column of this name holds. Words are split at case changes, digits and punctuation. */
export function meaningOf(name: string): ColumnMeaning {
  if (/sha_?\d|md_?5|hash|hmac/.test(foldName(name))) return "hash";
  // `De` is a sender, and `2 de 3` is no name.
  const whole = foldName(name) === "de" ? "perhaps" : meaningOfWhole(wordsOf(name));
  if (whole !== undefined) return whole;
  const all = splitWordsOf(name);
  const isPhone = all.some(isPhoneWord);
  const isOther = all.some((word) => isNumberWord(word) && !(isPhone && (REFERENCES.has(word) || PEOPLE.has(word))));
  const isText = all.some((word) => TEXT_WORDS.has(word) || (isPhone && ABOUT_PHONES.has(word)));
  if (isPhone) return isOther || isText ? "mixed" : "phone";
  if (isOther && namesPartOfPhone(all)) return "unknown";
  if (isOther) return namesSomebody(name, all) ? "mixed" : "other";
  return isText ? "text" : "unknown";
}

/** Returns what a name without a word for phones means, if it is one that phone columns have. */
function meaningOfWhole(words: readonly string[]): "perhaps" | "numbering" | undefined {
  const whole = words.join("_");
  if (PHONE_NAMES.has(whole) || /^caller_id/.test(whole)) return "perhaps";
  const rest = words.filter((word) => !NUMBERING.has(word) && !FILLERS.has(word));
  const isNumbered = words.some((word) => NUMBERING.has(word));
  if ((isNumbered && rest.length === 0) || whole === "contact_id") return "numbering";
  const place = rest.filter((word) => !PEOPLE.has(word)).join("_");
  if (PHONE_NAMES.has(place) || (isNumbered && PARTIES.has(rest.join("_")))) return "perhaps";
  const isAbout = (word: string) => QUALIFIERS.has(word) && !REFERENCES.has(word) && !PEOPLE.has(word);
  if (isNumbered && rest.every(isAbout)) return "numbering";
  const isLine =
    words.some((word) => LINES.has(word)) && words.every((word) => LINES.has(word) || QUALIFIERS.has(word));
  return isLine ? "perhaps" : undefined;
}

/** Whether the name of another number also names somebody to call: `contacto de cobro`, `Fiador del crédito`. */
function namesSomebody(name: string, words: readonly string[]): boolean {
  if (words.some((word) => DAYS_AND_KEYS.has(word))) return false;
  if (words.some((word) => CONTACTS.has(word)) || ANSWERING.test(foldName(name))) return true;
  const isReference = words.filter(isNumberWord).every((word) => REFERENCES.has(word));
  return isReference && REFEREES.test(foldName(name).replaceAll("_", " "));
}

/** Whether a column names somebody to call, by name or number: `otro contacto`, `emergencia`. */
export function namesContact(name: string): boolean {
  const isContact = (word: string) => CONTACTS.has(word) || REFERENCES.has(word);
  return splitWordsOf(name).some(isContact) && !namesOtherNumberToo(name);
}

/** Whether a phone's name also names another number: `fecha de llamada telefonica`, `id_telefono`. */
export function namesOtherNumberToo(name: string): boolean {
  return splitWordsOf(name).some((word) => isNumberWord(word) && !REFERENCES.has(word));
}

export function isPlainPhoneName(name: string): boolean {
  return wordsOf(name).every((word) => isPhoneWord(word) || QUALIFIERS.has(word));
}

const BETWEEN_NAMES = /[,;|\t:^~]| {3,}/;

/** Whether one name is several, of a phone and something else: the columns were not split. */
export function namesSeveralColumns(name: string, between = BETWEEN_NAMES): boolean {
  const parts = name.split(between).filter((part) => part.trim() !== "");
  const isPhone = (part: string) => meaningOf(part) === "phone" || meaningOf(part) === "perhaps";
  return parts.some(isPhone) && !parts.every(isPhone);
}

/** Words for the first digits of a phone, alone or after `código` or `id`. */
const PARTS = words("area areas prefijo prefix central exchange zona ciudad operador operadora lada");
const CODES = words("codigo cod code id");

/** Whether a name is a part of a phone, not an id: `codigo de area`, `AreaCode`, `cod_prefijo`. */
function namesPartOfPhone(words: readonly string[]): boolean {
  return words.some((word) => PARTS.has(word)) && words.filter(isNumberWord).every((word) => CODES.has(word));
}

function isPhoneWord(word: string): boolean {
  return PHONE_WORDS.has(word) || PHONE_PART.test(word) || PHONE_COMPOUND.test(word);
}

/** Whether a folded word names another number, or only fills such a name: `factura`, `no`, `de`. */
export function namesAnotherNumber(word: string): boolean {
  return isNumberWord(word) || NUMBERING.has(word) || FILLERS.has(word);
}

function isNumberWord(word: string): boolean {
  return NUMBER_WORDS.has(word) || NUMBER_COMPOUND.test(word);
}

/** Returns the words, with and without splitting at case changes: `MobilePhone`, and `DUI` as well as `dui`. */
function splitWordsOf(name: string): string[] {
  return [...wordsOf(name), ...wordsOf(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))];
}

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
