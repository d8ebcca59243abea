// Tells by a column's name what it holds: phones, other numbers, text. lists/phone-columns.ts compares that with cells.

import { CONJUNCTIONS, NUMBERING, PHONE_WORDS, PLACES } from "../phone/labels.js";
import { foldName, wordSet } from "./folding.js";

/**
 * `perhaps`: phones or something else (`contacto`). `numbering`: `numero`, without saying of what. `mixed`: phones and
 * something else (`nombre y telefono`). `other`: numbers that are no phones. `hash`: digests.
 */
export type ColumnMeaning = "phone" | "perhaps" | "numbering" | "mixed" | "other" | "hash" | "text" | "unknown";

/** The words of names, by what they say. A word may be of several kinds. */
const KINDS = {
  phone: PHONE_WORDS,
  numbering: NUMBERING,
  /** Alone or with numbering and owners, perhaps phones: the cells of `contacto` may be people's names. */
  perhaps: wordSet(`contact contacto contactos from casa oficina trabajo home work fijo linea alterno alternativo
    secundario adicional pager dnis`),
  /** The ends of a call: phones after `numero de`. Alone they may be people or places. */
  end: wordSet("to destino origen caller called callee calling recipient sender dialed dialled marcado llamar"),
  /** Phones if all other words are qualifiers: `línea fija`, but not `linea de credito`. */
  line: wordSet("linea lineas fijo fijos fija fijas recado recados"),
  /** Somebody to call, whatever other number the name has: `contacto de cobro`. */
  contact: wordSet("contacto contactos contact contacts emergencia emergency recado recados"),
  /** Somebody to call, if the name begins with the word: `Fiador del crédito`, but not `DUI responsable`. */
  guarantor: wordSet("responsable encargado fiador codeudor conyuge esposo esposa familiar"),
  /** People and references make no number a phone: `numero de cliente`, `numero de referencia`. */
  owner: wordSet("socio socia asociado asociada titular cliente client customer"),
  reference: wordSet("ref referencia referencias reference"),
  filler: wordSet("no n a de del of the el la"),
  /** Words that say whose phone it is, or which. */
  qualifier: new Set([
    ...[...PLACES, ...NUMBERING, ...CONJUNCTIONS],
    ...wordSet(`alterno alternativo secundario adicional otro otra otros otras nuevo nueva anterior actual ultimo laboral
      domicilio residencia residencial particular fijo business other main primary secondary alt no n madre padre
      beneficiario empresa company assistant asst billing shipping car de del la el un una a b c sv`),
  ]),
  dayOrKey: wordSet("fecha fec fch date hora time timestamp key uuid guid euid uniqueid dui nit"),
  /** Ids, but with a part of a phone its first digits: `codigo de area`, `AreaCode`. */
  code: wordSet("codigo cod code id"),
  phonePart: wordSet("area areas prefijo prefix central exchange zona ciudad operador operadora lada"),
  /** Other numbers. Some words also name a person (`socio`), or a reference that is one. */
  number:
    wordSet(`nrc nup nie cif ruc rtn dpi cedula ids sid leid identificacion identidad cuenta cta account nacimiento
    vencimiento birthday dob monto mto amount saldo balance importe deuda debt capital interes limite abono pago edad
    age factura invoice correlativo documento doc expediente poliza contrato credito prestamo tarjeta card pin otp placa
    serie ref referencia reference recibo isss afp pasaporte passport carnet zip postal postcode precio price total
    cantidad qty cuota dias mora count duracion duration sha256 sha1 sha512 md5 hash hmac anio year mes lat lon latitud
    longitud latitude longitude evidence evidencia event evento expires expira vence hasta salario sueldo ingreso
    registro ip folio ticket orden order pedido operacion transaccion transaction solicitud socio asociado medidor nic
    npe imei iccid lote sku`),
  /** Texts. Their columns are no phone columns, but numbers in their cells are phones. */
  text: wordSet(`status estado canal channel accion action motivo reason email correo mail nombre name apellido
    direccion address`),
  /** Facts about a phone. A column of them may hold the phone, too. */
  aboutPhones: wordSet(`type tipo label etiqueta compania operador operadora carrier proveedor plan modelo marca model
    brand pais country ext extension area prefijo prefix verificado verified valido valid validado notas nota notes
    comentario comments observacion observaciones descripcion description consent owner acepta accepts allow permite
    tiene`),
};
type Kind = keyof typeof KINDS;
const QUALIFIERS: readonly Kind[] = ["qualifier", "guarantor"];
const ANY_QUALIFIERS: readonly Kind[] = [...QUALIFIERS, "owner", "reference"];

/** Matches part of a longer word for phones (`telefonocliente`, `NROTELEFONO`), but not `Telefonista`. */
const PHONE_PART = /telefon(?!ist|ia|ea|icamente)|celular|whatsapp|^(?:client|contact|customer|home|work)?phone(?!tic)/;
const PHONE_COMPOUND =
  /^(?:(?:num|nro|no)(?:tel|cel|movil)|(?:tel|cel|mov)(?:casa|cel|movil|trab|trabajo|oficina|dom|ref|fijo))$/;
const NUMBER_COMPOUND =
  /^(?:cod|id|num|nro)(?:cli|cliente|cta|cuenta|dui|nit|prestamo|credito|doc|documento|factura|contrato|socio)$/;
