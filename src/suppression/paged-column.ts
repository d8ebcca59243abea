// A column of 32-bit numbers that grows page by page. A page in which nothing was set takes no memory, and reads as 0.

import { CONSTANTS } from "../kernel/module.js";

export const { PAGE_BITS } = CONSTANTS;
/** The rows of a page. */
export const PAGE = 1 << PAGE_BITS;
export const IN_PAGE = PAGE - 1;

export class PagedColumn {
  readonly pages: (Uint32Array | undefined)[] = [];

  /** `allocate`: returns a page of zeros. */
  constructor(private readonly allocate: (page: number) => Uint32Array = () => new Uint32Array(PAGE)) {}

  get(row: number): number {
    return this.pages[row >>> PAGE_BITS]?.[row & IN_PAGE] ?? 0;
  }

  set(row: number, value: number): void {
    if (value !== 0 || this.pages[row >>> PAGE_BITS] !== undefined) this.pageOf(row)[row & IN_PAGE] = value;
  }

  pageOf(row: number): Uint32Array {
    const at = row >>> PAGE_BITS;
    this.pages[at] ??= this.allocate(at);
    return this.pages[at];
  }
}
