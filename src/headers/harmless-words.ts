// What may stand beside an opt-in in its record: what is known as harmless, by the column's name and the words of its cell.
// All else may speak against it, so that no list of words of refusal has to be whole.

import {
  actionOf,
  channelsAmong,
  foldWords,
  hasOtherLetters,
  limitsConsent,
  nameWords,
  saysNo,
} from "./event-words.js";
import { saysOptOut } from "./opt-out-cells.js";
import { tellsOfOptOut } from "./opt-out-words.js";
import { isBarring, optOutColumnOf } from "./own-opt-outs.js";
import { type ColumnMeaning, meaningOf } from "./phone-names.js";
import { hasOddSign } from "./pictures.js";

const words = (...lists: string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split(" ")));

/** Words for what no person says of themselves in a log: who called, for what campaign, how urgent it was. */
const OF_OTHER_THINGS = words(
  "nombre nombres name apellido apellidos surname lastname first last full cliente customer client contacto agente agent ejecutivo ejecutiva asesor asesora operador operator usuario user gestor supervisor campana campanas campaign cola queue skill producto product plan direccion address ciudad city municipio departamento pais country zona sucursal agencia tienda store fuente source origen prioridad priority riesgo risk urgencia severidad email mail correo electronico url ip grabacion archivo file empresa company cartera idioma language genero sexo created updated by creado actualizado por navegador browser device dispositivo pagina page landing formulario form utm edad age de del la el of completo llamada call",
);

/** Of ids, of amounts, of places, and of days on which somebody was born or agreed. */
const OF_IDS_AND_DAYS = words(
  "id ids dui nit nrc nup cedula codigo cod code clave key uuid guid cuenta account contrato credito prestamo factura expediente poliza documento doc ref referencia folio ticket orden order pedido evento event evidencia evidence correlation external sender row fila correlativo num nro numero number locale timezone os version",
  "monto amount saldo balance limite salario total cantidad precio lat lon latitud longitud colonia barrio distrito region profesion ocupacion puesto cargo",
  "fecha date day hora time timestamp at on el y and alta opt in optin subscribed suscripcion suscrito consent consentimiento autorizacion aceptacion nacimiento birth birthday birthdate dob cumpleanos registro registration signup ingreso creacion modificacion actualizacion update",
);

/** Whose cells are numbers of somebody. */
const OF_NUMBERS: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "numbering", "hash"]);

/** A no in such a column says nothing against anybody, and whatever else it holds does. */
const TAKEN_BACK =
  /\b(?:anula\w*|borra\w*|elimina\w*|delet\w*|remov\w*|void\w*|revoca\w*|revoked|cancel\w*|invalid\w*|inactiv\w*|rechaz\w*|rejected|retir\w*|withdrawn|bounc\w*|rebot\w*|spam|fraud\w*|suppress\w*|suprim\w*|fallec\w*|deceas\w*|difunt\w*|pruebas?|tests?|error(?:es|s)?)\b/;
/** A yes in such a column says nothing against anybody, and whatever else it holds does. */
const IN_FORCE =
  /\b(?:activ[oa]|active|vigente|valid[oa]?|enabled|habilitad[oa]|confirmad[oa]|confirmed|verificad[oa]|verified|aprobad[oa]|approved)\b/;
