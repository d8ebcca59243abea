// Messages made from fixtures/replies/templates.csv: each template's slots filled from slots.json, and the whole typed as on a
// telephone in one way or another. The label is the template's, so nobody has to judge a message; the seed is fixed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { REPOSITORY } from "./workdir.js";

/** Of those written by hand, only `messages.csv` says scope, language and part; only generated ones have a template. */
export interface LabelledMessage {
  label: string;
  message: string;
  part?: string;
  template?: string;
  scope?: "channel" | "any" | "";
  language?: "es" | "en";
}

interface Template {
  part: string;
  label: string;
  template: string;
}

const FOLDER = join(REPOSITORY, "fixtures/replies");
/** Of one template at most; one that has fewer fillings gives fewer. */
const EACH = 24;

export function generatedMessages(): LabelledMessage[] {
  const templates = parse<Template>(readFileSync(join(FOLDER, "templates.csv")), { columns: true });
  const slots = JSON.parse(readFileSync(join(FOLDER, "slots.json"), "utf8")) as Record<string, string[]>;
  const seen = new Set<string>();
  return templates.flatMap(({ part, label, template }, at) => {
    const draw = drawsFrom(at + 1);
    const messages: LabelledMessage[] = [];
    for (let i = 0; i < EACH * 2 && messages.length < EACH; i++) {
      const plain = template.replace(/\{(\w+)\}/g, (_slot, name: string) => {
        const words = slots[name];
        if (words === undefined) throw new Error(`templates.csv: no slot ${name}`);
        return words[draw(words.length)]!;
      });
      const spell = SPELLINGS[i % SPELLINGS.length]!;
      const message = spell(plain.trim(), draw);
      if (message.trim() === "" || seen.has(message)) continue;
      seen.add(message);
      messages.push({ label, part, message, template });
    }
    return messages;
  });
}

export function labelledMessages(file: string): LabelledMessage[] {
  return parse<LabelledMessage>(readFileSync(join(FOLDER, file)), { columns: true });
}

type Draw = (below: number) => number;
type Spelling = (text: string, draw: Draw) => string;

const withoutAccents: Spelling = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
const lower: Spelling = (text) => withoutAccents(text.toLowerCase(), () => 0);

/** As telephones, haste and schools leave it. */
const SPELLINGS: readonly Spelling[] = [
  (text) => text[0]!.toUpperCase() + text.slice(1),
  lower,
  (text) => withoutAccents(text, () => 0).toUpperCase(),
  (text) => lower(text, () => 0).replace(/[.,?¿!¡]/g, ""),
  // By ear.
  (text) =>
    lower(text, () => 0)
      .replace(/\bque\b/g, "q")
      .replace(/\bpor favor\b/g, "x fa")
      .replace(/\bde\b/g, "d")
      .replace(/qu(?=[ei])/g, "k"),
  (text) =>
    lower(text, () => 0)
      .replace(/v/g, "b")
      .replace(/z|c(?=[ei])/g, "s")
      .replace(/\bh/g, ""),
  (text) => lower(text, () => 0).replace(/ll/g, "y"),
  // A letter stretched, a letter lost, two swapped, in one long word.
  (text, draw) =>
    inLongWord(lower(text, draw), draw, (word, at) => word.slice(0, at) + word[at]!.repeat(4) + word.slice(at + 1)),
  (text, draw) => inLongWord(lower(text, draw), draw, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  (text, draw) =>
    inLongWord(
      lower(text, draw),
      draw,
      (word, at) => word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
    ),
  (text) => `${text}!!!`,
  (text) => `${lower(text, () => 0)} 🙏`,
];

/** Changes a word of seven letters or more, behind its first letter. */
function inLongWord(text: string, draw: Draw, change: (word: string, at: number) => string): string {
  const words = text.split(" ");
  const long = words.flatMap((word, i) => (/^\p{L}{7,}$/u.test(word) ? [i] : []));
  if (long.length === 0) return text;
  const chosen = long[draw(long.length)]!;
  words[chosen] = change(words[chosen]!, 1 + draw(words[chosen]!.length - 2));
  return words.join(" ");
}

/** Park and Miller's generator. */
function drawsFrom(seed: number): Draw {
  let state = (seed * 7919) % 2147483647;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
