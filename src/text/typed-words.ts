// The values of options and the topics of help in every language. Each has a fixed English name, which reports use, and may be
// typed in any language, with or without accents and capitals.

import type { ImportKind } from "../headers/import-columns.js";
import type { PhoneFormat } from "../phone/format.js";
import type { NumberType } from "../phone/number.js";
import type { Channel } from "../suppression/event.js";
import type { GuideName } from "./guides.js";
import type { Language, OtherLanguage } from "./languages.js";
import { nearest } from "./nearest.js";

/** Words that differ between languages; abbreviations and names of formats do not. */
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

/** The names of each word. Help and completion show the first. */
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

/** Returns the word that was typed in any language; undefined if it is none of these. */
export function fixedWord<T extends string>(typed: string, words: readonly T[]): T | undefined {
  const said = folded(typed);
  return words.find((word) => folded(word) === said || saidAs(word).some((other) => folded(other) === said));
}

/** Returns the word with a name in any language that a mistyped one resembles; undefined if there is none. */
export function nearestWord<T extends string>(typed: string, words: readonly T[]): T | undefined {
  const near = nearest(folded(typed), words.flatMap((word) => [word, ...saidAs(word)]).map(folded));
  return near === undefined ? undefined : fixedWord(near, words);
}

/** Returns a word as help and completion show it in a language. */
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