const MAIL = /\S+@\S+/g;
/** `casa No. 12` counts houses. */
const COUNTED = /\b(?:no|nº|n°)\.? ?(?:\d{1,4}\b|#)/gi;
/** A cell with nothing in it, or what people and programs write for that. */
const NOTHING = /^(?:null|nan|n ?a|ningun[ao]|nada)$/;
/** Words of other scripts are none of these. */
const NO_WORDS = /^[^\p{L}\p{N}]*$/u;
/** What a program or a person puts for a no; what a cross means, nobody can say. */
const MARK_OF_NO = /^(?:0[0 ]*|f|x+|off)$/;
const BELOW_ZERO = /^\s*[-–−]\s*\d+\s*$/;
/** Names that a yes or a no may answer, though numbers, days and ids stand under them, too. */
const MAY_ASK =
  /\b(?:contact\w*|llamadas?|calls?|alta|opt ?in|subscri\w*|suscri\w*|consent\w*|autoriza\w*|acepta\w*)\b/;

/** Whether a cell says something against an opt-in beside it. */
export function speaksAgainst(name: string, cell: string): boolean {
  const own = optOutColumnOf(name);
  if (limitsConsent(cell)) return true;
  if (isBarring(own)) return saysOptOut(own, cell);
  const folded = nameWords(name);
  if (TAKEN_BACK.test(folded)) return saysOptOut("opt-out", cell);
  if (isInForce(folded)) return saysOptOut("consent", cell);
  return tellsOfOptOut(cell) || saysNo(cell.replace(MAIL, " ").replace(COUNTED, " "));
}

/** Whether a cell beside an opt-in surely says nothing against it. */
export function isHarmlessBeside(name: string, cell: string): boolean {
  if (speaksAgainst(name, cell) || hasOddSign(cell)) return false;
  const own = optOutColumnOf(name);
  const folded = nameWords(name);
  if (isBarring(own) || TAKEN_BACK.test(folded) || isInForce(folded)) return true;
  if (NO_WORDS.test(cell) || NOTHING.test(foldWords(cell))) return true;
  if (mayBeAnswered(name, folded) && isMarkOfNo(cell)) return false;
  if (OF_NUMBERS.has(meaningOf(name)) || folded === "no" || isMadeOf(folded, OF_OTHER_THINGS, OF_IDS_AND_DAYS))
    return true;
  if (actionOf(cell, false) === "opt-in") return true;
  return (own === "remarks" || isMadeOf(folded, OF_CONSENT, OF_REMARKS)) && isHarmlessNote(cell);
}

/** Whether a cell is nothing but a mark that may stand for no. */
export function isMarkOfNo(cell: string): boolean {
  return MARK_OF_NO.test(foldWords(cell)) || BELOW_ZERO.test(cell);
}

function mayBeAnswered(name: string, folded: string): boolean {
  const isOfChannel = OF_NUMBERS.has(meaningOf(name)) || channelsAmong(folded.split(" ")).length > 0;
  return isOfChannel || MAY_ASK.test(folded);
}

/** Whether a column of this name is of something else than what people say, to whoever reads its words. */
export function isOfOtherThings(name: string): boolean {
  return isMadeOf(nameWords(name), OF_OTHER_THINGS);
}

/** `activo`, `confirmed_at`; `valid_until` says when it ends. */
function isInForce(folded: string): boolean {
  if (!IN_FORCE.test(folded) || folded.split(" ").some((word) => UP_TO.has(word))) return false;
  return isMadeOf(folded, OF_CONSENT, OF_REMARKS, OF_OTHER_THINGS, OF_IDS_AND_DAYS);
}

/** Whether it has words, and each of them is in one of these sets. */
function isMadeOf(folded: string, ...sets: readonly ReadonlySet<string>[]): boolean {
  const named = folded.split(" ").filter((word) => /[a-z]/.test(word));
  return named.length > 0 && named.every((word) => sets.some((set) => set.has(word)));
}

/** Names of what was noted, or how something stands. */
const OF_REMARKS = words("reason state status sub");

/** What says how somebody agreed, and limits nothing. */
const OF_CONSENT = words(
  "ok si yes y e el la los las un una en de del por con su al a",
  "acepta acepto aceptado aceptada autoriza autorizo autorizado autorizada consiente consentimiento autorizacion verbal escrito escrita grabado grabada grabacion",
  "confirma confirmo confirmado confirmada verificado verificada validado validada firma firmo firmado firmada titular cliente clienta usuario usuaria",
  "quiere desea solicita pide solicito pidio recibir promociones ofertas publicidad mensajes informacion novedades",
  "formulario web sitio pagina tienda sucursal agencia oficina casa presencial evento feria visita llamada entrante caja mostrador recepcion papel contrato hoja",
  "muy amable gracias interesado interesada nuevo nueva anos observaciones notas comentarios",
  "activo activa active vigente valido valida valid habilitado habilitada enabled true verdadero suscrito suscrita subscribed opt optin double completado completed exitoso success entregado delivered enviado sent sms whatsapp signup registro registration checkbox casilla",
  "agreed agrees accepted confirmed verified signed customer form website store branch office in person call by the at on wants to receive offers messages",
);
/** Beside a number or a day these limit: `por 2026`, `al 2026-06-01`, `to 2026`. */
const UP_TO: ReadonlySet<string> = words("a al por to by");

/** Whether a note surely limits what was agreed in nothing. A number says nothing by itself, and may be any answer. */
function isHarmlessNote(note: string): boolean {
  if (/[?¿]/.test(note) || hasOtherLetters(note)) return false;
  const all = foldWords(note.replace(COUNTED, " ")).split(" ");
  const plain = all.filter((word) => !/\d/.test(word));
  const isNumbered = plain.length < all.length;
  return plain.length > 0 && plain.every((word) => OF_CONSENT.has(word) && !(isNumbered && UP_TO.has(word)));
}
