// Tells what a record of an import asks for, by the words of its cells or by what somebody wrote.

import { actionOf, isOptedOutCode, receiptCode, subscribedOf } from "../headers/event-words.js";
import { foldWords } from "../headers/folding.js";

import { cellIn, type ImportColumns, type RequestKind } from "../headers/import-columns.js";
import { flat, hasRole } from "../lexicon/clause.js";
import { clausesOf } from "../lexicon/clauses.js";
import { behindOutcome, codeOf, outcomeOf } from "../lexicon/outcomes.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { isSurelyOnEveryChannel, namesWhatIsSent } from "./channels.js";
import { classifyReply, type Intent, MAY_SUPPRESS, type Reply, surelyAsks } from "./classify.js";
import { asksInNote } from "./notes.js";

/** What a reply, a result or a form asks for. */
export interface Asked extends Reply {
  /** An unknown result as it is written; empty if it may not be shown. */
  readonly unknown?: string;
}

/** The meanings that the user gives to words of an action column, by the folded word. */
export type GivenWords = ReadonlyMap<string, Intent>;

/** What Twilio and WhatsApp have done themselves. */
const OF_TYPES = Object.entries<Intent>({ stop: "opt-out", start: "opt-in", resume: "opt-in", help: "help" });
const DONE_BY_PLATFORM: ReadonlyMap<string, Intent> = new Map(OF_TYPES);
/** The gravest first. */
const INTENTS: readonly Intent[] = ["opt-out", "request", "unclear", "opt-in", "help", "other"];
/** The intents of dialers' codes. */
const OF_CODES = { code: "other", "code-declined": "unclear", "code-opt-out": "opt-out" } as const;
/** A result has at most so many characters and words; more is a person's note. */
const LONGEST_WORD = 32;
const MOST_PARTS = 4;

/** Returns what is asked where the intent is all that is known. */
export const ofIntent = (intent: Intent): Asked => ({ intent, onEveryChannel: false, names: [], language: "es" });

/** Returns what a record asks for; undefined if no column says it. */
export function askedIn(
  kind: RequestKind,
  cells: readonly string[],
  columns: ImportColumns,
  given: GivenWords,
): Asked | undefined {
  const cell = (column: number | undefined) => cellIn(cells, column);
  const code = cell(columns.errorCode).trim();
  if (isOptedOutCode(code)) return ofIntent("opt-out");
  if (columns.decides === "text") {
    const asked = askedInReply(columns.actions.map(cell), cell(columns.text));
    // A form may be one for leaving, whose message says why.
    return kind === "form" && !surelyAsks(asked) ? ofIntent("unclear") : asked;
  }
  if (columns.areReceipts) return ofIntent(receiptCode(code) ?? "unclear");
  const results = columns.actions.map((column) => ofResult(kind, cell(column), given, columns.areCodes));
  const name = cell(columns.codeName);
  const words = name === "" ? results : explained(results, ofResult(kind, name, given, false));
  const flags = columns.subscribed.map((column) => ofIntent(subscribedOf(cell(column))));
  return words.length + flags.length === 0 ? undefined : joined([...words, ...flags]);
}

/** Joins what a record says in several places: the gravest, and what the others say of channels, data and other people. */
export function joined(all: readonly Asked[]): Asked {
  if (all.length === 1) return all[0]!;
  const [first = ofIntent("unclear"), ...others] = INTENTS.flatMap((intent) =>
    all.filter((one) => one.intent === intent),
  );
  const counting = [first, ...others.filter(({ intent }) => MAY_SUPPRESS.has(intent))];
  return {
    ...first,
    onEveryChannel: counting.some(({ onEveryChannel }) => onEveryChannel),
    names: [...new Set(counting.flatMap(({ names }) => names))],
    request: counting.find(({ request }) => request !== undefined)?.request,
    others: counting.find(({ others }) => others !== undefined)?.others,
  };
}

/** Reads another cell than those that ask: it may hold a request, and a person must judge all else. */
export function askedInRemark(kind: RequestKind, text: string): Asked {
  if (kind === "call" && actionOf(text, false) === "opt-out") return { ...ofOptOutWord(kind, text), intent: "unclear" };
  const reply = classifyReply(text);
  if (reply.intent === "request") return reply;
  const onEveryChannel = reply.intent === "opt-out" ? reply.onEveryChannel : isSurelyOnEveryChannel(clausesOf(text));
  return { ...reply, intent: "unclear", onEveryChannel };
}

