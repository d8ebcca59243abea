// The words and signs of cells that say what was asked for, on which channel, and in which direction. Unknown ones are opt-outs.

import type { Channel } from "../suppression/event.js";
import { foldWords, names } from "./folding.js";

export type { Channel };

/** Words of an opt-in. `alta` is one only with `altaIsOptIn`: in a do-not-call register it means *entered*. */
const OPT_IN = names(`opt in,optin,opted in,start,unstop,subscribed,subscribe,suscrito,suscrita,resubscribe,
  resubscribed`);

/** Words that are known to mean an opt-out; every other word counts as one too, but is counted as unknown. */
const OPT_OUT = names(`opt out,optout,opted out,out,stop,stopall,stop all,unsubscribe,unsubscribed,unsubscribe all,
  end,quit,cancel,revoke,revoked,remove,removed,blocked,block,blacklist,dnc,dnt,do not call,do not contact,
  do not text,do not disturb,review,request,baja,de baja,dado de baja,dada de baja,dar de baja,darme de baja,alta,
  no llamar,no molestar,no contactar,no enviar,no mensajes,no escribir,no desea,no desea llamadas,no acepta,
  no autoriza,revocado,revocada,revoca,bloqueado,bloqueada,cancelado,cancelada,cancelar,desuscrito,desuscrita,
  desuscribir,eliminado,eliminada,eliminar,excluir,excluido,excluida,oposicion,lista negra,parar,detener,salir`);

/** Matches signs of thanks, assent, joy, love and feasts, and of what people eat, wear, drive and buy. */
const FRIENDLY =
  /🇸🇻|[©®™●→✓✔☑✅☺☎♀♂❤❣♥⭐✨☀☕👍👌👏🙌🙏👋💪🤝🤗🤩🥰🥳🥹😀😃😄😇😊-😍😎😗-😚😸😺😻🙂🌞🌟🌈🎀-🎊🎵🎶💋-💐💓-💟💯🔥🫶🤍🤎🤙🧡🩷🩵🌷-🌼🌴🌵🍀🍅-🍿🥂🥐-🥭🧀-🧃👑-👣👜👟👠💄🎓🏠🏡🏢🏥🚗🚕🚙🚌🚚🛵📍📞📱📷📸📅📆📦💰💵💳🛒🛍⏰🐶🐱👦-👩👨👪👶👸🤰🤱]|\ufe0f|\p{Emoji_Modifier}/gu;
/** Matches crosses, a box without a tick, and signs that no text in Latin letters needs. */
const ODD = /[×÷¤¦§¬¶]|[\u0334-\u0338]|[[(]\s*[\])]|[^\0-ÿ\p{Script=Latin}\p{N}\p{Z}\p{Cf}\p{Sc}\p{Mn}‐-‧′″]/u;

export const hasOddSign = (text: string): boolean => ODD.test(text.replace(FRIENDLY, ""));

/** Whether a message has no words: only friendly signs, dots or nothing. */
export const isHarmlessPicture = (message: string): boolean => !/[\p{L}\p{N}?!]/u.test(message) && !hasOddSign(message);

/** Whether a cell asks, exclaims or negates by a sign. */
export const isDoubted = (cell: string): boolean => /[?¿!¡~¬≠]/.test(cell);

