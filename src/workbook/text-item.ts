// A text as workbooks write one, shared or in its cell: plain, or in runs with formats of their own. Which of the elements
// in it hold what the cell says: phonetic hints do not, and what is unknown could.

import { nameCode } from "./xml-reader.js";

const TEXT = nameCode("t");
const RUN = nameCode("r");
const RUN_FORMAT = nameCode("rPr");
/** They say nothing. */
const BESIDE: ReadonlySet<number> = new Set(["rPh", "phoneticPr", "extLst"].map(nameCode));

/** Follows the elements within one text. Levels count from 1, for its children. */
export class TextItem {
  /** The text that comes belongs to what the cell says. */
  isInText = false;
  /** The child that is open; 0 between them. */
  #child = 0;
  #isInFormat = false;

  begin(): void {
    this.isInText = this.#isInFormat = false;
    this.#child = 0;
  }

  /** False for an element that nobody knows there. */
  start(name: number, level: number): boolean {
    if (this.isInText) return false;
    if (level === 1) {
      this.#child = name;
      this.isInText = name === TEXT;
      return name === TEXT || name === RUN || BESIDE.has(name);
    }
    if (this.#child !== RUN || this.#isInFormat) return true;
    this.isInText = name === TEXT;
    this.#isInFormat = name === RUN_FORMAT;
    return level === 2 && (this.isInText || this.#isInFormat);
  }

  /** An element of this level ends. */
  end(level: number): void {
    this.isInText = false;
    if (level <= 2) this.#isInFormat = false;
    if (level === 1) this.#child = 0;
  }

  /** Whether text that is not blank may stand here without being what the cell says. */
  get isBeside(): boolean {
    return BESIDE.has(this.#child) || this.#isInFormat;
  }
}
