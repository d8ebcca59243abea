// Knows the words of asking-words.ts and everyday-words.ts with their roles: by spelling, by sound, and as forms of verbs.

import { ASKING_WORDS } from "./asking-words.js";
import { EVERYDAY_WORDS } from "./everyday-words.js";
import { rememberedOf } from "./remembered.js";
import { soundOf } from "./sounds.js";

type Words<Text> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;
/** The roles in the heads of a table's sections, such as `[call message]`. */
type RolesIn<Table, Found = never> = Table extends `${string}[${infer Head}]${infer Rest}`
  ? RolesIn<Rest, Found | Words<Head extends `=${infer Roles}` ? Roles : Head>>
  : Found;
/**
 * Of forms: the moods of verbs (`wish`: an order, subjunctive or infinitive), `enclitic` with a pronoun, `guessed` with a slip,
 * `by-ear` if it only sounds like a known word. `else`, `aside`, `fine` and `in` stand for phrases of these kinds.
 */
type OtherRole =
  Words<"wish order told gerund done would enclitic to-me to-them guessed by-ear digits year clock else aside fine in">;
/** What a word does in a request. A misspelt role does not compile. */
export type Role = RolesIn<typeof ASKING_WORDS> | RolesIn<typeof EVERYDAY_WORDS> | OtherRole;
export type Roles = ReadonlySet<Role>;

/** Returns the roles in texts, between single spaces. */
export const rolesOf = <const Texts extends readonly string[]>(
  ...texts: Texts & { [At in keyof Texts]: Words<Texts[At]> extends Role ? Texts[At] : Role }
): Roles => rolesIn(texts.join(" "));
export const rolesIn = (text: string): Roles => new Set(text.split(" ") as Role[]);

export function isAnyIn(names: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const name of names) if (many.has(name)) return true;
  return false;
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
const LONGEST_ENDING = 7;
/** The letters of a conjugation in a key. */
const PREFIX = "ar:".length;

const tables = {
  /** Words as they are spelled, forms of Spanish verbs aside. */
  written: new Map<string, Roles>(),
  /** Words that are no form of the verb that they look like. */
  noForms: new Set<string>(),
  /** By conjugation and ending: `ar:en`. */
  moods: new Map<string, Roles>(),
  /** By conjugation and stem as it sounds: `ar:yam`. */
  stems: new Map<string, Roles>(),
  /** The stems as they are spelled: `sac` and `saqu`. */
  spelledStems: new Set<string>(),
};

function addRoles(table: Map<string, Roles>, word: string, roles: Roles): void {
  const known = table.get(word);
  table.set(word, known === undefined ? roles : new Set([...known, ...roles]));
}

/** Returns the tables. The first call fills them: a run that reads no word does not wait for it. */
function filledTables(): typeof tables {
  if (tables.written.size > 0) return tables;
  for (const [mood, endings] of Object.entries(ENDINGS))
    for (const ending of endings.split(" "))
      addRoles(tables.moods, mood.slice(0, PREFIX) + ending, rolesIn(mood.slice(PREFIX)));
  for (const { roles, isWhole, entries } of [...sectionsOf(ASKING_WORDS), ...sectionsOf(EVERYDAY_WORDS)])
    for (const word of entries) {
      if (word.startsWith("~")) learnVerb(word.slice(1), roles);
      else if (word.startsWith("+")) learnEnglish(word.slice(1), roles);
      else addRoles(tables.written, word, roles);
      if (isWhole) tables.noForms.add(word);
    }
  return tables;
}

/** Returns the sections of a table. `isWhole`: their words are no forms of verbs. */
export function sectionsOf(table: string): { roles: Roles; isWhole: boolean; entries: string[] }[] {
  return [...table.matchAll(/\[(=?)([^\]]*)\]([^[]*)/g)].map(([, mark, roles, entries]) => ({
    roles: rolesIn(roles!),
    isWhole: mark === "=",
    entries: withEndings(entries!).trim().split(/\s+/),
  }));
}

/** Spells out the other endings of words: `vecino/a/s` is also `vecina`, `vecinos` and `vecinas`. */
const withEndings = (entries: string) =>
  entries.replace(/([a-z]+?)(o?)\/a(\/s)?/g, "$1$2$3 $1a$3").replace(/([a-z]+)\/(e?s)/g, "$1 $1$2");

