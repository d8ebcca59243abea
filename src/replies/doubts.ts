// What makes a sentence that seems to ask for our contacting to end a doubtful one: it is refused, reported, conditional, or about
// another thing, another person or some hours only. A person decides then.

import { type Field, type Fields, fieldsOf } from "./fields.js";
import { LEVEL } from "./lexicon.js";
import { is, type Token } from "./tokens.js";
import { FORMS } from "./verbs.js";

/** Tells whether a phrase, from its first word to the one behind its last, is certain. */
export function isCertain(tokens: readonly Token[], start: number, end: number): boolean {
  return (
    !isSaidByOthers(tokens, start) &&
    !isConditional(tokens, start) &&
    !isOneself(tokens, start) &&
    !isAboutAnother(tokens, start, end)
  );
}

const f = (...names: Field[]): Fields => fieldsOf(names);

/** Words of a clause that are looked at, before a phrase and behind it. */
const CLAUSE = 24;

const NO = f("no");
const BETWEEN = f("want", "que", "me", "cl", "can", "go", "be", "ask", "ya", "have", "give");

const UNABLE = /^(?:cant|cannot|couldnt|wont|didnt|doesnt)$/;
/** `no quiero dejar de recibir`, `no me quiten`: a refusal before the phrase turns it round. */
export function isRefusedBefore(tokens: readonly Token[], start: number): boolean {
  if (is(tokens[start]!, NO)) return false;
  for (let at = start; at > 0 && start - at < 5; at--) {
    if (tokens[at]!.begins) return false;
    const before = tokens[at - 1]!;
    if (is(before, NO) || UNABLE.test(before.word.text)) return true;
    if (!is(before, BETWEEN)) return false;
  }
  return false;
}

const SAY = f("say");

/** `mi hermano dijo que ya no llamen`. */
function isSaidByOthers(tokens: readonly Token[], start: number): boolean {
  for (let at = Math.max(0, start - CLAUSE); at < start; at++) if (is(tokens[at]!, SAY)) return true;
  return false;
}

const IF = f("if");
const PRONOUNS = f("me", "cl", "ya");
const HYPOTHETICAL = f("no", "want", "stop", "reach", "keep", "again", "bother", "remove", "que", "give", "leave");

/** `si no quiero más mensajes, ¿qué hago?`; but `si por favor bórreme`, `si pueden quitarme`. */
function isConditional(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at >= Math.max(0, start - CLAUSE); at--) {
    const { word, begins } = tokens[at]!;
    if (word.text === "si") {
      let next = at + 1;
      while (next < tokens.length && is(tokens[next]!, PRONOUNS)) next++;
      const follower = tokens[next];
      const isOrder = follower !== undefined && (follower.word.form & FORMS.order) !== 0;
      if (follower !== undefined && !follower.begins && !isOrder && is(follower, HYPOTHETICAL)) return true;
    } else if (is(tokens[at]!, IF)) return at !== start;
    if (begins) return false;
  }
  return false;
}

/** What a person may well not want, give or get, in the first person. */
const GRANTS = f("want", "permit", "give", "have", "me", "receive", "interest", "ask");
const FIRST_PERSON = new Set("para,i,did,could,will,can,puedo,podemos,was,am".split(","));

/** `I can not call`, `para no molestarlo`: it is the person who does not. */
function isOneself(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1];
  if (!is(tokens[start]!, NO) || tokens[start]!.begins || before === undefined) return false;
  if (!FIRST_PERSON.has(before.word.text)) return false;
  const next = tokens[start + 1];
  return next === undefined || (next.word.text !== "longer" && !is(next, GRANTS));
}

/** What is ours: messages, their number, our list. */
const OURS = f("msg", "number", "list", "subscription", "none", "peace", "permission", "data");
/** Verbs of our contacting, which name no other thing. */
const OUR_DOING = f("reach", "bother", "interest", "receive", "weak", "use");
/** `mensajes de su tienda` are the sender's. */
const YOURS = f("yours");
const VERB = f("verb");
/** They say nothing of an object. */
const EMPTY = f("verb", "topic");
const TIME = f("time");
const THING = f("thing");
const LINK = f("de", "prep");
const BEGINS_REASON = new Set("que,porque,pues,pero,y,e,si,but,because,and,cuando,sino,aunque".split(","));

