// Draws the text of cells: numbers in the contract's spellings, torn and damaged ones, and what else stands in columns.

import fc from "fast-check";

/** In a shape: the whole number, its halves, its pairs, its first digit, the others, three of them. */
const PARTS: Record<string, [from: number, to?: number]> = {
  ...{ N: [0], A: [0, 4], B: [4], P: [0, 2], Q: [2, 4], R: [4, 6], S: [6], F: [0, 1], G: [1], H: [1, 4] },
};
/** They stand for the tilde of a shape. */
const SEPARATORS = [..."--  .\u2011\u2013\u2212\u2014\u00a0\u2009\u202f\u3000"];
const PLAIN = shapes(
  "A~B|A~B|A-B|A B|+503N|+503~A~B|+503 A~B|00503N|00503~A~B|(503) A~B|(503)N",
  "+(503) A~B|(+503) N",
);
const CERTAIN = shapes(
  `503N|503 A B|503-A-B|011503N|011 503 A B|503 503 A B|+503 (0) A B|A_B|A*B|{503}N|'N|="N"|N.0|503N.0|tel:+503N`,
  "https://wa.me/503N|tel. A-B|cel: N|pbx: (503) A-B|cel A B|tel.: A B|A-B ext. 123|A-B x12|A-B (ana)|A/B|A - B|  N ",
  "\u200eA-B|\u202a+503 A B\u202c|A\u200bB|\ufeffN|+503-P-Q-B|F.GE+07|5.03NE+10|+503-P-Q-RS",
);
/** What could be a number, and what damage leaves of one. */
const DOUBTFUL = shapes(
  "G|G.0|H-B|A,B|00N|G-F|503PQ-B|(503) H-B|503G|N-9|5.0GE+10|A;B|A:B|A y B|A\nB|503 A, B 2024|N 7|0N",
  "1 A-B|A-B-12|Na",
);

function shapes(...all: string[]): string[] {
  return all.flatMap((some) => some.split("|"));
}

function fill(shape: string, national: string, separator = "-"): string {
  return shape.replace(/[NABPQRSFGH]/g, (part) => national.slice(...PARTS[part]!)).replaceAll("~", separator);
}

/** A spelling that nobody can mistake, of eight digits. */
export function plainly(national: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...PLAIN), fc.constantFrom(...SEPARATORS))
    .map(([shape, by]) => fill(shape, national, by));
}

/** A spelling that a phone cell certainly means this number by, plain or not. */
export function certainly(national: string): fc.Arbitrary<string> {
  const others = CERTAIN.map((shape) => fill(shape, national));
  const inScript = (zero: number) => national.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(national) },
    { weight: 5, arbitrary: plainly(national) },
    { weight: 4, arbitrary: fc.constantFrom(...others, inScript(0xff10), inScript(0x660)) },
  );
}

/** Two numbers in one cell. */
export function both(one: string, other: string): fc.Arbitrary<string> {
  const joiners = fc.constantFrom(" / ", "/", " | ", "; ", ", ", " & ", " y ", " o ", " ° ", " ");
  return fc
    .tuple(fc.constantFrom("A-B", "N", "+503 A-B"), joiners)
    .map(([shape, joiner]) => `${fill(shape, one)}${joiner}${fill(shape, other)}`);
}

/** Something that might mean this number, and that no campaign may call. */
export function doubtfully(national: string): fc.Arbitrary<string> {
  const letters = [
    national.replaceAll("0", "O"),
    national.replaceAll("1", "l"),
    fill("A-B", national).replace(/(?<=\d)0/g, "O"),
  ];
  return fc.constantFrom(...DOUBTFUL.map((shape) => fill(shape, national)), ...letters);
}