function learnVerb(entry: string, roles: Roles): void {
  const [infinitive, ...others] = entry.split(":") as [string, ...string[]];
  const conjugation = infinitive.endsWith("ar") ? "ar" : "er";
  const regular = infinitive.slice(0, -2);
  for (const stem of [regular, ...others]) {
    // A stem sounds as it does before its vowel: `sacar` is `sak`, `hacer` is `as`.
    const sounded = soundOf(stem + (stem === regular ? infinitive.at(-2)! : "a")).slice(0, -1);
    addRoles(tables.stems, `${conjugation}:${sounded}`, roles);
    tables.spelledStems.add(stem).add(stem.replace(/c$/, "qu").replace(/z$/, "c").replace(/g$/, "gu"));
  }
}

function learnEnglish(verb: string, roles: Roles): void {
  const short = verb.endsWith("e") ? verb.slice(0, -1) : verb;
  const doubled = /[^aeiou][aeiou][bglpt]$/.test(verb) ? verb + verb.at(-1)! : short;
  const add = (word: string, ...more: readonly Role[]) => addRoles(tables.written, word, new Set([...roles, ...more]));
  add(verb, "wish");
  add(`${verb}s`, "told");
  for (const told of [`${verb}d`, `${short}ed`, `${doubled}ed`]) add(told, "told", "done", "english");
  for (const base of [short, doubled]) add(`${base}ing`, "gerund", "english");
}

/** Returns the roles of a word of the tables, forms of Spanish verbs aside. */
export const writtenRoles = (folded: string): Roles | undefined => filledTables().written.get(folded);

/** Returns the roles of a form of a verb, by its sound. */
export function verbRoles(sounded: string): Role[] {
  const { moods, stems } = filledTables();
  const roles: Role[] = [];
  for (let at = Math.max(2, sounded.length - LONGEST_ENDING); at < sounded.length; at++)
    for (const conjugation of ["ar", "er"]) {
      const mood = moods.get(`${conjugation}:${sounded.slice(at)}`);
      const verb = mood && stems.get(`${conjugation}:${sounded.slice(0, at)}`);
      if (verb !== undefined) roles.push(...verb, ...mood!);
    }
  return roles;
}

/** Whether a word may be a form of a verb as it is spelled, not only as it sounds: `veto` is of `vetar`, `Beto` is not. */
export function isSpelledForm(folded: string): boolean {
  const { noForms, spelledStems } = filledTables();
  for (let at = 2; at < folded.length; at++)
    if (spelledStems.has(folded.slice(0, at)) && folded.length - at <= LONGEST_ENDING) return !noForms.has(folded);
  return false;
}

/** Returns the roles of words by their sounds. */
const bySound = rememberedOf((words: ReadonlyMap<string, Roles>) => {
  const table = new Map<string, Roles>();
  for (const [word, roles] of words) addRoles(table, soundOf(word), roles);
  return table;
});

/** Returns the roles of all words and verbs that sound so. */
export function heardAs(sounded: string): Roles | undefined {
  const roles = bySound(filledTables().written).get(sounded);
  const verb = filledTables().noForms.has(sounded) ? [] : verbRoles(sounded);
  return roles === undefined && verb.length === 0 ? undefined : new Set([...(roles ?? []), ...verb]);
}

/** Returns the sounds that begin with one of these letters, of words with roles and of verbs' forms with such endings. */
export function soundsWith(letters: string, ofWord: Roles, ofEnding: Roles, longestEnding: number): string[] {
  const { moods, stems, written } = filledTables();
  const isOne = (sounded: string, roles: Roles) => letters.includes(sounded[0]!) && isAnyIn(roles, ofWord);
  const endings = [...moods].filter(([key, roles]) => key.length <= PREFIX + longestEnding && isAnyIn(roles, ofEnding));
  const forms = [...stems].flatMap(([key, roles]) => {
    const stem = key.slice(PREFIX);
    if (!isOne(stem, roles)) return [];
    return endings.flatMap(([ending]) => (ending[0] === key[0] ? stem + ending.slice(PREFIX) : []));
  });
  return [...forms, ...[...bySound(written)].flatMap(([word, roles]) => (isOne(word, roles) ? word : []))];
}
