// Finds the roles of a word: as it is spelled, as it sounds, as a form of a verb, or with one letter wrong.

import { remembered, rememberedOf } from "./remembered.js";
import { resembled } from "./slips.js";
import { foldWord, soundOf } from "./sounds.js";
import { heardAs, isSpelledForm, type Roles, rolesIn, rolesOf, verbRoles, writtenRoles } from "./vocabulary.js";

export const NO_ROLES: Roles = new Set();
/** What phrases call a word: its roles, the word itself as it sounds (`=yamar`), and `thing` or `deed`. */
export type Names = ReadonlySet<string>;

/** A word as typed, folded, and as it sounds. An unknown word has no roles. `isTitled`: it has a capital, as names do. */
export interface Word {
  typed: string;
  folded: string;
  sounded: string;
  isTitled: boolean;
  roles: Roles;
  names: Names;
}

const LONGEST_WORD = 32;

export const wordOf = remembered(
  (typed): Word => {
    if (typed.length > LONGEST_WORD) return withRoles({ typed, folded: typed, sounded: "" }, NO_ROLES);
    const folded = foldWord(typed);
    const roles = withAccent(typed.normalize("NFC").toLowerCase(), find(folded));
    return withRoles({ typed, folded, sounded: soundOf(folded) }, roles);
  },
  { most: 50_000, longest: LONGEST_WORD },
);

/** Roles that say nothing of asking. A word with no other role is a thing, such as an onion or a name. */
const OPEN = rolesOf(
  "topic everyday polite praise offer inquire deal name english glue weary less elsewhere one numeral ten relative",
  "grade gone as-well copy trade product old place low-things outcome outcome-noun people-column other-column",
  "status-column note-column outcome-column way-column delivery about date numbered blank wish order told gerund",
  "done would enclitic to-me to-them by-ear guessed",
);

export function withRoles({ typed, folded, sounded }: Pick<Word, "typed" | "folded" | "sounded">, roles: Roles): Word {
  const names = new Set<string>(roles).add(`=${sounded}`);
  if (/^\D{3,}$/.test(folded) && [...roles].every((role) => OPEN.has(role))) names.add("thing");
  // A plural verb, an infinitive or a gerund: `que no le agobien`.
  if (roles.size === 0 && /(?:[aei]r|[ae]n|[ae]mos|[ae]ndo)(?:l[eao]s?)?$/.test(folded)) names.add("deed");
  return { typed, folded, sounded, isTitled: /^\p{Lu}\p{Ll}+$/u.test(typed), roles, names };
}

/** Returns a word with other roles, the same object for the same word. */
export const asRoles = remembered((roles) => rememberedOf((token: Word) => withRoles(token, rolesIn(roles))));

const DIMINUTIVES = ["itos", "itas", "ito", "ita", "es", "s"];

function find(folded: string): Roles {
  if (/^(?:19|20)\d\d$/.test(folded)) return rolesOf("digits year");
  if (/^\$?\d+$/.test(folded)) return new Set(folded.length <= 2 ? ["digits", "clock"] : ["digits"]);
  const sounded = soundOf(folded);
  const known = writtenRoles(folded);
  const isEnglish = known?.has("wish") || known?.has("told") || known?.has("gerund");
  const isForm = !isEnglish && isSpelledForm(folded);
  // A word in the lexicon is not also another word that only sounds like it.
  if (known !== undefined)
    return isForm
      ? new Set([...known, ...verbRoles(sounded), ...((!/[st]e$/.test(sounded) && withPronoun(sounded)) || [])])
      : known;
  if (/...(?:mente|isim[oa]s?|[^aeiou]ly)$/.test(folded)) return rolesOf("small");
  if (folded.length === 1) return NO_ROLES;
  const roles = heardAs(sounded) ?? withPronoun(sounded) ?? withoutEnding(sounded) ?? withSlip(folded, sounded);
  const isSpelled =
    isForm || DIMINUTIVES.some((ending) => folded.endsWith(ending) && writtenRoles(folded.slice(0, -ending.length)));
  return isSpelled || roles.size === 0 ? roles : new Set([...roles, "by-ear"]);
}

const NOT_TOLD = rolesOf("wish order message trade-message publicity reach-noun lose");

/** Adjusts roles to a last accent: `dejé` and `llamó` report, `dejá` is an order. */
function withAccent(typed: string, roles: Roles): Roles {
  if (/[éó]$/.test(typed)) return new Set([...roles].filter((role) => !NOT_TOLD.has(role)));
  return /á$/.test(typed) && roles.has("order") ? new Set([...roles, "wish"]) : roles;
}

const PRONOUNS = "melos melas selos selas melo mela selo sela noslo nos les los las me le lo la se te men".split(" ");

/** Returns the roles of a verb with its pronoun: `quítenme`, `llamarle`. The verb may lose an `s`: `vámonos`. */
function withPronoun(sounded: string, rolesAs = heardAs): Roles | undefined {
  if (/^\d+(?:am|pm|i?rs)$/.test(sounded)) return new Set(["clock", "time"]);
  for (const pronoun of PRONOUNS) {
    if (!sounded.endsWith(pronoun) || sounded.length < pronoun.length + 3) continue;
    const verb = sounded.slice(0, -pronoun.length);
    const roles = [verb, `${verb}s`]
      .map(rolesAs)
      .find((some) => some?.has("wish") || some?.has("told") || some?.has("gerund"));
    if (roles === undefined) continue;
    const mood = roles.has("gerund") ? [] : (["wish"] as const);
    const whom = /^(?:me|nos)/.test(pronoun) ? "to-me" : "to-them";
    return new Set([...[...roles].filter((role) => role !== "told"), "enclitic", ...mood, whom]);
  }
  return undefined;
}

/** Returns the roles of a word of which this is a plural or a diminutive. */
function withoutEnding(sounded: string): Roles | undefined {
  for (const ending of DIMINUTIVES) {
    if (!sounded.endsWith(ending) || sounded.length <= ending.length + 3) continue;
    const stem = sounded.slice(0, -ending.length);
    const roles = [stem, stem + (ending[2] ?? ""), `${stem}e`].map(heardAs).find(Boolean);
    if (roles !== undefined) return roles;
  }
  return undefined;
}

const SHORTEST_SLIP = 5;

function withSlip(folded: string, sounded: string): Roles {
  if (folded.length < SHORTEST_SLIP || /(?:dora?|[ai]ble)s?$/.test(folded)) return NO_ROLES;
  const roles = rolesMeant(sounded) ?? withPronoun(sounded, rolesMeant);
  return roles === undefined ? NO_ROLES : new Set([...roles, "guessed"]);
}

function rolesMeant(sounded: string): Roles | undefined {
  const word = resembled(sounded);
  return word === undefined ? undefined : heardAs(word);
}