/** Reads unknown codes by the name of the code. An opt-out or a request in the name counts in any case. */
function explained(results: readonly Asked[], byName: Asked): readonly Asked[] {
  const known = results.map((one) => (byName.unknown !== undefined || one.unknown === undefined ? one : byName));
  return surelyAsks(byName) ? [...known, byName] : known;
}

/** Reads a message with Twilio's OptOutType: its STOP suppresses, whatever the words say; its START may answer anything else. */
function askedInReply(types: readonly string[], body: string): Asked {
  const done = DONE_BY_PLATFORM.get(types.map(foldWords).find((word) => word !== "") ?? "");
  const reply = classifyReply(body);
  // A message without words may be a voice note or a picture that asks.
  if (done === undefined) return body.trim() === "" ? ofIntent("unclear") : reply;
  if (done !== "opt-out" && surelyAsks(reply)) return reply;
  return { ...reply, intent: done === "opt-in" && reply.intent !== "opt-in" ? "unclear" : done };
}

/** Reads a result: a word that the user explains, a dialer's code, a word for an action, or else words as they are. */
function ofResult(kind: RequestKind, cell: string, given: GivenWords, areCodes: boolean): Asked {
  const folded = foldWords(cell);
  const mapped = given.get(folded);
  const code = areCodes && mapped === undefined ? codeOf(cell) : undefined;
  // In a register of opt-outs `alta` means entered, in a form taken in, in a call centre sold.
  const action = folded === "alta" || folded === "review" ? undefined : actionOf(cell, false);
  const intent = mapped ?? (code === undefined ? action : OF_CODES[code]);
  // A code that opts out says what the word does.
  if (intent === "opt-out") return ofOptOutWord(kind, code === undefined ? cell : "DNC");
  if (intent !== undefined) return ofIntent(intent);
  if (kind === "consent") return ofIntent("unclear");
  return kind === "form" ? chosenInForm(cell) : ofOutcome(kind, cell, areCodes);
}

/** Reads how a call or a message ended, in whatever words. An agent's note asks for nothing without a word of asking. */
function ofOutcome(kind: RequestKind, cell: string, areCodes: boolean): Asked {
  const folded = foldWords(cell);
  if (folded === "") return ofIntent("other");
  const reply = classifyReply(cell);
  if (surelyAsks(reply)) return reply;
  const unclear = { ...ofIntent("unclear"), names: reply.names };
  const outcome = outcomeOf(folded);
  if (outcome === "declined") return unclear;
  const isKnownEnd = outcome !== undefined && outcome !== "arrived";
  const word = cell.trim();
  const isCode = areCodes && /^[A-Z\d]{1,6}$/.test(word);
  if (!isCode && asksInNote(isKnownEnd ? behindOutcome(folded) : cell)) return askedInRemark(kind, cell);
  if (isKnownEnd || word.length > LONGEST_WORD || word.split(/\s+/).length > MOST_PARTS) return ofIntent("other");
  const isShown = !word.includes("=") && everyNumber(readCell(word)).length === 0;
  return { ...unclear, unknown: isShown ? word : "" };
}

/** Reads a word for leaving. In a log of calls it means calls, and what is more than a keyword (`no contactar`) every channel. */
function ofOptOutWord(kind: RequestKind, cell: string): Asked {
  const { intent, names } = classifyReply(cell);
  const clauses = clausesOf(cell);
  const isOfCalls = hasRole(flat(clauses), "call");
  const isMore = intent !== "opt-out" || isSurelyOnEveryChannel(clauses);
  const onEveryChannel = kind === "call" && !isOfCalls && isMore && actionOf(cell, false) === "opt-out";
  return { ...ofIntent("opt-out"), onEveryChannel, names: isOfCalls ? [...names, "call"] : names };
}

/** Reads a choice in a form, which often completes `quiero …`: `Ya no recibir promociones`, `Otra consulta`. */
function chosenInForm(cell: string): Asked {
  if (foldWords(cell) === "") return ofIntent("unclear");
  const readings = [cell, `quiero ${cell}`].map(classifyReply);
  const intents: readonly Intent[] = ["opt-out", "request", "other", "opt-in"];
  const [reply] = intents.flatMap((intent) => readings.filter((reading) => reading.intent === intent));
  // Who signs up in a form signs up for what the form is about.
  return reply === undefined || (reply.intent === "opt-in" && !namesWhatIsSent(cell)) ? ofIntent("unclear") : reply;
}
