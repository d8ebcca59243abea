// Reads messages as JSON: a webhook's body on each line, or one as the whole file. webhooks.ts knows their fields.

import { MAX_RECORD_BYTES } from "../csv/reader.js";
import { ExitCode, ScrubError } from "../errors.js";
import { parsedObject } from "../files/json.js";
import { findImportColumns } from "../headers/import-columns.js";
import { linesOf } from "../lists/lines.js";
import type { OpenedSource } from "../lists/source.js";
import { USES_OTHER_COLUMNS } from "./record-words.js";
import { type ImportPlan, type OpenedImport, Understanding, type Understood } from "./understanding.js";
import { type Inbound, messagesIn } from "./webhooks.js";

/** The cells that a message becomes, by the names of a CSV's columns. */
const CELLS = {
  From: "from",
  To: "to",
  Body: "text",
  OptOutType: "done",
  channel: "channel",
  date: "when",
  MessageSid: "id",
  [USES_OTHER_COLUMNS]: "beside",
} as const satisfies Record<string, keyof Inbound>;
const PARTS = Object.values(CELLS);

export function openMessages(plan: ImportPlan, { file, source }: OpenedSource, isLive: boolean): OpenedImport {
  refuseColumns(plan);
  const understanding = understandingOf(plan, isLive);
  const lines = linesOf(source, plan.file, MAX_RECORD_BYTES);
  return {
    groups: messageGroups(isLive ? lines : documents(lines, plan.file), understanding, isLive ? undefined : plan.file),
    understanding,
    hasEmail: false,
    assumed: undefined,
    close: () => file.close(),
  };
}

/** Returns a reader of single messages that come in now: a JSON text each, and the number that names it. */
export function messageReader(plan: ImportPlan): (text: string, line: number) => Understood[] {
  const understanding = understandingOf(plan, true);
  return (text, line) => understandText(text, line, understanding);
}

function understandingOf(plan: ImportPlan, isLive: boolean): Understanding {
  const terms = { ...plan, channel: plan.channel ?? "sms", order: "unknown", isLive } as const;
  const header = Object.keys(CELLS);
  const columns = findImportColumns("sms", header, [0], () => undefined);
  return new Understanding({ header, columns: [0], width: header.length }, columns, terms);
}

/** Refuses options about columns, which messages have not. */
function refuseColumns({ columns, overrides, file }: ImportPlan): void {
  const roles = Object.entries(columns).flatMap(([role, typed]) => (typed === undefined ? [] : `${role}-`));
  const [role] = [...overrides.columns.map(() => ""), ...roles];
  if (role !== undefined) throw new ScrubError(ExitCode.usage, "notForMessages", [`--${role}column`], { file });
}

/** `refused`: the file to refuse where not one of its messages is understood. */
async function* messageGroups(
  texts: AsyncIterable<readonly string[]>,
  understanding: Understanding,
  refused: string | undefined,
): AsyncGenerator<readonly Understood[]> {
  let isKnown = refused === undefined;
  let first: number | undefined;
  let line = 1;
  for await (const group of texts) {
    const understood = group.flatMap((text, i) => understandText(text, line + i, understanding));
    line += group.length;
    isKnown ||= understood.some(({ fault }) => fault === undefined || fault === "unreadable-sender");
    first ??= understood[0]?.line;
    yield understood;
  }
  if (!isKnown && first !== undefined)
    throw new ScrubError(ExitCode.phoneList, "unknownMessages", [], { file: refused!, line: first });
}

function understandText(text: string, line: number, understanding: Understanding): Understood[] {
  if (text.trim() === "") return [];
  const value = parsedObject(text);
  if (value === undefined) return [understanding.ofText(text, line, "broken-record")];
  const items = messagesIn(value);
  return (items.length === 0 ? (["no-message"] as const) : items).map((item) => {
    if (item === "no-message") return { line, is: "skipped", wanted: [] };
    if (item === "unknown") return understanding.ofText(text, line, "unknown-message");
    const cells = PARTS.map((part) => item[part]);
    return understanding.of(cells, line, item.unseen);
  });
}

/** Yields the lines; or all of them as one text, where together they are a value and the first alone is none. */
async function* documents(lines: AsyncIterable<readonly string[]>, file: string): AsyncGenerator<readonly string[]> {
  let isOfLines: boolean | undefined;
  let text = "";
  for await (const group of lines) {
    const first = group.find((line) => line.trim() !== "");
    if (first !== undefined) isOfLines ??= parsedObject(first) !== undefined;
    if (isOfLines === false) text += `${group.join("\n")}\n`;
    else yield group;
    if (text.length > MAX_RECORD_BYTES)
      throw new ScrubError(ExitCode.phoneList, "recordTooLong", [MAX_RECORD_BYTES], { file, line: 1 });
  }
  if (text !== "") yield parsedObject(text) === undefined ? text.split("\n") : [text];
}
