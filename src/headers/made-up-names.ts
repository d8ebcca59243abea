// Names that a program made up for columns which have none: they say nothing of a column.

const MADE_UP = /^\s*(?:unnamed: ?\d+|columna?_?\d+)\s*$/i;
/** What programs name by a number, and `xx`. */
const SAYS_NOTHING =
  /^\s*(?:(?:columna?|field|campo|header|var|expr|_?c|v|f|x)[ _.]?\d+|\(?no column name\)?|\?column\?|xx)\s*$/i;
const SINGLE_LETTER = /^\s*\p{L}\s*$/u;

/** What a reader of CSV makes up for an empty name counts as none. */
export function isNameless(name: string): boolean {
  return !/[\p{L}\p{N}]/u.test(name) || MADE_UP.test(name);
}

/** Whether no name says what the marks below it mean. */
export function namesNoMarks(name: string): boolean {
  return isNameless(name) || SAYS_NOTHING.test(name) || SINGLE_LETTER.test(name);
}
