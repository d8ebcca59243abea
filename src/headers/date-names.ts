// Whether the name of a column says when something was asked for, sent or written down: by what the name is made of, in Spanish
// and English, as providers, consoles and people write it. Dates of other things (births, payments, due dates) are none here.

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Says by itself that a cell holds a day. */
const DAY = words("fecha fec fch date datetime timestamp time");
const GLUE = words("de del la el las los y a at on of the hora utc gmt last ultima ultimo");
/** Somebody asked to stop. */
const OUT = words(
  "baja bajas optout optedout unsubscribe unsubscribed unsubscription desuscripcion desinscripcion revocacion revoked exclusion",
);
/** Somebody asked for something. */
const ASKED = words("solicitud solicitado solicitada request requested peticion");
/** What is dated is what the record is of. */
const OF_THE_RECORD = words("gestion registro respuesta reply replied response status estado");
/** A message or a record was sent, came in, was written down. */
const WRITTEN_DOWN = words(
  "sent send envio enviado enviada received receive recibido recibida recibo recepcion inbound incoming created create creado creada creacion updated update modified actualizado actualizada actualizacion modificacion recorded added agregado agregada occurred event evento message mensaje sms msg submitted submit submission finalized done",
);
const KNOWN = [DAY, GLUE, OUT, ASKED, OF_THE_RECORD, WRITTEN_DOWN];

/** Says it without any of these words: `sent at`, `recibido el`. */
const HAPPENED =
  /^(?:(?:sent|send|received|created|updated|modified|recorded|added|occurred|submitted|requested|replied|done|revoked|opt(?:ed)?out|unsubscribed) at|(?:requested|unsubscribed|optedout|updated|submitted) on|(?:enviad|recibid|cread|actualizad|solicitad)[oa] el|(?:cread|actualizad)[oa] en|created|creado)(?: (?:utc|gmt))?$/;

/**
 * How near a date is to when somebody asked: 0, it is that; 1, it is the record's; 2, something was sent or written down.
 * Undefined where a name is no such date. `name`: in folded words, as `nameWords` gives them.
 */
export function dateRank(name: string): 0 | 1 | 2 | undefined {
  // Other dates of consents say when they were given, which may be long before they were taken back.
  if (name === "date of consent") return 0;
  const all = wordsOf(name);
  const isNamed = all.length > 0 && all.some((word) => DAY.has(word)) && all.every(isKnown);
  if (isTimeOfDay(name) || !(isNamed || HAPPENED.test(all.join(" ")))) return undefined;
  if (all.some((word) => OUT.has(word) || ASKED.has(word))) return 0;
  return all.some((word) => WRITTEN_DOWN.has(word)) ? 2 : 1;
}

const EDITED = words("updated update modified actualizado actualizada actualizacion modificacion");

/** Whether such a date says when a record was last edited, whatever was edited in it: `updated_at`, `fecha_actualizacion`. */
export function isOfEdit(name: string): boolean {
  return wordsOf(name).some((word) => EDITED.has(word));
}

/** Whether what such a date dates is an opt-out, whatever else its record says: `fecha_baja`, `unsubscribed_at`. */
export function datesOptOut(name: string): boolean {
  return dateRank(name) === 0 && wordsOf(name).some((word) => OUT.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/\b(opt(?:ed)?) out\b/, "$1out")
    .split(" ")
    .flatMap(parted);
}

/** Whether it is the time of day beside a date: `Hora`, `Hora de envío`. In English most times are a day, too: `message time`. */
export function isTimeOfDay(name: string): boolean {
  const [first, ...others] = name.split(" ");
  return name === "time" || (first === "hora" && others.every((word) => !DAY.has(word) && isKnown(word)));
}

function isKnown(word: string): boolean {
  return KNOWN.some((known) => known.has(word));
}

/** Two known words are shorter: a longer one is no name, and to look at its halves wherever it may be cut takes seconds. */
const LONGEST_PAIR = 40;

/** Parts `sentdate` where nothing else does. */
function parted(word: string): string[] {
  if (isKnown(word) || word.length > LONGEST_PAIR) return [word];
  for (let at = 2; at < word.length - 1; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(isKnown)) return parts;
  }
  return [word];
}