/** Matches a name that begins with somebody to call. */
const BEGINS_WITH_SOMEBODY =
  /^(?:n\w+\W+)?(?:responsable|encargad|fiador|codeudor|conyuge|espos|familiar|avalista|llamar|linea(?! de cr))/;
/** Matches references that are people to call: `referencia familiar`, `ref1`. */
const REFERENCE_OF_PERSON =
  /\b(?:familiar(?:es)?|personal(?:es)?|laboral|comercial|vecino|amigo)\b|^ref(?:erencia|erence|s)?[ ._-]{0,3}[1-9]$/;

/** Whether a folded word is of any of the kinds. */
function isOf(word: string, ...kinds: readonly Kind[]): boolean {
  return kinds.some((kind) => KINDS[kind].has(word));
}
const isPhoneWord = (word: string) => isOf(word, "phone") || PHONE_PART.test(word) || PHONE_COMPOUND.test(word);
const isNumberWord = (word: string) => isOf(word, "dayOrKey", "code", "number") || NUMBER_COMPOUND.test(word);

/** Returns what a column of this name holds. Words are split at case changes, digits and punctuation. */
export function meaningOf(name: string): ColumnMeaning {
  const folded = foldName(name);
  if (/sha_?\d|md_?5|hash|hmac/.test(folded)) return "hash";
  // A column named `De` alone holds senders. In a longer name `de` means nothing.
  const whole = folded === "de" ? "perhaps" : meaningOfWhole(wordsOf(name));
  if (whole !== undefined) return whole;
  const all = splitWordsOf(name);
  const numbers = all.filter(isNumberWord);
  const isText = all.some((word) => isOf(word, "text"));
  const isMore = (word: string) =>
    isOf(word, "aboutPhones") || (isNumberWord(word) && !isOf(word, "owner", "reference"));
  if (all.some(isPhoneWord)) return isText || all.some(isMore) ? "mixed" : "phone";
  if (numbers.length === 0) return isText ? "text" : "unknown";
  if (all.some((word) => isOf(word, "phonePart")) && numbers.every((word) => isOf(word, "code"))) return "unknown";
  return namesSomebody(folded, all, numbers) ? "mixed" : "other";
}

/** Returns what a name without a word for phones means, if it is one that phone columns have. */
function meaningOfWhole(words: readonly string[]): "perhaps" | "numbering" | undefined {
  const isNumbered = words.some((word) => isOf(word, "numbering"));
  const rest = words.filter((word) => !isOf(word, "numbering", "filler"));
  const withoutOwner = rest.filter((word) => !isOf(word, "owner"));
  const isOne = (all: readonly string[], kind: Kind) => all.length === 1 && isOf(all[0]!, kind);
  if (/^caller id/.test(words.join(" ")) || isOne(withoutOwner, "perhaps")) return "perhaps";
  if (isNumbered && isOne(rest, "end")) return "perhaps";
  if ((isNumbered && rest.every((word) => isOf(word, ...QUALIFIERS))) || words.join(" ") === "contact id")
    return "numbering";
  const isLine = words.some((word) => isOf(word, "line"));
  return isLine && words.every((word) => isOf(word, "line", ...ANY_QUALIFIERS)) ? "perhaps" : undefined;
}

/** Whether the name of another number also names somebody to call: `contacto de cobro`, `Fiador del crédito`. */
function namesSomebody(folded: string, all: readonly string[], numbers: readonly string[]): boolean {
  if (all.some((word) => isOf(word, "dayOrKey"))) return false;
  if (all.some((word) => isOf(word, "contact")) || BEGINS_WITH_SOMEBODY.test(folded)) return true;
  return numbers.every((word) => isOf(word, "reference")) && REFERENCE_OF_PERSON.test(folded.replaceAll("_", " "));
}

/** Whether numbers in a column may be phones, by its name: `nombre y telefono`, `otro contacto`, but not `id_telefono`. */
export function mayHoldPhones(name: string): boolean {
  const meaning = meaningOf(name);
  if (isPhone(meaning)) return true;
  const all = splitWordsOf(name);
  const isOfContact = all.some((word) => isOf(word, "contact", "reference"));
  return (meaning === "mixed" || isOfContact) && all.every((word) => !isNumberWord(word) || isOf(word, "reference"));
}

/** Whether a meaning is that of a phone column's name, or the one that is also allowed. */
export const isPhone = (meaning: ColumnMeaning, also?: ColumnMeaning): boolean =>
  ["phone", "perhaps", "numbering", also].includes(meaning);

export const isPlainPhoneName = (name: string): boolean =>
  wordsOf(name).every((word) => isPhoneWord(word) || isOf(word, ...ANY_QUALIFIERS));

/** Whether one name is several, of a phone and something else: the columns were not split. */
export function namesSeveralColumns(name: string, between = /[,;|\t:^~]| {3,}/): boolean {
  const parts = name.split(between).filter((part) => part.trim() !== "");
  const isOfPhones = (part: string) => meaningOf(part) === "phone" || meaningOf(part) === "perhaps";
  return parts.some(isOfPhones) && !parts.every(isOfPhones);
}

/** Whether a folded word names another number, or only fills such a name: `factura`, `no`, `de`. */
export function namesAnotherNumber(word: string): boolean {
  return isNumberWord(word) || isOf(word, "numbering", "filler");
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
