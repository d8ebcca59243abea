// What else stands in the lines of a text and is no phone number: ids with their names, amounts, counts, places, addresses, keys.
// Only what is left tells whether a line is an entry; which numbers it could mean is told by the whole line.

import { normalise } from "../phone/normalise.js";
import { PHONE_WORDS } from "../phone/words.js";

/** Links, addresses of mail and of machines, keys, colours and stamps without marks. */
const ADDRESSES =
  /https?:\/\/\S+|www\.\S+|(?<![^\s<>])[^\s<>@]+@[^\s<>@]+|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?:(?<!\d)20\d{6}|;)t\d{4,6}z?(?![\da-z])|#[\da-f]{3}(?:[\da-f]{3})?(?=[;"'} ])|(?:img|vid|aud|ptt|doc|stk|photo|video|audio)-(?:\d{8}|;)-wa\d+\S*/g;
/** What a card of a contact says beside its phones: where somebody lives, since when, a picture. */
const OF_CARDS = /^ *(?:item\d+\.)?(?:adr|geo|rev|bday|uid|photo|logo|key|prodid|version|anniversary)[;:].*/;
/** What programs say of a mail. */
const OF_MAILS = /^ *(?:x-[a-z\d-]{1,40}|message-id|in-reply-to|references|received|dkim-signature|thread-index) ?:.*/;
/** How mails write letters that are not English. */
const ENCODED = /=\?[\w-]+\?[qb]\?|(?:=[c-f][\da-f])+(?:=[89ab][\da-f])*/g;
/** A file that was spelled in letters. */
const BASE64 = /[a-z\d+/=]{40,}/g;
/** What names a number that is no phone number; the number may have letters and marks of its own. */
const NAMED =
  /(?<![a-z])(?:duis?|nit|nie|nrc|isss|afp|pasaporte|passport|carnet|(?:cuenta|cta)(?: [a-z]+){0,3}|factura|invoice|recibo|receipt|ticket|pedido|order|orden|folios?|casos?|cases?|solicitud(?: es)?(?: la)?|tramite|codigo|code|ref(?:erencia|erence)?|expediente|poliza|contrato|credito|correlativo|registro|acta|articulos?|arts?|decreto(?: legislativo)?|ley|inciso|numeral|punto|pag(?:ina)?|page|version|build|c\.? ?p\.?|codigo postal|autorizacion|comprobante|numero corto|corto|zip|(?:calle|avenida|av|pasaje|pje|poligono|block|lote|local|apto|km)(?: [a-z]+){0,3}|identificacion(?: tributaria)?|identidad|j\.? ?v\.? ?p\.? ?[a-z]{1,3})(?: (?:es|is))?[ .:]{0,8}(?:#|n[°º.]|nos?\.?|numero|num\.?|nro\.?)?[ .:#°º-]{0,8}[a-z]{0,4}[-_]?(?!\d[\d./-]*[a-z*#?%_])\d[\d./-]*(?: al? \d+)?/g;
const DUI_OR_NIT = /(?<![\da-z])(?:[o\d]\d{7} ?- ?\d|\d{4}-\d{6}-\d{3}-\d)(?![\da-z])/g;
/** With a currency, with thousands, with two decimals, or a share. */
const AMOUNT =
  /(?:us ?[$d]|[$€]|(?<![a-z])q) ?\d[\d.,]*|(?<![\d.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d-])|(?<![\d.,-])\d{1,6}[.,]\d\d(?![\d.,-])|(?<![\d-])\d{1,3}(?:[.,]\d+)? ?%/g;
/** Digits and what may stand between those of a number, also where one can't be read (`70?1`). Bounded, for linear time, as what stands before it is. */
const CLUSTER = /(?<![\da-z])\d+(?:(?:[ \-.()_*~/]{1,3}|\?)\d+){0,20}(?![\da-z])/g;
/** `3er`, `15min`; behind other digits an `x` is a wildcard. */
const COUNTED =
  /(?<![\da-z])\d{1,3}(?:er|ro|do|da|ra|ta|va|ma|vo|mo|na|a|to|st|nd|rd|th|px|min|hrs?|h|k|mg|ml|kg|lbs?|cm|mm|oz)(?![\da-z])|(?<![\da-z]|\d[-./ ])\d{1,3}x(?![\da-z])/g;
/** `26dic`, and `26/12` by itself. */
const DAY_AND_MONTH =
  /(?<![\da-z])\d{1,2}(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic|jan|apr|aug|dec)[a-z]{0,7}(?![\da-z])/g;
const DAY_OF_MONTH = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])$/;
/** An extension in a line without the number that it is of; a form's or a receipt's number alone on its line. */
const EXTENSION = /(?<![a-z])(?:ext|extension|anexo|interno)[ .:#]{1,4}\d{1,5}(?![\d*?#%]|[-. ]{1,2}\d)/g;
const ALONE = /^[^a-z\d*?#%]*n(?:[°º.]|os?\.|ro\.?)[ .:]{0,4}\d{1,4}[^a-z\d*?#%]*$/;
/** A digit in a word is a letter, as machines read it: `te1efonica`, `7bit`. */
const IN_WORD = /(?<![\da-z])(?:[a-z]{2,}\d[a-z]*|[a-z]?\d[a-z]{3,})(?![\da-z])/g;
const YEAR = /^(?:19|20)\d\d$/;
/** `proj-1042`, `wa0003`: letters that are no label of a phone, no wildcard, nor digits that were read as letters. */
const KEY = /(?<![\da-z]|\d[-. ])([a-z]+)[-_]?\d{1,6}(?![\da-z])/g;
/** A normalised line without what is known to be no phone number. */
export function withoutFigures(line: string): string {
  const named = line
    .replace(OF_CARDS, "")
    .replace(ALONE, ";")
    .replace(OF_MAILS, "")
    .replace(ENCODED, "")
    .replace(BASE64, (run) => (isBase64(run) ? ";" : run))
    .replace(ADDRESSES, ";")
    .replace(NAMED, ";")
    .replace(DUI_OR_NIT, ";")
    .replace(AMOUNT, ";")
    .replace(COUNTED, ";")
    .replace(DAY_AND_MONTH, ";")
    .replace(EXTENSION, ";")
    .replace(IN_WORD, (word) => (isLabel(word.replace(/\d.*/, "")) ? word : ";"))
    .replace(KEY, (key: string, letters: string) => (isLabel(letters) ? key : ";"));
  return named.replace(CLUSTER, (cluster) => (isCount(cluster) ? ";" : cluster));
}

/** Few digits alone on a line, and a line of words. */
const FIGURE = /^\s*\d{1,4}(?:[-/.]\d{1,4}){0,2}\s*$/;
const LABEL = /^\D{1,80}$/;
const MOST_OF_FIGURE = 6;

/** Whether a line is nothing but few digits, and the line above names them: `EXPEDIENTE` and `21-4408`. */
export function isNamedAbove(line: string, above: string): boolean {
  if (!FIGURE.test(line) || line.replace(/\D/g, "").length > MOST_OF_FIGURE || !LABEL.test(above)) return false;
  return !/\d/.test(withoutFigures(normalise(`${above.trim()} ${line.trim()}`)));
}

/** A digest may be somebody's number, that nobody can read here. */
function isBase64(run: string): boolean {
  return run.replace(/[^a-z]/g, "").length > 20 && !/^[\da-f]{32,128}$/.test(run);
}

function isLabel(letters: string): boolean {
  return PHONE_WORDS.has(letters) || /^[oil]+$|^[xn]+$/.test(letters);
}

/** So few digits are no number, torn or cut. */
function isCount(cluster: string): boolean {
  return cluster.replace(/\D/g, "").length <= 3 || YEAR.test(cluster) || DAY_OF_MONTH.test(cluster);
}
