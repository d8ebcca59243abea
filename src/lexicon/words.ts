// Finds the roles of a word: as it is spelled, as it sounds, as a form of a verb, or with one letter wrong.

import { ASKING_WORDS } from "./asking-words.js";
import { EVERYDAY_WORDS } from "./everyday-words.js";
import { remembered } from "./remembered.js";

/**
 * Names of asking-words.ts; moods: `wish` (an order, subjunctive or infinitive), `told`, `gerund`, `done`, `would`;
 * `guessed`: only nearly that word; `by-ear`: only what sounds like it.
 */
export type Roles = ReadonlySet<string>;

export const NO_ROLES: Roles = new Set();

export const rolesOf = (names: string): Roles => new Set(names.split(" "));

export function isAnyIn(names: Roles, many: Roles): boolean {
  for (const name of names) if (many.has(name)) return true;
  return false;
}

const LETTER_OF: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s" };

/** Returns a word in lower case without accents, and a stretched letter (`nooo`) once. */
export function foldWord(word: string): string {
  if (/^[a-z]{1,2}$/.test(word)) return word;
  const folded = word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "");
  if (!/[a-z]/.test(folded)) return folded;
  return folded.replace(/[0134571@$]/g, (sign) => LETTER_OF[sign]!).replace(/(.)\1{2,}/g, "$1");
}

/** How letters sound in Salvadoran Spanish, and how before e and i. */
const SOUNDS: Record<string, readonly [hard: string, soft: string]> = {
  c: ["k", "s"],
  ch: ["C", "C"],
  g: ["g", "j"],
  gu: ["gu", "g"],
  h: ["", ""],
  ll: ["y", "y"],
  m: ["n", "n"],
  ph: ["f", "f"],
  q: ["k", "k"],
  qu: ["ku", "k"],
  sc: ["sk", "s"],
  v: ["b", "b"],
  x: ["s", "s"],
  z: ["s", "s"],
};
const SOUNDING = /ch|ph|qu?|sc|c|[xzvh]|ll|gu?|m(?=[pbv])/g;

/** Returns how a folded word sounds: `kiten` and `quiten` are one, `vaja` and `baja`. */
export function soundOf(folded: string): string {
  const sounded = folded.replace(SOUNDING, (letters, at: number) => {
    const next = folded[at + letters.length];
    return SOUNDS[letters]![next === "e" || next === "i" ? 1 : 0];
  });
  // `bloqueen` is not `bloquen`.
  return sounded.replace(/y$/, "i").replace(/(?!ee[ns]?$)(.)\1+/g, "$1");
}

const ENDINGS = {
  "ar:wish": "ar e en es emos eis ad ara aran aras aramos ase asen asemos",
  "ar:order": "a",
  "ar:told": "o a as an amos aba aban abamos aron aste are aremos aria arias arian ara aran",
  "ar:would": "aria arian ariamos aremos",
  "ar:gerund": "ando",
  "ar:done": "ado ada ados adas",
  "er:wish": "er ir a an as amos ais id iera ieran ieras ieramos iese iesen",
  "er:told": "o e es en emos imos ia ian iamos io ieron iste eria iria i era",
  "er:would": "eria erian iria irian era eran eremos ira iran iremos",
  "er:gerund": "iendo yendo",
  "er:done": "ido ida idos idas",
};
/** By conjugation and ending: `ar:en`. */
const MOODS = new Map<string, Roles>();
const LONGEST_ENDING = 7;
const PRONOUNS = "melos melas selos selas melo mela selo sela noslo nos les los las me le lo la se te men".split(" ");
/** Longer endings first. */
const DIMINUTIVES = ["itos", "itas", "ito", "ita", "es", "s"];

const written = new Map<string, Roles>();
/** Roles by conjugation and the stem as it sounds: `ar:yam`. */
const stems = new Map<string, Roles>();
/** The stems as they are spelled: `sac` and `saqu`. */
const spelledStems = new Set<string>();
/** Words that are no form of the verb that they look like. */
const noForms = new Set<string>();

function learn(text: string): void {
  for (const section of text.split("[").slice(1)) {
    const [header, words] = section.split("]") as [string, string];
    const roles = rolesOf(header.replace("=", ""));
    for (const word of words.trim().split(/\s+/)) {
      if (word.startsWith("~")) learnVerb(word.slice(1), roles);
      else if (word.startsWith("+")) learnEnglish(word.slice(1), roles);
      else addRoles(written, word, roles);
      if (header.startsWith("=")) noForms.add(word);
    }
  }
}

function addRoles(table: Map<string, Roles>, word: string, roles: Roles): void {
  const known = table.get(word);
  table.set(word, known === undefined ? roles : new Set([...known, ...roles]));
}

