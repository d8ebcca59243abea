// The words of numbers in Spanish and English, as people type them, and what neighbouring ones make together: `cuarenta y cuatro`,
// `siete mil quinientos cuarenta y dos`, `doble cinco`. What phone number they make is numbers-in-words.ts's work.

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
const OTHERS = { oh: 0, fourty: 40, cien: 100, veinti: 20, dieci: 10 };
const SCALES = { cientos: 100, hundred: 100, mil: 1000, thousand: 1000 };
const TIMES = { doble: 2, double: 2, triple: 3 };
/** Spelled as a number sounds, and words of their own: `lo siento`. */
const NO_NUMBERS = new Set(["siento", "sien"]);

const LONGEST = 24;

let byForm: ReadonlyMap<string, NumberWord> | undefined;

const known = new Map<string, NumberWord | undefined>();
const MOST_KNOWN = 4096;

/** What a normalised word says, also where it is spelled as it sounds: `beinte`, `sinco`. */
export function numberWord(word: string): NumberWord | undefined {
  if (known.has(word)) return known.get(word);
  byForm ??= wordsByForm();
  const said = NO_NUMBERS.has(word) || word.length > LONGEST ? undefined : byForm.get(folded(word));
  if (known.size < MOST_KNOWN) known.set(word, said);
  return said;
}

/** Every word by its folded form: some hundred, of which no list of plain numbers needs one. */
function wordsByForm(): Map<string, NumberWord> {
  const byForm = new Map<string, NumberWord>();
  const know = (word: string, value: number) => byForm.set(folded(word), { value });
  for (const words of [DIGITS, IN_ENGLISH]) for (const [digit, word] of words.entries()) know(word, digit);
  for (const [i, word] of TEENS.entries()) know(word, 11 + i);
  for (const [i, word] of ENGLISH_TEENS.entries()) know(word, 10 + i);
  for (const [i, ten] of [...TENS, ...ENGLISH_TENS].entries()) {
    const tens = 10 * (i < TENS.length ? i + 1 : i - TENS.length + 2);
    know(ten, tens);
    // `treintaicinco`, `veinticinco`, `twentyfive`.
    for (const [digit, unit] of (i < TENS.length ? DIGITS : IN_ENGLISH).entries())
      for (const stem of [ten, `${ten}y`, ten.replace(/[ez]$/, "i"), ten.replace(/z$/, "ci")])
        if (digit > 0) know(`${stem}${unit}`, tens + digit);
  }
  for (const [i, word] of HUNDREDS.split(" ").entries()) know(word, 100 * (i + 1));
  for (const [word, value] of Object.entries(OTHERS)) know(word, value);
  for (const [word, value] of Object.entries(SCALES)) byForm.set(folded(word), { value, isScale: true });
  for (const [digit, word] of DIGITS.entries())
    if (/[^s]$/.test(word) && word !== "uno") byForm.set(folded(`${word}s`), { value: digit, isPlural: true });
  for (const [word, times] of Object.entries(TIMES)) byForm.set(word, { value: 0, times });
  return byForm;
}

function folded(word: string): string {
  return word
    .replace(/^h(?=o)/, "")
    .replace(/(.)\1/g, "$1")
    .replace(/v/g, "b")
    .replace(/z|c(?=[ei])/g, "s")
    .replace(/qua/g, "cua")
    .replace(/y/g, "i");
}

/** What a number becomes with the word behind it; undefined where that begins another one. */
export function withNext(value: number, { value: next, isScale = false }: NumberWord): number | undefined {
  const below = value % 1000;
  if (isScale && next === 1000 && value > 0 && value < 1000) return value * 1000;
  if (isScale && next === 100 && below > 0 && below < 100) return value - below + below * 100;
  const room = below === 0 ? 1000 : value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 0;
  return value > 0 && next > 0 && next < room ? value + next : undefined;
}
