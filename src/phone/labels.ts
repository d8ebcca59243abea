// The words next to phone numbers, by role: lower case, without accents. Patterns are built from them.

import { normalise } from "./normalise.js";

const words = (...lines: string[]): readonly string[] => lines.join(" ").split(" ");

const TOUCHING_WORDS = words("tel tels telefono cel cels celular movil fax pbx wa whatsapp");
/** Words that may touch the digits after them: `Cel70123456`. */
export const TOUCHING: readonly string[] = [...TOUCHING_WORDS, ...words("no n c t w")];

/** Words for "phone", next to a number and in the name of a column. */
export const PHONE_WORDS: ReadonlySet<string> = new Set([
  ...TOUCHING_WORDS,
  ...words(
    "telf telfs tlf tele telef telefs telfx telefonos telfono tlfn tlfno tfno tlefono telefno fono fonos telefonico",
    "telefonica celulares celu cell cells moviles mob mobile mobiles whats wsp wapp wpp wasap wassap watsapp whatsap",
    "wsapp guasap phone phones phonenumber phonenumbers telephone telefax sms ani callerid msisdn celphone cellphone",
    "cellular mobilenumber mobilephone handphone landline homephone workphone remitente destinatario optedoutnumber",
  ),
]);
export const NUMBERING: ReadonlySet<string> = new Set(words("numero numeros num number nro"));
/** Words for the place or the purpose of a phone. */
export const PLACES: readonly string[] = words(
  "casa oficina ofi ofc trabajo home office work personal principal directo contacto contact emergencia emergencias",
  "emergency",
);
export const CONJUNCTIONS: readonly string[] = words("y e u o or and");
/** Words between the ends of a range. */
export const RANGE_WORDS: readonly string[] = words("a al hasta to through");
/** Words before an extension, as is `x`. */
export const EXTENSION_WORDS: readonly string[] = words("ext extension int interno anexo");

/** Every word that may stand next to a number and adds nothing; also parts of links. */
const LABELS: ReadonlySet<string> = new Set([
  ...[...PHONE_WORDS, ...TOUCHING, ...NUMBERING, ...PLACES, ...CONJUNCTIONS, ...RANGE_WORDS, ...EXTENSION_WORDS],
  ...words("x nos m p f h fijo linea mov ws sv esa tigo claro movistar digicel llamar llamadas recados from"),
  ...words("http https www com me api send"),
]);

/** Whether a text holds words that are no labels. */
export function holdsOtherWords(text: string): boolean {
  return (normalise(text).match(/\p{L}+/gu) ?? []).some((word) => !LABELS.has(word));
}

/** Whether a phone cell holds words that are lost when it is cut to its number. */
export function losesWords(cell: string): boolean {
  return /\d/.test(cell) && holdsOtherWords(cell);
}
