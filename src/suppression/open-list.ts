// Opens a suppression list, and finds its phones, its digests, and the columns that say more about them.

import { ExitCode } from "../errors.js";
import { type InputFile, openInput, StreamInput } from "../files/input.js";
import { columnsOf, findEventColumns } from "../headers/event-columns.js";
import { columnsNamed, ledgerPhones } from "../headers/names.js";
import { type OpenedList, openList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { hashColumns } from "./hash-columns.js";

export type SuppressionList = OpenedList & { more: ReturnType<typeof suppressionColumns> };

/**
 * Opens a list that may have to be read twice: a registry that takes events back. `again` opens the given number of its bytes once
 * more. A registry that is a stream is spooled.
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
  input.mayBeSpooled = true;
  const list = await open(input);
  if (list.more.columns.kind !== "registry") {
    input.mayBeSpooled = false;
    return { list, again: openAgain, close: () => {} };
  }
  const spool = input.spool();
  return { list, again: () => open(spool.open()), close: () => spool.close() };
}

/** Returns the columns of a suppression list other than its phones, by its header and its first records. */
function suppressionColumns(
  header: readonly string[] | undefined,
  phones: readonly number[],
  rows: readonly (readonly string[])[],
  wantsNotes: boolean,
) {
  const hashes = hashColumns(header, rows, phones);
  const columns = findEventColumns(header);
  const noted = { reason: columnsNamed(header, "reason"), source: columnsNamed(header, "source") };
  const ignored = columns.kind === "registry" ? columnsNamed(header, "ledgerIds") : [];
  const notes = wantsNotes ? [...noted.reason, ...noted.source] : [];
  const wanted = [...columnsOf(columns), ...hashes, ...notes, ...ignored];
  return { wanted, suffice: hashes.length > 0, ignored, columns, hashes, noted };
}
