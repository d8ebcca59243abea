// Sentences that ask for our contacting to end, Spanish and English, by grammar. What stands behind the phrase is looked at, too: a
// wish about another thing (a gym, a bond, parcels), about some hours only, or of somebody else is none that a rule may decide.

import { type Field, fieldsOf } from "./fields.js";
import { LEVEL } from "./lexicon.js";
import { Phrases } from "./patterns.js";
import type { Message, Token } from "./tokens.js";
import { FORMS } from "./verbs.js";

/** `ask`: for it. `doubt`: it may be one, and a person must look. */
export type Finding = { asks: boolean; doubts: boolean };

/** They refuse. */
const REFUSALS = new Phrases(
  // ya no me manden mensajes · no llamen · no molesten · no escribirme · favor no enviar
  "no ~ reach|bother.subjunctive",
  "no ~ reach|bother.infinitive",
  "no ~ again.subjunctive+infinitive ~ reach|bother|weak.infinitive",
  "no ~ keep.subjunctive+infinitive ~ reach|bother|receive|weak.gerund+infinitive",
  "no ~ =esten|=este|=estes|=anden|=ande|=andes ~ reach|bother|weak.gerund",
  "no ~ reach|bother.wish",
  "no ~ again.wish ~ reach|bother.infinitive",
  // que se abstengan de llamarme comes below; no quiero que me escriban · no deseo recibir · no necesito que me estén llamando
  "no ~ want ~ reach|bother.subjunctive+wish",
  "no ~ want ~ reach|bother.infinitive&me",
  "no ~ want ~ receive.infinitive+subjunctive",
  "no ~ want ~ keep.infinitive+subjunctive ~ reach|bother|receive|weak.gerund",
  "no ~ want ~ again.infinitive+subjunctive ~ reach|bother|receive.infinitive",
  "no ~ want ~ =esten|=este|=estar|=anden|=andar|=be|=ser|=estarme ~ reach|bother|receive|weak.gerund+participle",
  "no ~ want ~ =estar|=permanecer ~ list",
  "no ~ want ~ receive ~ de ~ yours",
  "no ~ want ~ none",
  "no ~ want ~ msg|list",
  "no ~ =longer ~ want ~~ receive|msg|reach",
  "no ~ interest ~ receive|reach|msg",
  "no ~ be ~ interest ~ receive|reach|msg",
  // prefiero no recibir · le agradecería no enviarme · cómo hago para que no me lleguen
  "want|ask|favor|can ~ no ~ receive|reach|bother.infinitive+subjunctive+wish",
  "how ~~ no ~ receive|reach.infinitive+subjunctive",
  "que ~ no ~ receive.subjunctive",
  "want ~ no ~ again|keep ~ receive|reach|bother.infinitive+gerund",
  // no más mensajes · nada de promociones · ni un mensaje más · mensajes no
  "no ~ more ~ msg",
  "no ~ msg more",
  "no ~ more ~ =this|=these|=those END",
  "no want ~ =this|=these|=those END",
  "want ~ no ~ =get ~ msg",
  "no ~ ask.first ~ msg",
  "no ~ =busquen|=busque|=busques|=hablen|=hable|=hables|=marquen|=marque",
  "msg ~ no END",
  "no ~ msg END",
  "none ~ msg",
  "=sin ~ msg END",
  "msg no END",
  // no me agreguen a su lista · no me pongan en sus envíos
  "no ~ weak.subjunctive ~~ list|msg|=envios|=envio",
  "no ~ again.subjunctive ~ weak.infinitive ~~ list|msg|=envios|=envio",
  // no autorizo · no les doy permiso · nadie les dio permiso
  "no ~ permit.first+conditional+infinitive",
  "no ~ be ~ permit.gerund",
  "no ~ want ~ permit|give ~ permission?",
  "no ~ give|have ~ permission",
  "no ~ have ~ have ~ permission",
  "no ~ have ~ permit.participle",
  "list ~ no ~ reach|bother.infinitive",
  "=do =not =call =list",
);

