// The words of numbers in Spanish and English, as people type them, and what neighbouring ones make together: `cuarenta y cuatro`,
// `siete mil quinientos cuarenta y dos`, `doble cinco`. What phone number they make is suppression/numbers-in-words.ts's work.

import { END_CUES, END_FOLLOWERS, END_LEADS } from "./words.js";

export interface NumberWord {
  value: number;
  /** `mil`, `hundred`: the number before it counts them. */
  isScale?: boolean;
  /** `doble`: how often the digit behind it stands. */
  times?: number;
  /** `ceros`: as often as the number before it says. */
  isPlural?: boolean;
}

const DIGITS = "cero uno dos tres cuatro cinco seis siete ocho nueve".split(" ");
const IN_ENGLISH = "zero one two three four five six seven eight nine".split(" ");
const TEENS = "once doce trece catorce quince".split(" ");
const ENGLISH_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const HUNDREDS =
  "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos";
const OTHERS = { oh: 0, fourty: 40, cien: 100, veinti: 20, dieci: 10, vente: 20, trenta: 30 };
const SCALES = { cientos: 100, hundred: 100, mil: 1000, thousand: 1000, millon: 1e6, millones: 1e6, million: 1e6 };
const TIMES = { doble: 2, double: 2, triple: 3 };
/** Spelled as a number sounds, and words of their own: `lo siento`. */
const NO_NUMBERS = new Set(["siento", "sien"]);

const LONGEST = 24;
/** Of several words without a space between them, and of a whole number so. */
const FEWEST_RUN_TOGETHER = 6;
const LONGEST_RUN_TOGETHER = 120;

interface Words {
  byForm: ReadonlyMap<string, NumberWord>;
  /** The first three letters of all forms. */
  beginnings: ReadonlySet<string>;
}

let all: Words | undefined;

const known = new Map<string, readonly NumberWord[]>();
const MOST_KNOWN = 4096;

/** What letters of a normalised text say, also where they are spelled as they sound (`beinte`, `sinco`) or are several words (`sieteuno`). */
export function numberWords(letters: string): readonly NumberWord[] {
  const before = known.get(letters);
  if (before !== undefined) return before;
  all ??= allWords();
  const said = wordsOf(letters, all);
  if (known.size < MOST_KNOWN) known.set(letters, said);
  return said;
}

function wordsOf(letters: string, { byForm, beginnings }: Words): readonly NumberWord[] {
  if (NO_NUMBERS.has(letters)) return [];
  // `sesenta ysiete`
  const text = folded(letters).replace(/^i(?=[^aeiou])/, "");
  const word = text.length > LONGEST ? undefined : byForm.get(once(text));
  if (word !== undefined) return [word];
  const mayBe = text.length >= FEWEST_RUN_TOGETHER && text.length <= LONGEST_RUN_TOGETHER;
  return mayBe && beginnings.has(once(text).slice(0, 3)) ? parted(text, byForm) : [];
}

/** The words that a folded text is made of, the longest first; none where it has other letters, too. */
function parted(text: string, byForm: Words["byForm"]): readonly NumberWord[] {
  const inVain = new Set<number>();
  const from = (at: number): NumberWord[] | undefined => {
    if (at === text.length) return [];
    if (inVain.has(at)) return undefined;
    for (let end = Math.min(text.length, at + LONGEST); end > at + 1; end--) {
      const word = byForm.get(once(text.slice(at, end)));
      const rest = word && from(end);
      if (rest !== undefined) return [word!, ...rest];
    }
    inVain.add(at);
    return undefined;
  };
  return from(0) ?? [];
}

/** Every word by its folded form: of which no list of plain numbers needs one. */
function allWords(): Words {
  const byForm = new Map<string, NumberWord>();
  const form = (word: string) => once(folded(word));
  const know = (word: string, value: number) => byForm.set(form(word), { value });
  for (const words of [DIGITS, IN_ENGLISH]) for (const [digit, word] of words.entries()) know(word, digit);
  for (const [i, word] of TEENS.entries()) know(word, 11 + i);
  for (const [i, word] of ENGLISH_TEENS.entries()) know(word, 10 + i);
  for (const [i, ten] of [...TENS, ...ENGLISH_TENS].entries()) {
    const isEnglish = i >= TENS.length;
    const tens = 10 * (isEnglish ? i - TENS.length + 2 : i + 1);
    know(ten, tens);
    // `treintaicinco`, `cuarenticinco`, `veinticinco`, `ventiún`, `twentyfive`.
    const stems = [ten, `${ten}y`, ten.replace(/[aez]$/, "i"), ten.replace(/z$/, "ci")];
    const spelled = isEnglish ? stems : [...stems, ...stems.map((stem) => stem.replace(/^(v|tr)ei/, "$1e"))];
    for (const [digit, unit] of (isEnglish ? IN_ENGLISH : DIGITS).entries())
      for (const stem of spelled) if (digit > 0) know(`${stem}${unit}`, tens + digit);
    if (!isEnglish) for (const stem of spelled) know(`${stem}un`, tens + 1);
  }
  for (const [i, word] of HUNDREDS.split(" ").entries()) know(word, 100 * (i + 1));
  for (const [word, value] of Object.entries(OTHERS)) know(word, value);
  for (const [word, value] of Object.entries(SCALES)) byForm.set(form(word), { value, isScale: true });
  for (const [digit, word] of DIGITS.entries())
    if (/[^s]$/.test(word) && word !== "uno") byForm.set(form(`${word}s`), { value: digit, isPlural: true });
  for (const [word, times] of Object.entries(TIMES)) byForm.set(form(word), { value: 0, times });
  return { byForm, beginnings: new Set([...byForm.keys()].map((word) => word.slice(0, 3))) };
}