/** What is named in the clause beside our contacting: another thing, a time, a word that nobody knows in the object's place. */
export function isAboutAnother(tokens: readonly Token[], start: number, end: number): boolean {
  let isNamed = false;
  let isOfPerson = false;
  for (let at = start; at < end; at++) {
    // `call` and `text` are verbs here, whatever else they are.
    isNamed ||= is(tokens[at]!, OURS) && !is(tokens[at]!, REACH);
    isOfPerson ||= isOfThePerson(tokens[at]!);
    if (tokens[at]!.word.text === "se" && at + 1 < end && is(tokens[at + 1]!, REACH)) return true;
    if (at > start && isThing(tokens[at]!)) return true;
    if (isItself(tokens[at]!)) return true;
    if (isOneOffer(tokens, at)) return true;
  }
  // Whom one calls is named by the verb; a thing behind it is something else: `no me llames Pedro`.
  let isLinked = !isNamed;
  isNamed ||= isOfPerson;
  for (let at = end; at < Math.min(tokens.length, end + CLAUSE); at++) {
    const token = tokens[at]!;
    if (token.begins || BEGINS_REASON.has(token.word.text)) return false;
    if (isOneOffer(tokens, at) || isOtherMedium(tokens, at) || token.word.text === "asi") return true;
    if (isNamed && at > 0 && is(tokens[at - 1]!, YOURS)) continue;
    if (is(token, OURS) && !is(token, THING)) {
      isNamed = true;
      isLinked = false;
    } else if (is(token, TIME)) {
      if (isLimit(tokens, at)) return true;
    } else if (is(token, LINK)) isLinked = true;
    else if (isThing(token) || competes(token)) {
      // A finite verb begins what else is said.
      if (isNamed && is(token, VERB) && !is(token, THING)) return false;
      if (isLinked || !isNamed) return true;
    } else if (isNamed && is(token, VERB) && !is(token, OUR_DOING) && (token.word.form & FORMS.infinitive) === 0)
      return false;
  }
  return false;
}

const RECEIVE = f("receive");

/** `no quiero recibirlo`: a thing, that both know. */
function isItself(token: Token): boolean {
  return is(token, RECEIVE) && (token.word.form & FORMS.them) !== 0 && /l[oa]s?$/.test(token.word.text);
}

const REACH = f("reach", "bother");

/** Whom one calls or writes to is the person; what one sends has still to be named. */
function isOfThePerson(token: Token): boolean {
  return is(token, REACH) && !/^(?:mand|envi|send|sent|remit|reenv)/.test(token.word.text);
}

/** A word of something else. */
function isThing(token: Token): boolean {
  return is(token, THING) && !is(token, OURS);
}

/** It may name something else: a number, a verb, or a word that nobody knows. */
function competes({ word, isNumber }: Token): boolean {
  if (isNumber || word.level === LEVEL.unknown) return true;
  return word.level === LEVEL.harmless && word.low === 0 && (word.high & ~EMPTY.high) === 0;
}

const OFFERS = new Set(
  "offer,promotion,promo,promocion,oferta,encuesta,campana,tarjeta,invitacion,alerta,aviso".split(","),
);
const ONE = new Set("la,el,una,un,esa,ese,esta,este,mi,the,a,that,this,my".split(","));

/** `no quiero la promoción`: that one, and perhaps the next. */
function isOneOffer(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && OFFERS.has(tokens[at]!.word.text) && ONE.has(before.word.text);
}

const MEDIA = new Set("correo,email,mail,facebook,instagram,papel,fisico".split(","));
const BY = new Set("por,en,al,by,via".split(","));

/** `no me manden nada por correo`. */
function isOtherMedium(tokens: readonly Token[], at: number): boolean {
  return MEDIA.has(tokens[at]!.word.text) && BY.has(tokens[at - 1]?.word.text ?? "");
}

/** They say *now* or *for good* at least as often as they name an hour. */
const OFTEN_NO_LIMIT = new Set("ahora,ya,jamas,inmediatamente,momento,momentos,dia,dias,hora,horas,hoy".split(","));
const MAKES_LIMIT = new Set("hasta,otro,otra,estas".split(","));

/** `antes de las 8`, `el domingo`; not `hoy mismo`, `todos los días`. */
function isLimit(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!.word;
  if (text === "hoy") return tokens[at + 1]?.word.text !== "mismo";
  return !OFTEN_NO_LIMIT.has(text) || MAKES_LIMIT.has(tokens[at - 1]?.word.text ?? "");
}
