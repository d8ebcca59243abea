// Suppression lists that are no table: a chat, a mail. A line's stamp is no number, and what can't be read is named.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

async function scrub(text: string) {
  const list = "telefono\n7111-2222\n7123-4567\n";
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [text] });
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g) ?? [], stderr, code };
}

const STAMPS = [
  "12/3/2026, 14:05 - ",
  "3/12/26, 2:05 p. m. - ",
  "[12/3/26, 14:05:33] ",
  "5/5/26 14:05 ",
  "12/03/26 - ",
  "2026-03-12T14:05:00-06:00 ",
  "2026-03-12 14:05:00 -0600 ",
  "Caso 20260312-14: ",
  "$25.00 ",
  "#12 ",
  "el 12 de marzo de 2026 a las 2 pm, ",
];
const LAST = "12/3/2026, 14:06 - Ana: ni al 7000-2222\n";

describe("a number that nobody can read is named, whatever stamp stands before it", () => {
  test.each(
    STAMPS.flatMap((stamp) => ["quiten el 7111-22", "terminado en 2222", "7I11-22"].map((said) => [stamp, said])),
  )("%s%s", async (stamp, said) => {
    const { stderr, code } = await scrub(`${stamp}Ana: ${said}\n${LAST}`);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("line 1: this entry can't be read and blocks nobody");
  });

  test.each(STAMPS)("a wildcard within a number is refused: %s", async (stamp) => {
    const { stderr, code } = await scrub(`${stamp}Ana: quiten el 7111-XX22\n${LAST}`);
    expect([code, stderr]).toEqual([4, expect.stringContaining("line 1")]);
  });

  test.each(STAMPS)("one that can be read is barred: %s", async (stamp) => {
    const { clean, stderr } = await scrub(`${stamp}Ana: quiten el 7111-2222\n${LAST}`);
    expect(clean).toEqual(["71234567"]);
    expect(stderr).not.toContain("can't be read");
  });
});

test.each([
  "¿son 2500?",
  "¿y la mesa 2500?? no sé",
  "* 2500 de la sala",
  "> • 2500 de la sala",
  "v2.1 · 2500 palabras",
  "pagó *2500* ayer",
  "mesa #2500 de la sala",
])("a mark that is no wildcard refuses no text: %s", async (line) => {
  const { code, stderr } = await scrub(`${LAST}Ana: ${line}\n${line}\n`);
  expect(code, stderr).toBe(0);
});

test.each(["7111-222?", "7111 222?", "7111-22-2X", "71112???", "* 7111-222?", "711122??"])(
  "a wildcard behind a number's digits is one in a text too: %s",
  async (said) => {
    const { clean, stderr, code } = await scrub(`${LAST}Ana: quiten el ${said}\n`);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["71234567"]);
  },
);

test("a number with a digit that nobody could read is named", async () => {
  const { stderr } = await scrub(`${LAST}Ana: el papelito dice 71?1 22\n`);
  expect(stderr).toContain("line 2: this entry can't be read");
});

test.each([
  "X-Spam-Level: 00012345",
  "Compañía de Te1éfonos, S.A.",
  "Soyapango, l5 de marzo de 2O26, a las 7:3O",
  "IMG-20260312-WA0007.jpg (archivo adjunto)",
  "una caja de 850mg y otra de 500ml",
  "San Salvador, CP 1101",
  "escriban STOP al número corto 7575",
])("figures of other things are no entry: %s", async (line) => {
  const { code, stderr } = await scrub(`${LAST}${line}\n`);
  expect(code, stderr).toBe(0);
  expect(stderr).not.toContain("can't be read");
});

test("lines of days, times, amounts and words beside them are no entries, and a text of nothing else is refused", async () => {
  const words = STAMPS.filter((stamp) => !/Caso|#/.test(stamp)).map((stamp) => `${stamp}Ana: gracias\n`);
  const { clean, stderr, code } = await scrub(`${words.join("")}${LAST}`);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual(["71112222", "71234567"]);
  expect(stderr).not.toContain("can't be read");
  expect((await scrub(words.join(""))).code).toBe(4);
});

test.each(["contacto\nana@x.com 7111-22\n7000-1111\n", "Ana <ana@x.com> quitar 7111-22\nquitar 7000-1111\n"])(
  "digits beside an e-mail address are named: %j",
  async (text) => {
    expect((await scrub(text)).stderr).toContain("this entry can't be read and blocks nobody");
  },
);

test.each(["ana@x.com", "ana2026@x.com", "Ana <ana@x.com>", "ana@x.com; eva@x.com"])(
  "an e-mail address is no entry: %s",
  async (address) => {
    const { code, stderr } = await scrub(`contacto\n${address}\n7000-1111\n`);
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain("can't be read");
  },
);
