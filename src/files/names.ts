// What the name of a file says of it, for whoever opens none.

/** Whether it is to be a workbook of the kind that svscrub writes. */
export function isWorkbookName(path: string): boolean {
  return /\.xlsx$/i.test(path);
}
