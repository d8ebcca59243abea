// Chooses the phone columns of a list: named by the user, found by an earlier run, or detected; and which other columns
// are looked at.

import { ExitCode as Exit, type ExitCode, ScrubError } from "../errors.js";
import { endOfName } from "../files/list-names.js";
import type { ListBeginning, Purpose } from "./beginning.js";
import { chooseColumns, findColumn, shownName } from "./column-names.js";
import { askedColumns, type ColumnRoles, columnRoles, NO_COLUMN_ROLES } from "./column-roles.js";
import { isAboutPeople } from "./marks.js";
import type { ListOverrides } from "./overrides.js";
import { type ColumnCandidate, PhoneColumns } from "./phone-columns.js";

export type ChosenColumns = ReturnType<typeof choosePhones>;

/** Columns are 0-based. Throws a `ScrubError` if the user names a column that is not there, or one for two purposes. */
export function choosePhones(beginning: ListBeginning, { use }: Purpose, overrides: ListOverrides, file: string) {
  const { header, isText, width, rows } = beginning;
  const detected = new PhoneColumns(header, rows, use);
  // By the header alone, if the reader knows such headers; nothing is detected then.
  const given = header && overrides.phonesOf?.(header);
  const choose = (names: readonly string[]) => chooseColumns(names, header, width, file);
  const ignored = choose(overrides.watch?.ignored ?? []);
  const asked = (overrides.watch?.optOuts ?? []).map((typed) => typedOptOut(typed, header, width, file));
  const optOuts = asked.map(({ column }) => column);
  const chosen = choose(overrides.columns);
  refuseTwoMeanings({ "--column": chosen, "--opt-out-column": optOuts, "--ignore-column": ignored }, file);
  const { known } = overrides;
  const isChosen = known !== undefined || chosen.length > 0 || given !== undefined;
  const seen = () => (isText ? [0] : detected.columns);
  const found = (known?.columns ?? (chosen.length > 0 ? chosen : (given ?? seen()))).filter(
    (column) => !ignored.includes(column),
  );
  // A column named as an opt-out or a remark may look like phones: it is read, but never rewritten.
  const saysMore = (column: number) => optOuts.includes(column) || isAboutPeople(header?.[column] ?? "");
  const plain = found.filter((column) => !saysMore(column));
  const columns = overrides.watch === undefined || isChosen || plain.length === 0 ? found : plain;
  // In a phone list only names and the record's own cells decide what is read, never a sample.
  const isSampled = chosen.length === 0 && use === "suppression";
  const alsoPhones = isSampled ? detected.columns.filter((column) => !columns.includes(column)) : [];
  const roles: ColumnRoles =
    overrides.watch === undefined && use !== "suppression"
      ? NO_COLUMN_ROLES
      : columnRoles(header, width, { columns, ignored, alsoPhones }, asked);
  // suppression/ reads what other columns say of an entry.
  const asks = overrides.watch === undefined ? { questions: [] } : {};
  return { detected, given, columns, ignored, roles: { ...roles, ...asks } };
}

/** Parses `COL` or `COL=VALUE`. A column's name may hold a `=`. */
function typedOptOut(
  typed: string,
  header: readonly string[] | undefined,
  width: number,
  file: string,
): { column: number; value: string | undefined } {
  const isColumn = (name: string) => findColumn(name, header, width) >= 0;
  const at = isColumn(typed) ? -1 : Math.max(endOfName(typed, isColumn), typed.indexOf("="));
  const [column] = chooseColumns([at < 0 ? typed : typed.slice(0, at)], header, width, file);
  return { column: column!, value: at < 0 ? undefined : typed.slice(at + 1) };
}

/** Returns columns that look like phones, but that the user did not choose or that detection left out. */
export function otherPhones({ detected, given, columns, ignored, roles }: ChosenColumns): number[] {
  // `SMS opt out` is named like a phone, and holds none.
  const isFlag = (column: number) => askedColumns(roles).includes(column) && detected.readable(column) === 0;
  return (given === undefined ? [...detected.columns, ...detected.others] : [])
    .filter((column) => !columns.includes(column) && !ignored.includes(column) && !isFlag(column))
    .sort((a, b) => a - b);
}

/** Refuses a column that the user named for two of phones, opt-outs and columns to ignore. */
function refuseTwoMeanings(chosen: Readonly<Record<string, readonly number[]>>, file: string): void {
  for (const [one, columns] of Object.entries(chosen))
    for (const [other, others] of Object.entries(chosen))
      if (one !== other && columns.some((column) => others.includes(column)))
        throw new ScrubError(Exit.usage, "contradiction", [one, other], { file });
}

export function noPhoneColumn(candidates: readonly ColumnCandidate[], exitCode: ExitCode, file: string): ScrubError {
  const best = candidates
    .filter(({ nonEmpty, byName, readable }) => nonEmpty > 0 && (byName || readable > 0))
    .sort((a, b) => Number(b.byName) - Number(a.byName) || b.readable - a.readable)
    .slice(0, 3)
    .map(({ name, column, readable }) => ({ name: shownName(name) ?? String(column + 1), readable }));
  const sentence = exitCode === Exit.suppressionList ? "wrongColumn" : "noPhoneColumn";
  return new ScrubError(exitCode, sentence, [best], { file });
}
