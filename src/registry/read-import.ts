// From the file of an import to the events that it asks for, and to what a person must look at. Nothing is written here.

import path from "node:path";
import { recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { directionOf } from "../headers/contact-columns.js";
import {
  defaultChannel,
  findImportColumns,
  type ImportColumns,
  type ImportRole,
  importPhones,
  type RequestKind,
  type SaidColumns,
} from "../headers/import-columns.js";
import { batchesOf } from "../lists/batches.js";
import { faultOf } from "../lists/fault.js";
import { chooseColumns, type ListOverrides, type OpenedList, openList } from "../lists/open.js";
import { everyNumber } from "../lists/phone-cells.js";
import type { CellReading } from "../phone/number.js";
import { readEveryNumber } from "../phone/read.js";
import type { Channel } from "../suppression/event.js";
import { contradictsOrder, type DayOrder, type Moment, parseMoment, proveDayOrder } from "../time/dates.js";
import { DAY, describeInstant, EL_SALVADOR, type TimeZone } from "../time/time-zone.js";
import { type Asked, askedIn, channelIn, type SaidWords } from "./asked.js";
import type { LedgerAction, LedgerEvent } from "./ledger-event.js";
import { type Direction, type PhoneCell, SenderReader } from "./sender.js";

export interface ImportPlan {
  file: string;
  kind: RequestKind;
  overrides: ListOverrides;
  columns: SaidColumns;
  words: SaidWords;
  /** Instead of the kind's own. */
  channel: Channel | undefined;
  /** Instead of the kind's name. */
  source: string | undefined;
  zone: TimeZone;
  /** Our own numbers, E.164: nobody's who writes to us. */
  own: ReadonlySet<string>;
}

/** An event that was asked for, without what the ledger adds. */
export interface WantedEvent extends Omit<LedgerEvent, "event" | "recordedAt"> {
  language: "es" | "en";
}

export interface ReadImport {
  records: number;
  /** In the order of the file. */
  events: readonly WantedEvent[];
  reviews: readonly WantedEvent[];
  help: number;
  other: number;
  /** Our own messages in the same file. */
  outbound: number;
  undated: number;
  datesContradict: boolean;
  /** Where the first record stands that goes to a person. */
  firstReviewLine: number | undefined;
}

/** A file that can't be used is exit 3, a column that is missing exit 2. */
export async function readImport(plan: ImportPlan): Promise<ReadImport> {
  const { file, kind } = plan;
  const overrides = { ...plan.overrides, phonesOf: (header: readonly string[]) => importPhones(kind, header) };
  const list = await openList(file, "phone-list", ExitCode.phoneList, overrides);
  try {
    const told = (role: ImportRole): number | undefined => {
      const name = plan.columns[role];
      return name === undefined ? undefined : chooseColumns([name], list.header, list.width, file)[0];
    };
    const columns = findImportColumns(kind, list.header ?? [], list.columns, told);
    refuseWithoutWords(kind, columns, file);
    const reading = new Reading(plan, list, columns);
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        const { bytes, start, end, line } = batch;
        if (faultOf(list, batch) !== undefined)
          reading.takeBroken(Buffer.from(bytes.subarray(start, end)).toString(), line);
        else reading.take(recordCells(bytes, start, end, list.dialect), line);
      }
    }
    if (list.file.changed()) throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file });
    return reading.read;
  } finally {
    list.file.close();
  }
}

function refuseWithoutWords(kind: RequestKind, columns: ImportColumns, file: string): void {
  if (kind === "sms" && columns.text === undefined && columns.actions.length === 0)
    throw new ScrubError(ExitCode.usage, "noImportColumn", ["text"], { file });
  if (kind === "call" && columns.actions.length === 0)
    throw new ScrubError(ExitCode.usage, "noImportColumn", ["action"], { file });
}

class Reading {
  readonly read = {
    records: 0,
    events: [] as WantedEvent[],
    reviews: [] as WantedEvent[],
    help: 0,
    other: 0,
    outbound: 0,
    undated: 0,
    datesContradict: false,
    firstReviewLine: undefined as number | undefined,
  };
  readonly #name: string;
  readonly #order: DayOrder;
  readonly #channel: Channel;
  readonly #sender: SenderReader;

  constructor(
    private readonly plan: ImportPlan,
    list: OpenedList,
    private readonly columns: ImportColumns,
  ) {
    this.#name = plan.file === "-" ? "stdin" : plain(path.basename(plan.file));
    const { date } = columns;
    this.#order = proveDayOrder(date === undefined ? [] : list.sample.map((row) => row[date] ?? "")).order;
    const isTold = plan.overrides.columns.length > 0;
    // A column that the user calls the people's is theirs, whatever its name.
    const to = isTold ? columns.to.filter((column) => !list.columns.includes(column)) : columns.to;
    const parties = isTold ? { callers: [], called: [] } : columns.parties;
    this.#sender = new SenderReader(list, { ...columns, to, parties }, isTold || plan.kind !== "sms", plan.own);
    this.#channel = plan.channel ?? defaultChannel(plan.kind, list.header ?? []);
  }

