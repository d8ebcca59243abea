// Reads the cells of a suppression record that may change its event. event-reader.ts has the rules that make an event of them.

import { recordCells } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { columnsOf } from "../headers/event-columns.js";
import { actionOf, channelOf, isDoubted, receiptCode, subscribedOf } from "../headers/event-words.js";
import { foldWords } from "../headers/folding.js";
import { isFile } from "../headers/names.js";
import { outcomeOf } from "../lexicon/outcomes.js";
import { CellMemo } from "../lists/cell-memo.js";
import { markIn, questionOf } from "../lists/marks.js";
import { EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import { DateCells } from "./date-cells.js";
import type { AsOf } from "./event.js";
import { readExpiry } from "./expiry.js";
import { PROOF_WORD } from "./hash-forms.js";
import type { SuppressionList } from "./open-list.js";
import { OtherCells } from "./other-cells.js";
import { TakenBackRecords, type TakingBack, VOID } from "./taken-back.js";

/** The action that a cell names. `proof`: the row shows how hashes were made; `nothing`: another column may name one. */
type CellAction = "opt-in" | "opt-out" | "settled" | typeof VOID | "proof" | "unknown" | "nothing";

/** The question that a column of opt-out days asks: any date is a yes. */
const OPT_OUT_DAY = questionOf("", [undefined]);

/** All that the rules of an event read, but the number. plain-events.ts says of each what the kernel may add without it. */
export type EventSources = Readonly<ReturnType<typeof eventSourcesOf>>;

export function eventSourcesOf(list: SuppressionList, given: TimeZone, asOf: AsOf, takenBack?: readonly TakingBack[]) {
  const { columns } = list.more;
  const readers = <T>(some: readonly number[], read: (text: string) => T) =>
    some.map((column) => new CellMemo(list.wanted.indexOf(column), read));
  const isRegistry = columns.kind === "registry";
  const isReview = isFile("review", list.header);
  // svscrub writes a registry's days as El Salvador's.
  const zone = isRegistry ? EL_SALVADOR : given;
  const provers = isRegistry ? [] : [...columns.dates, ...columns.expires];
  const dates = new DateCells(list, columns.dates, columns.time, zone, provers);
  const actions = readers<CellAction>(columns.actions, (text) => actionIn(text, isRegistry, isReview));
  const errorCodes = columns.errorCode === undefined ? [] : [columns.errorCode];
  const [isReceipt] = readers(errorCodes, (text) => receiptCode(text) === "other");
  return {
    actions: [...actions, ...readers<CellAction>(columns.subscribed, subscribedOf)],
    // Whether a cell has the day of an opt-out.
    optOutDays: readers(columns.optOutDates, (text) => markIn(OPT_OUT_DAY, text) !== undefined),
    channels: readers(columns.channels, (text) => (text.trim() === "" ? undefined : (channelOf(text) ?? "unknown"))),
    dates,
    areOfEdits: columns.areOfEdits,
    expires: readers(columns.expires, (text) => {
      dates.notice(text);
      return readExpiry(text, dates.order, zone);
    }),
    isReceipt,
    isRegistry,
    /** The events that a registry takes back. */
    takenBack: isRegistry ? new TakenBackRecords(list, zone, takenBack) : undefined,
    recorded: columns.recorded === undefined ? undefined : new DateCells(list, [columns.recorded], undefined, zone),
    asOf,
    others: new OtherCells(list, columnsOf(columns), false, columns),
    cells: ({ bytes, start, end }: RecordView) => recordCells(bytes, start, end, list.dialect),
  };
}

/** Whether another cell of a record speaks against an opt-in, or may end it. An opt-in that ends does not count. */
export function speaksAgainstOptIn({ expires, others, cells }: EventSources, record: RecordView): boolean {
  return expires.some((column) => column.of(record) !== undefined) || others.against(cells(record)).length > 0;
}

/** Returns the action in a cell. An opt-in in a review file is unknown: it counts only once it is in the registry. */
function actionIn(text: string, isRegistry: boolean, isReview: boolean): CellAction {
  const word = foldWords(text);
  if (word === PROOF_WORD) return "proof";
  if (isRegistry && !isReview && !isDoubted(text) && (word === "settled" || word === VOID)) return word;
  // The outcome of a message is no action.
  if (text.trim() === "" || ["delivery", "arrived"].includes(outcomeOf(word) ?? "")) return "nothing";
  const action = actionOf(text, isRegistry) ?? "unknown";
  return isReview && action === "opt-in" ? "unknown" : action;
}