/** Letters that sound alike as one. */
function folded(word: string): string {
  return word
    .replace(/^h(?=o)/, "")
    .replace(/v/g, "b")
    .replace(/z|c(?=[ei])/g, "s")
    .replace(/qu(?=[ei])|c(?!h)/g, "k")
    .replace(/qu/g, "ku")
    .replace(/y/g, "i");
}

function once(text: string): string {
  return text.replace(/(.)\1+/g, "$1");
}

/** What a number becomes with the word behind it; undefined where that begins another one. */
export function withNext(value: number, { value: next, isScale = false }: NumberWord): number | undefined {
  const below = value % 1000;
  const thousands = value % 1e6;
  if (isScale && next === 1e6 && value > 0 && value < 1e6) return value * 1e6;
  if (isScale && next === 1000 && thousands > 0 && thousands < 1000) return value - thousands + thousands * 1000;
  if (isScale && next === 100 && below > 0 && below < 100) return value - below + below * 100;
  const room = below === 0 ? 1000 : value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 0;
  return value > 0 && next > 0 && next < room ? value + next : undefined;
}

/** Every word of a number that small letters have. */
export function wordsIn(letters: string): readonly NumberWord[] {
  all ??= allWords();
  begins ??= new RegExp(`(?<![a-z])[iy]?(?:${[...all.beginnings].flatMap(spelled).map(doubled).join("|")})`);
  return begins.test(letters) ? (letters.match(/[a-z]+/g) ?? []).flatMap(numberWords) : [];
}

let begins: RegExp | undefined;

/** Each letter may stand there twice. */
function doubled(beginning: string): string {
  return beginning
    .replace("q", "qu?")
    .replace(/^o/, "h?o")
    .replace(/[a-z](?!\?)/g, "$&+");
}

/** A text in small letters without accents. */
export function plainLetters(text: string): string {
  const small = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: beyond ASCII.
  return /^[\x00-\x7f]*$/.test(small) ? small : small.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Letters by which words that lead are told: with fewer, `servicio` would be one, too. */
const CUE = 4;
/** What may stand between two words of a number. */
const BETWEEN =
  "y ,i ,e ,and ,o ,guion ,raya ,dash ,hyphen ,punto ,espacio ,eh,em,mm,uh,um,aja ,este ,pues ,sea ,a ,luego ,despues ,then ";

/**
 * By which words the kernel sees that a cell may hold a number in words, or the end of one: two that begin like those of numbers,
 * one behind the other, or one that is several. It may see more than there are.
 */
export function spokenCues(): { sure: string[]; leads: string[]; followers: string[] } {
  all ??= allWords();
  const forms = [...all.byForm.keys()].map((form) => (form.length < CUE ? `${form} ` : form.slice(0, CUE)));
  const leads = [...new Set(forms)].flatMap(spelled);
  const units = [...DIGITS, ...IN_ENGLISH, ...TEENS, "mil"];
  const longer = [...TENS, ...ENGLISH_TENS, ...HUNDREDS.split(" ")].map((word) =>
    word.slice(0, 6).replace(/[ae]$/, ""),
  );
  const nexts = new Set([...units, ...ENGLISH_TEENS, ...longer].map((word) => word.slice(0, 2)));
  const together = units.flatMap((unit) => [...nexts].map((next) => `${unit}${next}`.slice(0, 7)));
  return {
    sure: [...new Set([...together, ...longer, ...END_CUES])],
    leads: [...leads, ...END_LEADS],
    followers: [...leads, ...BETWEEN.split(","), ...END_FOLLOWERS],
  };
}

/** Each letter as it may be spelled, of which `folded` makes one. */
const SPELLINGS: Record<string, readonly string[]> = {
  s: ["s", "c", "z"],
  b: ["b", "v"],
  k: ["c", "k", "q"],
  i: ["i", "y"],
};

/** Every spelling of a folded beginning of a word. */
function spelled(beginning: string): string[] {
  const all = [...beginning].reduce<string[]>(
    (all, letter) => all.flatMap((before) => (SPELLINGS[letter] ?? [letter]).map((one) => before + one)),
    [""],
  );
  return all.map((one) => one.replace(/q(?=[eiy])/, "qu"));
}
