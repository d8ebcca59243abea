// The dictionary: what a word as typed means. It is built once, when the first message is read; every spelling that was met is
// remembered, for messages repeat their words.

import { ASKING, type WordGroup } from "./asking-words.js";
import { EVERYDAY } from "./everyday-words.js";
import { fieldsOf } from "./fields.js";
import { NAMES } from "./names.js";
import { NearWords } from "./slips.js";
import { foldWord, soundOf } from "./spelling.js";
import { FORMS, formsOf, formWithPronoun, withoutPronoun } from "./verbs.js";

/** How much a word says of itself. `unknown` stands in no list. */
export const LEVEL = { unknown: 0, small: 1, harmless: 2, danger: 3 } as const;

export interface Word {
  /** Folded; the dictionary's spelling where it was found there. */
  text: string;
  /** Bits of its fields, in two integers. */
  low: number;
  high: number;
  /** Bits of FORMS. */
  form: number;
  level: number;
  /** 1 English, -1 Spanish, 0 both or neither. */
  english: number;
  /** It was no dictionary word as typed, but nearly one. */
  guessed: boolean;
  /** What patterns.ts finds out about the word once: which phrases of each group it may begin. */
  readonly beginning: unknown[];
}

/** The levels of everyday words that look like forms of dangerous verbs. Their fields stay, for the grammar. */
const LEVELS: Readonly<Record<string, number>> = Object.fromEntries([
  ..."para sin without get gets got take takes took left from out up".split(" ").map((word) => [word, LEVEL.small]),
  ..."parada paradas sal salida corte cortes corto corta cortos cortas pregunta pregunto dijo dice dicen nombre name pares paz tranquilo tranquila policia salio salgo saliendo sale salimos clave informe ring rings"
    .split(" ")
    .map((word) => [word, LEVEL.harmless]),
]);

/** One word typed, several meant. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    q: "que",
    k: "que",
    ke: "que",
    qe: "que",
    d: "de",
    m: "me",
    x: "por",
    xfa: "porfa",
    xfavor: "porfavor",
    xfis: "porfis",
    fa: "favor",
    xq: "porque",
    pq: "porque",
    porq: "porque",
    xk: "porque",
    tb: "tambien",
    tmb: "tambien",
    bn: "bien",
    pa: "para",
    ta: "esta",
    toy: "estoy",
    msj: "mensaje",
    msjs: "mensajes",
    msjes: "mensajes",
    mjs: "mensajes",
    mnsj: "mensaje",
    mensj: "mensaje",
    msn: "mensaje",
    mje: "mensaje",
    mjes: "mensajes",
    cel: "celular",
    num: "numero",
    nro: "numero",
    tel: "telefono",
    wa: "whatsapp",
    ws: "whatsapp",
    w: "with",
    u: "you",
    ur: "your",
    r: "are",
    n: "no",
    nn: "no",
    sta: "esta",
    stoy: "estoy",
    qiero: "quiero",
    kero: "quiero",
    bai: "bye",
    bno: "bueno",
    bna: "buena",
    bnas: "buenas",
    grasias: "gracias",
    tkm: "gracias",
    tqm: "gracias",
    fb: "facebook",
    ig: "instagram",
    publi: "publicidad",
    info: "info",
    infor: "info",
    inf: "info",
    plz: "please",
    dejenmen: "dejenme",
    deme: "deme",
    haci: "asi",
    aki: "aqui",
    ahi: "ahi",
    hay: "hay",
    ud: "usted",
    uds: "ustedes",
    sr: "senor",
    sra: "senora",
    srta: "senorita",
  }),
);

/** Letters from which on a word may be told by its sound. */
const SURE_BY_SOUND = 5;

/** Words by which a message shows its language, for the answer. */
const ENGLISH =
  "the you your my off please plz pls this these is are i im id dont do not want send text texts message messages number with for to stop unsubscribe cancel list call alone again more interested wrong person guy spam out opt it lawyer how when where who what thanks up subscribe away take remove contact never delete need help sign see tomorrow happy year god sounds today".split(
    " ",
  );
const SPANISH =
  "el la los las de que mi por favor ya no quiero su sus un una para en es numero mas a lo mensajes baja con se si esta esto al quien cual como pueden".split(
    " ",
  );

class Dictionary {
  readonly #words = new Map<string, Word>();
  readonly #sounds = new Map<string, Word>();
  readonly #near: NearWords;

  constructor() {
    for (const group of [...ASKING, ...EVERYDAY, ...NAMES]) this.#takeGroup(group);
    // The preposition, where it is not said to be the order.
    Object.assign(this.#words.get("para")!, { ...fieldsOf(["prep"]), form: 0 });
    for (const word of this.#words.values()) word.level = LEVELS[word.text] ?? word.level;
    for (const text of ENGLISH) this.#setLanguage(text, 1);
    for (const text of SPANISH) this.#setLanguage(text, -1);
    for (const word of this.#words.values()) {
      const sound = soundOf(word.text);
      const other = this.#sounds.get(sound);
      // Of two words that sound alike the graver one counts, and of two as grave the shorter: it needs fewer letters dropped.
      const isGraver = other === undefined || word.level > other.level;
      if (isGraver || (word.level === other!.level && word.text.length < other!.text.length))
        this.#sounds.set(sound, word);
    }
    this.#near = new NearWords([...this.#words.keys(), ...this.#sounds.keys()]);
  }

  /** What a word as typed means. */
  of(typed: string): Word {
    const folded = foldWord(typed);
    return this.#exactly(folded) ?? this.#withoutEnding(folded) ?? this.#nearly(folded) ?? unknownWord(folded);
  }

  /** Whether the word stands in the dictionary, as typed or as it sounds. */
  has(typed: string): boolean {
    return this.#exactly(foldWord(typed)) !== undefined;
  }

  #exactly(folded: string): Word | undefined {
    const known = this.#words.get(SHORT.get(folded) ?? folded) ?? this.#bySound(folded);
    return known ?? this.#withPronoun(folded);
  }

  /** A short word that only sounds like a harmless one may be anything. */
  #bySound(folded: string): Word | undefined {
    const word = this.#sounds.get(soundOf(folded));
    const isDoubtful = word !== undefined && word.level < LEVEL.danger && folded.length < SURE_BY_SOUND;
    return isDoubtful ? { ...word, guessed: true, beginning: [] } : word;
  }

