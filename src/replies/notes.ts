// What the note of an agent tells of a person, in the third person mostly: `cliente dice baja`, `que lo borren`. Most notes tell
// of anything at all, so a word that nobody knows says nothing here; words of asking, refusing, insulting and death do.

import { actionOf, type Channel, channelOf, foldWords } from "../headers/event-words.js";
import { isSurelyOnEveryChannel, isWay, namedIn, WRITING } from "./channels.js";
import { classifyReply } from "./classify.js";
import { fieldsOf } from "./fields.js";
import { othersIn } from "./for-others.js";
import { hasKeywordClause } from "./keywords.js";
import { LEVEL } from "./lexicon.js";
import { findOptOut } from "./opt-outs.js";
import { Phrases } from "./patterns.js";
import { is, readMessage, type Token } from "./tokens.js";
import { FORMS } from "./verbs.js";

const TOLD = new Phrases(
  // no quiere · no le interesa · no autoriza · ya no desea
  "no ~ want|interest|permit|reach.subjunctive|bother",
  "want|ask|say|que ~ remove|revoke|leave|stop|halt|forbid",
  "revoke ~~ subscription|list|msg|number|data|permission",
  "=en =paz",
  // no ser contactado · no debe ser molestado · por ningún medio
  "no ~ be ~ reach|bother.participle",
  "=por|=a|=en|=de none ~ =medio|=canal|=via|=lado|=forma",
);

/** A word of one of these fields is enough. */
const GRAVE = fieldsOf(["unlist", "low", "forbid", "tired", "complaint", "insult"]);
const REMOVE = fieldsOf(["remove"]);
/** One takes out or collects many a thing: `retira el producto`, `sacó cita`. */
const EVERYDAY = /^(?:retir|sac|saqu|quit|extra|drop|los[et]|olvid)/;
const WORDS =
  /^(?:fallec|mur[io]|muert|difunt|finad|defunc|deceas|died?$|dead$|death|equivoc|wrong$|basta$|rmvd?$|nego$|inactiv(?:ar\w*|en?)$|(?:insult|amenaz|grit|threat|acos(?!t)|hostig|atosig|asedi|fastidi|jod[aei]|molest(?:ar|a?mos|an|en)|harass|annoy|enoj|enfad|indign|furios))/;

function isGrave(token: Token): boolean {
  const { text, form } = token.word;
  if (is(token, GRAVE) || WORDS.test(token.folded)) return true;
  return is(token, REMOVE) && (!EVERYDAY.test(text) || (form & (FORMS.subjunctive | FORMS.wish)) !== 0);
}

/** Whether a person has to look at a note: it may tell that somebody wants to be left alone, or is no more. */
export function asksInNote(note: string): boolean {
  const { intent } = classifyReply(note);
  if (intent === "opt-out" || intent === "request") return true;
  // `D.N.C.`
  const read = readMessage(note.replace(/\b(\p{L})\.(?=\p{L}\b)/gu, "$1"));
  const { asks, doubts } = findOptOut(read);
  if (asks || doubts || hasKeywordClause(read.tokens) || TOLD.areIn(read) || read.tokens.some(isGrave)) return true;
  if (read.tokens.some(isCeasing) || clausesOf(note).some(limitsContact)) return true;
  if (ON_REQUEST.test(foldWords(note)) && read.tokens.some((token) => is(token, ENDS))) return true;
  return read.tokens.length <= SHORT && asksShortly(note, read.tokens);
}

const clausesOf = (note: string) => note.split(/[.,;:!?()\n]/).map(foldWords);
const limitsContact = (clause: string) => LIMITS.some((limit) => limit.test(clause));

const OTHER_CHANNEL =
  "(?:correos?|e ?mails?|mail|cartas?|escrito|sms|mensaj(?:es?|itos?)|textos?|text|txt|messages?|wh?ats\\w*|wh?as+ap\\w*|gua[ts]+ap\\w*|wa?sp|wapp|wa|telegram|messenger|facebook|escrib\\w+|llamadas|por (?:llamada|telefono))";
/** A mailbox, and an hour, are no channel. */
const NO_CHANNEL = "(?! (?:de voz|(?:por|en) la (?:manana|tarde|noche)|despues|antes|a las|hasta)\\b)";
const ONLY = "(?:solo|solamente|unicamente|exclusiv\\w+|only|just)";
const BY =
  "(?:por|via|mediante|con|al?|en|el|la|su|un|le|lo|me|que|se|sea|de|medio|by|through|wants|electronic[oa]|acept\\w+|quiere|desea|recib\\w+|permit\\w+|autoriz\\w+|prefi\\w+|contact[aeo]\\w*|comunic\\w+)";
