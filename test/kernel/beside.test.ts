// A suppression record is plain to the kernel only where the careful lane finds nothing beside its phone that counts.

import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordScanner } from "../../src/csv/scanner.js";
import { bytesOf, KernelMemory } from "../../src/kernel/kernel.js";
import { ScanKernel, scanKernelBytes } from "../../src/kernel/scan-kernel.js";
import { batchBytes, RecordBatch } from "../../src/lists/batch.js";
import { kernelTask } from "../../src/lists/kernel-task.js";
import { BesideCells } from "../../src/suppression/other-cells.js";
import { draws } from "../support/draws.js";

const NAMES = "nombre|telefono 2|codigo_cliente|fecha|hasta|nota|serie|monto|prefijo|contacto|x".split("|");
const PIECES =
  "Ana|C|7012|3456|70123457|7012 3457|al 9|al 19|a la 3459|hasta 3460|hasta terminación 59|to number 59|terminación 59|hasta|a|01 a 99|2222|22|2025-01-31|31/12/24|1200.50|%|*|xx|7O12|I2|SV-| siete | cero |doce |treinta y cuatro| cincuenta |y seis| sinco|ventidós|sietecerodoce|CUARENTA|mil| eh |termina en |el otro acaba en|últimos dos: |56|,|;| |-|/|y|o|ñ|٧|(|)|'|0|5|503".split(
    "|",
  );
const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom("", "Ana López", "C000123", "San Salvador", "sms", "2025-01-31") },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join("")) },
);
const PHONES = ["70123456", "70123450", "70123400", "22220000", "+503 7012-3456"];

const memory = new KernelMemory();
const window = memory.allocate(1 << 12);
const columns = memory.allocate(batchBytes(1));

/** The record as the kernel lists it, in a list of four columns of which `phone` is the phone's; and what the careful lane finds beside it. */
function listed(header: readonly string[], phone: number, cells: readonly string[]) {
  const dialect = { delimiter: 0x2c, recordEnd: "lf" as const };
  const beside = new BesideCells({ header, width: 4, dialect, denied: new Set() }, [phone], "named");
  const watched = { isOn: true, phones: [0], numbers: [], asked: [], ignored: [], open: beside.open };
  const task = kernelTask({ dialect, width: 4, wanted: [phone], watched });
  const instance = memory.allocate(scanKernelBytes(task));
  const batch = new RecordBatch(
    ...([1, 4, watched, { buffer: memory.buffer, ...columns }] as const),
    new ScanKernel(memory.memory, instance, task),
  );
  const scanner = new RecordScanner(dialect, [phone]);
  const bytes = bytesOf(memory.memory, window);
  scanner.feed(bytes, 0, bytes.write(`${cells.join(",")}\n`), true);
  batch.fill(scanner);
  batch.select(0);
  const national = batch.plain[0]!;
  memory.free([instance]);
  return { national, read: () => beside.read(batch, true, [`+503${national}`]) };
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const places = fc.tuple(fc.constantFrom(0, 1, 3), fc.shuffledSubarray(NAMES, { minLength: 4, maxLength: 4 }));
const others = fc.array(cell, { minLength: 4, maxLength: 4 });

/** Whether no letter and no digit touches a number. */
function standsFree(e164: string, cells: readonly string[]): boolean {
  const digits = [...e164.slice("+503".length)].join("[^\\p{L}\\d]*");
  const number = new RegExp(`(?<![\\p{L}\\d])(?:503)?${digits}(?![\\p{L}\\d])`, "iu");
  return cells.some((cell) => number.test(cell));
}

test("nothing that counts stands beside the phone of a record that is plain", () => {
  fc.assert(
    fc.property(places, others, fc.constantFrom(...PHONES), fc.nat(15), ([phone, header], cells, number, quotes) => {
      const whole = cells.map((text, i) => (i === phone ? number : text));
      const record = whole.map((text, i) => (((quotes >> i) & 1) === 1 || text.includes(",") ? quoted(text) : text));
      const { national, read } = listed(header, phone, record);
      if (national < 0) return;
      const { numbers, ranges, isTorn, isOpen } = read();
      const strangers = [...numbers].filter((e164) => e164 !== `+503${national}` && standsFree(e164, whole));
      const said = { strangers, ranges, isTorn, isOpen };
      const nothing = { strangers: [], ranges: [], isTorn: false, isOpen: false };
      expect([record, said]).toEqual([record, nothing]);
    }),
    { numRuns: draws(10_000) },
  );
});

test("a record of words and short codes is plain, whether its cells stand in quotes or not", () => {
  const header = ["telefono", "nombre", "ciudad", "codigo_cliente"];
  const cells = ["70123456", "Ana López", "San Salvador", "C000123"];
  expect(listed(header, 0, cells).national).toBe(70123456);
  expect(listed(header, 0, cells.map(quoted)).national).toBe(70123456);
  expect(listed(header, 0, ["70123456", "7111-2222", "San Salvador", "C000123"]).national).toBe(-1);
});