/** They tell to stop, or to take out; a refusal before them turns them round. */
const ORDERS = new Phrases(
  // dejen de llamarme · paren de mandar · pueden dejar de escribirme · quisiera que dejaran de molestar
  "stop.order+subjunctive+infinitive+wish+conditional ~ de ~ reach|bother|receive.infinitive",
  "stop.order+subjunctive+infinitive+wish+conditional ~ de ~ weak.infinitive&me",
  "stop.order+subjunctive+infinitive+wish+conditional ~ de ~ be|keep ~ reach|bother|weak|receive.gerund",
  "=para =ya? ~ de ~ reach|bother.infinitive",
  "=para =ya END",
  "me ~ stop.indicative ~ de ~ reach|bother.infinitive",
  "how ~ stop.first ~ de ~ receive.infinitive",
  "halt.order+subjunctive+infinitive+wish ~ reach|bother.infinitive",
  "stop.order+infinitive+subjunctive ~ reach|bother|receive.gerund",
  "halt.order+subjunctive+infinitive+wish+first ~ msg|reach",
  "halt.order+subjunctive+infinitive ~ msg",
  "enough ~ msg",
  "stop.order+subjunctive ~ =spam",
  "stop.order+subjunctive+infinitive ~ peace",
  "leave.order ~ me peace",
  "ya ~ halt.order+subjunctive END",
  "halt.order+subjunctive ya END",
  "halt.order+subjunctive ~ det END",
  "ask ~ halt.order+subjunctive+infinitive END",
  "=make|=i|=said ~ halt.order END",
  "ya =estuvo ~~ msg",
  // quítenme · que me saquen · me pueden eliminar · quiero ser eliminado · bajenme de su lista
  "remove.order+subjunctive+infinitive+wish&me",
  "me ~ remove.subjunctive+indicative+wish+conditional",
  "me can ~ remove.infinitive",
  "cl ~ remove.subjunctive ~ de ~ list",
  "remove.order+subjunctive+infinitive&them ~ de ~ list",
  "remove.order+infinitive ~ me",
  "=take|=get|=taking ~ me|number ~ =off|=out|=from",
  "remove.order+subjunctive+infinitive+wish ~ number",
  "remove.order+subjunctive+infinitive+wish ~ me ~ list",
  "remove ~ de ~ number",
  "remove.order+subjunctive+infinitive ~ msg|=envio|=envios",
  "want|ask|can ~ be ~ remove.participle",
  "number ~ be ~ remove.participle",
  "lower.order+subjunctive+infinitive&me ~ de ~ list|msg|=ahi|=aqui",
  "me ~ lower.subjunctive+indicative ~ de ~ list|msg",
  "unlist",
  "=opt|=opting|=opted|=opts me? ~ =out",
  // cancelen mi suscripción · cancelar los mensajes · cancele mi número de sus promociones
  "revoke.order+subjunctive+infinitive+wish+first ~ msg|=envio|=envios",
  "revoke.order+subjunctive+infinitive ~ number ~ de ~ msg|list",
  // denme de baja · quiero la baja · baja por favor · me salgo
  "give ~ de ~ low",
  "give ~ low",
  "want|ask ~ low",
  "low ~ number|list|msg|=definitiva|=inmediata|=servicio",
  "low favor END",
  "me leave.first",
  "me want ~ leave.infinitive",
  "want|can|how ~ leave.infinitive+first ~ de ~ list|msg|=esto|=aqui|=ahi|=servicio|=eso",
  "want ~ leave.infinitive&me ~ de",
  "want|how ~ leave.infinitive&me END",
  "want =off|=out",
  // retiro mi consentimiento · me opongo a que me escriban · prohíbo que me llamen · rechazo su publicidad
  "revoke|remove|leave|stop ~ permission",
  "forbid ~~ reach|receive|bother.subjunctive+infinitive+gerund",
  "forbid ~~ msg|permission|=envio|=uso ~ number?",
  // estoy harto de sus mensajes
  "tired ~~ msg",
  "=never|=didnt|no ~ =signed|=sign|=subscribed|=subscribe|=agreed|=agree|=asked|=ask|=requested ~ =up|=for|=to",
  "weak.order|=put ~ me ~ list ~ no ~ reach|bother",
);

export function findOptOut(message: Message): Finding {
  const { tokens } = message;
  const finding = { asks: false, doubts: false };
  const note = (isSure: boolean) => {
    if (isSure) finding.asks = true;
    else finding.doubts = true;
  };
  REFUSALS.each(message, (start, end) => note(isSure(tokens, start, end)));
  ORDERS.each(message, (start, end) => note(!isRefusedBefore(tokens, start) && isSure(tokens, start, end)));
  return finding;
}

function isSure(tokens: readonly Token[], start: number, end: number): boolean {
  if (isSaidByOthers(tokens, start) || isCondition(tokens, start) || isMine(tokens, start)) return false;
  return !isAboutAnother(tokens, start, end);
}

const has = (token: Token, { low, high }: { low: number; high: number }) =>
  ((token.word.low & low) | (token.word.high & high)) !== 0;
const f = (...names: Field[]) => fieldsOf(names);

const NO = f("no");
const BETWEEN = f("want", "que", "me", "cl", "can", "go", "be", "ask", "ya", "have", "give");

/** `no quiero dejar de recibir`, `no me quiten`: a refusal before the phrase turns it round. */
function isRefusedBefore(tokens: readonly Token[], start: number): boolean {
  if (has(tokens[start]!, NO)) return false;
  for (let at = start; at > 0 && start - at < 5; at--) {
    if (tokens[at]!.begins) return false;
    const before = tokens[at - 1]!;
    if (has(before, NO)) return true;
    if (!has(before, BETWEEN)) return false;
  }
  return false;
}

/** Words of a clause that are looked at, before a phrase and behind it. */
const CLAUSE = 24;

const SAY = f("say");
function isSaidByOthers(tokens: readonly Token[], start: number): boolean {
  for (let at = Math.max(0, start - CLAUSE); at < start; at++) if (has(tokens[at]!, SAY)) return true;
  return false;
}

