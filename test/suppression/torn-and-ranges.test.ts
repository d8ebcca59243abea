// Entries that are no number in one cell: numbers torn over cells, ranges in whatever way, and what says nothing of itself.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

/** Which of the numbers are left of a phone list, and what the run says. */
async function left(
  listed: readonly string[],
  bajas: string,
): Promise<{ clean: string[]; stderr: string; code: number }> {
  const list = `telefono\n${listed.join("\n")}\n71234567\n`;
  const args = ["--max-unreadable", "100%"];
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [bajas], args });
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g) ?? [], stderr, code };
}

describe("a number torn over cells is barred", () => {
  test.each([
    ["telefono;prefijo;sufijo\n75839214;7012;8346\n", "beside a whole number"],
    ["telefono;a;b\n75839214;+503 7012;8346\n", "behind a calling code"],
    ["telefono|a|b\n75839214|50370|128346\n", "within a calling code and its number"],
    ["telefono;a;b\n75839214;70;128346\n", "two and six"],
    ["telefono;a;b\n75839214;701;28346\n", "three and five"],
    ["nombre,a,b\nAna,701283,46\nLuis,7583-9214,\n", "six and two, behind a name"],
    ["nombre,a,b\nAna,7012834,6\nLuis,7583-9214,\n", "seven and one"],
    ["telefono,a,b,c\n75839214,7,,0128346\n", "over an empty cell"],
    ["telefono,a,b\n+1 305 555 1234,7012,8346\n75839214,,\n", "beside a number of another country"],
    ["a;b\n7012;8346\n7583;9214\n", "in a list of nothing but torn numbers"],
    ["7012;8346\n7583;9214\n", "in one without a header"],
    ["Ana,701283,46\n", "in the only record"],
  ])("%j: %s", async (bajas) => {
    const { clean, code, stderr } = await left(["70128346"], bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });

  test.each([
    "codigo de area",
    "Código de área",
    "codigo_area",
    "cod. area",
    "area code",
    "AreaCode",
    "codigo prefijo",
    "cod_prefijo",
    "codigo central",
    "codigo zona",
    "codigo ciudad",
    "codigo_operador",
    "id prefijo",
    "id_central",
  ])("under %s, which names no id", async (name) => {
    for (const more of [
      [";contacto", ";2250-0000"],
      ["", ""],
    ]) {
      const bajas = `nombre;${name};numero${more[0]}\nAna;7012;8346${more[1]}\nLuis;7583;9214${more[1]}\n`;
      const { clean, code, stderr } = await left(["70128346"], bajas);
      expect(code, stderr).toBe(0);
      expect(clean).toEqual(["71234567"]);
    }
  });

  test("and not with what stands in a column of other figures", async () => {
    const { clean } = await left(["70128346"], "telefono;monto;fecha\n75839214;7012;8346\n");
    expect(clean).toEqual(["70128346", "71234567"]);
  });
});

describe("all between two ends of few numbers is barred", () => {
  const between = Array.from({ length: 100 }, (_, i) => String(25_115_500 + i));
  test.each([
    ...[
      ["desde", "hasta"],
      ["min", "max"],
      ["de", "a"],
      ["primero", "ultimo"],
      ["Del", "Al"],
      ["lower", "upper"],
    ].map(([from, to]) => `${from};${to}\n25115500;25115599\n`),
    "telefono\n70000001\n2511-5500 al número 2511-5599\n",
    "telefono\n70000001\ndel N° 2511-5500 al N° 2511-5599\n",
    "telefono\n70000001\nDesde: 2511-5500 Hasta: 2511-5599\n",
    'telefono\n70000001\n"2511-5500\nal 2511-5599"\n',
    "telefono\n70000001\n2511-5500 → 2511-5599\n",
    "telefono\n70000001\n2511-5500/2511-5599\n",
    "telefono\n70000001\n2511-5500 al 99\n",
    "telefono\n70000001\n2511-5500 to number 2511-5599\n",
    "telefono\n70000001\n2511-5500 inclusive al 2511-5599\n",
    "telefono\n70000001\nentre 2511-5500 y 2511-5599\n",
    "telefono\n70000001\n2511-5500* al 2511-5599*\n",
    "telefono\n70000001\n2511-55xx banco\n",
    "telefono\n70000001\nbanco 2511-55XX\n",
    "telefono\n70000001\n2511-55xx!\n",
    "telefono\n70000001\n2511-5500:2511-5599\n",
    "telefono\n70000001\ninicio 2511-5500 fin 2511-5599\n",
    "25115500;25115599\n22550000;22550099\n",
    "2511-5500,al,2511-5599\n2255-0000,al,2255-0099\n",
    "telefono,desde,x,hasta\n70000001,2511-5500,-,2511-5599\n",
    ...["serie", "código", "ID", "cuenta", "lote", "fecha", "monto"].flatMap((name) => [
      `telefono,${name}\n70000001,2511-55XX\n70000002,\n`,
      `telefono,${name},fecha\n70000001,,2024-01-01\n,2511-55XX,2024-01-01\n`,
      `telefono,${name}\n70000001,2511-5500 a 2511-5599\n`,
    ]),
    "telefono,nota\n70000001,\n2511-5500,hasta 5599\n",
    "telefono,nota\n70000001,\n2511-5500,y todas hasta la 5599\n",
    "telefono,al\n70000001,\n25115500,5599\n",
    ...["phone_from,phone_to", "RangeFrom,RangeTo", "cabecera,cola", "A,B", "telefono,a", "telefono1,telefono2"].map(
      (names) => `empresa,${names}\nOtro,70000001,\nBanco,2511-5500,5599\n`,
    ),
    ...["telefono_desde,hasta", "telefono,hasta", "numero,hasta"].map(
      (names) => `empresa,${names}\nOtro,70000001,\nBanco,25115500,25115599\n`,
    ),
    "codigo_central,numero inicial,numero final,telefono\n,,,70000001\n2511,5500,5599,\n",
    "empresa,Serie inicial,Serie final\nA,2345-0000,2345-0049\nB,2511-5500,2511-5599\n",
    "nombre,pref,resto,telefono\nAna,,,70000001\nBanco,2511,55XX,\n",
    ...[
      "2511-5500/99",
      "25115500-99",
      "2511-5500 al -5599",
      "2511-(5500-5599)",
      "desde=25115500;hasta=25115599",
      "2511-5500 (inicio) 2511-5599 (fin)",
      "[2511-5500, 2511-5599]",
      "2511-5500 y así hasta 2511-5599",
      "2511-5500 up to 2511-5599",
      "2511-5500, ..., 2511-5599",
      "2511-5500…2511-5599",
      "25115500.0-25115599.0",
      "tel:+50325115500-tel:+50325115599",
      "2511-5500 | 2511-5599",
      "2511-5500 2511-5599",
      "rango 2511-5500 y 2511-5599",
      "2511-5500 al 2511-559 9",
      "rango de 2511-5500 y 2511-5599",
      "el bloque 2511-5500 y 2511-5599",
      "2511-5500, 2511-5501, ..., 2511-5599",
      "2511-5500; 2511-5501; ...; 2511-5599",
      "2511-5500 (100 líneas hasta 2511-5599)",
      "2511-5500 x 2511-5599",
    ].map((entry) => `telefono\n70000001\n"${entry}"\n`),
    "Serie,Operador\n2511-5500 a 2511-5599,Tigo\n2255-0000 a 2255-0999,Claro\n",
  ])("%j", async (bajas) => {
    const { clean, code, stderr } = await left(between, bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });
});

describe("two columns of ends, round or not, name a range", () => {
  const between = ["25115513", "25115550", "25115586"];
  const range = "2511-5512,2511-5587";
  test.each([
    ..."start,stop|Rango de,Rango a|from,until|from,thru|start,finish|begin,finish|start_number,stop_number|lim_inf,lim_sup"
      .split("|")
      .concat("initial,final|inicio,cierre|inf,sup|lo,hi|A,B|del,al|valor1,valor2|extremo izq,extremo der".split("|"))
      .flatMap((names) => [
        `operador,${names},nota\nClaro,2255-0000,2255-0003,\nTigo,${range},bloque\n`,
        `${names},contacto\n2255-0000,2255-0003,\n${range},7000-0001\n`,
        `telefono,${names}\n7000-0001,${range}\n`,
      ]),
    ..."inicio,fin|from,to|start,end|inicial,final|rango_inicio,rango_fin|desde,hasta"
      .split("|")
      .flatMap((names) => [
        `${names},contacto\n${range},7000-0001\n`,
        `${names},celular\n${range},\n2255-0000,2255-0003,7000-0001\n`,
        `telefono,${names}\n7000-0001,${range}\n`,
        `nombre,${names},telefono\nBanco,2511-5512,5587,7000-0001\n`,
      ]),
    "telefono_start,telefono_stop\n25115512,25115587\n",
    "prefijo,inicio,fin,contacto\n2511,5512,5587,2250-0000\n",
    "prefijo,rango,contacto\n2511,5512-5587,2250-0000\n",
    "prefijo,rango,contacto\n2511,5512 a 5587,\n2255,0000-0003,7000-0001\n",
    "prefijo,sufijo,contacto\n2511,*,2250-0000\n",
    "telefono,prefijo,sufijo\n7000-0001,2511,%\n",
    "prefijo,sufijo,contacto\n2511,XXXX,2250-0000\n",
  ])("%j", async (bajas) => {
    const { clean, code, stderr } = await left(between, bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });

  test.each([
    `nombre,telefono,telefono 2\nAna,${range}\n`,
    `nombre,casa,oficina\nAna,${range}\n`,
    `Ana,${range}\n`,
    "telefono,inicio,fin\n7000-0001,20251101,20251231\n",
    "telefono,inicio,fin\n7000-0001,08:00,17:00\n",
    "a,b\n7000-0001,7888-1111\n",
  ])("and these do not: %j", async (bajas) => {
    const others = [...between, "25111200", "70500000"];
    const { clean, code, stderr } = await left(others, bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual([...others, "71234567"]);
  });
});

test.each([
  "7012-3456 y entre 2511-5500 y 2511-5599",
  "7012-3456, y entre el 2511-5500 y el 2511-5599",
  "7012-3456 and between 2511-5500 and 2511-5599",
  "7012-3456 y desde 2511-5500 hasta 2511-5599",
])("a number before a range is no end of it: %s", async (entry) => {
  const { clean } = await left(["25115550", "50123456"], `telefono\n${entry}\n`);
  expect(clean).toEqual(["50123456", "71234567"]);
});

describe("a number before a wildcard does not swallow it", () => {
  test.each([
    "Agencia 2510 2511-55XX",
    "Lote 7012 2511-55XX",
    "Sucursal 2511 2511-55**",
    "Caso 6001 - 2511-55XX",
    "7012 2511*",
    "Cuenta 123456789 2511-55XX",
  ])("%s", async (entry) => {
    for (const [header, before] of [
      ["empresa,telefono", "Banco,"],
      ["telefono,nota", "70000001,"],
      ["", "quitar "],
    ] as const) {
      const { clean, code, stderr } = await left(["25115550"], `${header}\n${before}${entry}\n`.trimStart());
      expect(code, stderr).toBe(0);
      expect(clean, before).toEqual(["71234567"]);
    }
    const { clean } = await left(["25115550"], `telefono,lote\n70000001,${entry}\n`);
    if (entry.endsWith("XX")) expect(clean, "lote").toEqual(["71234567"]);
  });

  test.each([
    "5 2511-55**",
    "casa 5 2511-55XX",
    "24/7 2511-55??",
    "No. 5 2511-55**",
    "5-2511-55**",
    "1) 2511-55** y 7011-2222",
  ])("of a few digits: %s", async (entry) => {
    for (const list of [`telefono\n7011-1111\n${entry}\n`, `Buenos días, del 7011-1111 y\n${entry}\nya no llamar\n`])
      expect((await left(["25115550"], list)).clean, list).toEqual(["71234567"]);
  });

  test("a mark behind a whole number makes no range of its end", async () => {
    const { clean } = await left(["25115550"], "telefono\n7012-2511*\n");
    expect(clean).toEqual(["25115550", "71234567"]);
  });
});

describe("a range without an end", () => {
  test.each([
    "2511-5500 y siguientes",
    "2511-5500 y ss.",
    "2511-5500 (y las siguientes)",
    "2511-5500 en adelante",
    "desde 2511-5500",
    "desde el 2511-5500 en adelante",
    "a partir de 2511-5500",
    "2511-5500 hasta fin",
    "2511-5500 hasta el final",
    "2511-5500 etc.",
    "2511-5500+",
    "2511-5500 ->",
    "2511-5500 al",
    "from 2511-5500 onwards",
  ])("is told of: %s", async (entry) => {
    const { clean, code, stderr } = await left(["25115500"], `telefono\n70000001\n${entry}\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
    expect(stderr).toContain("line 3: this may be a range without its end, so only what stands there is suppressed");
  });

  test.each(["del 2289-7700 al 2399-7709", "de 2289-7700 a 2399-7709", "2289 7700 al 2299 7709"])(
    "is told of where its end may be another number: %s",
    async (entry) => {
      for (const list of [`telefono\n70000001\n${entry}\n`, `hola qué tal\nbaja 7000-0001\n${entry}\n`]) {
        const { clean, code, stderr } = await left(["22897700"], list);
        expect([code, clean], stderr).toEqual([0, ["71234567"]]);
        expect(stderr).toContain("line 3: this may be a range without its end");
      }
    },
  );

  test.each([
    "cambió del 2289-7700 al 2399-7709",
    "2399-7709 a 2289-7700",
    "de 7012-3456 a 7543-2100",
    "2289-7700 a 7012-3456",
  ])("is not a number that another one replaced: %s", async (entry) => {
    const { stderr } = await left([], `hola qué tal\nbaja 7000-0001\n${entry}\n`);
    expect(stderr).not.toContain("without its end");
  });

  test.each(["2511-5500 al 2511-5599", "2511-5500 (consecutivos) 2511-5599", "2511-5500 ext 12", "Ana 2511-5500"])(
    "is not what has one: %s",
    async (entry) => {
      expect((await left([], `telefono\n70000001\n${entry}\n`)).stderr).not.toContain("without its end");
    },
  );
});

test.each(["2511-5548 5550", "2511-5548+5550", "banco 2511-5548 5550"])(
  "the last digits of a near number are one: %s",
  async (entry) => {
    const { clean, code, stderr } = await left(["25115548", "25115549", "25115550"], `telefono\n70000001\n${entry}\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["25115549", "71234567"]);
  },
);

describe("the last digits that an entry lists behind a number name others of it", () => {
  test.each([
    ...[", ", ",", "; ", " y ", " & ", " | ", " / ", "/", " - ", "; y la "].map((mark) =>
      ["2511-5548", "5560", "5570"].join(mark),
    ),
    "Quitar PBX 2511-5548, 5560 y 5570 por favor",
    "2511: 5548, 5560, 5570",
    "prefijo 2511 numeros 5548 5560 5570",
    "2511-5548, 560, 570, 60",
    "2511-5548, 60, 70, 71, 72",
    "2511-5548, 5560 5561, 5570",
    "2511-5548, 5560-5570",
    "2511-5548, 5560 al 5570",
    "2511-5548-60, 70",
    "2511-5548-60/70",
    "PBX 2511-5548-60 y 70",
    "(503) 2511-5548–60–70",
    "25115548—70",
    "2511-5548 y fax 5560, 5570",
    "2511-5548 y el 5560\n5570",
    "2511-5548 (oficina), 5560 (fax), 5570 (casa)",
    "2511-5548 ext. 101, 5560 y 5570",
  ])("%s", async (entry) => {
    const listed = ["25115560", "25115570"];
    const { clean, code, stderr } = await left(listed, `telefono\n70000001\n"${entry}"\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });

  test.each([
    "2511-5548 7012-3456",
    "2511-5548 / 7012 3456",
    "2511-5548, +503 7012-3456",
    "2511-5548, 12/03/2026",
    "25115548-9",
  ])("and not those of another number, a day or an id: %s", async (entry) => {
    const others = ["25117012", "25113456", "25115512", "25115503", "25115549"];
    expect((await left(others, `telefono\n70000001\n"${entry}"\n`)).clean).toEqual([...others, "71234567"]);
  });
});

test("days under `hasta` end no range, and are told of", async () => {
  const days = ["2026-12-31", "31/12/2026", "20261231"].map((day) => `25115500,${day}\n`).join("");
  const { clean, code, stderr } = await left(["25115550"], `telefono,hasta\n${days}`);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["25115550", "71234567"]);
  expect(stderr).toContain('column "hasta" was not used');
});

test("who wrote a message and who got it are no ends of a range", async () => {
  const messages = "From,To,OptOutType,DateSent\n+50370111111,+50322220000,STOP,2026-01-01T10:00:00Z\n";
  const { clean, code, stderr } = await left(["70111111", "25115550"], messages);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["25115550", "71234567"]);
});

describe("every number of a broken record is barred", () => {
  test.each([
    ['"x" ; "70128346"\n', "a space before the delimiter, and no header"],
    ['"x" ; "70128346"\n"y" ; "75839214"\n', "in every record"],
    ["telefono\n75839214\n7012834601/02/2026\n", "a date runs on from it"],
    ["telefono\n75839214\n50370128346503\n", "digits run on from it"],
  ])("%j: %s", async (bajas) => {
    const { clean, code, stderr } = await left(["70128346"], bajas);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  });

  test("but a list that holds no number at all is refused", async () => {
    expect((await left([], '"x" ; "hola"\n"y" ; "mundo"\n')).code).toBe(4);
    expect((await left([], "id;monto\n7012;8346\n7013;8346\n")).code).toBe(4);
  });
});

test("a wildcard that touches its digits under the name of an id is no range, and is named where nothing else is in its record", async () => {
  const { stderr, code } = await left([], "telefono,codigo\n7583-9214,\n,701234XX\n");
  expect(code, stderr).toBe(0);
  expect(stderr).toContain("line 3: this entry can't be read and blocks nobody");
});

test("a wildcard inside a number says so, and not that there are too many", async () => {
  const { stderr, code } = await left([], "telefono\n7583-9214\n*111111\n");
  expect(code).toBe(4);
  expect(stderr).toContain("is a range of 100 numbers, and its wildcard is not at its end");
});

test.each(["telefono\n7583-9214\n222200@@\n", "telefono\n7583-9214\n12345@\n", "telefono,prefijo\n75839214,\n,2222\n"])(
  "%j: the second entry blocks nobody, and is named",
  async (bajas) => {
    const { stderr, code } = await left([], bajas);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("line 3: this entry can't be read and blocks nobody");
  },
);
