// The forms of a verb, made from its infinitive: for tú, vos, usted, ustedes and vosotros, with and without pronouns behind
// them. Letters only, without accents, as foldWord gives them. What a verb means is the vocabularies' work.

/** What a form says about who does it; a form that is several of them (`mande` is an order and a past) has several bits. */
export const FORMS = {
  /** `mande`, `manden`, `mandes`: after `no` and `que`. */
  subjunctive: 1,
  /** `mande`, `manda`, `mandá`, `mandad`, `mándeme`. */
  order: 2,
  infinitive: 4,
  gerund: 8,
  participle: 16,
  /** `mando`, `mandé`, `mandaré`. */
  first: 32,
  /** `manda`, `mandan`, `mandas`, `mandarán`: what is, or will be. */
  indicative: 64,
  /** `mandaron`, `mandaba`. */
  past: 128,
  /** `mandaran`, `mandasen`. */
  wish: 256,
  /** The form with `me` or `nos` behind it. */
  me: 512,
  /** The form with another pronoun behind it. */
  them: 1024,
  /** `mandaría`, `podrían`. */
  conditional: 2048,
} as const;
export type FormName = keyof typeof FORMS;

export interface VerbForm {
  word: string;
  form: number;
}

/**
 * The forms of `mandar`, or of `colgar:cuelg` with the stem that it has under stress, `pedir:pid:pid` with the one of its
 * gerund, too. Of `hacer:hag` the subjunctive's stem is the first person's.
 */
export function formsOf(verb: string): VerbForm[] {
  const [infinitive, stressed, raised] = verb.split(":") as [string, string?, string?];
  const kind = infinitive.slice(-2) as "ar" | "er" | "ir";
  const stem = infinitive.slice(0, -2);
  return kind === "ar"
    ? ofAr(infinitive, stem, stressed ?? stem)
    : ofErIr(infinitive, kind, stem, stressed ?? stem, raised ?? stem);
}

function ofAr(infinitive: string, stem: string, stressed: string): VerbForm[] {
  const soft = softened(stem);
  const softStressed = softened(stressed);
  return [
    ...spread([infinitive], FORMS.infinitive),
    ...spread([`${stem}ando`], FORMS.gerund),
    ...participles(`${stem}ad`),
    ...spread([`${stressed}o`], FORMS.first | FORMS.past),
    ...spread([`${soft}e`], FORMS.first),
    ...spread([`${stem}are`, `${stem}amos`, `${stem}aremos`, `${stem}aba`, `${stem}abamos`], FORMS.first),
    ...spread([`${stressed}a`, `${stressed}an`, `${stressed}as`, `${stem}as`, `${stem}ais`], FORMS.indicative),
    ...spread([`${stem}ara`, `${stem}aran`, `${stem}aras`], FORMS.indicative | FORMS.wish),
    ...spread([`${stem}ase`, `${stem}asen`, `${stem}ases`, `${stem}aramos`], FORMS.wish),
    ...spread([`${stem}aste`, `${stem}aron`, `${stem}asteis`, `${stem}aba`, `${stem}aban`, `${stem}abas`], FORMS.past),
    ...spread([`${stem}aria`, `${stem}arias`, `${stem}arian`, `${stem}ariamos`], FORMS.conditional),
    ...spread([`${softStressed}e`, `${softStressed}en`, `${soft}e`, `${soft}en`], FORMS.subjunctive | FORMS.order),
    ...spread([`${softStressed}es`, `${soft}es`, `${soft}eis`, `${soft}emos`], FORMS.subjunctive),
    ...spread([`${stressed}a`, `${stem}a`, `${stem}ad`], FORMS.order),
  ];
}

