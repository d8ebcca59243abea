// Finds columns that say that a message was more than words: a voice note, a picture, a card.

import { foldWords } from "./event-words.js";

/** Matches columns that say how many, what, or where: `NumMedia`, `MediaUrl0`, `MediaContentType0`, `adjunto`. */
const THING =
  /^(?:num )?(?:media|attachments?|adjuntos?|archivos?)(?: (?:count|url|link|content type|type|id|name))? ?\d*$/;
const KIND = /^(?:(?:message|msg|content|mime) )?type$|^tipo(?: de (?:mensaje|contenido))?$/;
const KINDS =
  /\b(?:audio|voice|voz|ptt|image|imagen|foto|photo|video|document|documento|sticker|media|mms|contacto?|location)\b/;
const NONE = /^(?:|[0 ]+|null|none|na|n a|false|no|ninguno)$/;

/** Returns a function that tells whether a record has media; undefined if no column says. */
export function mediaTeller(header: readonly string[] = []): ((cells: readonly string[]) => boolean) | undefined {
  const names = header.map((name) => foldWords(name.replace(/(\p{Ll})(\p{Lu}|\d)/gu, "$1 $2")));
  if (!names.some((name) => THING.test(name) || KIND.test(name))) return undefined;
  const tells = (name: string, cell: string) =>
    THING.test(name) ? !NONE.test(cell) : KIND.test(name) && KINDS.test(cell);
  return (cells) => names.some((name, column) => tells(name, foldWords(cells[column] ?? "")));
}
