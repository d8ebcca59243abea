// What the note of an agent tells of a person, in the third person mostly: `cliente dice baja`, `que lo borren`. Most notes tell
// of anything at all, so a word that nobody knows says nothing here; words of asking, refusing, insulting and death do.

import { classifyReply } from "./classify.js";
import { type Fields, fieldsOf } from "./fields.js";
import { hasKeywordClause } from "./keywords.js";
import { findOptOut } from "./opt-outs.js";
import { Phrases } from "./patterns.js";
import { readMessage, type Token } from "./tokens.js";
import { FORMS } from "./verbs.js";

const TOLD = new Phrases(
  // no quiere · no le interesa · no autoriza · ya no desea
  "no ~ want|interest|permit|reach.subjunctive|bother",
  "want|ask|say|que ~ remove|revoke|leave|stop|halt|forbid",
  "revoke ~~ subscription|list|msg|number|data|permission",
  "=en =paz",
);

/** A word of one of these fields is enough. */
const GRAVE = fieldsOf(["unlist", "low", "forbid", "tired", "complaint", "insult"]);
const REMOVE = fieldsOf(["remove"]);
/** One takes out or collects many a thing: `retira el producto`, `sacó cita`. */
const EVERYDAY = /^(?:retir|sac|saqu|quit|extra|drop|los[et]|olvid)/;
const WORDS =
  /^(?:fallec|mur[io]|muert|difunt|finad|defunc|deceas|died?$|dead$|death|equivoc|wrong$|basta$|(?:insult|amenaz|grit|threat))/;

const is = ({ word }: Token, { low, high }: Fields): boolean => ((word.low & low) | (word.high & high)) !== 0;

function isGrave(token: Token): boolean {
  const { text, form } = token.word;
  if (is(token, GRAVE) || WORDS.test(token.folded)) return true;
  return is(token, REMOVE) && (!EVERYDAY.test(text) || (form & (FORMS.subjunctive | FORMS.wish)) !== 0);
}

/** Whether a person has to look at a note: it may tell that somebody wants to be left alone, or is no more. */
export function asksInNote(note: string): boolean {
  const { intent } = classifyReply(note);
  if (intent === "opt-out" || intent === "request") return true;
  const read = readMessage(note);
  const { asks, doubts } = findOptOut(read);
  return asks || doubts || hasKeywordClause(read.tokens) || TOLD.areIn(read) || read.tokens.some(isGrave);
}
