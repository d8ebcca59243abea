// Draws the text of cells: numbers in every spelling that the contract has, doubtful ones, and what else stands in columns.

import fc from "fast-check";

/** Dashes, dots and spaces of every kind that may part a number. */
const SEPARATORS = [
  "-",
  "-",
  " ",
  " ",
  ".",
  "\u2011",
  "\u2013",
  "\u2212",
  "\u2014",
  "\u00a0",
  "\u2009",
  "\u202f",
  "\u3000",
];

const halves = (national: string) => [national.slice(0, 4), national.slice(4)] as const;

/** A spelling that nobody can mistake, of eight digits. */
export function plainly(national: string): fc.Arbitrary<string> {
  const [a, b] = halves(national);
  const [p, q, r, s] = [national.slice(0, 2), national.slice(2, 4), national.slice(4, 6), national.slice(6)];
  return fc.tuple(fc.constantFrom(...SEPARATORS), fc.nat(13)).map(([by, shape]) => {
    const shapes = [
      ...[`${a}${by}${b}`, `${a}${by}${b}`, `${a}-${b}`, `${a} ${b}`, `+503${national}`, `+503${by}${a}${by}${b}`],
      ...[
        `+503 ${a}${by}${b}`,
        `00503${national}`,
        `00503${by}${a}${by}${b}`,
        `(503) ${a}${by}${b}`,
        `(503)${national}`,
      ],
      ...[`+(503) ${a}${by}${b}`, `(+503) ${national}`, `+503${by}${p}${by}${q}${by}${r}${s}`],
    ];
    return shapes[shape]!;
  });
}

/** A spelling that a phone cell certainly means this number by, plain or not. */
export function certainly(national: string): fc.Arbitrary<string> {
  const [a, b] = halves(national);
  const [p, q] = [national.slice(0, 2), national.slice(2, 4)];
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  const other = fc.constantFrom(
    ...[
      `503${national}`,
      `503 ${a} ${b}`,
      `503-${a}-${b}`,
      `011503${national}`,
      `011 503 ${a} ${b}`,
      `503 503 ${a} ${b}`,
    ],
    ...[`+503 (0) ${a} ${b}`, `${a}_${b}`, `${a}*${b}`, `{503}${national}`, `503+${national}`, `'${national}`],
    ...[`="${national}"`, `${national}.0`, `503${national}.0`, `tel:+503${national}`, `https://wa.me/503${national}`],
    ...[`Tel. ${a}-${b}`, `Cel: ${national}`, `PBX: (503) ${a}-${b}`, `WhatsApp ${a} ${b}`, `Tel.: ${a} ${b}`],
    ...[`${a}-${b} ext. 123`, `${a}-${b} x12`, `${a}-${b} (Ana)`, `${a}/${b}`, `${a} - ${b}`, `  ${national} `],
    ...[
      `\u200e${a}-${b}`,
      `\u202a+503 ${a} ${b}\u202c`,
      `${a}\u200b${b}`,
      `\ufeff${national}`,
      wide(national),
      arabic(national),
    ],
    ...[`+503-${p}-${q}-${b}`, `${national[0]}.${national.slice(1)}E+07`, `5.03${national}E+10`],
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(national) },
    { weight: 5, arbitrary: plainly(national) },
    { weight: 4, arbitrary: other },
  );
}

/** Two numbers in one cell. */
export function both(one: string, other: string): fc.Arbitrary<string> {
  const dashed = (national: string) => halves(national).join("-");
  return fc
    .tuple(
      fc.constantFrom(" / ", "/", " | ", "; ", ", ", " & ", " y ", " o ", " ° ", " "),
      fc.constantFrom(
        dashed,
        (national: string) => national,
        (national: string) => `+503 ${dashed(national)}`,
      ),
    )
    .map(([joiner, write]) => `${write(one)}${joiner}${write(other)}`);
}