function learnVerb(entry: string, roles: Roles): void {
  const [infinitive, ...others] = entry.split(":") as [string, ...string[]];
  const conjugation = infinitive.endsWith("ar") ? "ar" : "er";
  const vowel = infinitive.at(-2)!;
  // A stem sounds as it does before its vowel: `sacar` is `sak`, `hacer` is `as`.
  for (const stem of [infinitive.slice(0, -2), ...others]) {
    const sounded = soundOf(stem + (stem === infinitive.slice(0, -2) ? vowel : "a"));
    addRoles(stems, `${conjugation}:${sounded.slice(0, -1)}`, roles);
    spelledStems.add(stem).add(stem.replace(/c$/, "qu").replace(/z$/, "c").replace(/g$/, "gu"));
  }
}

function learnEnglish(verb: string, roles: Roles): void {
  const short = verb.endsWith("e") ? verb.slice(0, -1) : verb;
  const doubled = /[^aeiou][aeiou][bglpt]$/.test(verb) ? verb + verb.at(-1)! : short;
  const add = (word: string, ...moods: readonly string[]) => addRoles(written, word, new Set([...roles, ...moods]));
  add(verb, "wish");
  add(`${verb}s`, "told");
  for (const told of [`${verb}d`, `${short}ed`, `${doubled}ed`]) add(told, "told", "done", "english");
  for (const base of [short, doubled]) add(`${base}ing`, "gerund", "english");
}

/** Fills the tables: on the first word, so that a run that reads none doesn't wait for it. */
function learnAll(): void {
  for (const [mood, endings] of Object.entries(ENDINGS))
    for (const ending of endings.split(" ")) addRoles(MOODS, mood.slice(0, 3) + ending, rolesOf(mood.slice(3)));
  learn(ASKING_WORDS);
  learn(EVERYDAY_WORDS);
}

function verbRoles(sounded: string): string[] {
  const roles: string[] = [];
  for (let at = Math.max(2, sounded.length - LONGEST_ENDING); at < sounded.length; at++)
    for (const conjugation of ["ar", "er"]) {
      const moods = MOODS.get(`${conjugation}:${sounded.slice(at)}`);
      const verb = moods && stems.get(`${conjugation}:${sounded.slice(0, at)}`);
      if (verb !== undefined) roles.push(...verb, ...moods!);
    }
  return roles;
}

/** Whether a word begins with a stem as it is spelled, not only as it sounds: `veto` is of `vetar`, `Beto` is not. */
function isSpelledForm(folded: string): boolean {
  for (let at = 2; at < folded.length; at++)
    if (spelledStems.has(folded.slice(0, at)) && folded.length - at <= LONGEST_ENDING) return true;
  return false;
}

let heard: Map<string, Roles> | undefined;
function heardAs(sounded: string): Roles | undefined {
  if (heard === undefined) {
    heard = new Map();
    for (const [word, roles] of written) addRoles(heard, soundOf(word), roles);
  }
  const roles = heard.get(sounded);
  const verb = noForms.has(sounded) ? [] : verbRoles(sounded);
  return roles === undefined && verb.length === 0 ? undefined : new Set([...(roles ?? []), ...verb]);
}

/** Roles whose words may have one letter missing, added or wrong. */
const MAY_HAVE_SLIPS = rolesOf(
  "correct out refuse withdraw remove stop halt-word contact deliver message consent list number courtesy again " +
    "receive want bother tired complain",
);
const SHORTEST_WITH_SLIP = 5;
const LONGEST_ENDING_WITH_SLIP = 4;
const WISHES = rolesOf("wish gerund");
/** By the length of a text, words of asking that are it, or would be without one letter. */
const slips = new Map<number, ReadonlyMap<string, string>>();
let withSlips: readonly string[] | undefined;

