// What a header's name says a column is by the contract. A name that it does not have says nothing.

import { plainText } from "./cell.js";

/** Names that are a phone column in any list, and those that are one in a suppression list; in a phone list they may be. */
const PHONES = "phone|phone number|telefono|tel|tel casa|tel oficina|celular|cel|celu|movil|fijo|msisdn|whatsapp|wsp";
const OF_OPT_OUTS = "linea|numero|ani|remitente|destinatario|contact id|sms|optedoutnumber|mobilenumber|from";
const IDS = "id|dui|nit|codigo|documento|contrato|folio|ticket";
const DATES = "date|fecha|requested at|timestamp|date of consent|hora|expires|expira|expires at";
const AMOUNTS = "monto|saldo|total";
const OWN_OPT_OUTS = [
  "donotcall|do not call|dnc|no contactar|no llamar|no molestar|opt out|opted out|unsubscribed|baja",
  "pidio baja|no acepto llamadas|no recibir promociones|revocado|no tocar",
  "¿desea dejar de recibir llamadas?|solicita no ser contactado|retiro su consentimiento",
  "dejar de llamar",
].join("|");
const OWN_CONSENTS = [
  "acepta llamadas|acepta publicidad|consentimiento|consent|subscribed|suscrito|opt in",
  "acepto recibir publicidad|recibe sms|may we contact you?|¿podemos llamarle?",
  "¿nos autoriza a contactarle?|permiso para llamar|authorized to call",
].join("|");

/** A name in any case, with or without accents, with spaces for underscores, dots and dashes; a number at its end is gone. */
function plainName(name: string): string {
  const bare = plainText(name)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return bare
    .replace(/[_.\s-]+/g, " ")
    .trim()
    .replace(/ ?\d$/, "");
}

const isIn = (names: string) => (name: string) => names.split("|").includes(plainName(name));

export const isPhone = isIn(PHONES);
export const isPhoneOfOptOuts = isIn(`${PHONES}|${OF_OPT_OUTS}`);
export const isChannel = isIn("channel|canal|medio");
export const isAction = isIn("action|accion|status|estado|estatus|resultado|gestion|tipificacion");
export const isDate = isIn("date|fecha|requested at|timestamp|date of consent");
/** Another date of the same event: "of several dates the latest counts for an opt-out and the earliest for an opt-in". */
export const isLaterDate = isIn("fecha actualizacion");
export const isExpires = isIn("expires|expira|expires at");
/** "Named as an id, a date or an amount." */
export const isNoNumber = isIn(`${IDS}|${DATES}|fecha actualizacion|${AMOUNTS}`);
/** A column whose name the contract gives to something else than a phone, so that nobody takes it for one. */
export const isSurelyNoPhone = isIn(`${IDS}|${DATES}|${AMOUNTS}|${OWN_OPT_OUTS}|${OWN_CONSENTS}`);

const OF_CALLS = isIn(
  [
    "donotcall|do not call|no llamar|no acepto llamadas|¿desea dejar de recibir llamadas?|dejar de llamar",
    "acepta llamadas|permiso para llamar|authorized to call",
  ].join("|"),
);
const OF_SMS = isIn("recibe sms");

/** "A column about one channel acts on that channel." Undefined of one that is about all of them. */
export function channelOfOwn(name: string): "call" | "sms" | undefined {
  return OF_CALLS(name) ? "call" : OF_SMS(name) ? "sms" : undefined;
}

/** "A column named `DoNotCall …` with a yes, or a consent column with a no." Undefined where the contract does not say what the cell means. */
export function isOwnOptOut(name: string, cell: string): boolean | undefined {
  const isConsent = isIn(OWN_CONSENTS)(name);
  if (!isConsent && !isIn(OWN_OPT_OUTS)(name)) return false;
  const value = plainText(cell).toLowerCase();
  if (value === "") return false;
  const isYes = ["1", "x", "si", "sí", "yes", "true"].includes(value);
  const isNo = ["0", "no", "false"].includes(value);
  const isDay = /^\d\d\/\d\d\/\d{4}$|^\d{4}-\d\d-\d\d/.test(value);
  if (isConsent) return isNo ? true : isYes || isDay ? false : undefined;
  return isYes || isDay ? true : isNo ? false : undefined;
}
