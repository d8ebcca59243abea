// Reads the other cells of an event's record. An opt-in counts only if its record has one certain number, no leftover, and no
// cell that says no. An opt-out for one channel counts for all channels if another cell denies more than that one.

import type { EventColumns } from "../headers/event-columns.js";
import { type Channel, hasOddSign, isCommentedOut, isDoubted } from "../headers/event-words.js";
import { nameWords } from "../headers/folding.js";
import type { DeniedWay } from "../lexicon/channels.js";
import { hasRole, isOneOf } from "../lexicon/clause.js";
import { clausesOf } from "../lexicon/clauses.js";
import { namesChannel, waysDenied } from "../lexicon/columns.js";
import type { Mark } from "../lexicon/marks.js";
import { remembered } from "../lexicon/remembered.js";
import { rolesOf } from "../lexicon/vocabulary.js";
import { asksAboutOptOuts, markIn, namesNotes, PHONE_QUESTION, type Question, questionOf } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { holdsOtherWords } from "../phone/labels.js";
import { certainNumber } from "../phone/read.js";

/** The registry columns that can't contradict the event. */
const OF_LEDGER: ReadonlySet<string> = new Set(["event", "recorded at", "source", "sender", "reason", "evidence"]);
const AGREEING = rolesOf(
  "consent consent-noun yes subscription active receive message courtesy polite glue me them mine people-column digits",
);
/** Matches a no in a column that is named as a channel. */
const BARE_NO = /^\s*(?:0+|no?|f|false|falso|off|x+|-\d+)\s*$/i;

interface CellSays {
  mark: Mark | undefined;
  /** The ways of contact that it denies. */
  ways: readonly DeniedWay[];
  /** Whether it holds a sign that may take its words back. */
  isOdd: boolean;
  /** Whether it may limit a consent: a no to a channel, an end of something, or a note that says more than that somebody agreed. */
  mayLimit: boolean;
}

export class OtherCells {
  readonly #readers: readonly ((cell: string) => CellSays)[];
  /** The columns whose signs, and whose words, may speak against an opt-in. */
  readonly #signColumns: readonly number[];
  readonly #wordColumns: readonly number[];
  readonly #phones: readonly number[];
  /** The columns of actions, and others, that may deny more than the named channel. */
  readonly #actions: readonly number[];
  readonly #remarks: readonly number[];

  /** `own`: the columns of action, channel and date. `events`: undefined for an import. */
  constructor(
    { header = [], width, columns: phones }: Pick<OpenedList, "header" | "width" | "columns">,
    own: readonly number[],
    /** Whether records are messages, of which the sender and the pictures are understood. */
    areMessages: boolean,
    private readonly events?: EventColumns,
  ) {
    const isRegistry = events?.kind === "registry";
    const columns = Array.from({ length: width }, (_, column) => column);
    const nameOf = (column: number) => header[column] ?? "";
    const questions = columns.map((column) =>
      phones.includes(column) && !asksAboutOptOuts(nameOf(column)) ? PHONE_QUESTION : questionOf(nameOf(column)),
    );
    this.#readers = columns.map((column) => readerOf(nameOf(column), questions[column]!, phones.includes(column)));
    const isOfLedger = (column: number) => isRegistry && OF_LEDGER.has(nameWords(nameOf(column)));
    this.#signColumns = columns.filter((column) => !isOfLedger(column) && !(areMessages && own.includes(column)));
    this.#wordColumns = this.#signColumns.filter((column) => !own.includes(column));
    this.#phones = areMessages ? [] : phones;
    // svscrub itself wrote a registry's channel.
    const mayDenyMore = events && !isRegistry && (events.channels.length > 0 || events.errorCode !== undefined);
    const isRemark = (column: number) =>
      !own.includes(column) &&
      !events!.dueDates.includes(column) &&
      !questions[column]!.ignoresWords &&
      questions[column] !== PHONE_QUESTION;
    this.#actions = mayDenyMore ? events.actions : [];
    this.#remarks = mayDenyMore ? columns.filter(isRemark) : [];
  }

