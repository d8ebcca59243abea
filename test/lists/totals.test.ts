import { describe, expect, test } from "vitest";
import { RecordScanner } from "../../src/csv/scanner.js";
import { RecordBatch } from "../../src/lists/batch.js";
import { TotalWatch } from "../../src/lists/totals.js";

const PHONES_ALONE = { isOn: false, phones: [0], numbers: [], optOuts: [], ignored: [] };

describe("a total at the end of a list", () => {
  /** The line that is named, the records in batches of this size. */
  function totalLine(lines: readonly string[], batches: readonly number[] = [lines.length]): number | undefined {
    const dialect = { delimiter: 0x3b, recordEnd: "lf" as const };
    const watch = new TotalWatch(dialect);
    let line = 1;
    for (const size of batches) {
      const bytes = Buffer.from(lines.slice(line - 1, line - 1 + size).join("\n"));
      const scanner = new RecordScanner(dialect, [0], line);
      scanner.feed(bytes, 0, bytes.length, true);
      const batch = new RecordBatch(1, 2, PHONES_ALONE);
      batch.fill(scanner);
      watch.take(batch);
      // The next batch comes in the same window.
      bytes.fill(0x78);
      line += size;
    }
    return watch.line;
  }

  test.each([
    "Total;;123",
    "TOTAL",
    "Total: 500",
    "Totales;1,50",
    "Gran total;9",
    "Sub-total;9",
    "Total general;3",
    "Total de registros: 1,500",
    "Total registros;500",
    ";;Total;123",
    '"Total";"123"',
    "(500 filas)",
    "(1 row)",
    "500 rows selected.",
    "Registros: 500",
  ])("%s is named", (total) => {
    expect(totalLine(["Ana;7012-3456", "Luis;7123-4567", total])).toBe(3);
  });

  test.each([
    "Ana;7012-3456",
    "Total Play;7012-3456",
    "Totonicapán;7012-3456",
    "7012-3456",
    "Suma;7012-3456",
    "clientes: 70123456",
    "",
    "Ana;Total",
  ])("%s is none", (record) => {
    expect(totalLine(["Luis;7123-4567", record])).toBeUndefined();
  });

  test("is looked for in the last three records only, whatever the batches", () => {
    const records = ["Ana;7012-3456", "Total;1", "Luis;7123-4567", "Eva;6123-4567"];
    for (const batches of [[4], [1, 3], [2, 2], [1, 1, 1, 1]]) {
      expect(totalLine(records, batches)).toBe(2);
      expect(totalLine([...records, "Rosa;2222-3333"], [...batches, 1])).toBeUndefined();
    }
  });
});