/** Something that might mean this number, and that no campaign may call. */
export function doubtfully(national: string): fc.Arbitrary<string> {
  const [a, b] = halves(national);
  const seven = national.slice(1);
  return fc.constantFrom(
    ...[seven, `${seven}.0`, `${seven.slice(0, 3)}-${seven.slice(3)}`, `${a},${b}`, `00${national}`, `00${seven}`],
    ...[
      national.replaceAll("0", "O"),
      national.replaceAll("1", "l"),
      `${a}-${b}`.replaceAll("0", "O"),
      `${seven}-${national[0]}`,
    ],
    ...[
      `503${national.slice(0, 2)}-${national.slice(2, 5)}-${national.slice(5)}`,
      `(503) ${seven.slice(0, 3)}-${seven.slice(3)}`,
    ],
    ...[`503${seven}`, `${national}-9`, `${national.slice(0, 7)}-${national[7]}`, `5.0${seven}E+10`],
  );
}

/** Two numbers run together, a range of a switchboard, and the last digits of others behind a number. */
export function together(one: string, other: string): fc.Arbitrary<string> {
  const [a, b] = halves(one);
  const end = String(Math.min(99, Number(one.slice(6)) + 3)).padStart(2, "0");
  const beside = String((Number(b) + 17) % 10_000).padStart(4, "0");
  return fc.constantFrom(
    `${one}${other}`,
    `503${one}${other}`,
    `503${one}503${other}`,
    `${a}-${b} al ${end}`,
    `${a}-${b} y ${end}`,
    `${a}-${beside}, ${other.slice(4)} y ${b}`,
    `${a}-${beside} / ${b} / ${other.slice(4)}`,
    `${a}-${beside} fax ${b}`,
  );
}

/** A range that covers the number: ten, a hundred, a thousand or ten thousand. */
export function covering(national: string): fc.Arbitrary<string> {
  const [a] = halves(national);
  // `5035*` would be 10,000 numbers, or ten million behind 503.
  if (a.startsWith("503")) return fc.constantFrom(`+503${a}%`, `(503) ${a}-XXXX`, `+503 ${a}-####`, `${a}-XXXX`);
  return fc.constantFrom(
    ...[
      `${a}*`,
      `${a}%`,
      `+503${a}%`,
      `${a}-XXXX`,
      `${a}####`,
      `${a} ????`,
      `${a}-****`,
      `${a}XXXX`,
      `${national.slice(0, 6)}*`,
    ],
    ...[`503${a}*`, `(503) ${a}-XXXX`, `${national.slice(0, 5)}%`, `${a}xxxx`, `${a}-????`, `+503 ${a}-####`],
  );
}

export const FOREIGN = ["+50251234567", "+50499887766", "+13055551234", "+502 5123-4567", "+34 612 34 56 78"];

/** What stands in a phone cell that is no number. */
export const junk = fc.constantFrom(
  ...[
    "",
    "",
    "",
    "0",
    "No",
    "si",
    "no tiene",
    "n/a",
    "-",
    "2222",
    "913",
    "12345",
    "correo@ejemplo.com",
    "pendiente",
    "22222222",
    "77777777",
  ],
  ...[
    "5.037E+10",
    "5,037E+10",
    "25-12-2024",
    "2024-12-25",
    "06123456-7",
    "99999999",
    "3222-1234",
    "12345678901234567",
    "NULL",
    "2222*",
  ],
);

/** What stands in a column of text. */
export const words = fc.constantFrom(
  ...[
    "",
    "",
    "ok",
    "cliente nuevo",
    "llamar por la tarde",
    "Ana",
    "Luis Pérez",
    "Sta. Tecla",
    "pagó 25.50",
    "3 visitas",
    'Juan "Chepe" P.',
  ],
  ...["factura 001-22", "2 de 3", "ana@ejemplo.com", "a, b; c", "sin nota", "ref 12"],
);
