// What the cells of a suppression record say beyond its channel, or beyond the code of a receipt: `sms` beside `no contactar por ningún
// medio`, or beside a yes to `no_llamar`, bars calls, too. A record bars every channel that any of its cells may bar. What people mean by
// their words is replies/'s work, and which columns are of opt-outs headers/'s.

import type { RecordView } from "../csv/scanner.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import { actionOf, type Channel, channelOf, channelsAmong, foldWords } from "../headers/event-words.js";
import { isOfOtherThings } from "../headers/harmless-words.js";
import { isClear, saysOptOut } from "../headers/opt-out-cells.js";
import { channelsNamedBy, isBarring, isContactAlone, mayAsk, optOutColumnOf } from "../headers/own-opt-outs.js";
import { outcomeOf } from "../lexicon/outcomes.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OpenedList } from "../lists/open.js";
import type { Way } from "../replies/notes.js";
import { isOfDelivery } from "./said-action.js";

/** Reads what somebody noted of a person. */
export type NoteReader = Pick<typeof import("../replies/notes.js"), "asksInNote" | "waysInNote">;

/** The columns in which somebody may have said more. The cells of those with actions and with dates may say it, too. */
export function remarkColumns(header: readonly string[], columns: EventColumns, taken: readonly number[]): number[] {
  if (!saysLess(columns)) return [];
  const known = [...taken, ...columnsOf(columns), ...columns.besideDates, ...columns.dueDates];
  const isOther = (name: string) => isOfOtherThings(name) && channelsNamedBy(name).length === 0;
  return header.flatMap((name, column) => (known.includes(column) || isOther(name) ? [] : [column]));
}

/** Loads what reads them; undefined where no other cell can say more than the channel of a record. */
export async function noteReader(columns: EventColumns): Promise<NoteReader | undefined> {
  const isTold = saysLess(columns) && columns.remarks.length + columns.actions.length > 0;
  return isTold ? import("../replies/notes.js") : undefined;
}

/** A registry's channel is what svscrub made of all words. */
function saysLess({ kind, channels, errorCode }: EventColumns): boolean {
  return kind !== "registry" && (channels.length > 0 || errorCode !== undefined);
}

type Ways = readonly Way[];
const NONE: Ways = [];

export class Remarks {
  readonly #asking: readonly CellMemo<boolean>[];
  readonly #beside: readonly CellMemo<Ways>[];
  readonly #ofActions: readonly CellMemo<Ways>[];

  /** `at`: where a column's cell stands among the record's wanted ones. */
  constructor(
    { header, columns: phones }: Pick<OpenedList, "header" | "columns">,
    columns: EventColumns,
    at: (column: number) => number,
    notes: NoteReader | undefined,
  ) {
    const { remarks, actions, dates, besideDates } = columns;
    const nameOf = (column: number) => header?.[column] ?? "";
    const memo = <T>(column: number, read: (text: string) => T) => new CellMemo(at(column), read);
    const inWords = (text: string) => (maySayMore(text) ? notes!.waysInNote(text) : NONE);
    const named = (some: readonly number[]) =>
      saysLess(columns) ? some.filter((column) => channelsNamedBy(nameOf(column)).length > 0) : [];
    this.#asking = notes === undefined ? [] : [...remarks, ...actions].map((it) => memo(it, asking(nameOf(it), notes)));
    this.#beside = [
      ...named([...dates, ...besideDates]).map((column) => memo(column, wheneverFilled(nameOf(column)))),
      ...named(phones.length > 1 ? phones : []).map((column) => memo(column, waysBesideNumber(nameOf(column)))),
      ...(notes === undefined ? [] : remarks.map((column) => memo(column, waysBeside(nameOf(column), inWords)))),
    ];
    this.#ofActions =
      notes === undefined ? [] : actions.map((column) => memo(column, waysOfAction(nameOf(column), inWords)));
  }

  /** Whether any cell beside the action of a record may say more. */
  get areAny(): boolean {
    return this.#beside.length > 0;
  }

  /** Whether they ask to be left alone. */
  ask(record: RecordView): boolean {
    return this.#asking.some((cell) => cell.of(record));
  }

  /** Whether they bar more than the channel that is named. */
  sayMoreThan(named: Channel, record: RecordView): boolean {
    const isOther = (way: Way) => way !== named && (way !== "written" || named === "call");
    const sayMore = (cell: CellMemo<Ways>) => cell.of(record).some(isOther);
    return this.#ofActions.some(sayMore) || this.#beside.some(sayMore);
  }

  /** Whether the action speaks of no channel. */
  isPlainAction(record: RecordView): boolean {
    return this.#ofActions.every((cell) => cell.of(record).length === 0);
  }
}

