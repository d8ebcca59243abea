import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayHoldDigit, readPhoneCells } from "../../src/lists/phone-cells.js";
import { readCell } from "../../src/phone/read.js";
import { draws, forAll } from "../support/draws.js";
import { nationalNumbers, plainSpellingsOf, spellingsOf } from "../support/spellings.js";

const encoder = new TextEncoder();

function read(cell: string) {
  return readBytes(encoder.encode(`1${cell}2`));
}

/** In Windows-1252, where the text has it. */
function readLegacy(cell: string) {
  return readBytes(Buffer.from(`1${cell}2`, "latin1"));
}

function readBytes(bytes: Uint8Array) {
  const cell = { cellStart: Int32Array.of(1), cellEnd: Int32Array.of(bytes.length - 1), cellQuoted: Uint8Array.of(0) };
  return readPhoneCells({ bytes, ...cell }, [0])[0]!;
}

const words = fc
  .array(
    fc.constantFrom(
      ...["no tiene", "pendiente", "n/d", " ", "-", "NULL", "#REF!", "#", "x", "ext.", "o", "ñ", "٣", "７", "\ufffd"],
      ...["?", "%", "=", "'", "&#49;", "+", "l", "(", ")"],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const numbers = nationalNumbers.chain((national) => fc.oneof(spellingsOf(national), plainSpellingsOf(national)));

const several = fc
  .tuple(numbers, fc.constantFrom(" / ", "; ", ", ", " y ", " ext. 12 y ", ", ext "), fc.oneof(numbers, words))
  .map((parts) => parts.join(""));

const short = fc.integer({ min: 0, max: 999_999 }).map(String);

describe("a phone cell's bytes", () => {
  test("say what its text says, whichever lane reads them, as often as they are read", () => {
    forAll(draws(5_000), fc.oneof(words, numbers, several, short), (cell) => {
      const careful = readCell(cell);
      expect(careful).toMatchObject(read(cell));
      expect(careful, cell).toMatchObject(read(cell));
    });
  });

  test("say it with spaces that do not break, too, in UTF-8 and in Windows-1252", () => {
    const spaced = fc
      .oneof(numbers, several, short, fc.constant("+1 305 555 1234"))
      .map((cell) => cell.replaceAll(" ", "\u00a0"));
    forAll(draws(10_000), spaced, (cell) => {
      const careful = readCell(cell);
      expect(careful, cell).toMatchObject(read(cell));
      if (/^[\0-\x7f\xa0]*$/.test(cell)) expect(careful, cell).toMatchObject(readLegacy(cell));
    });
    expect(readLegacy("7012\u00a03456").numbers).toHaveLength(1);
  });

  test("hold no number, not even a candidate or a range, where no digit is seen in their text", () => {
    const pieces = fc.constantFrom(..."O oIil-.@/nulX*", "OOOO", "illo", "José", "７", "٣", "½", "²", "503", "-");
    const spelled = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(""));
    forAll(draws(5_000), fc.oneof(words, spelled), (cell) => {
      if (mayHoldDigit(cell)) return;
      expect(readCell(cell), cell).toMatchObject({ numbers: [], candidates: [], ranges: [], leftover: false });
    });
    expect(mayHoldDigit("Colonia La Loma, Calle Ñandú")).toBe(false);
  });

  test("are read anew once more words were met than are remembered", () => {
    const before = read("sin dato");
    for (let i = 0; i < 3000; i++) {
      const letters = String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26), 97 + Math.floor(i / 676));
      expect(read(`de ${letters}`).reason).toBe("not-a-number");
    }
    expect(read("sin dato")).toEqual(before);
  });
});
