// What the kernel is told of a list, on whichever thread it reads it.

import type { Scanned } from "../kernel/scan-kernel.js";
import type { OpenedList } from "./open.js";
import { leftOutCells } from "./watch.js";
import { wordTables } from "./word-tables.js";

/** What the kernel is to know of such a list. */
export function kernelTask({
  dialect,
  width,
  wanted,
  watched,
}: Pick<OpenedList, "dialect" | "width" | "wanted" | "watched">): Scanned {
  const { phones, numbers, asked, isOn, words, joined } = watched;
  const watchedCells = {
    leftOut: leftOutCells(watched),
    numbers,
    optOuts: asked.map(({ cell }) => cell),
    words: words ? wordTables() : undefined,
    joined: joined !== undefined,
  };
  return {
    dialect,
    width,
    wanted,
    phone: phones.length === 1 ? phones[0] : undefined,
    watched: isOn ? watchedCells : undefined,
  };
}
