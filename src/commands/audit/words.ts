// Formats an audit of contacts as tables and as JSON with stable names. Numbers are masked, cells are never shown.

import type { ContactAudit } from "../../audit/contacts.js";
import { countedIn, delayCells, describeContacts, verdictsOf } from "../../audit/report.js";
import { sayWarning } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";
import { number } from "../../text/values.js";
import { type Align, bold, layOut } from "../screen.js";

/** Returns the tables, with a line end after the last line. */
export function contactTables(audit: ContactAudit, sentences: Sentences, isColored: boolean): string {
  const found = describeContacts(audit);
  const { contacts: words, inspection } = sentences;
  const { contacts, channels, suppressions, log } = found;
  const title = (text: string) => bold(text, isColored);
  const block = (name: string, rows: readonly (readonly string[])[], aligned: readonly Align[], ...below: string[]) =>
    rows.length === 0 ? [] : [[name, ...layOut(rows, aligned), ...below]];
  const numbers = ["left", "right", "right", "right", "right"] as const;
  const late = [words.offences, words.median, words.longest];
  const lateCells = (it: (typeof channels)[number] | (typeof suppressions)[number]) => [
    number(it.offences),
    ...delayCells(it, sentences),
  ];
  const counts = [
    [words.read, number(contacts.read)],
    ...(contacts.inbound === 0 ? [] : [[words.inbound, number(contacts.inbound)]]),
    [words.judged, number(contacts.judged)],
    [words.offences, number(contacts.offences)],
    [words.apart, number(contacts.apart)],
  ];
  const byChannel = channels.map((it) => [words.channels[it.channel], number(it.judged), ...lateCells(it)]);
  const lists = suppressions.filter(({ offences }) => offences > 0);
  const ofOffences = [
    ...block(title(words.byChannel), [[words.channel, words.judged, ...late], ...byChannel], numbers),
    ...block(
      title(words.byList),
      [[words.list, ...late], ...lists.map((it) => [it.name, ...lateCells(it)])],
      numbers,
      `  (${words.median}, ${words.longest}: ${words.delays})`,
    ),
  ];
  const counted = countedIn(found, sentences).map(({ what, count, lines }) => {
    return [what, number(count), lines.length === 0 ? "" : inspection.lines(lines, count > lines.length)];
  });
  const blocks = [
    ...block(title(log.path === "-" ? "stdin" : log.path), counts, numbers),
    ...(contacts.offences === 0 ? [] : ofOffences),
    ...block(title(words.apartTitle), counted, ["left", "right", "left"]),
    verdictsOf(found, sentences).map(title),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Returns the JSON, with warnings as sentences. */
export function contactAuditJson(audit: ContactAudit, sentences: Sentences) {
  return {
    schema_version: 1,
    ...describeContacts(audit),
    warnings: audit.warnings.map((warning) => ({ code: warning.code, message: sayWarning(warning, sentences) })),
  };
}
