import { names, nameWords } from "./folding.js";
// The names of columns of suppression lists, imports and contact logs, by what the columns hold.

/** Names as `nameWords` folds them. Where one column of several is wanted, the name that stands first here wins. */
export const NAMES = {
  channel: names(`channel,canal,medio,canal de contacto,medio de contacto,contact channel,opt out channel,canales,
    medios,alcance,scope,aplica a`),
  channelOfSending: names("canal de envio"),
  direction: names(`direction,sentido,call type,calltype,tipo de llamada,tipo llamada,tipo de mensaje,message type,
    call direction`),
  /** These hold channels, directions, both or something else, such as addresses. */
  perhapsChannel: names("tipo de gestion,tipo gestion"),
  perhapsDirection: names("direccion"),
  contactType: names("tipo,type,tipo de contacto,tipo contacto,contact type"),

  action: names(`action,accion,status,estado,estatus,resultado,gestion,tipificacion,consent status,sms consent status,
    estado de consentimiento,estado consentimiento,tipo de gestion,disposition,disposicion`),
  optOutType: names("opt out type,optouttype"),
  callResult: names(`codigo de cierre,cierre,motivo de cierre,call result,call disposition,wrap up,subtipificacion,
    disposition name`),
  formRequest: names("solicitud,tipo de solicitud,peticion,request,request type,preferencia,preference,derecho"),
  subscribed: names("subscribed,suscrito,is subscribed"),
  errorCode: names("err code,errcode,error code,codigo de error,codigo error"),
  /** Vicidial's results in words. */
  codeName: names("status name"),
  message: names(`body,message,mensaje,texto,text,contenido,cuerpo,message body,message text,texto del mensaje,
    respuesta,reply,content`),
  comment: names("comentario"),
  /** What a form of contact is about. */
  topic: names(`comentarios,comment,comments,consulta,descripcion,description,motivo de contacto,motivo,tema,asunto,
    subject`),
  /** The provider's id of a message, which stays when the message is sent again. */
  messageId: names(`message sid,messagesid,sid,sms message sid,message id,messageid,inbound message id,wamid,
    id mensaje`),
  reason: names("reason,motivo"),
  source: names("source,fuente"),
  /** The columns of a registry without a person's phone: ids, and our own number. */
  ledgerIds: names("event,sender,evidence"),

  /** The person. In Vonage's delivery receipts `to` is our own number or name. */
  msisdn: names("msisdn"),
  from: names("de,from,from number,remitente,numero origen,numero de origen,source number,origination number"),
  perhapsFrom: names("sender,origen,telefono,phone"),
  to: names(`para,to,to number,destino,destinatario,recipient,destination,destination number,numero destino,
    numero de destino`),
  /** Our own number, whichever way a message or call went. */
  ours: names("sender id,codigo corto,short code,shortcode,numero corto,our number,nuestro numero"),
  /** The ends of a call, besides `from` and `to`. Its direction says which of them is the person. */
  caller: names(`emisor,caller,caller id,callerid,caller number,calling number,ani,clid,src,source,origen,
    telefono origen,llamante`),
  called: names(`receptor,callee,called,called number,dialed,dialed number,dnis,dst,telefono destino,marcado,
    numero marcado,telefono marcado`),
  email: names(`email,e mail,mail,correo,correo electronico,email address,direccion de correo,your email,su correo,
    tu correo`),

  expires: names("expires,expira,expires at,vigente hasta"),
  /** Dates of calls, forms and consents, besides those of date-names.ts. */
  requestDate: names(`consent timestamp,consent date,phone consent date,sms consent date,phone consent timestamp,
    sms consent timestamp,consent updated at,fecha de consentimiento,fecha consentimiento,fecha de autorizacion,
    fecha autorizacion,received,recibido,marca temporal,call time,call date,calldate,start time,start date,started at,
    call start,fecha de llamada,fecha llamada,fecha de contacto,fecha contacto,fecha de inicio,fecha inicio,
    completion time,hora de inicio,hora de finalizacion`),
};
export type Role = keyof typeof NAMES;

/** Returns the 0-based columns whose folded names are wanted. */
export function columnsWhere(
  header: readonly string[] = [],
  isWanted: (name: string, column: number) => boolean,
): number[] {
  return header.flatMap((name, column) => (isWanted(nameWords(name), column) ? [column] : []));
}

/** Returns the 0-based columns of any of the roles. */
export function columnsNamed(header: readonly string[] | undefined, ...roles: readonly Role[]): number[] {
  return columnsWhere(header, (name) => roles.some((role) => NAMES[role].has(name)));
}

/** Returns the column of a role; of several the one whose name is preferred. `taken`: columns that are not wanted. */
export function columnNamed(header: readonly string[], role: Role, taken: readonly number[] = []): number | undefined {
  const folded = header.map((name, column) => (taken.includes(column) ? "" : nameWords(name)));
  const name = [...NAMES[role]].find((candidate) => folded.includes(candidate));
  return name === undefined ? undefined : folded.indexOf(name);
}

/** The columns of a registry's file. */
export const LEDGER_COLUMNS = [
  ...(["event", "phone", "action", "channel", "requested_at", "recorded_at"] as const),
  ...(["source", "sender", "reason", "evidence"] as const),
] as const;

/** The folded names of columns, in any order, by which a kind of file is known; any of several lists is enough. */
const FILES = {
  /** A registry, or an export of one, which has fewer columns. */
  registry: ["event,action,requested at,recorded at"],
  ledger: [LEDGER_COLUMNS.map(nameWords).join()],
  review: [[...LEDGER_COLUMNS, "message"].map(nameWords).join()],
  /** Vonage's delivery receipts. */
  receipt: ["err code,msisdn"],
  /** Exports of text messages alone. */
  messages: ["opted out number", "contact id,sender id", "mobile number,status", "err code,msisdn"],
  /** Vicidial's exports. */
  dialer: ["status name", "lead id", "vendor lead code"],
};

export function isFile(kind: keyof typeof FILES, header: readonly string[] = []): boolean {
  const folded = header.map(nameWords);
  return FILES[kind].some((list) => list.split(",").every((name) => folded.includes(name)));
}

/** Returns the 0-based column of event ids; -1 if the list is no registry, such as a review. */
export function eventColumnOf(header: readonly string[] = []): number {
  return isFile("ledger", header) && !isFile("review", header) ? header.map(nameWords).indexOf("event") : -1;
}

/** Returns the phone column of an svscrub registry, whose `sender` is the company; else undefined. */
export function ledgerPhones(header: readonly string[]): readonly number[] | undefined {
  const phone = header.map(nameWords).indexOf("phone");
  return phone >= 0 && isFile("registry", header) ? [phone] : undefined;
}
