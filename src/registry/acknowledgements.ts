// The acknowledgements that people are owed, one for each event and each call for help. They are durable before the ledger is, so a
// killed import may leave one twice, but never none.

import { hash } from "node:crypto";
import { composeRecords } from "../csv/compose.js";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLines, readEnds } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { piecesOf, reading, withDescriptor } from "../files/positioned.js";
import { WRITTEN_CHANNELS } from "../headers/event-words.js";
import { filled, TEMPLATES, type TemplateName, type Templates } from "../text/acknowledgements.js";
import { type LedgerEvent, placeIn, type WantedEvent } from "./ledger-event.js";

const COLUMNS = ["to", "channel", "language", "message", "event"] as const;
const WITH_EMAIL = [...COLUMNS, "email"] as const;

/** `event`: its id, for a call for help one that is equal each time the call is read. `email`: undefined if the import has none. */
export type Acknowledgement<Cell = string> = Record<(typeof COLUMNS)[number], Cell> & { email?: string | undefined };

/** Returns the acknowledgement of an event. A review or a request has none until a person has decided. */
export function acknowledge(event: LedgerEvent, asked: WantedEvent, templates: Templates): Acknowledgement | undefined {
  const { action, channel } = event;
  if (action !== "opt-out" && action !== "opt-in") return undefined;
  const canReply = asked.isReply && WRITTEN_CHANNELS.some((written) => written === channel);
  return composed(canReply ? action : `${action}-${channel}`, event, asked, templates);
}

/** Answers a call for help: how to leave, how to come back, whom to ask. */
export function explain(help: WantedEvent, templates: Templates): Acknowledgement {
  const { phone, channel, source, requestedAt, evidence } = help;
  const identity = [phone, source, requestedAt || placeIn(evidence)].join("\n");
  return composed("help", { event: `help-${hash("sha256", identity).slice(0, 16)}`, phone, channel }, help, templates);
}

function composed(
  name: TemplateName,
  { event, phone, channel }: Pick<LedgerEvent, "event" | "phone" | "channel">,
  { language, sender, email }: WantedEvent,
  templates: Templates,
): Acknowledgement {
  const values = { event, sender, phone };
  // A template of which nothing is left says nothing: then ours counts.
  const message = filled(templates[language][name], values) || filled(TEMPLATES[language][name], values);
  return { to: phone, channel, language, message, event, email };
}

export function acknowledgementLines(owed: readonly Acknowledgement<string | null>[], hasEmail: boolean): string {
  return composeRecords(owed.map((one) => (hasEmail ? WITH_EMAIL : COLUMNS).map((name) => one[name] ?? "")));
}

export function acknowledgementHeader(hasEmail: boolean): string {
  return `${(hasEmail ? WITH_EMAIL : COLUMNS).join(",")}\n`;
}

/** A file of acknowledgements. */
export class AcknowledgementFile {
  /** The ids of the calls for help that the file answers; undefined before the first call. */
  #helps: Set<string> | undefined;

  constructor(private readonly file: string) {}

  /** Returns its length, and whether it has addresses. Refuses any other file, and one that lacks them if they are needed. */
  checkHeader(hasEmail = false) {
    const [header, longer] = [acknowledgementHeader(false), acknowledgementHeader(true)];
    const { head, length } = readEnds(this.file, longer.length);
    const begin = head.toString("latin1");
    const takesEmail = length === 0 ? hasEmail : begin === longer;
    if (length === 0 ? !longer.startsWith(begin) : !takesEmail && (hasEmail || !begin.startsWith(header)))
      throw new ScrubError(ExitCode.io, "notAcknowledgements", [], { file: this.file });
    return { length, takesEmail };
  }

  /** Adds a line each, durably. Returns how many. */
  add(owed: readonly Acknowledgement[], hasEmail: boolean) {
    return withLock(this.file, async () => {
      const { length, takesEmail } = this.checkHeader(hasEmail);
      const unanswered = owed.filter(({ event }) => !this.#isAnswered(event, length));
      const header = length === 0 ? acknowledgementHeader(takesEmail) : "";
      appendLines(this.file, length, Buffer.from(header + acknowledgementLines(unanswered, takesEmail)));
      return unanswered.length;
    });
  }

  /** Whether the first bytes of the file answer a call for help already; from now on they do. */
  #isAnswered(event: string, length: number): boolean {
    if (!event.startsWith("help-")) return false;
    this.#helps ??= answeredHelps(this.file, length);
    const { size } = this.#helps;
    return this.#helps.add(event).size === size;
  }
}

const HELP = /help-[0-9a-f]{16}/g;
const HELP_LENGTH = 21;

function answeredHelps(file: string, length: number): Set<string> {
  const answered = new Set<string>();
  let cut = "";
  const read = (descriptor: number) => {
    for (const bytes of piecesOf(descriptor, 0, length)) {
      const text = cut + bytes.toString("latin1");
      // Copied, for a part of a text keeps the whole text in memory.
      for (const [id] of text.matchAll(HELP)) answered.add(Buffer.from(id).toString());
      cut = text.slice(-HELP_LENGTH);
    }
  };
  if (length > 0) reading(file, ExitCode.io, () => withDescriptor(file, read));
  return answered;
}