  /** Whether no column can speak against an opt-in but the phone and the event's own. */
  get areSilent(): boolean {
    return this.#wordColumns.every((column) => this.#phones.includes(column));
  }

  /** Whether cells other than the action may deny more than the channel. */
  get mayDenyMore(): boolean {
    return this.#remarks.length > 0;
  }

  /** Returns the columns whose cells speak against an opt-in, or may end it. */
  against(cells: readonly string[]): readonly number[] {
    const phones = this.#phones.filter((column) => (cells[column] ?? "") !== "");
    const numbers = new Set(phones.map((column) => onlyNumber(cells[column]!)));
    const isOne = phones.length === 0 || (numbers.size === 1 && !numbers.has(undefined));
    // A due date may be the opt-in's end.
    const due = this.events?.dueDates.filter((column) => (cells[column] ?? "").trim() !== "") ?? [];
    return [...new Set([...this.sayingNo(cells), ...due, ...(isOne ? [] : phones)])];
  }

  /** Returns the columns whose signs or words speak against an opt-in. */
  sayingNo(cells: readonly string[]): readonly number[] {
    const signs = this.#signColumns.filter((column) => this.#read(cells, column).isOdd);
    const words = this.#wordColumns.filter((column) => {
      const { mark, mayLimit } = this.#read(cells, column);
      return mark !== undefined || mayLimit;
    });
    return [...signs, ...words];
  }

  /** Whether a column plainly says no: `status = subscribed, sms_status = unsubscribed`. */
  plainlySayNo(cells: readonly string[]): boolean {
    return this.#wordColumns.some(
      (column) => !this.#phones.includes(column) && this.#read(cells, column).mark?.says === "says-no",
    );
  }

  /** Whether a remark or an action says, or may say, no. */
  haveMark(cells: readonly string[]): boolean {
    return [...this.#remarks, ...this.#actions].some((column) => this.#read(cells, column).mark !== undefined);
  }

  /** Whether a cell denies more than the named channel. */
  denyMoreThan(named: Channel, cells: readonly string[]): boolean {
    const isOther = (way: DeniedWay) => way !== named && (way !== "written" || named === "call");
    return [...this.#actions, ...this.#remarks].some((column) => this.#read(cells, column).ways.some(isOther));
  }

  /** Whether an action itself denies a channel. */
  actionsDenyWay(cells: readonly string[]): boolean {
    return this.#actions.some((column) => this.#read(cells, column).ways.length > 0);
  }

  #read(cells: readonly string[], column: number): CellSays {
    return this.#readers[column]!(cells[column] ?? "");
  }
}

/** Returns the reader of a column's cells, by its name and its question. */
function readerOf(name: string, question: Question, isPhone: boolean): (cell: string) => CellSays {
  const isOfChannel = namesChannel(name);
  const isNote = !isPhone && namesNotes(name);
  return remembered((cell): CellSays => {
    const mark = markIn(question, cell);
    const mayDeny = (isPhone ? /^\D+$/ : /\S/).test(cell) && (isOfChannel || mark !== undefined);
    const isNo = isOfChannel && BARE_NO.test(cell);
    return {
      mark,
      ways: mayDeny ? waysDenied(name, cell) : [],
      isOdd: hasOddSign(cell) || isCommentedOut(cell),
      mayLimit: isNo || (isNote && !agrees(cell)) || (!question.ignoresWords && isEnded(cell)),
    };
  });
}

/** Whether a note says only that somebody agreed. */
function agrees(cell: string): boolean {
  const tokens = clausesOf(cell).flat();
  return !isDoubted(cell) && tokens.every((token) => isOneOf(token, AGREEING) && !hasRole([token], "deny", "past"));
}

/** Whether a cell speaks of an end, which may be that of a consent: `anulado`, `rechazado`. */
function isEnded(cell: string): boolean {
  return hasRole(clausesOf(cell).flat(), "withdraw", "refuse");
}

function onlyNumber(cell: string): string | undefined {
  return holdsOtherWords(cell) || isDoubted(cell) ? undefined : certainNumber(cell);
}
