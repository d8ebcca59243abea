// Reads messages as JSON: a webhook's body on each line, or one as the whole file. webhooks.ts knows their fields.

import { MAX_RECORD_BYTES } from "../csv/reader.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { ByteSource } from "../files/source.js";
import { findImportColumns } from "../headers/import-columns.js";
import type { OpenedSource } from "../lists/source.js";
import { USES_OTHER_COLUMNS } from "./record-words.js";
import {
  type ImportPlan,
  type OpenedImport,
  Understanding,
  type UnderstandingTerms,
  type Understood,
} from "./understanding.js";
import { type Inbound, messagesIn, parsed } from "./webhooks.js";

/** A JSON text, and the line where it begins. */
interface JsonText {
  text: string;
  line: number;
}

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
const CHUNK_BYTES = 64 * 1024;

export function openMessages(
  plan: ImportPlan,
  { file, source }: OpenedSource,
  terms: UnderstandingTerms,
): OpenedImport {
  refuseColumns(plan);
  const { isLive } = terms;
  const understanding = understandingOf(terms);
  const lines = linesOf(source, plan.file);
  return {
    groups: messageGroups(isLive ? lines : documents(lines, plan.file), understanding, isLive ? undefined : plan.file),
    understanding,
    hasEmail: false,
    assumed: undefined,
    share: () => file.size && file.bytesRead / file.size,
    close: () => file.close(),
  };
}

/** Returns a reader of single messages: a JSON text each, and the number that names it. */
export function messageReader(terms: UnderstandingTerms): (text: string, line: number) => Understood[] {
  const understanding = understandingOf(terms);
  return (text, line) => understandText({ text, line }, understanding);
}

function understandingOf(terms: UnderstandingTerms): Understanding {
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
  texts: AsyncIterable<readonly JsonText[]>,
  understanding: Understanding,
  refused: string | undefined,
): AsyncGenerator<readonly Understood[]> {
  let isKnown = refused === undefined;
  let first: number | undefined;
  for await (const group of texts) {
    const understood = group.flatMap((one) => understandText(one, understanding));
    isKnown ||= understood.some(({ fault }) => fault === undefined || fault === "unreadable-sender");
    first ??= understood[0]?.line;
    yield understood;
  }
  if (!isKnown && first !== undefined)
    throw new ScrubError(ExitCode.phoneList, "unknownMessages", [], { file: refused!, line: first });
}

function understandText({ text, line }: JsonText, understanding: Understanding): Understood[] {
  const value = parsed(text);
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
async function* documents(
  lines: AsyncIterable<readonly JsonText[]>,
  file: string,
): AsyncGenerator<readonly JsonText[]> {
  const held: JsonText[] = [];
  let characters = 0;
  let isOfLines = false;
  for await (const group of lines) {
    isOfLines ||= held.length === 0 && parsed(group[0]!.text) !== undefined;
    if (isOfLines) yield group;
    else held.push(...group);
    for (const { text } of isOfLines ? [] : group) characters += text.length;
    if (characters > MAX_RECORD_BYTES) throw tooLong(file, held[0]!.line);
  }
  const text = held.map(({ text }) => text).join("\n");
  if (held.length > 0) yield parsed(text) === undefined ? held : [{ text, line: held[0]!.line }];
}

/** Yields the lines that each read brings, without blank ones. */
async function* linesOf(source: ByteSource, file: string): AsyncGenerator<readonly JsonText[]> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const decoder = new TextDecoder();
  let held: string[] = [];
  let bytes = 0;
  let line = 1;
  for (let count = -1; count !== 0; ) {
    count = await source.read(chunk, 0, chunk.length);
    const [first = "", ...others] = decoder.decode(chunk.subarray(0, count), { stream: count > 0 }).split("\n");
    held.push(first);
    bytes += count;
    if (bytes > MAX_RECORD_BYTES + CHUNK_BYTES) throw tooLong(file, line);
    if (others.length === 0 && count > 0) continue;
    const lines = [held.join(""), ...others];
    // The last line is whole only at the end of the input.
    held = count > 0 ? lines.splice(-1) : [];
    bytes = 0;
    const texts = lines.map((text, i) => ({ text, line: line + i })).filter(({ text }) => text.trim() !== "");
    line += lines.length;
    if (texts.length > 0) yield texts;
  }
}

function tooLong(file: string, line: number): ScrubError {
  return new ScrubError(ExitCode.phoneList, "recordTooLong", [MAX_RECORD_BYTES], { file, line });
}
