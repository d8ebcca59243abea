// The kernel lists exactly the records that the scanner and the fast lane do, with the same said of each, on every list:
// whole, damaged, cut anywhere, at every place of its blocks.

import fc from "fast-check";
import { expect, test } from "vitest";
import { recordCells } from "../../src/csv/cells.js";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import { type Dialect, RecordScanner } from "../../src/csv/scanner.js";
import { bytesOf, KernelMemory } from "../../src/kernel/kernel.js";
import { ScanKernel, scanKernelBytes } from "../../src/kernel/scan-kernel.js";
import { CUES, mayTell } from "../../src/lexicon/cues.js";
import { RecordBatch } from "../../src/lists/batch.js";
import type { OtherColumn } from "../../src/lists/column-roles.js";
import { kernelTask } from "../../src/lists/kernel-task.js";
import { markIn, questionOf } from "../../src/lists/marks.js";
import { batchBytes } from "../../src/lists/record-columns.js";
import type { WatchPlan } from "../../src/lists/watch.js";
import { everyNumber } from "../../src/phone/number.js";
import { numbersInOtherColumn, readCell } from "../../src/phone/read.js";
import { draws, forAll } from "../support/draws.js";

const PHONES =
  "70123456|7012-3456|+50370123456|(503) 7012 3456|Cel. 7012-3456|7012/3456|2222-3333 y 34|70123456.0|503 5031 2345|77777777|12|n/a|";
const OTHERS =
  "Ana|María José|C00000123|ana19036@correo.sv|2024-08-10|2024-08-10 2023-01-02|+503 7012 3456|llamar al 7012-3456|wa.me/50370123456|00503 70123456|%2B50370123456|tel:70123456|(503)70123456|7012–3456|٧٠١٢٣٤٥٦|＋ 1 305 555 1234|＋ 5 0 3 7 0 1 2 3 4 5 6|٧٠١٢٣٤٥٦|7 0 1 2|Peña 70123456|Peña - 70123456|7012 - – 3456|7012 34567|550e8400-7012-3456-a716-446655440000|550E8400-E29B-7012-3456-446655440000|–550e8400-7012-3456-a716-446655440000|a550e8400-7012-3456-a716-446655440000|550e8400-7012-3456-a716-4466554400001|550e8400-7012-3456-a716-446655440000&ndash;|550e8400-7012-3456a716-446655440000|activo|no llamar|BAJA|si|1|0|Sánchez no|nº 5|no, lo llamen|no lláme|no contesta|para de llamarme|parque|ｎｏ ｌｌａｍａｒ|no\u200bllamar|dnc|DNC2024|no sms12|no consiente|opt-out|Opatoro|70123456| 50370123456|701 23456|70 12 34 56|7012/3456|(2222) 33 33|503701 23456|011503 70 123 456|5 0 1 2 3 4 5 6|2201.34.56|21/05/2024|7012 3456|-7-0-1-2-3-4-5-6-|5031 23 45|70 - 12 - 34 - 56|3-7012345|٧٠١٢٣٤٥ ٦|llamar al 5037012-3456|07012-3456|0050370123456@c.us|70123456@s.whatsapp.net|7012345@c.us|DEJEN DE LLAMAR|nó|«no llamar»|se dió de bája|SV95 CENR 0000|";
/** What is nearly a plain number. */
const OTHER_PHONES =
  "7012-3456 / 2201-2409|7012-3456, 2201-2409|Tel 70123456;+503 22012409.0 |2558.9877,61143444.0|7012-3456;22012409.0|7012-3456 y Tel.22012409.0|casa 7012-3456 y trabajo 2201-2409|2201-2400 o 2201-2409|22012400/22012400|7012-3456 / 77777777|7012-3456 ext. 12|50312345x1|70123456;80012345|2212345|8001234|12345|77777|7012345-6|99999999|123456789|'7012-3456|Tel. 7012-3456|Tel 503 70123456|TEL.:  7012.3456 |Tel70123456|5.0370123456E+10|7O123456|7012\u00a03456|sin dato|no\"|+503 7012/3456|50370123456|(+503)7012-3456|00503 7012 3456|503503 70123456|#70123456";
