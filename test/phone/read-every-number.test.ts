import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCell, readEveryNumber } from "../../src/phone/read.js";
import { draws } from "../support/draws.js";
import { nationalNumbers, spellingsOf } from "../support/spellings.js";

const words = fc.array(
  fc.constantFrom(
    "Juan",
    "no llamar",
    "baja",
    '"',
    ",",
    ";",
    "\n",
    "|",
    " - ",
    "2024",
    "id 17",
    "12/05/2024",
    "San Salvador",
    "\t",
    "$ 1,234.56",
  ),
  { maxLength: 6 },
);

describe("readEveryNumber", () => {
  test("finds a number in any spelling within a free text", () => {
    fc.assert(
      fc.property(
        nationalNumbers.chain((national) => fc.tuple(fc.constant(national), spellingsOf(national), words, words)),
        ([national, spelling, before, after]) => {
          const text = `${before.join(" ")} x, ${spelling} , x ${after.join(" ")}`;
          expect(readEveryNumber(text), JSON.stringify(text)).toContain(`+503${national}`);
        },
      ),
      { numRuns: draws(4_000) },
    );
  });

  test("finds every number of a record that lost its quotes and delimiters", () => {
    const text =
      '1,"Juan 70123456,2024-05-06\n2,María,+503 7013-4567,"x\n3;2222-333;+504 9123-4567;7O14-5678;5037015678970167890';
    const expected = [
      "+50370123456",
      "+50370134567",
      "+50322222333",
      "+50491234567",
      "+50370145678",
      "+50370156789",
      "+50370167890",
    ];
    expect(readEveryNumber(text)).toEqual(expect.arrayContaining(expected));
  });

  test("has whatever readCell has", () => {
    fc.assert(
      fc.property(nationalNumbers.chain(spellingsOf), (cell) => {
        const { numbers, doubtful } = readCell(cell);
        expect(readEveryNumber(cell)).toEqual(
          expect.arrayContaining([...numbers.map(({ e164 }) => e164), ...doubtful]),
        );
      }),
      { numRuns: draws(3_000) },
    );
  });

  test("finds numbers inside longer runs of digits", () => {
    expect(readEveryNumber("99970123456999")).toContain("+50370123456");
    expect(readEveryNumber("70123456".repeat(1_000))).toContain("+50370123456");
  });

  test("finds nothing where there is nothing", () => {
    expect(readEveryNumber("")).toEqual([]);
    expect(readEveryNumber("no llamar, casa 12")).toEqual([]);
  });
});
