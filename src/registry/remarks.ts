// What a cell beside those that say what is asked for tells of an opt-out: an agent's note, a second result, a state, the code of
// a button. Whatever it asks for, a person judges it.

import { nameWords } from "../headers/event-words.js";
import { type RequestKind, writtenIn } from "../headers/import-columns.js";
import { clausesOf, findPhrase } from "../lexicon/clauses.js";
import { columnKind } from "../lexicon/columns.js";
import { asksAboutOptOuts, asksOf, markIn } from "../lists/marks.js";
import { classifyReply, type Intent } from "../replies/classify.js";
import { asksInNote, completesOptOut } from "../replies/notes.js";
import { type Asked, toldBeside } from "./asked.js";
import { BESIDE, type ColumnUse, isText } from "./column-uses.js";

/** Reads a cell; `isOut`: it stands beside an opt-out, and may say what more shall end. */
export type RemarkReader = (cell: string, isOut: boolean) => readonly Asked[];

/** Words of a name that say nothing of what was consented to: `consentimiento`, `acepta SMS`. */
const OF_CONSENTING = /\b(?:consent|consien|autoriz|authori|permi|acept|accept)\w*/g;
const ASKING: ReadonlySet<Intent> = new Set(["opt-out", "request"]);
const UNDERSTOOD: ReadonlySet<Intent> = new Set(["other", "help", "opt-in"]);
const SENTENCE = /\S\s+\S+\s+\S/;
const NOT_OF_PEOPLE = ["name", "fact", "matter", "silent"];

/** What reads the cells under a name; undefined where none of them speaks. */
export function remarkReader(kind: RequestKind, name: string, use: ColumnUse | undefined): RemarkReader | undefined {
  if (use === "id") return (cell) => (spokenIn(cell, use) === "" ? [] : [toldBeside(kind, cell)]);
  if (use === "phone") {
    const question = asksOf(name);
    return (cell) => (spokenIn(cell, use) !== "" && markIn(question, cell) ? [toldBeside(kind, cell)] : []);
  }
  if (use !== undefined && use !== "words") return undefined;
  const tells = tellsUnder(name, kind === "sms");
  const asked = asksAboutOptOuts(name) ? [nameWords(name).replace(OF_CONSENTING, "")] : [];
  const isRemark = isOfRemarks(name);
  return (cell, isOut) => {
    if (use === undefined && asked.length === 0 && !isText(cell)) return [];
    if (!tells(cell) && !(isOut && isRemark && completesOptOut(cell))) return [];
    return [cell, ...asked].map((words) => toldBeside(kind, words));
  };
}

/** Returns a cell if it may speak: an id that is the word with which people leave, a phone with a letter; else an empty text. */
export function spokenIn(cell: string, use: ColumnUse | undefined): string {
  if (use === "id") return isBareOptOut(cell) ? cell : "";
  return use === "phone" && !/\p{L}/u.test(cell) ? "" : cell;
}

/** No id, but a code that is nothing but the word with which people leave. */
function isBareOptOut(cell: string): boolean {
  return /^[\p{L}\s]{2,24}$/u.test(cell) && classifyReply(cell).intent === "opt-out";
}

const isOfRemarks = (name: string) => name === "" || columnKind(name).isState;

/** Returns what tells whether a cell speaks of an opt-out, by what the name of its column promises. `mayBeOurs`: we may have written it. */
function tellsUnder(name: string, mayBeOurs: boolean): (cell: string) => boolean {
  if (name === BESIDE) return (cell) => [cell, ...cell.split("; ")].some(asksBeside);
  const question = asksOf(name);
  const isOther = NOT_OF_PEOPLE.includes(columnKind(name).kind);
  const isAsked = asksAboutOptOuts(name);
  const written = mayBeOurs ? writtenIn(name) : undefined;
  const isTheirs = !mayBeOurs || isOfRemarks(name);
  return (cell) => {
    // We tell people how to leave: `Responda STOP para no recibir`.
    if (!isTheirs && clausesOf(cell).some((clause) => findPhrase("how", clause) !== undefined)) return false;
    // What may be ours says anything, but for short.
    const mayAnswer = written === "theirs" || (written !== undefined && !SENTENCE.test(cell));
    if (mayAnswer && !UNDERSTOOD.has(classifyReply(cell).intent)) return true;
    const mark = written === undefined ? markIn(question, cell) : undefined;
    if (mark !== undefined && (mark.says === "says-no" || !isOther)) return true;
    if (written === undefined && (isOther || isAsked)) return false;
    return mayBeOurs && written === undefined ? ASKING.has(classifyReply(cell).intent) : asksInNote(cell);
  };
}

/** Of a button also its code: `BAJA_SI`, `optOut`. */
function asksBeside(part: string): boolean {
  if (ASKING.has(classifyReply(part).intent)) return true;
  const words = part.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/[^\p{L}\d]+/gu, " ");
  return !/\s/.test(part.trim()) && asksInNote(words);
}