function withoutOneLetter(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Returns the word of asking that differs from this one by one letter. */
function meant(sounded: string): string | undefined {
  if (sounded.length < SHORTEST_WITH_SLIP - 1 || sounded.length > 16 || /[^a-zC]/.test(sounded)) return undefined;
  const less = [sounded, ...withoutOneLetter(sounded)].find((text) => slipsOfLength(text.length).has(text));
  return less === undefined ? undefined : slipsOfLength(less.length).get(less);
}

function slipsOfLength(length: number): ReadonlyMap<string, string> {
  const known = slips.get(length);
  if (known !== undefined) return known;
  withSlips ??= wordsWithSlips();
  const found = new Map<string, string>();
  for (const word of withSlips) if (word.length === length) found.set(word, word);
  for (const word of withSlips)
    if (word.length === length + 1)
      for (const less of withoutOneLetter(word)) if (!found.has(less)) found.set(less, word);
  slips.set(length, found);
  return found;
}

/** Returns words of asking and short wishes of verbs. All forms of verbs would be a hundred times as many. */
function wordsWithSlips(): string[] {
  const isShortWish = ([key, moods]: [string, Roles]) =>
    key.length <= 3 + LONGEST_ENDING_WITH_SLIP && isAnyIn(moods, WISHES);
  const endings = [...MOODS].filter(isShortWish).map(([key]) => key);
  const words: string[] = [];
  for (const [stem, roles] of stems)
    if (isAnyIn(roles, MAY_HAVE_SLIPS))
      for (const ending of endings) if (ending[0] === stem[0]) words.push(stem.slice(3) + ending.slice(3));
  for (const [word, roles] of written) if (isAnyIn(roles, MAY_HAVE_SLIPS)) words.push(soundOf(word));
  return words.filter((word) => word.length >= SHORTEST_WITH_SLIP);
}

/** A word as typed, folded, and as it sounds. An unknown word has no roles. */
export interface Word {
  typed: string;
  folded: string;
  sounded: string;
  roles: Roles;
}

const LONGEST_WORD = 32;

export const isWritten = (folded: string) => written.has(folded);

export const wordOf = remembered(
  (typed): Word => {
    if (typed.length > LONGEST_WORD) return { typed, folded: typed, sounded: "", roles: NO_ROLES };
    if (written.size === 0) learnAll();
    const folded = foldWord(typed);
    const roles = withAccent(typed.normalize("NFC").toLowerCase(), find(folded));
    return { typed, folded, sounded: soundOf(folded), roles };
  },
  { most: 50_000, longest: LONGEST_WORD },
);

const SMALL_WORD: Roles = new Set(["small"]);
const YEAR: Roles = new Set(["digits", "year"]);

function find(folded: string): Roles {
  if (/^(?:19|20)\d\d$/.test(folded)) return YEAR;
  if (/^\$?\d+$/.test(folded)) return new Set(folded.length <= 2 ? ["digits", "clock"] : ["digits"]);
  const sounded = soundOf(folded);
  const known = written.get(folded);
  const isEnglish = known?.has("wish") || known?.has("told") || known?.has("gerund");
  const isForm = !isEnglish && !noForms.has(folded) && isSpelledForm(folded);
  // A word in the lexicon is not also another word that only sounds like it.
  if (known !== undefined)
    return isForm
      ? new Set([...known, ...verbRoles(sounded), ...((!/[st]e$/.test(sounded) && withPronoun(sounded)) || [])])
      : known;
  if (/...(?:mente|isim[oa]s?|[^aeiou]ly)$/.test(folded)) return SMALL_WORD;
  if (folded.length === 1) return NO_ROLES;
  const roles = heardAs(sounded) ?? withPronoun(sounded) ?? withoutEnding(sounded) ?? withSlip(folded, sounded);
  const isSpelled =
    isForm || DIMINUTIVES.some((ending) => folded.endsWith(ending) && written.has(folded.slice(0, -ending.length)));
  return isSpelled || roles.size === 0 ? roles : new Set([...roles, "by-ear"]);
}

const NOT_TOLD = rolesOf("wish order message trade-message publicity reach-noun lose");

/** Adjusts roles to a last accent: `dejé` and `llamó` report, `dejá` is an order. */
function withAccent(typed: string, roles: Roles): Roles {
  if (/[éó]$/.test(typed)) return new Set([...roles].filter((role) => !NOT_TOLD.has(role)));
  return /á$/.test(typed) && roles.has("order") ? new Set([...roles, "wish"]) : roles;
}

/** Returns the roles of a verb with its pronoun: `quítenme`, `llamarle`; `-se` before one loses an s. */
function withPronoun(sounded: string, rolesAs = heardAs): Roles | undefined {
  if (/^\d+(?:am|pm|i?rs)$/.test(sounded)) return new Set(["clock", "time"]);
  for (const pronoun of PRONOUNS) {
    if (!sounded.endsWith(pronoun) || sounded.length < pronoun.length + 3) continue;
    const verb = sounded.slice(0, -pronoun.length);
    const roles = [verb, `${verb}s`]
      .map(rolesAs)
      .find((some) => some?.has("wish") || some?.has("told") || some?.has("gerund"));
    if (roles === undefined) continue;
    const mood = roles.has("gerund") ? [] : ["wish"];
    const whom = /^(?:me|nos)/.test(pronoun) ? "to-me" : "to-them";
    return new Set([...[...roles].filter((role) => role !== "told"), "enclitic", ...mood, whom]);
  }
  return undefined;
}

function withoutEnding(sounded: string): Roles | undefined {
  for (const ending of DIMINUTIVES) {
    if (!sounded.endsWith(ending) || sounded.length <= ending.length + 3) continue;
    const stem = sounded.slice(0, -ending.length);
    const roles = [stem, stem + (ending[2] ?? ""), `${stem}e`].map(heardAs).find(Boolean);
    if (roles !== undefined) return roles;
  }
  return undefined;
}

/** Whether two words begin alike: typing rarely slips on the first letter, hearing does on a vowel. */
const beginAlike = (word: string, sounded: string) =>
  word[0] === sounded[0] || sounded.startsWith("l") || (/^[aeiou]/.test(sounded) && /^[aeiou]/.test(word));

function withSlip(folded: string, sounded: string): Roles {
  if (folded.length < SHORTEST_WITH_SLIP || /(?:dora?|[ai]ble)s?$/.test(folded)) return NO_ROLES;
  const roles = rolesMeant(sounded) ?? withPronoun(sounded, rolesMeant);
  return roles === undefined ? NO_ROLES : new Set([...roles, "guessed"]);
}

function rolesMeant(sounded: string): Roles | undefined {
  const word = meant(sounded);
  return word === undefined || !beginAlike(word, sounded) ? undefined : heardAs(word);
}