const DIGITS_AND_MARKS = [..."0123567 -/.,;x()+y"];
const anyPhone = fc.oneof(
  fc.constantFrom(...OTHER_PHONES.split("|"), "7012-3456 | 2201-2409"),
  fc
    .tuple(
      fc.constantFrom("70123456", "2201-2409", "+503 7012-3456", "7012", "2212345"),
      fc.array(fc.constantFrom(...DIGITS_AND_MARKS), { maxLength: 14 }),
    )
    .map(([begin, rest]) => begin + rest.join("")),
);
const pieceOf = (list: string) => fc.constantFrom(...list.split("|"));
/** Cells of digits and marks: what holds nothing but numbers beside the phones, and what nearly does. */
const alone = fc
  .array(
    fc.tuple(
      pieceOf("70123456|71112222|7012|3456|701|23456|70|12|34|503|50370123456|070123456|0070123456|0|00|2"),
      pieceOf(" |-|.|,|;|/|'|+|(|)|#|:|\n| y | and |.0| a | ana |ñ|$|@x.sv|"),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.map(([digits, mark], i) => (i % 2 === 0 ? digits + mark : mark + digits)).join(""));

const text = fc.oneof(
  { weight: 6, arbitrary: pieceOf(OTHERS) },
  { weight: 2, arbitrary: pieceOf(PHONES) },
  { weight: 2, arbitrary: alone },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Juan "Chepe" P.', 'a "b', 'a"b"', '"', '""', "x".repeat(70), "é".repeat(40)),
  },
);
const cellOf = (piece: fc.Arbitrary<string>) =>
  fc.tuple(piece, fc.nat(9)).map(([it, quoted]) => (quoted < 2 ? `"${it.replaceAll('"', '""')}"` : it));
