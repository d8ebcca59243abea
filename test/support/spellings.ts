// Valid Salvadoran numbers, and the ways in which people, spreadsheets and systems spell them.

import fc from "fast-check";
import { TYPE_BY_PREFIX8 } from "../../src/phone/plan.js";

const PREFIXES8 = Array.from({ length: 100_000 }, (_, prefix) => prefix).filter((prefix) => TYPE_BY_PREFIX8[prefix]);

/** 8 digits in the plan, mobile or fixed, no placeholder. */
export const nationalNumbers: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 0, max: PREFIXES8.length - 1 }), fc.integer({ min: 0, max: 999 }))
  .map(([at, rest]) => `${PREFIXES8[at]}${String(rest).padStart(3, "0")}`)
  .filter((national) => !/^(\d)\1{7}$/.test(national));

const COUNTRY = ["", "", "", "503", "+503", "+503 ", "503 ", "503-", "(503) ", "(503)", "(+503) ", "+(503) ", "+ 503 "]
  .concat(["00503", "00503 ", "00 503 ", "011503", "011 503 ", "503 503 ", "+503 (0) ", "{503}", "[503] ", "503+"])
  .concat(["++503", "+503.", "+503-", "+503/", "503_", "+503+503", "+00503", "+503\u00a0"]);

const SEPARATORS = "|-| |.|/|_| - |  |\u00a0|\u2011|\u2013|\u2014|\u2212|\u200b"
  .split("|")
  .concat("\u2060|\u00ad|\t|\u3000|*|~|'|\u0096|\ufffd|) | (|\u2009|\u00b7|,|&nbsp;".split("|"));

const LABELS = "|||Tel. |TEL:|Tel.: |Cel: |cel |Cel. |WhatsApp |whatsapp:|WA:|Fax: |PBX |tel:"
  .split("|")
  .concat("sms:|Teléfono: |Móvil |N° |#|*|'|`|-|$|Juan: |María Pérez |📞 |casa: ".split("|"))
  .concat(["https://wa.me/", "wa.me/", "\ufeff", "\u202a", "\u2066", " ", "\t", '="', '"', "(", "Oficina: "]);

const ENDINGS = '||||.|-|*|?|!|;|,| |\n|"|\u202c|)| (Juan)| casa| WhatsApp'
  .split("|")
  .concat([
    ..." ext. 101| x101|;ext=12|#12| Ext: 5| extensión 12| int. 12| anexo 12|@c.us|@s.whatsapp.net".split("|"),
    ".0",
  ])
  .concat([" / 2222-2223", " y 25", " al 99", "; 2522-5001", "-7", " 12/05/2024", " DUI 01234567-8"]);

const SCRIPTS = [0x30, 0x30, 0x30, 0x30, 0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x1d7ce];

const GROUPS: readonly (readonly number[])[] = [
  [8],
  [8],
  [4, 4],
  [4, 4],
  [4, 4],
  [2, 2, 2, 2],
  [1, 3, 4],
  [4, 2, 2],
  [2, 2, 4],
  [3, 5],
  [2, 6],
  [4, 3, 1],
  [1, 7],
  [7, 1],
  [1, 1, 1, 1, 1, 1, 1, 1],
  [2, 3, 3],
  [3, 3, 2],
];

/** Seven digits and `.0` are a seven-digit number that Excel took for a float, whatever was meant. */
const EXCEL_FLOAT = /\p{Nd}{7}[.,]\p{Nd}(?!\p{Nd})/u;

/** Any spelling of an 8-digit number: it is certain, a candidate, or left over. */
export function spellingsOf(national: string): fc.Arbitrary<string> {
  return fc
    .record({
      label: fc.constantFrom(...LABELS),
      country: fc.constantFrom(...COUNTRY),
      groups: fc.constantFrom(...GROUPS),
      separators: fc.oneof(
        fc.constantFrom(...SEPARATORS).map((separator) => [separator]),
        fc.array(fc.constantFrom(...SEPARATORS), { minLength: 7, maxLength: 7 }),
      ),
      ending: fc.constantFrom(...ENDINGS),
      script: fc.constantFrom(...SCRIPTS),
    })
    .map(({ label, country, groups, separators, ending, script }) => {
      let at = 0;
      let spelled = "";
      for (const [i, length] of groups.entries()) {
        if (i > 0) spelled += separators[(i - 1) % separators.length];
        spelled += national.slice(at, at + length);
        at += length;
      }
      const digits = `${country}${spelled}`.replace(/\d/g, (digit) => String.fromCodePoint(script + Number(digit)));
      return label + digits + ending;
    })
    .filter((cell) => !EXCEL_FLOAT.test(cell.replace(/\p{Cf}/gu, "")));
}

/** Spellings that leave no doubt: the number is read, and only that number. */
export function plainSpellingsOf(national: string): fc.Arbitrary<string> {
  const [left, right] = [national.slice(0, 4), national.slice(4)];
  return fc
    .tuple(
      fc.constantFrom("", " ", "Tel. ", "Cel: ", "WhatsApp ", "'", "tel:"),
      fc.constantFrom("", "503", "+503", "+503 ", "503-", "(503) ", "(+503)", "00503", "00503 "),
      fc.constantFrom(...["", "-", " ", ".", "\u00a0", "\u2011", "\u2013", "\u200b"].map((by) => left + by + right)),
      fc.constantFrom("", " ", ".", "\t"),
    )
    .map((parts) => parts.join(""))
    .filter((cell) => !/\.0+\b/.test(cell));
}
