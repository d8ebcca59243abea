// Describes a list for the kernel, on whichever thread it runs.

import type { Scanned } from "../kernel/scan-kernel.js";
import type { OpenedList } from "./open.js";
import { leftOutCells } from "./watch.js";
import { wordTables } from "./word-tables.js";

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
