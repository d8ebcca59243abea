// Texts as programs, forms and machines leave them: stamps, boxes, letters for digits, figures of other things.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

interface Report {
  suppressions: { ranges: number; range_numbers?: number }[];
}

const LAST = "Para la próxima reunión no llamen a Eva: 7000-3331\n";

async function scrub(text: string, args: readonly string[] = []) {
  const list = "telefono\n7111-2222\n7123-4567\n";
  const { clean, stderr, code, report } = await new ScrubFolder().scrub({ lists: [list], suppress: [text], args });
  const [reported] = (report as unknown as Report | undefined)?.suppressions ?? [];
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g) ?? [], stderr, code, reported };
}

describe("a message without a number is no entry, however a chat stamps it", () => {
  test.each(["13/09/26 08:05 - ", "13/9/26 8:05 - ", "[13-09-26 08:05:41] ", "9.13.26 8:05 "])("%s", async (stamp) => {
    const talk = ["se unió al grupo", "Ana: buenas", "Beto: gracias", "Ana: listo"].map((said) => `${stamp}${said}\n`);
    const { clean, stderr, code } = await scrub(`${talk.join("")}${stamp}Ana: 7111-2222\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
    expect(stderr).not.toContain("can't be read");
  });

  test("and half a number behind such a stamp is named", async () => {
    const { stderr } = await scrub(`13/09/26 08:05 - Ana: 7111-22\n13/09/26 08:06 - Ana: 7000-2222\n`);
    expect(stderr).toContain("line 1: this entry can't be read");
  });
});

describe("the pieces of a number are joined", () => {
  test.each([
    "Ana   7 l l l  2 2 2 2   ya no",
    "Ana   7 I 1 l - 2 2 2 2   ya no",
    "Celular: |7|1|1|1| |2|2|2|2|",
    "Celular: | 7 | l | 1 | 1 | 2 | 2 | 2 | 2 |",
  ])("%j", async (said) => {
    const { clean, stderr, code } = await scrub(`${LAST}${said}\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
    expect(stderr).not.toContain("can't be read");
  });
});

describe("figures of other things are no entries", () => {
  test.each([
    "X 14/10",
    "- X 14/10 revisión",
    "M 13/10",
    "X 1410",
    "X14/10",
    "3 x 14/10",
    "N° 0311",
    "Dra. Luna, J.V.P.M. 3107",
    "Recibió: C. Luna (ext. 2290)",
    "28dic no hubo nadie",
    "7a Avenida Sur #2214. Preguntar",
    "EXPEDIENTE\n         23-5120",
  ])("%j", async (line) => {
    const { clean, stderr, code, reported } = await scrub(`${LAST}${line}\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71112222", "71234567"]);
    expect(stderr).not.toContain("can't be read");
    expect(reported?.ranges).toBe(0);
  });

  test.each(["Tel: 23-5120", "TELEFONO\n7111-22", "y el 7111", "llame al 7111\next 22", "7111-222 x 3"])(
    "what may be of a number is named or barred: %j",
    async (line) => {
      const { stderr, reported } = await scrub(`${LAST}${line}\n`);
      expect(stderr.includes("can't be read") || reported?.ranges === 1).toBe(true);
    },
  );
});

test("a wildcard before digits that could be a number's is refused", async () => {
  expect((await scrub(`${LAST}x1112222\n`)).code).toBe(4);
  expect((await scrub(`${LAST}XXXX-2222\n`)).code).toBe(4);
});

test("a text is used whose numbers are all in doubt", async () => {
  const form = "SOLICITUD DE BAJA DE PUBLICIDAD\nLlene una casilla por dígito, con letra de molde\n";
  const { clean, stderr, code } = await scrub(`${form}Teléfono: |7|1|1|1| |2|2|2|2|\nFirma: Ana\n`);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["71234567"]);
});

test("a text without a number is refused without a word of columns", async () => {
  const { stderr, code } = await scrub(
    "Acta de la reunión de todos los vecinos del lugar\nfaltó el 7111-22 en la hoja\n",
  );
  expect(code).toBe(4);
  expect(stderr).not.toContain("--suppress-column");
  expect(stderr).toContain("It was read as text.");
});

test("how many numbers ranges cover is said and reported, of texts and of tables", async () => {
  for (const text of [`${LAST}todos los 7111-22XX\n2334-10*\n`, "telefono\n7000-3331\n7111-22XX\n2334-10*\n"]) {
    const { clean, stderr, reported } = await scrub(text);
    expect(clean).toEqual(["71234567"]);
    expect(stderr).toContain("2 ranges cover 200 numbers");
    expect(reported).toMatchObject({ ranges: 2, range_numbers: 200 });
  }
  const { reported } = await scrub("telefono\n7000-3331\ndel 7111-2200 al 7111-2209\n");
  expect(reported).toMatchObject({ ranges: 1, range_numbers: 10 });
});

test("no message has the number in a first line that was taken for a header", async () => {
  for (const line of ["cel 7l1I-22Z2", "cel 7 l l l 2 2 2 2", "cel 71S1-2B22"]) {
    const { stderr } = await scrub(`${line}\nde Ana\n`);
    expect(stderr).not.toContain(line.slice(4));
  }
});
