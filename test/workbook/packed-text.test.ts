// What is packed without a search unpacks to what was written, and its checksum is right.

import zlib from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedText, pieceOf, renew } from "../../src/workbook/write/packed-text.js";
import { draws } from "../support/draws.js";

const PIECES = ["ab", "abc", '</t></is></c><c r="', "x".repeat(257), "y".repeat(258)];

type Step = { piece: number } | { renewed: string } | { text: string };
const texts = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.nat(40_000).map((length) => "ñ".repeat(length / 2)),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ piece: fc.nat(PIECES.length) }) },
    { weight: 3, arbitrary: fc.record({ text: texts }) },
    { weight: 1, arbitrary: fc.record({ renewed: fc.constantFrom("1", "2", "10", "1048576") }) },
  ),
  { maxLength: 60 },
);

test("what is packed unpacks to the same text, with the same checksum", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), steps, (sample, drawn) => {
      const text = new PackedText(sample, new Map([[19, 40]]));
      const rest = pieceOf('" s="1"><is>');
      const pieces = [...PIECES.map(pieceOf), pieceOf("")];
      renew(pieces.at(-1)!, Buffer.from("7"), rest);
      const written: Buffer[] = [];
      const taken: Buffer[] = [];
      for (const step of drawn) {
        if ("piece" in step) {
          const piece = pieces[step.piece]!;
          written.push(Buffer.from(piece.bytes));
          text.piece(piece);
        } else if ("renewed" in step) renew(pieces.at(-1)!, Buffer.from(step.renewed), rest);
        else {
          const bytes = Buffer.from(step.text);
          text.literal(bytes, 0, bytes.length);
          written.push(bytes);
        }
        if (written.length % 5 === 4) taken.push(Buffer.from(text.take()));
      }
      text.end();
      taken.push(Buffer.from(text.take()));
      const whole = Buffer.concat(written);
      expect(zlib.inflateRawSync(Buffer.concat(taken)).equals(whole)).toBe(true);
      expect([text.length, text.crc]).toEqual([whole.length, zlib.crc32(whole)]);
    }),
    { numRuns: draws(300) },
  );
});
