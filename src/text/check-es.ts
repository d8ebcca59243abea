// Every word of a check's answer, in Spanish.

import type { CheckSentences } from "./check.js";
import { number } from "./values.js";

export const check: CheckSentences = {
  may: "se puede contactar",
  mayNot: "NO se puede contactar",
  noNumber: "ningún número",
  because: {
    suppressed: "pidió la baja",
    excluded: "no es para esta campaña",
    foreign: "es de otro país",
    invalid: "no es un número seguro",
  },
  reasons: {
    "type-not-allowed": "su tipo no está permitido",
    "not-reachable": "no recibe SMS",
    empty: "vacío",
    "not-a-number": "no es un número",
    "too-short": "muy corto",
    "too-long": "muy largo",
    "not-in-plan": "fuera del plan de numeración",
    "legacy-7-digit": "7 dígitos, de antes de 2005",
    "spreadsheet-damage": "dañado por la hoja de cálculo",
    "looks-like-id": "parece DUI o NIT",
    placeholder: "de relleno",
  },
  types: {
    mobile: "celular",
    fixed: "fijo",
    toll_free: "gratuito",
    premium: "de tarifa especial",
    foreign: "de otro país",
  },
  typed: "escrito",
  readsAs: "se lee",
  couldMean: "podría ser",
  nothing: "nada",
  optedOut: "de baja en",
  holding: (list, record, since) => `${list}, registro ${number(record)}${since === "" ? "" : `, desde ${since}`}`,
  andMore: (count) => `y ${number(count)} más`,
  asOf: (when) => `como estaba al ${when}`,
};