const IF = f("if");
const PRONOUNS = f("me", "cl", "ya");
const HYPOTHETICAL = f("no", "want", "stop", "reach", "keep", "again", "bother", "remove", "que");
/** `si no quiero más mensajes, ¿qué hago?`; but `si por favor bórreme`, `si pueden quitarme`. */
function isCondition(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at >= Math.max(0, start - CLAUSE); at--) {
    if (has(tokens[at]!, IF) && tokens[at]!.word.text !== "si") return at !== start;
    if (tokens[at]!.word.text === "si") {
      let next = at + 1;
      while (next < tokens.length && has(tokens[next]!, PRONOUNS)) next++;
      const follower = tokens[next];
      const isOrder = follower !== undefined && (follower.word.form & FORMS.order) !== 0;
      if (follower !== undefined && !follower.begins && !isOrder && has(follower, HYPOTHETICAL)) return true;
    }
    if (tokens[at]!.begins) return false;
  }
  return false;
}

/** What a person may well not want, give or get, in the first person. */
const GRANTS = f("want", "permit", "give", "have", "me", "receive", "interest", "ask");
/** `I can not call`, `para no molestarlo`: it is the person who does not. */
function isMine(tokens: readonly Token[], start: number): boolean {
  if (!has(tokens[start]!, NO)) return false;
  const before = tokens[start - 1];
  if (before === undefined || tokens[start]!.begins) return false;
  if (["para", "i", "did", "could", "will", "can", "puedo", "podemos", "was", "am"].includes(before.word.text)) {
    const next = tokens[start + 1];
    if (next?.word.text === "longer") return false;
    return next === undefined || !has(next, GRANTS);
  }
  return false;
}

const OURS = f(
  "msg",
  "number",
  "list",
  "subscription",
  "none",
  "peace",
  "permission",
  "data",
  "reach",
  "bother",
  "interest",
  "receive",
  "weak",
  "use",
);
const NAMED = f("msg", "number", "list", "subscription", "none", "peace", "permission");
const ENDS_TAIL = f("verb");
const TIME = f("time");
const THING = f("thing");
const LINKS = f("de", "prep");
const SUBORDINATES = new Set([
  "porque",
  "pues",
  "pero",
  "y",
  "e",
  "si",
  "but",
  "because",
  "and",
  "cuando",
  "sino",
  "aunque",
]);
const NEVER_LIMITS = new Set([
  "ahora",
  "ya",
  "jamas",
  "hoy",
  "inmediatamente",
  "manana",
  "momento",
  "dia",
  "dias",
  "hora",
  "horas",
  "tarde",
  "noche",
]);

/** What is named in the clause beside our contacting: another thing, a time, a word that nobody knows in the place of the object. */
function isAboutAnother(tokens: readonly Token[], start: number, end: number): boolean {
  let named = false;
  for (let at = start; at < end; at++) {
    named ||= has(tokens[at]!, NAMED);
    if (at > start && isThing(tokens[at]!)) return true;
  }
  let linked = !named;
  for (let at = end; at < Math.min(tokens.length, end + CLAUSE); at++) {
    const token = tokens[at]!;
    const { word } = token;
    if (token.begins || SUBORDINATES.has(word.text)) return false;
    if (word.text === "que" || word.text === "q") return false;
    if (has(token, TIME)) {
      if (isLimit(tokens, at)) return true;
      continue;
    }
    if (has(token, LINKS)) linked = true;
    if (has(token, ENDS_TAIL) && !has(token, OURS) && (word.form & FORMS.infinitive) === 0 && named) return false;
    if (has(token, OURS)) {
      named = true;
      linked = false;
      continue;
    }
    if (competes(token) && (linked || !named)) return true;
  }
  return false;
}

/** It names something of which we know that it is none of ours, or nothing at all. */
function competes({ word, isNumber }: Token): boolean {
  if (isNumber) return false;
  if (word.level === LEVEL.unknown) return true;
  if (has({ word } as Token, THING)) return true;
  return word.level === LEVEL.harmless && word.low === 0 && (word.high & ~ENDS_TAIL.high) === 0;
}

/** A word of something else, not only a verb or a word that nobody knows. */
function isThing(token: Token): boolean {
  return (
    has(token, THING) ||
    (token.word.level === LEVEL.harmless && token.word.low === 0 && token.word.high === 0 && !token.isNumber)
  );
}

/** `antes de las 8`, `el domingo`; not `hoy mismo`, `buenas tardes`, `todos los días`. */
function isLimit(tokens: readonly Token[], at: number): boolean {
  const { word } = tokens[at]!;
  if (!NEVER_LIMITS.has(word.text)) return true;
  const before = tokens[at - 1];
  const isDaily = word.text.startsWith("dia") || word.text.startsWith("momento") || word.text.startsWith("hora");
  if (isDaily) return before !== undefined && ["hasta", "otro", "otra", "estas", "esta"].includes(before.word.text);
  if (["tarde", "noche", "manana", "hoy"].includes(word.text))
    return word.text !== "hoy" || tokens[at + 1]?.word.text !== "mismo";
  return false;
}