/** Whether a cell begins, after spaces and quotes, with what comments a line out. */
export const isCommentedOut = (cell: string): boolean =>
  /^[\s"'\p{Cf}]*(?:[#;%*]|\/[/*]|--|[–—]|::|<!--|rem\b)/iu.test(cell);

/** Whether a sign in a cell may take its words back. Callers look for lines that are commented out. */
const mayBeTakenBack = (cell: string) =>
  isDoubted(cell) || hasOddSign(cell) || (/[*#%^=<>|\\@&+$`]/.test(cell) && !isCommentedOut(cell));

export function actionOf(cell: string, altaIsOptIn: boolean): "opt-in" | "opt-out" | undefined {
  if (isDoubted(cell)) return undefined;
  const folded = foldWords(cell);
  if (OPT_IN.has(folded) || (altaIsOptIn && folded === "alta")) return mayBeTakenBack(cell) ? undefined : "opt-in";
  return OPT_OUT.has(folded) ? "opt-out" : undefined;
}

const SUBSCRIBED = names("true,1,yes,y,si,s,verdadero");
/** Returns opt-in for `true` and the like, opt-out for anything else. */
export function subscribedOf(cell: string): "opt-in" | "opt-out" {
  return !mayBeTakenBack(cell) && SUBSCRIBED.has(foldWords(cell)) ? "opt-in" : "opt-out";
}

/** Matches the error codes of Twilio, of its WhatsApp, and of Meta for a message that was stopped because the person had opted out. */
const STOPPED = /(?<!\d)(?:21610|63014|131050)(?!\d)/;
export const isOptedOutCode = (cell: string) => cell !== "" && STOPPED.test(cell.replaceAll(",", ""));

/** Returns what the error code of a Vonage receipt says: 9 that the person had opted out, any other number nothing. */
export function receiptCode(cell: string): "opt-out" | "other" | undefined {
  if (!/^\d+$/.test(cell.trim())) return undefined;
  return Number(cell) === 9 ? "opt-out" : "other";
}

const BY_CHANNEL: Record<Channel, ReadonlySet<string>> = {
  any: names("any,all,every,todo,todos,todas,todos los canales,cualquiera"),
  call: names(`call,calls,calling,phone call,phone calls,voice,llamada,llamadas,llamar,llamada telefonica,
    llamadas telefonicas,voz`),
  sms: names(`sms,text,texts,txt,text message,text messages,mms,texto,textos,mensaje,mensajes,mensaje de texto,
    mensajes de texto,sms mms`),
  whatsapp: names("whatsapp,whats app,whatsap,watsapp,wasap,guasap,wsp,wa,wapp,whats"),
};
/** The channels but `any`, and those of messages. */
export const NAMED_CHANNELS = (Object.keys(BY_CHANNEL) as Channel[]).filter((channel) => channel !== "any");
export const WRITTEN_CHANNELS = NAMED_CHANNELS.filter((channel) => channel !== "call");
/** The roles of words that name these channels, in their order. A new channel has its own in asking-words.ts. */
export const WAYS = NAMED_CHANNELS.map((channel) => `way-${channel}` as const);
export const WRITTEN_WAYS = WRITTEN_CHANNELS.map((channel) => `way-${channel}` as const);

export function channelOf(cell: string): Channel | undefined {
  return mayBeTakenBack(cell) ? undefined : setWith(BY_CHANNEL, foldWords(cell));
}

/** Returns the name of the set that holds folded words. */
function setWith<Name extends string>(sets: Record<Name, ReadonlySet<string>>, folded: string): Name | undefined {
  return (Object.keys(sets) as Name[]).find((name) => sets[name].has(folded));
}

/** Words for directions. A cell with any other, `AROUND_DIRECTIONS` aside, may be an address: `Entrada a Col. San Benito`. */
const DIRECTIONS = {
  inbound: names("in,inbound,incoming,entrante,entrantes,entrada,recibido,recibida,recibidos,recibidas,received,mo"),
  outbound: names(`out,outbound,outgoing,saliente,salientes,salida,enviado,enviada,enviados,enviadas,sent,mt,
    realizada`),
  neither: names("missed,perdida,perdidas,rejected,rechazada,voicemail,buzon,buzon de voz"),
};
const AROUND_DIRECTIONS = /^(?:llamada|mensaje) | (?:call|api|dial|reply)$/;

/** Returns the direction that a whole cell names, as Twilio, telephone exchanges and people write it. */
export function directionOf(cell: string): keyof typeof DIRECTIONS | undefined {
  return setWith(DIRECTIONS, foldWords(cell).replace(AROUND_DIRECTIONS, ""));
}
