// The words that options take and the topics of help, in every language: each has a fixed name, which is English and stands in reports, and is typed
// in whichever language, with or without accents and capitals.

import type { ImportKind } from "../headers/import-columns.js";
import type { PhoneFormat } from "../phone/format.js";
import type { NumberType } from "../phone/number.js";
import type { Channel } from "../suppression/event.js";
import type { GuideName } from "./guides.js";
import type { Language, OtherLanguage } from "./languages.js";
import { nearest } from "./nearest.js";

/** Whatever is no abbreviation or name of a format, which are the same everywhere. */
type FixedWord =
  | GuideName
  | Exclude<Channel | NumberType | PhoneFormat | ImportKind, "sms" | "whatsapp" | "e164">
  | "auto"
  | "always"
  | "never"
  | "opt-out"
  | "opt-in"
  | "other"
  | "review"
  | "tab"
  | Language;

/** How each word is said: the first is what help and completions show. */
const SAID: Readonly<Record<OtherLanguage, Readonly<Record<FixedWord, readonly [string, ...string[]]>>>> = {
  es: {
    any: ["cualquiera", "todos"],
    call: ["llamada", "llamadas", "voz"],
    mobile: ["celular", "celulares", "móvil", "móviles"],
    fixed: ["fijo", "fijos"],
    toll_free: ["gratuito", "gratuitos"],
    premium: ["premium", "tarifa-especial"],
    national: ["nacional"],
    digits: ["dígitos"],
    original: ["original"],
    form: ["formulario", "formularios"],
    consent: ["consentimiento", "consentimientos"],
    reviewed: ["revisado", "revisados"],
    auto: ["auto"],
    always: ["siempre"],
    never: ["nunca"],
    "opt-out": ["baja"],
    "opt-in": ["alta"],
    other: ["otro"],
    review: ["revisar"],
    tab: ["tab", "tabulador"],
    es: ["es", "español"],
    en: ["en", "inglés"],
    columns: ["columnas"],
    dispositions: ["resultados", "disposiciones", "motivos"],
    suppression: ["bajas", "supresión", "listas"],
    workbooks: ["excel", "libros", "hojas"],
    report: ["reporte", "informe"],
    proof: ["prueba", "comprobación"],
    messages: ["mensajes", "respuestas"],
    contacts: ["contactos"],
    "exit-codes": ["códigos", "códigos-de-salida", "salida"],
  },
};

/** The one of these words that was typed, in any language; undefined where it is none of them. */
export function fixedWord<T extends string>(typed: string, words: readonly T[]): T | undefined {
  const said = folded(typed);
  return words.find((word) => folded(word) === said || saidAs(word).some((other) => folded(other) === said));
}

/** The one of these words that was probably meant, by whichever way to say it is the nearest; undefined where none is near. */
export function nearestWord<T extends string>(typed: string, words: readonly T[]): T | undefined {
  const near = nearest(folded(typed), words.flatMap((word) => [word, ...saidAs(word)]).map(folded));
  return near === undefined ? undefined : fixedWord(near, words);
}

/** The word as help and completions of a language show it. */
export function wordIn(language: Language, word: string): string {
  return (language === "en" ? undefined : saidIn(language, word)?.[0]) ?? word;
}

function saidAs(word: string): readonly string[] {
  return (Object.keys(SAID) as (keyof typeof SAID)[]).flatMap((language) => saidIn(language, word) ?? []);
}

function saidIn(language: keyof typeof SAID, word: string): readonly string[] | undefined {
  return (SAID[language] as Readonly<Record<string, readonly string[] | undefined>>)[word];
}

function folded(word: string): string {
  return word.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("_", "-");
}