  take(cells: readonly string[], line: number): void {
    this.read.records++;
    const { columns, plan } = this;
    const direction = this.#directionOf(cells);
    const sender = this.#sender.of(cells, direction);
    if ((plan.kind === "sms" && direction === "outbound") || sender === "ours") {
      this.read.outbound++;
      return;
    }
    const asked = askedIn(plan.kind, cells, columns, plan.words);
    if (asked.intent === "help" || asked.intent === "other") {
      this.read[asked.intent]++;
      return;
    }
    const phoneCells = "cells" in sender ? sender.cells : [];
    const moment = this.#momentOf(cells);
    if (moment === undefined) this.read.undated++;
    const named = channelIn(cells, columns);
    const channel = asked.channel ?? (named === "unknown" ? "any" : (named ?? this.#cameBy(phoneCells)));
    const own = this.#sender.ownIn(cells, sender);
    const say = (action: LedgerAction, phone: string, reason: string) =>
      this.#wanted({ action, phone, channel, reason, line, language: asked.language, sender: own, moment });
    const written = [...columns.actions, columns.text];
    const message = () => wholeMessage(written.map((column) => this.#cell(cells, column)).join(" "));
    const review = (phones: readonly string[], reason: string, action: LedgerAction = "review") => {
      for (const phone of phones) this.#review({ ...say(action, phone, reason), message: message() }, line);
    };
    if ("elsewhere" in sender) {
      review(sender.elsewhere.length === 0 ? [""] : sender.elsewhere, "unreadable-sender");
      return;
    }
    const readings = phoneCells.map(({ reading }) => reading);
    const certain = [...new Set(readings.flatMap((reading) => reading.numbers.map(({ e164 }) => e164)))];
    const doubtful = [...new Set(readings.flatMap((reading) => reading.doubtful))].filter(
      (e164) => !certain.includes(e164),
    );
    if (!sender.certain) review([...certain, ...doubtful], "several-senders");
    else if (asked.intent === "opt-out") {
      for (const e164 of certain) this.read.events.push(say("opt-out", e164, REASON[plan.kind]));
      review(doubtful, "doubtful-number");
      // Out at once; what else is asked, a person has to answer.
      if (asked.request !== undefined) review(certain, `request-${asked.request}`, "request");
    } else if (asked.intent === "request") review([...certain, ...doubtful], `request-${asked.request}`, "request");
    else if (asked.intent === "opt-in" && isCertain(readings, certain, moment) && named !== "unknown") {
      this.read.events.push(say("opt-in", certain[0]!, REASON[plan.kind]));
    } else {
      const reason = asked.intent === "opt-in" ? "uncertain-opt-in" : `unclear-${REASON[plan.kind]}`;
      review([...certain, ...doubtful], reason);
    }
  }

  /** Its cells can't be told apart: every number in it is looked at. */
  takeBroken(text: string, line: number): void {
    this.read.records++;
    const numbers = this.#sender.withoutOwn(readEveryNumber(text));
    const said = { action: "review", channel: "any", reason: "broken-record", language: "es", sender: "" } as const;
    for (const phone of numbers.length === 0 ? [""] : numbers)
      this.#review({ ...this.#wanted({ ...said, phone, line, moment: undefined }), message: wholeMessage(text) }, line);
  }

  #cell(cells: readonly string[], column: number | undefined): string {
    return column === undefined ? "" : (cells[column] ?? "");
  }

  #review(event: WantedEvent, line: number): void {
    this.read.reviews.push(event);
    this.read.firstReviewLine ??= line;
  }

  #wanted(said: {
    action: LedgerAction;
    phone: string;
    channel: Channel;
    reason: string;
    line: number;
    language: Asked["language"];
    /** As it stands in the file. */
    sender: string;
    moment: Moment | undefined;
  }): WantedEvent {
    const { action, phone, channel, reason, language, moment } = said;
    return {
      phone,
      action,
      channel,
      requestedAt:
        moment === undefined ? "" : describeInstant(action === "opt-in" ? moment.first : moment.last, EL_SALVADOR),
      source: this.plan.source ?? this.plan.kind,
      sender: phone === "" ? "" : plain(said.sender),
      reason,
      evidence: `${this.#name}:${said.line}`,
      language,
    };
  }

  /** Twilio writes `whatsapp:+503…` for who wrote by WhatsApp. */
  #cameBy(phoneCells: readonly PhoneCell[]): Channel {
    const isWhatsapp = this.plan.kind === "sms" && phoneCells.some(({ text }) => /^\s*whatsapp:/i.test(text));
    return isWhatsapp ? "whatsapp" : this.#channel;
  }

  /** Undefined where no cell says it, or two say different things. */
  #directionOf(cells: readonly string[]): Direction | undefined {
    const said = this.columns.directions.map((column) => directionOf(cells[column] ?? ""));
    const told = new Set(said.filter((it) => it === "inbound" || it === "outbound"));
    return told.size === 1 ? [...told][0] : undefined;
  }

  #momentOf(cells: readonly string[]): Moment | undefined {
    const { date, time } = this.columns;
    if (date === undefined) return undefined;
    const text = cells[date] ?? "";
    if (contradictsOrder(text, this.#order)) this.read.datesContradict = true;
    return parseMoment(text, time === undefined ? "" : (cells[time] ?? ""), this.#order, this.plan.zone);
  }
}

const REASON: Readonly<Record<RequestKind, string>> = {
  sms: "message",
  call: "disposition",
  form: "form",
  consent: "status",
};

/** One number, no doubt about it, and a day that can be only one. */
function isCertain(readings: readonly CellReading[], certain: readonly string[], moment: Moment | undefined): boolean {
  const isOneDay = moment === undefined || moment.last - moment.first < DAY;
  return certain.length === 1 && readings.flatMap(everyNumber).length === 1 && isOneDay;
}

/** Characters of a message that a review shows; a person can judge by them. */
const SHOWN = 2000;

/** What was written, on one line, and no formula to a spreadsheet. */
export function wholeMessage(text: string): string {
  const line = text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
  const shown = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
  return /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
}

/** A cell of the ledger stays on one line, and short. */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 200);
}