const phone = fc.oneof(pieceOf(PHONES), anyPhone);
const row = fc.tuple(cellOf(text), cellOf(phone), cellOf(text), cellOf(text));
const record = fc.oneof(
  { weight: 40, arbitrary: row },
  { weight: 1, arbitrary: fc.array(cellOf(text), { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constant([""]) },
);
const damage = fc.array(
  fc.record({ at: fc.nat(), put: fc.constantFrom('"', ",", "\n", "\r", "\r\n", "a", " ", "\n\n", '""') }),
  { maxLength: 3 },
);

const OTHER = { question: questionOf(""), isPhone: false, isBare: true };
const NOTE = { ...OTHER, question: questionOf("nota") };
/** What is looked for in lists of four columns: nothing; as in suppression lists; as in phone lists. */
const WATCHED: readonly [wanted: readonly number[], phones: readonly number[], watchPlan: Partial<WatchPlan>][] = [
  [[1], [0], { isOn: false }],
  [[1], [0], { columns: columnsOf(OTHER, undefined, OTHER, OTHER) }],
  [[1], [0], { columns: columnsOf(OTHER, undefined, { ...OTHER, isBare: false }, OTHER), joins: true }],
  [
    [1, 3],
    [0],
    {
      heedsWords: true,
      columns: columnsOf(undefined, undefined, NOTE, { ...OTHER, question: questionOf("marca", [undefined]) }),
    },
  ],
  [
    [0, 1],
    [1],
    {
      heedsWords: true,
      columns: columnsOf({ ...OTHER, question: questionOf("no llamar") }, undefined, { ...NOTE, isPhone: true }, NOTE),
    },
  ],
  [
    [1, 2, 3],
    [0, 1],
    {
      heedsWords: true,
      columns: columnsOf(NOTE, undefined, undefined, { ...OTHER, question: questionOf("acepta SMS") }),
    },
  ],
  [
    [1],
    [0],
    {
      heedsWords: true,
      columns: columnsOf({ ...OTHER, question: questionOf("correo") }, undefined, { ...NOTE, isBare: false }, NOTE),
    },
  ],
];

function columnsOf(...columns: readonly (Omit<OtherColumn, "column"> | undefined)[]): OtherColumn[] {
  return columns.flatMap((it, column) => (it === undefined ? [] : [{ column, ...it }]));
}

function watchedIn(dialect: Dialect, phones: readonly number[], watchPlan: Partial<WatchPlan>): WatchPlan {
  return { isOn: true, heedsWords: false, columns: [], ...watchPlan, phones, dialect };
}

/** What a batch says of its records, filled as often as the window has some. */
function saidOf(scanner: RecordScanner, batch: RecordBatch, { columns, dialect }: WatchPlan): unknown[] {
  const said: unknown[] = [];
  for (;;) {
    const base = scanner.nextStart;
    batch.fill(scanner, base);
    if (batch.count === 0) break;
    for (let i = 0; i < batch.count; i++) {
      batch.select(i);
      const { start, end, nextStart, line, cells, malformed, spansLines, mentioned } = batch;
      const [cellStart, cellEnd] = [batch.cellStart, batch.cellEnd].map((at) => [...at].map((it) => it + base));
      const ranges = [start, end, nextStart].map((at) => at + base);
      const wanted = [...batch.cellStart].map((at, i) => at >= 0 && [cellStart![i], cellEnd![i], batch.cellQuoted[i]]);
      // A number that only its state decides about is all that the record holds beside its phone.
      const texts = mentioned < 0 ? [] : recordCells(batch.bytes, start, end, dialect);
      const numbers = columns.flatMap(({ column, question, isPhone, isBare }) => {
        const text = texts[column] ?? "";
        const found = isPhone ? everyNumber(readCell(text)) : isBare ? numbersInOtherColumn(text) : [];
        if (found.length > 0 || mayTell(text)) expect(markIn(question, text)).toBeUndefined();
        return found;
      });
      expect(numbers.filter((e164) => e164 !== `+503${mentioned}`)).toEqual([]);
      const isUsed = batch.usesOtherColumns || numbers.length > 0;
      // Several plain cells need no readings.
      const plain = isUsed ? -1 : Math.max(-1, batch.plain[i]!);
      const readings = batch.readCells().map(({ numbers, candidates, reason }) => ({ numbers, candidates, reason }));
      said.push([ranges, line, cells, malformed, spansLines, isUsed, plain, wanted, readings]);
    }
  }
  return [...said, scanner.nextStart, scanner.blankLines, scanner.openQuote];
}

test("a batch that the kernel fills says the same as one that the scanner fills", () => {
  const memory = new KernelMemory();
  const window = memory.allocate(1 << 18);
  const columns = memory.allocate(batchBytes(3));
  const instances = [0x2c, 0x3b, NO_DELIMITER].flatMap((delimiter) =>
    WATCHED.flatMap(([wanted, phones, watchPlan], i) => {
      const isOne = delimiter === NO_DELIMITER;
      if (isOne && i > 1) return [];
      const dialect = { delimiter, recordEnd: "lf" as const };
      const task = isOne
        ? { dialect, width: 1, wanted: [0], watchPlan: watchedIn(dialect, [0], { isOn: i === 1 }) }
        : { dialect, width: 4, wanted, watchPlan: watchedIn(dialect, phones, watchPlan) };
      return { ...task, room: memory.allocate(scanKernelBytes(kernelTask(task))) };
    }),
  );
  const { buffer } = memory.memory;
  const kernels = instances.map((task) => new ScanKernel(memory.memory, task.room, kernelTask(task)));
  const bytes = bytesOf(memory.memory, window);
  forAll(
    draws(3000),
    fc.nat(instances.length - 1),
    fc.array(record, { maxLength: 60 }),
    fc.constantFrom("\n", "\r\n"),
    damage,
    fc.nat(100),
    fc.nat(80),
    fc.boolean(),
    (which, rows, lineEnd, changes, before, cut, last) => {
      const { dialect, wanted, watchPlan, width } = instances[which]!;
      const delimiter = dialect.delimiter === NO_DELIMITER ? "/" : String.fromCharCode(dialect.delimiter);
      let list = rows.map((cells) => cells.join(delimiter) + lineEnd).join("");
      for (const { at, put } of changes) {
        const place = at % (list.length + 1);
        list = list.slice(0, place) + put + list.slice(place);
      }
      const fed = Buffer.from(list);
      bytes.fill("7012-3456,\n", 0, before + fed.length + 128);
      fed.copy(bytes, before);
      const to = before + Math.max(0, fed.length - (cut < 40 ? cut : 0));
      const said = [undefined, kernels[which]!].map((kernel) => {
        const scanner = new RecordScanner(dialect, wanted);
        scanner.feed(bytes, before, to, last);
        const room = { buffer, ...columns };
        const batch = new RecordBatch(wanted.length, width, watchPlan, room, kernel);
        return saidOf(scanner, batch, watchPlan);
      });
      expect(said[1]).toEqual(said[0]);
    },
  );
});

/** What may be a number, by one of the rules of assembly/other-numbers.ts each. */
const SUSPECTS =
  "503 70123456|ñ 50370123456|x(503)70123456|0050370123456|01150370123456|wa.me/70123456|tel:70123456|–70123456|7012-3456|7012–3456|7012 – 3456|+1 305 555 1234|&#43;50370123456|%2B503%2070123456|٧٠١٢٣٤٥٦|7012-34\x0056|７０１２-３４５６|＋ 1 305 555 1234|70123456@c.us";
/** Whether the kernel sees something beside the phone, the second of four cells, in the first record of a list. */
function looker(heedsWords: boolean): (list: string) => boolean {
  const memory = new KernelMemory();
  const window = memory.allocate(1 << 12);
  const columns = memory.allocate(batchBytes(1));
  const dialect = { delimiter: 0x2c, recordEnd: "lf" as const };
  const watchPlan = watchedIn(dialect, [0], { heedsWords, columns: columnsOf(OTHER, undefined, OTHER, OTHER) });
  const task = { dialect, width: 4, wanted: [1], watchPlan };
  const kernel = new ScanKernel(memory.memory, memory.allocate(scanKernelBytes(kernelTask(task))), kernelTask(task));
  const batch = new RecordBatch(1, 4, watchPlan, { buffer: memory.memory.buffer, ...columns }, kernel);
  const bytes = bytesOf(memory.memory, window);
  return (list) => {
    const scanner = new RecordScanner(task.dialect, task.wanted);
    scanner.feed(bytes, 0, bytes.write(list), true);
    const { buffer, byteOffset, byteLength, length } = batch.plain;
    kernel.list(scanner, 0, byteOffset - 5 * byteLength, length, 0, { address: 0, length: 0, used: 0 });
    return batch.plain[0] === -2 || new Int32Array(buffer, byteOffset + byteLength, 1)[0]! >= 0;
  };
}

test("what may be a number beside the phone is seen wherever it lies in a block", () => {
  const isSeen = looker(false);
  for (const suspect of SUSPECTS.split("|"))
    for (let at = 0; at < 130; at++) {
      expect([suspect, at, isSeen(`${"x".repeat(at)}, ${suspect},Ana,\n`)]).toEqual([suspect, at, false]);
      expect([suspect, at, isSeen(`b,22001100,${"x".repeat(at)} ${suspect} b,Ana\n`)]).toEqual([suspect, at, true]);
    }
});

/** Cells that hold a number. */
const NUMBER_CELLS =
  "70123456 casa|Ana 70123456|N° 50370123456 de Eva|0050370123456 o|n 011503701 70123456.|27012345 ya|70123456|27012345|50370123456|01150370123456|50350370123456|7012 3456|70 12 34 56|7012.3456|+503-7012-3456";
/** A word of each beginning by which remarks are known, and what may stand behind it. */
const REMARK_CELLS =
  "no llamar|NO LLAMAR|2024no llamar|Évite llamar|ÉVITE LLAMAR|«Évite llamar»|“évite llamar”|ópt out|x2nó llamar|nó lo llamen|No.llamar|nunca llamar|ni llamar|sin consentimiento|dnc|DNT|off the list|fuera de lista|baja|BAJA|bája|stop|retirado|excluir|evitar llamadas|elimínenme de la lista|unsubscribe|suprimir sus datos|quitar|take him off|opted out|derecho de oposición|blocked|abstenerse de llamar|cesen de llamar|para de llamarme|dejen de llamar|don’t call|jamás llamar|prohibido llamar|suspender llamadas|saquen de la lista|bórrenme de la lista|rechaza contacto|se niega a recibir llamadas|en lista robinson|permiso denegado|revocó|se opone a llamadas|sácala de la lista|doesn't want calls|salir de la lista|consentimiento revocado|desuscrito|do not disturb|lista negra|para de llamar|ya no llamar|borrar";

const PLAIN_CELLS =
  "20241231|12345678|1234567|Nuria|Norma|Salvador|Roberto|C12345678|0070123456|25/12/2024|Ana 7012 34567";

test("numbers and words of an opt-out are seen wherever they lie in a block", () => {
  const isSeen = looker(true);
  const remarks = REMARK_CELLS.split("|");
  // UTF-8 that was decoded as Latin-1.
  const notDecoded = remarks.map((cell) => Buffer.from(cell).toString("latin1")).filter(mayTell);
  for (const cell of [...NUMBER_CELLS.split("|"), ...remarks, ...notDecoded])
    for (let at = 0; at < 130; at++) {
      const quoted = cell.includes(",") ? `"${cell}"` : cell;
      expect([cell, at, isSeen(`b,22001100,${"x".repeat(at)},${quoted}\n`)]).toEqual([cell, at, true]);
    }
  for (const cell of PLAIN_CELLS.split("|"))
    for (let at = 0; at < 130; at++)
      expect([cell, at, isSeen(`b,22001100,${"z".repeat(at)},${cell}\n`)]).toEqual([cell, at, false]);
});

const cues = fc.constantFrom(...CUES.sure, ...CUES.leads.map((lead) => `${lead} b`));

test("words that may say no are seen beside the phone, also with letters or a digit right behind them", () => {
  const isSeen = looker(true);
  forAll(draws(5_000), cues, fc.constantFrom("", "2024", "ar", " a"), (cue, behind) => {
    const text = cue.trimEnd() + behind;
    return !mayTell(text) || isSeen(`Ana,22001100,${text},x\n`);
  });
});