  /** `quitenme`: a form of a verb that is known, and a pronoun. */
  #withPronoun(folded: string): Word | undefined {
    for (const { verb, bit } of withoutPronoun(folded)) {
      const known = this.#words.get(verb) ?? this.#sounds.get(soundOf(verb));
      const form = known === undefined ? undefined : formWithPronoun(known.form, bit);
      if (form !== undefined) return { ...known!, text: verb + folded.slice(verb.length), form, beginning: [] };
    }
    return undefined;
  }

  /** Diminutives and plurals of words that are known: `mensajito`, `pupusitas`, `camisetas`. */
  #withoutEnding(folded: string): Word | undefined {
    const small = /^(.{3,}?)(?:c?it|ill)([oa]s?)$/.exec(folded);
    const stems =
      small === null ? [] : [`${small[1]}${small[2]}`, `${small[1]}${small[2]!.endsWith("s") ? "es" : "e"}`, small[1]!];
    if (folded.endsWith("es") && folded.length > 5) stems.push(folded.slice(0, -2));
    if (folded.endsWith("s") && folded.length > 4) stems.push(folded.slice(0, -1));
    if (folded.endsWith("mente") && folded.length > 8) stems.push(folded.slice(0, -5), `${folded.slice(0, -6)}o`);
    for (const stem of stems) {
      const word = this.#exactly(stem.endsWith("qu") ? `${stem.slice(0, -2)}c` : stem);
      if (word !== undefined && word.level !== LEVEL.small) return word;
    }
    return undefined;
  }

  /** A dictionary word one slip away, where only one kind of word is: a slip towards a grave word counts as grave. */
  #nearly(folded: string): Word | undefined {
    if (folded.length < 5 || folded.length > 16 || /[^a-z]/.test(folded)) return undefined;
    let best: Word | undefined;
    const take = (word: Word | undefined) => {
      if (word !== undefined && word.text.length >= 4 && (best === undefined || word.level > best.level)) best = word;
    };
    for (const slip of this.#near.of(folded)) take(this.#words.get(slip));
    for (const slip of this.#near.of(soundOf(folded))) take(this.#sounds.get(slip));
    for (const { verb, bit } of withoutPronoun(folded)) {
      const takeVerb = (word: Word | undefined) => {
        const form = word === undefined ? undefined : formWithPronoun(word.form, bit);
        if (form !== undefined) take({ ...word!, form, beginning: [] });
      };
      for (const slip of this.#near.of(verb)) takeVerb(this.#words.get(slip));
      for (const slip of this.#near.of(soundOf(verb))) takeVerb(this.#sounds.get(slip));
    }
    return best === undefined ? undefined : { ...best, guessed: true, beginning: [] };
  }

  #setLanguage(text: string, english: number): void {
    const word = this.#words.get(text);
    if (word !== undefined) word.english = english;
  }

  #takeGroup({ fields, verbs, words, english, is }: WordGroup): void {
    const { low, high } = fieldsOf(fields);
    const level = LEVEL[is];
    const take = (text: string, form: number, isEnglish: number) =>
      this.#take(foldWord(text), low, high, form, level, isEnglish);
    for (const verb of split(verbs)) for (const { word, form } of formsOf(foldStem(verb))) take(word, form, -1);
    for (const word of split(words)) take(word, 0, 0);
    for (const verb of split(english)) {
      const [base, third, past, gerund] = verb.split("/") as [string, string, string, string];
      take(base, FORMS.infinitive | FORMS.order | FORMS.subjunctive, 1);
      take(third, FORMS.indicative, 1);
      take(past, FORMS.past | FORMS.participle, 1);
      take(gerund, FORMS.gerund, 1);
    }
  }

  #take(text: string, low: number, high: number, form: number, level: number, english: number): void {
    const known = this.#words.get(text);
    if (known === undefined) {
      this.#words.set(text, { text, low, high, form, level, english, guessed: false, beginning: [] });
      return;
    }
    known.low |= low;
    known.high |= high;
    known.form |= form;
    known.level = Math.max(known.level, level);
    if (known.english !== english) known.english = known.english === 0 ? english : english === 0 ? known.english : 0;
  }
}

let dictionary: Dictionary | undefined;

export function unknownWord(text: string): Word {
  return {
    text,
    low: 0,
    high: 0,
    form: 0,
    level: LEVEL.unknown,
    english: 0,
    guessed: false,
    beginning: [],
  };
}

export function wordOf(typed: string): Word {
  dictionary ??= new Dictionary();
  return dictionary.of(typed);
}

export function isKnown(typed: string): boolean {
  dictionary ??= new Dictionary();
  return dictionary.has(typed);
}

function split(list: string | undefined): string[] {
  return list === undefined ? [] : list.split(/\s+/).filter((word) => word !== "");
}

function foldStem(verb: string): string {
  return verb.split(":").map(foldWord).join(":");
}
