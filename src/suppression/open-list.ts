// Opens a suppression list: its phones, its digests, and the columns that say more of them. A registry may be opened once more,
// for it may take back what it has said; a stream of one is kept for that.

import { ExitCode } from "../errors.js";
import { type InputFile, openInput, StreamInput } from "../files/input.js";
import { columnsOf, findEventColumns, findNoteColumns, ledgerPhones } from "../headers/event-columns.js";
import { type OpenedList, openList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { ledgerColumns } from "./entry-texts.js";
import { hashColumns } from "./hash-columns.js";

export type SuppressionList = OpenedList & { others: ReturnType<typeof suppressionColumns> };

/**
 * Opens a list, and `again` opens as many of its bytes once more; a registry that is a stream is kept in a file without a name
 * first, for it may take something back.
 */
export async function openTwice(path: string, overrides: ListOverrides, wantsNotes: boolean) {
  const asLedger = { ...overrides, phonesOf: ledgerPhones, mayBeText: true };
  const open = (input: InputFile) =>
    openList(input, "suppression", ExitCode.suppressionList, asLedger, (header, phones, rows) =>
      suppressionColumns(header, phones, rows, wantsNotes),
    );
  const input = openInput(path, ExitCode.suppressionList, overrides.bytes);
  const openAgain = (bytes: number) => open(openInput(path, ExitCode.suppressionList, bytes));
  if (!(input instanceof StreamInput)) return { list: await open(input), again: openAgain, close: () => {} };
  input.remembered = [];
  const list = await open(input);
  if (list.others.columns.kind !== "registry") {
    input.remembered = undefined;
    return { list, again: openAgain, close: () => {} };
  }
  // It is read no further than a list is: what is too much for one ends the run.
  const kept = input.keep();
  return { list, again: () => open(kept.open()), close: () => kept.close() };
}

/** What a suppression list has in addition to its phones, by its header and its first records. */
function suppressionColumns(
  header: readonly string[] | undefined,
  phones: readonly number[],
  rows: readonly (readonly string[])[],
  wantsNotes: boolean,
) {
  const hashes = hashColumns(header, rows, phones);
  const columns = findEventColumns(header);
  const noted = findNoteColumns(header);
  const ignored = columns.kind === "registry" ? ledgerColumns(header) : [];
  const notes = wantsNotes ? [...noted.reason, ...noted.source] : [];
  const wanted = [...columnsOf(columns), ...hashes, ...notes, ...ignored];
  return { wanted, suffice: hashes.length > 0, ignored, columns, hashes, noted };
}