const WAY = "(?:medios?|numeros?|telefonos?|cel|celular(?:es)?|lineas?|via|canal(?:es)?|number|phone|line)";
const THIS = "(?:est[ea]|es[ea]|su|mi|this|that)";
/** What often stands behind a no as a verb stands, and is none that we could do. */
const NOT_OURS =
  "contest|respond|atend|encontr|localiz|ubic|aplic|asist|compr|pag|le(?:er|i)|recib|sal|ten|pod|est|hab|ser|sab|olvid|perd|vivi|trabaj|titular|familiar|celular|lugar|mujer|ayer|hogar|particular|regular";
/** They limit how, or whether, somebody may be contacted, in the words of one clause. */
const LIMITS = [
  // solo por WhatsApp · text only · prefiere que le escriban por correo · mejor por SMS · solo llamar al 7199-8877
  `${ONLY} (?:${BY} )*${OTHER_CHANNEL}\\b${NO_CHANNEL}`,
  `${OTHER_CHANNEL}(?: electronico)? (?:only|solamente|unicamente|nada mas)(?: please| por favor| gracias)*$`,
  `prefi?er\\w* (?:\\w+ ){0,6}?${OTHER_CHANNEL}\\b${NO_CHANNEL}`,
  `mejor (?:${BY} )*${OTHER_CHANNEL}\\b${NO_CHANNEL}`,
  `${ONLY} (?:\\w+ ){0,3}(?:al?|en) (?:el |su )?(?:${WAY} )?\\d{4}`,
  // no por este medio · a este número no · este teléfono ya no · que ya no
  `(?:no|not)(?: mas)?(?: use| usar)? (?:por|al?|en|via|to|on|by) (?:${THIS} )?${WAY}\\b`,
  `(?:no|not|dont)(?: use| usar)? ${THIS} ${WAY}\\b`,
  `${THIS} ${WAY} no$`,
  "ya no(?: mas| nunca| por favor| porfa| gracias)*$",
  // no gestionar · no volver a intentar
  `(?<!\\b(?:por|para|de|al?|pued[eo]|pudo|podra|quiso) )no (?:(?:se|l[aeo]s?|mas|volver a|seguir) )*(?!${NOT_OURS})[a-z]+[aei]r(?:l[aeo]s?)?\\b`,
  // sin autorización para contactar · tantas llamadas · última llamada que acepta · cerrar su registro
  "(?:sin|without|no (?:tiene|hay|dio|cuenta con)) (?:su |la |el )?(?:autorizaci\\w+|permiso|consentimiento|consent|permission)",
  "(?:tant[oa]s?|demasiad[oa]s?|muchas|too many|so many) (?:llamad|mensaj|sms|correo|call|message|text|insist)",
  "ultim[oa] (?:llamada|mensaje|sms) que",
  "ultim[oa] (?:vez|ocasion) que (?:l[eo]s? |nos )?(?:acept|contest|atiend|recib|llam|escrib|quier|permit)",
  "(?:cerrar|cierren?|archivar) (?:su|el|este) (?:registro|contacto|expediente|ficha)",
].map((limit) => new RegExp(`\\b${limit}`));

/** `a petición del cliente`: what ends by it is what the person asked to end. */
const ON_REQUEST =
  /\b(?:a|por|segun) (?:la )?(?:peticion|solicitud|pedido|instruccion(?:es)?|orden(?:es)?|voluntad) (?:expresa )?(?:del?|de la) (?:client[ea]|titular|usuari[oa]|persona|senora?)\b/;
const ENDS = fieldsOf(["no", "remove", "stop", "halt", "leave", "revoke", "low"]);
const HALT = fieldsOf(["halt"]);

/** `parar la gestión de este cliente`; who goes `a parar` in a shop does so himself, and fees are avoided every day. */
function isCeasing(token: Token, at: number, tokens: readonly Token[]): boolean {
  if (!is(token, HALT) || (token.word.form & (FORMS.subjunctive | FORMS.wish | FORMS.infinitive)) === 0) return false;
  return !EVERYDAY_END.test(token.folded) && !/^evit/.test(token.folded) && tokens[at - 1]?.folded !== "a";
}

