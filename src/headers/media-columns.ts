// Which columns of an export of messages tell that something else than words was sent: a voice note, a picture, a card.

import { foldWords } from "./event-words.js";

/** How many: `NumMedia`. */
const COUNT = /^(?:num|number of|n|cantidad de)? ?(?:media|medios|attachments?|adjuntos?|archivos?)(?: count)?$/;
/** What, or where it lies: `MediaUrl0`, `MediaContentType0`, `adjunto`. */
const THING =
  /^(?:media|medios?|attachments?|adjuntos?|archivos?)(?: (?:url|link|enlace|content type|type|id|name|nombre))? ?\d*$/;
const KIND = /^(?:(?:message|msg|content|media|mime) )?type$|^tipo(?: de (?:mensaje|contenido))?$/;
const KINDS =
  /\b(?:audio|voice|voz|ptt|image|imagen|foto|photo|picture|video|document|documento|sticker|media|multimedia|mms|contacts?|contacto|location|ubicacion|gif)\b/;
const NONE = /^(?:|[0 ]+|null|none|na|n a|false|no|ninguno)$/;

/** Returns what tells whether a record has such a thing; undefined where no column does. */
export function mediaTeller(
  header: readonly string[] | undefined,
): ((cells: readonly string[]) => boolean) | undefined {
  const tellers = (header ?? []).flatMap((name, column) => {
    const folded = foldWords(name.replace(/(\p{Ll})(\p{Lu}|\d)/gu, "$1 $2"));
    const tells = COUNT.test(folded) || THING.test(folded) ? isSome : KIND.test(folded) ? isKind : undefined;
    return tells === undefined ? [] : [(cells: readonly string[]) => tells(cells[column] ?? "")];
  });
  return tellers.length === 0 ? undefined : (cells) => tellers.some((tells) => tells(cells));
}

const isSome = (cell: string) => !NONE.test(foldWords(cell));
const isKind = (cell: string) => KINDS.test(foldWords(cell));
