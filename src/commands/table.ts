// Tables of text, for a person at a terminal or in a file.

const INDENT = "  ";
const GAP = "  ";

export type Align = "left" | "right";

/** Rows under one another, each column as wide as its widest cell; without spaces at the lines' ends. */
export function layOut(rows: readonly (readonly string[])[], aligns: readonly Align[]): string[] {
  const widths = aligns.map((_, column) => Math.max(0, ...rows.map((row) => lengthOf(row[column] ?? ""))));
  return rows.map((row) => {
    const cells = aligns.map((align, column) => {
      const cell = row[column] ?? "";
      const space = " ".repeat(widths[column]! - lengthOf(cell));
      return align === "left" ? cell + space : space + cell;
    });
    return (INDENT + cells.join(GAP)).trimEnd();
  });
}

/** Cut to at most so many characters. */
export function shorten(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