function ofErIr(infinitive: string, kind: "er" | "ir", stem: string, stressed: string, raised: string): VerbForm[] {
  const hard = hardened(stressed);
  // `tengo`, `hago`: the first person's stem is not that of `tienes`, `haces`.
  const second = /[^c]g$|hag$/.test(stressed) && !stem.endsWith("g") ? stem : stressed;
  const vowel = kind === "er" ? "e" : "i";
  const low = hardened(kind === "ir" ? raised : stem);
  return [
    ...spread([infinitive], FORMS.infinitive),
    ...spread([`${raised}iendo`, `${raised}yendo`], FORMS.gerund),
    ...participles(`${stem}id`),
    ...spread(
      [
        `${hard}o`,
        `${stem}i`,
        `${infinitive}e`,
        `${stem}${vowel}mos`,
        `${infinitive}emos`,
        `${stem}ia`,
        `${stem}iamos`,
      ],
      FORMS.first,
    ),
    ...spread(
      [
        `${second}e`,
        `${second}en`,
        `${second}es`,
        `${stem}${vowel}s`,
        `${infinitive}a`,
        `${infinitive}an`,
        `${infinitive}as`,
      ],
      FORMS.indicative,
    ),
    ...spread([`${raised}io`, `${raised}ieron`, `${stem}iste`, `${stem}ia`, `${stem}ian`, `${stem}ias`], FORMS.past),
    ...spread([`${raised}iera`, `${raised}ieran`, `${raised}ieras`, `${raised}iese`, `${raised}iesen`], FORMS.wish),
    ...spread([`${infinitive}ia`, `${infinitive}ias`, `${infinitive}ian`], FORMS.conditional),
    ...spread([`${hard}a`, `${hard}an`, `${low}a`, `${low}an`], FORMS.subjunctive | FORMS.order),
    ...spread([`${hard}as`, `${low}as`, `${low}ais`, `${low}amos`], FORMS.subjunctive),
    ...spread([`${second}e`, `${stem}${vowel}`, `${stem}${vowel}d`], FORMS.order),
  ];
}

const MINE = ["me", "nos"];
/** `quitenmen` and `quitemen` are as often heard as `quítenme`. */
const MISSPOKEN = ["men"];
const OTHERS = ["le", "les", "lo", "la", "los", "las", "se", "te"];
const BOTH = ["melo", "mela", "melos", "melas", "noslo", "noslos", "noslas", "nosla", "seme", "senos"];
/** Pronouns that are written behind a verb, the longer ones first, each with what it says. */
const PRONOUNS = [
  ...[...BOTH, ...MISSPOKEN, ...MINE].map((ending) => ({ ending, bit: FORMS.me })),
  ...["selo", "sela", "selos", "selas"].concat(OTHERS).map((ending) => ({ ending, bit: FORMS.them })),
].sort((a, b) => b.ending.length - a.ending.length);

/** The ways of taking a pronoun off a word: `quitenme` is `quiten` with one of the first person. */
export function withoutPronoun(word: string): { verb: string; bit: number }[] {
  return PRONOUNS.filter(({ ending }) => word.endsWith(ending) && word.length - ending.length >= 3).map(
    ({ ending, bit }) => ({ verb: word.slice(0, -ending.length), bit }),
  );
}

/** Forms that take a pronoun behind them; with it, a subjunctive is an order. */
const TAKE_PRONOUNS = FORMS.order | FORMS.infinitive | FORMS.gerund;
export function formWithPronoun(form: number, bit: number): number | undefined {
  return (form & TAKE_PRONOUNS) === 0 ? undefined : (form & TAKE_PRONOUNS) | bit;
}

function spread(words: readonly string[], form: number): VerbForm[] {
  return words.map((word) => ({ word, form }));
}

function participles(stem: string): VerbForm[] {
  return spread([`${stem}o`, `${stem}a`, `${stem}os`, `${stem}as`], FORMS.participle);
}

/** Returns the stem before e: `saque`, `pague`, `avance`. */
function softened(stem: string): string {
  return stem.replace(/c$/, "qu").replace(/g$/, "gu").replace(/z$/, "c");
}

/** Returns the stem before a and o: `proteja`, `distinga`, `venza`, `conozca`, `incluya`. */
function hardened(stem: string): string {
  return stem
    .replace(/gu$/, "g")
    .replace(/([aeiou])c$/, "$1zc")
    .replace(/([nr])c$/, "$1z")
    .replace(/g$/, (g, _at: number, text: string) =>
      /(?:hag|[lnr]g|[ai]g)$/.test(text) && !/(?:co|ele|re|exi|diri|prote)g$/.test(text) ? g : "j",
    )
    .replace(/u$/, "uy");
}
