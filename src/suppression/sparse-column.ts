// A column of 32-bit numbers that grows page by page; a page in which nothing was set costs nothing, and reads as 0.

const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
const IN_PAGE = PAGE - 1;

export class SparseColumn {
  readonly #pages: (Uint32Array | undefined)[] = [];

  get(row: number): number {
    return this.#pages[row >>> PAGE_BITS]?.[row & IN_PAGE] ?? 0;
  }

  set(row: number, value: number): void {
    const at = row >>> PAGE_BITS;
    let page = this.#pages[at];
    if (page === undefined && value === 0) return;
    if (page === undefined) {
      page = new Uint32Array(PAGE);
      this.#pages[at] = page;
    }
    page[row & IN_PAGE] = value;
  }
}
