// Tells by the names of columns, and by what the user said of them, what counts in those besides the phones.

import { namesOtherNumber } from "../headers/event-columns.js";
import { nameWords } from "../headers/folding.js";
import { mayHoldPhones, meaningOf } from "../headers/phone-names.js";
import { PHONE_QUESTION, type Question, questionOf } from "./marks.js";
import type { SheetMarks } from "./sheet-marks.js";

/** What is read in columns besides the phones, each 0-based. */
export interface ColumnRoles {
  /** Columns named as phones that are not rewritten. */
  numbers: readonly number[];
  /** What each column asks about opt-outs, by its name and by the user's options. */
  questions: readonly Question[];
  ignored: readonly number[];
  /** Other columns in which a number counts: those not named as an id, a date or an amount. */
  bare: readonly number[];
  /** What a sheet says about records outside their cells. */
  marks?: SheetMarks | undefined;
}

export const NO_COLUMN_ROLES: ColumnRoles = { numbers: [], questions: [], ignored: [], bare: [] };

/**
 * Returns the roles of the columns. `columns`: the phones; `alsoPhones`: other columns with phones in them; `width`: the number of
 * cells of a record; `optOuts`: the user's opt-out columns, with the value that is an opt-out, or undefined for any yes.
 */
export function columnRoles(
  header: readonly string[] | undefined,
  width: number,
  of: Record<"columns" | "alsoPhones" | "ignored", readonly number[]>,
  optOuts: readonly { column: number; value: string | undefined }[],
): ColumnRoles {
  const { columns, alsoPhones, ignored } = of;
  // Without a header no column has a name.
  const names = header ?? Array.from({ length: width }, () => "");
  const isOpen = (column: number) => !columns.includes(column) && !ignored.includes(column);
  const questions = names.map((name, column) => {
    const values = optOuts.filter((optOut) => optOut.column === column).map(({ value }) => value);
    return questionOf(columns.includes(column) ? "" : name, values);
  });
  const columnsOf = (isMeant: (name: string, column: number) => boolean) =>
    names.flatMap((name, column) => (isMeant(name, column) ? [column] : []));
  const numbers = [...new Set([...columnsOf(mayHoldPhones), ...alsoPhones])].filter(isOpen);
  const isBare = (name: string, column: number) =>
    isOpen(column) &&
    !numbers.includes(column) &&
    (!namesOtherNumber(name) || meaningOf(name) === "hash" || REMARK.test(nameWords(name)));
  return { numbers, questions, bare: columnsOf(isBare), ignored };
}

/** Returns the roles with more columns ignored. */
export function withIgnored(roles: ColumnRoles, more: readonly number[] = []): ColumnRoles {
  const ignored = [...roles.ignored, ...more];
  const isRead = (column: number) => !ignored.includes(column);
  return { ...roles, ignored, numbers: roles.numbers.filter(isRead), bare: roles.bare.filter(isRead) };
}

/** Returns the 0-based columns that ask about opt-outs. */
export function askedColumns({ questions, ignored }: ColumnRoles): number[] {
  return questions.flatMap((question, column) => (question.isAsking && !ignored.includes(column) ? [column] : []));
}

/** Matches the name of a remark about anything: `Observaciones del crédito`. */
const REMARK =
  /\b(?:observacion(?:es)?|comentarios?|notas?|detalles?|motivos?|descripcion|comments?|notes?|remarks?)\b/;

/** A column besides the phones. */
export interface OtherColumn {
  column: number;
  question: Question;
  /** Whether it is named as a phone, but not rewritten. */
  isPhone: boolean;
  /** Whether numbers in it count. */
  isBare: boolean;
}

/** Returns the columns besides `phones` in which anything may count. */
export function otherColumns(roles: ColumnRoles, width: number, phones: readonly number[]): OtherColumn[] {
  const isOther = (column: number) => !phones.includes(column) && !roles.ignored.includes(column);
  return [...new Array(width).keys()].filter(isOther).map((column) => ({
    column,
    question: roles.questions[column] ?? PHONE_QUESTION,
    isPhone: roles.numbers.includes(column),
    isBare: roles.bare.includes(column),
  }));
}

/** Whether words count in a column: a heading may stand in the first one, whatever that is named. */
export const hasWords = ({ column, question }: Pick<OtherColumn, "column" | "question">) =>
  column === 0 || !question.ignoresWords;
