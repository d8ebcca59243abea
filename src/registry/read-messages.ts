// Messages as JSON: one a line, or a whole document, as a webhook's body stands in a file. What a message's fields mean is
// webhooks.ts's work.

import { MAX_RECORD_BYTES } from "../csv/reader.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { ByteSource } from "../files/input.js";
import { findImportColumns } from "../headers/import-columns.js";
import type { OpenedSource } from "../lists/source.js";
import { BESIDE } from "./column-uses.js";
import type { ImportPlan, OpenedImport } from "./import-plan.js";
import { Understanding, type UnderstandingTerms, type Understood } from "./understanding.js";
import { type Inbound, messagesIn } from "./webhooks.js";

/** A JSON value as it stands, and the line where it begins. */
interface JsonText {
  text: string;
  line: number;
}

/** The cells that a message becomes, by the names that a CSV would have. */
const HEADER = ["From", "To", "Body", "OptOutType", "channel", "date", "MessageSid", BESIDE];
const cellsOf = ({ from, to, text, done, channel, when, id, beside }: Inbound) => [
  from,
  to,
  text,
  done,
  channel,
  when,
  id,
  beside,
];

const CHUNK_BYTES = 64 * 1024;

export function openMessages(
  plan: ImportPlan,
  { file, source }: OpenedSource,
  terms: UnderstandingTerms,
  isLive: boolean,
): OpenedImport {
  refuseColumns(plan);
  const understanding = understandingOf(terms);
  const texts = isLive ? linesOf(source, plan.file) : textsOf(source, plan.file);
  return {
    groups: messageGroups(texts, understanding, isLive ? undefined : plan.file),
    counted: () => understanding,
    hasEmail: false,
    assumed: undefined,
    share: () => file.size && file.bytesRead / file.size,
    close: () => file.close(),
  };
}

/** What reads messages that a program has by itself: a JSON text each, and the number that names it. */
export function messageReader(terms: UnderstandingTerms): (text: string, line: number) => Understood[] {
  const understanding = understandingOf(terms);
  return (text, line) => understandText({ text, line }, understanding);
}

function understandingOf(terms: UnderstandingTerms): Understanding {
  const list = { header: HEADER, columns: [0] };
  return new Understanding(
    list,
    findImportColumns("sms", HEADER, list.columns, () => undefined),
    terms,
  );
}

/** A message has fields, not columns. */
function refuseColumns({ columns, overrides, file }: ImportPlan): void {
  const named = Object.keys(columns).map((role) => `--${role}-column`);
  const told = [
    ...(overrides.columns.length > 0 ? ["--column"] : []),
    ...named,
    ...(overrides.delimiter === undefined ? [] : ["--delimiter"]),
    ...(overrides.headerRow === undefined ? [] : ["--header-row"]),
    ...(overrides.noHeader ? ["--no-header"] : []),
  ];
  if (told.length > 0) throw new ScrubError(ExitCode.usage, "notForMessages", [told[0]!], { file });
}

/** `refused`: the file that is no import where not one of its messages is understood. */
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
  if (!isKnown && refused !== undefined && first !== undefined)
    throw new ScrubError(ExitCode.phoneList, "unknownMessages", [], { file: refused, line: first });
}

function understandText({ text, line }: JsonText, understanding: Understanding): Understood[] {
  const value = parsed(text);
  if (value === undefined) return [understanding.ofBroken(text, line)];
  const items = messagesIn(value);
  if (items.length === 0) return [{ line, is: "skipped", events: [], reviews: [] }];
  return items.map((item) => {
    if (item === "no-message") return { line, is: "skipped", events: [], reviews: [] };
    if (item === "unknown") return understanding.ofUnknown(text, line);
    return understanding.of(cellsOf(item), line, item.unseen);
  });
}

/** Returns undefined where it is no JSON, and for a bare word or number, which is no message either. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON Lines where the first line is a value by itself; else the whole file holds values, in an array or one behind the other. */
async function* textsOf(source: ByteSource, file: string): AsyncGenerator<readonly JsonText[]> {
  let document: JsonText[] | undefined;
  let isFirst = true;
  for await (const group of linesOf(source, file)) {
    if (isFirst && group.length > 0) {
      isFirst = false;
      if (parsed(group[0]!.text) === undefined) document = [];
    }
    if (document === undefined) yield group;
    else for (const text of group) document.push(text);
  }
  if (document !== undefined) yield valuesIn(document);
}

/** The lines that each read brings, blank ones left out. */
async function* linesOf(source: ByteSource, file: string): AsyncGenerator<readonly JsonText[]> {
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let rest: Buffer[] = [];
  let held = 0;
  let line = 1;
  for (let count = -1; count !== 0; ) {
    count = await source.read(chunk, 0, chunk.length);
    const read = chunk.subarray(0, count);
    const end = count === 0 ? 0 : read.lastIndexOf(0x0a) + 1;
    if (count > 0 && end === 0) {
      held += count;
      if (held > MAX_RECORD_BYTES)
        throw new ScrubError(ExitCode.phoneList, "recordTooLong", [MAX_RECORD_BYTES], { file, line });
      rest.push(Buffer.from(read));
      continue;
    }
    const whole = Buffer.concat([...rest, read.subarray(0, end)])
      .toString()
      .replace(/^\ufeff/, "");
    rest = end < count ? [Buffer.from(read.subarray(end))] : [];
    held = count - end;
    const lines = whole.split("\n");
    // What stands behind the last line end is nothing, but at the end of the input.
    if (count > 0) lines.pop();
    const texts = lines.map((text, i) => ({ text, line: line + i })).filter(({ text }) => text.trim() !== "");
    line += lines.length;
    if (texts.length > 0) yield texts;
  }
}

/** The values of a document: the elements of an array, or values one behind the other; the last one whole or not. */
function valuesIn(lines: readonly JsonText[]): JsonText[] {
  const values: JsonText[] = [];
  let depth = 0;
  /** Inside the array that holds all of them. */
  let base = 0;
  let isString = false;
  let value: { parts: string[]; line: number } | undefined;
  const close = () => {
    if (value !== undefined) values.push({ text: value.parts.join("\n"), line: value.line });
    value = undefined;
  };
  for (const { text, line } of lines) {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at]!;
      if (isString) {
        if (character === "\\") at++;
        else if (character === '"') isString = false;
        continue;
      }
      if (value === undefined) {
        if (/[\s,]/.test(character)) continue;
        if (character === "[" && base === 0) {
          base = depth = 1;
          continue;
        }
        if (character === "]" && base === 1) {
          base = depth = 0;
          continue;
        }
        value = { parts: [], line };
        from = at;
      }
      if (character === '"') isString = true;
      else if (character === "{" || character === "[") depth++;
      else if ((character === "}" || character === "]") && --depth <= base) {
        value.parts.push(text.slice(from, at + 1));
        close();
      }
    }
    value?.parts.push(text.slice(from));
  }
  close();
  return values;
}