/** Two numbers run together, a range of a switchboard, and the last digits of others behind a number. */
export function together(one: string, other: string): fc.Arbitrary<string> {
  const end = String(Math.min(99, Number(one.slice(6)) + 3)).padStart(2, "0");
  const near = one.slice(0, 4) + String((Number(one.slice(4)) + 17) % 10_000).padStart(4, "0");
  const dashed = fill("A-B", one);
  return fc.constantFrom(
    ...[`${one}${other}`, `503${one}${other}`, `503${one}503${other}`, `${dashed} al ${end}`, `${dashed} y ${end}`],
    ...[
      `${fill("A-B", near)}, ${other.slice(4)} y ${one.slice(4)}`,
      fill(`${near.slice(0, 4)} ${near.slice(4)} B`, one),
    ],
    ...[`${fill("A-B", near)} / ${one.slice(4)} / ${other.slice(4)}`, `${fill("A-B", near)} fax ${one.slice(4)}`],
  );
}

/** A range that covers the number: ten, a hundred or ten thousand. */
export function covering(national: string): fc.Arbitrary<string> {
  const [most, some] = [national.slice(0, 7), national.slice(0, 6)];
  const shapes = ["A-XXXX", "A####", "A ????", "A-****", "AXXXX", "(503) A-XXXX", "Axxxx", "A-????", "+503 A-####"];
  return fc.constantFrom(
    ...shapes.map((shape) => fill(shape, national)),
    `${most}*`,
    `${some}??`,
    `${fill("A-", most)}${most.slice(4)}X`,
  );
}

/** A cell of a list as people leave it, and the numbers that they meant. */
export function cellsOf(all: fc.Arbitrary<string>): fc.Arbitrary<{ cell: string; truth: string[] }> {
  // The last seven digits of the others are a whole number of their own.
  const numbers = all.filter((national) => !/^\d(?:80[01]|900)/.test(national));
  const aside = fc.constantFrom(
    ...shapes("1)|(2)|casa 12|ext 5|tel.|cel:|2pm|25 años|10:30|24/7|12/05/2024|2024-05-06|2025|$25|911|ana"),
    ...shapes("06123456-7|502"),
  );
  const mark = fc.constantFrom(" ", ", ", "; ", " / ", "/", " - ", " | ", ":", " y ", "\n");
  const one = numbers.chain((national) =>
    fc
      .oneof({ weight: 3, arbitrary: certainly(national) }, { weight: 1, arbitrary: doubtfully(national) })
      .map((cell) => ({ cell, truth: [national] })),
  );
  const two = fc.tuple(numbers, numbers).chain(([one, other]) =>
    fc
      .oneof(
        both(one, other),
        together(one, other).filter((it) => it.includes(other)),
      )
      .map((cell) => ({ cell, truth: [one, other] })),
  );
  const noisy = fc
    .tuple(aside, mark, one, mark, aside, fc.nat(2))
    .map(([before, left, { cell, truth }, right, after, sides]) => ({
      cell: `${sides > 0 ? before + left : ""}${cell}${sides < 2 ? right + after : ""}`,
      truth,
    }));
  return fc.oneof({ weight: 3, arbitrary: one }, { weight: 2, arbitrary: two }, { weight: 3, arbitrary: noisy });
}

export const FOREIGN = ["+50251234567", "+50499887766", "+13055551234", "+502 5123-4567", "+34 612 34 56 78"];

/** What stands in a phone cell that is no number. */
export const junk = fc.constantFrom(
  ...shapes("|||0|No|si|no tiene|n/a|-|2222|913|12345|correo@ejemplo.com|pendiente|22222222|77777777|5.037E+10"),
  ...shapes("5,037E+10|25-12-2024|2024-12-25|06123456-7|99999999|3222-1234|12345678901234567|NULL|2222*"),
);

/** What stands in a column of text. */
export const words = fc.constantFrom(
  ...shapes("||ok|cliente nuevo|llamar por la tarde|Ana|Luis Pérez|Sta. Tecla|pagó 25.50|3 visitas"),
  ...shapes('Juan "Chepe" P.|factura 001-22|2 de 3|ana@ejemplo.com|a, b; c|sin nota|ref 12'),
);