function asking(name: string, notes: NoteReader): (text: string) => boolean {
  const own = optOutColumnOf(name);
  return (text) => {
    if (isOfNetwork(foldWords(text))) return false;
    if (isBarring(own) && own !== "detail" && saysOptOut(own, text)) return true;
    return actionOf(text, false) === "opt-out" || (mayAskInWords(text) && notes.asksInNote(text));
  };
}

function wheneverFilled(name: string): (text: string) => Ways {
  const named = channelsNamedBy(name);
  return (text) => (text.trim() === "" ? NONE : named);
}

/** What stands under `SMS` may be a number or an answer, or both: `7012-3456 baja`. */
function waysBesideNumber(name: string): (text: string) => Ways {
  const named = channelsNamedBy(name);
  const isAnswered = answeredIn(name);
  const saysIt = (text: string) => (/\d{4}/.test(text) ? isClear(text.replace(/[^\p{L}]+/gu, " ")) : isAnswered(text));
  return (text) => (saysIt(text) ? named : NONE);
}

/** `sms consent status` speaks of its own channel. */
function waysOfAction(name: string, inWords: (text: string) => Ways): (text: string) => Ways {
  const named = channelsNamedBy(name);
  return (text) => {
    if (text.trim() === "" || isOfDelivery(foldWords(text)) || actionOf(text, false) === "opt-in") return NONE;
    return [...named, ...inWords(text)];
  };
}

/** What an answer under the name of an opt-out, of a consent or of a channel bars, and what the words of any cell do. */
function waysBeside(name: string, inWords: (text: string) => Ways): (text: string) => Ways {
  const own = optOutColumnOf(name);
  const named = channelsNamedBy(name);
  if (isBarring(own)) {
    // A day without a channel says since when, and a detail why.
    const barred: Ways = named.length > 0 ? named : own === "dated" || own === "detail" ? NONE : ["any"];
    return (text) => [...(saysOptOut(own, text) ? barred : NONE), ...inWords(text)];
  }
  if (named.length > 0) {
    const isAnswered = answeredIn(name);
    return (text) => [...(isAnswered(text) ? named : NONE), ...inWords(text)];
  }
  // `Otro canal`
  if (mayAsk(name) === "prefers") return (text) => [...channelsAmong(foldWords(text).split(" ")), ...inWords(text)];
  return inWords;
}

/** Whether a cell says anything of the channel in its column's name: what stands under `mensaje` may be the message. */
function answeredIn(name: string): (text: string) => boolean {
  const isOfText = /^(?:mensajes?|textos?|text|txt|mensaje de texto|text message)$/.test(foldWords(name));
  const isAlone = isContactAlone(name) && !isOfText;
  return (text) => {
    if (!/[^\s.,;:–—-]/.test(text)) return false;
    return isClear(text) ? !isOfText || !/\p{L}{3}/u.test(text) : isAlone && !/\d/.test(text);
  };
}

/** Without such a word a note asks for nothing: to read the words of a hundred thousand names takes seconds. */
const ASKING =
  /\b(?:n[io]|not|dont|nada|nadie|ning\w*|none|nunca|jamas|never|tod\w+|all|any\w*|every\w*|cualq\w*|total\w*|compl\w*|stop\w*|alto|basta|bajas?|dad[oa]|dar(?:me|l[eo])?|quit\w*|sa[cq]\w*|elimin\w*|borr\w*|dej\w*|par[ae]\w*|remov\w*|remuev\w*|delet\w*|end|out|optout|canc\w*|des\w*|unsub\w*|exclu\w*|prohib\w*|bloq\w*|block\w*|revo\w*|pi[dt]\w*|solicit\w*|molest\w*|dn[ct]|sin|solo|only|salir|cerrar)\b/;

function mayAskInWords(text: string): boolean {
  return /\p{L}{2}/u.test(text) && ASKING.test(foldWords(text));
}

/** Words that add to what else is said, or that refuse in another way. */
const ADDING =
  /\b(?:tam(?:bien|poco)|also|neither|nor|ademas|general|global|amb[oa]s|both|evit\w*|rechaz\w*|n[ie]+g\w*|ces[ae]\w*|hart\w*|cans\w*|quej\w*|denunc\w*|opon\w*|opus\w*|retir\w*|anul\w*|susp\w*|absten\w*|demasiad\w*|muchas|tant[oa]s|refus\w*|reject\w*|declin\w*|avoid\w*|prefier\w*|prefer\w*|mejor)\b|^(?:y|e|and|mas|plus) /;

function maySayMore(text: string): boolean {
  return channelOf(text) === "any" || mayAskInWords(text) || ADDING.test(foldWords(text));
}

/** What became of a message is nobody's wish: `rejected` by the network. */
function isOfNetwork(word: string): boolean {
  return isOfDelivery(word) || outcomeOf(word) === "network";
}