/** Whether a note forbids more than one channel. A name that nobody knows says nothing here. */
export function barsAllInNote(note: string): boolean {
  return isSurelyOnEveryChannel(readMessage(`baja ${note}`).tokens);
}

/** Through what an opt-out bars somebody; `written`: messages, whichever way they go. */
export type Way = Channel | "written";

/** What the known words of an opt-out speak of; a plain `baja` speaks of no channel. */
const WAYS_OF_ACTIONS: readonly [RegExp, Way][] = [
  [/\b(?:contact\w*|molestar|disturb|dnc|all)\b/, "any"],
  [/\b(?:call|llama\w+)\b/, "call"],
  [/\b(?:text|dnt)\b/, "sms"],
  [/\b(?:enviar|mensajes|escribir)\b/, "written"],
];
const WHOLE = /^(?:total(?:mente)?|general|global|complet[oa]|amb[oa]s)$/;

/**
 * What a note that asks to be left alone speaks of: `any` of `por ningún medio` and `ni llamar ni escribir`, `sms` of `STOP SMS`.
 * Nothing where it asks for nothing: `llamada` alone is how somebody asked.
 */
export function waysInNote(note: string): readonly Way[] {
  const folded = foldWords(note);
  if (channelOf(note) === "any" || WHOLE.test(folded)) return ["any"];
  if (actionOf(note, false) === "opt-out")
    return WAYS_OF_ACTIONS.flatMap(([words, way]) => (words.test(folded) ? [way] : []));
  const { tokens } = readMessage(`baja ${note}`);
  const isAll = isSurelyOnEveryChannel(tokens);
  const written: readonly Way[] = tokens.some(({ word }) => WRITING.test(word.text)) ? ["written"] : [];
  const ways: readonly Way[] = isAll ? ["any"] : [...namedIn(tokens), ...written];
  if (ways.length === 0) return ways;
  const asks = asksInNote(note) || (channelOf(note) === undefined && completesOptOut(note));
  return asks ? ways : [];
}

/** Whether a note beside an opt-out says what more shall end, and for whom: `y whatsapp`, `de todo`, `también su esposa`. */
export function completesOptOut(note: string): boolean {
  if (othersIn(note) !== undefined) return true;
  const { tokens } = readMessage(note);
  const saysMore = namedIn(tokens).length > 0 || barsAllInNote(note);
  return saysMore && tokens.every((token) => token.word.level === LEVEL.small || is(token, WHAT_ENDS) || isWay(token));
}
const WHAT_ENDS = fieldsOf(["msg", "none", "no"]);

/** Words of a note that has nothing but its matter, so that one of removing, refusing or stopping is the matter. */
const SHORT = 3;
const NO = fieldsOf(["no"]);
const ENDING = fieldsOf(["remove", "stop", "halt", "enough", "leave", "lower", "revoke", "peace"]);
const BOTHER = fieldsOf(["bother"]);
/** What one has done, or does, is no wish: `dejó mensaje`, `llamada finalizada`. */
const WISH = FORMS.subjunctive | FORMS.wish | FORMS.infinitive;
const EVERYDAY_END = /^(?:para$|end|ended|left|insist|termin|finaliz|conclu|cort|llen|busc)/;
/** What calls and messages come to: `no contesta`, `aún no disponible`. */
const NOT_REACHED =
  /^(?:contest|respond|atiend|atend|esta|estuvo|encontr|encuentr|disponib|localiz|ubic|aplica|entreg|deliver|definid|especific|registr|indica|inform|hay|sabe|answer|avail|show|vino|lleg|asist|compr|pag|leid|read|recib|receiv|salio|tiene|tenia|conoc|califica|aun|hubo|entra|suena)/;
function asksShortly(note: string, tokens: readonly Token[]): boolean {
  // A column of answers has it in every second row.
  if (/^\s*no?[\s.]*$/i.test(note)) return false;
  if (/\boff\b/.test(foldWords(note))) return true;
  return tokens.some((token, at) => {
    const { word, folded } = token;
    if (is(token, NO)) return !NOT_REACHED.test(tokens[at + 1]?.folded ?? "");
    const isWish = word.form === 0 || (word.form & WISH) !== 0;
    return !EVERYDAY_END.test(folded) && (is(token, BOTHER) || (is(token, ENDING) && isWish));
  });
}
