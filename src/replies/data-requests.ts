// Requests about one's own data (access, rectification, deletion, opposition) and complaints, in free words: they go to a person.

import { Phrases } from "./patterns.js";
import type { Message } from "./tokens.js";

export const REQUEST_KINDS = ["access", "rectification", "deletion", "opposition", "complaint"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What is asked for is an end to the use of one's data, and so to our contacting. */
export const ENDS_USE: ReadonlySet<RequestKind> = new Set(["deletion", "opposition"]);

/** The phrases, in the order in which they are tried: the first that fits names the kind. */
const PHRASES: Readonly<Record<RequestKind, readonly string[]>> = {
  deletion: [
    // borren mis datos · solicito la supresión de mis datos · derecho al olvido
    "remove|revoke ~ data",
    "remove|revoke ~~ =datos|=data",
    "remove|revoke ~ =informacion|=info|=information|=perfil|=details",
    "unlist ~~ =datos",
    "right ~ remove|revoke|=olvido|=forgotten",
    "=cancelacion ~ data",
    "low ~ data",
  ],
  opposition: [
    // me opongo al uso de mis datos · no autorizo que traten mis datos
    "forbid ~~ data",
    "no ~ permit ~~ data",
    "no ~ want ~~ use ~~ data",
    "no ~ use.subjunctive ~~ data|number",
    "revoke|remove|stop ~ permission ~~ data",
    "stop ~~ use ~~ =datos|=data",
    "no ~ give|have ~ permission ~~ data",
    "right ~ de? ~ =oposicion",
  ],
  rectification: [
    // corrijan mi nombre · mi apellido está mal · mis datos están desactualizados
    "correct ~~ data|identity|number",
    "data|identity ~~ wrong",
    "wrong ~~ data|identity",
    "no ~ be ~ mine ~ =nombre|=apellido|=correo|=direccion",
    "mine =nombre|=apellido ~ be ~~ no",
    "number ~ correct.past",
    "number ~ =viejo|=anterior|=antiguo|=nuevo",
    "right ~ de? ~ correct",
  ],
  access: [
    // de dónde sacaron mi número · quién les dio mi número · qué datos tienen de mí
    "how|who|what ~~ have ~~ number|data|=nombre|=informacion|=name",
    "how|who|what ~~ know|have|permit|use ~~ number|=nombre|data",
    "what ~ data|list",
    "what ~ =informacion|=info|=information ~~ have|=sobre|=about",
    "what|how|who ~~ right ~~ number|data|use",
    "data|=informacion ~~ have ~~ de me",
    "have ~ mine",
    "use.indicative ~~ data",
    "use ~ mine ~ =informacion|=info|=information|=perfil",
    "use.indicative ~ mine ~ =informacion|=info|=information|number",
    "know|ask|want|can ~~ data",
    "=copia|=copy|=acceso|=access|=informe ~~ data",
    "right",
    "=copia|=copy ~~ mine",
    "=encargado|=responsable|=encargada ~~ data|list",
    "who ~ be ~ =encargado|=responsable ~~ data|list",
    "=portabilidad",
    "data",
  ],
  complaint: ["complaint", "me ~ =estan|=esta|=siguen bother.gerund"],
};

/** Complaints first: a threat is one whatever else it speaks of. */
const ORDER = ["complaint", "deletion", "opposition", "rectification", "access"] as const;
const KINDS = ORDER.flatMap((kind) => PHRASES[kind].map(() => kind));
const REQUESTS = new Phrases(...ORDER.flatMap((kind) => PHRASES[kind]));

export function findRequest(message: Message): RequestKind | undefined {
  let first = KINDS.length;
  REQUESTS.each(message, (_start, _end, number) => {
    if (number < first) first = number;
  });
  return KINDS[first];
}
