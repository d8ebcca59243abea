// Numbers of a text that it names by their last digits: those that stand near it are barred with that end, and the line is named.

import { describe, expect, test } from "vitest";
import { saysEnd } from "../../src/suppression/said-ends.js";
import { ScrubFolder } from "../support/in-process.js";

async function scrub(text: string, numbers: readonly string[]) {
  const list = `telefono\n${[...numbers, "79990001"].map((number) => `${number}\n`).join("")}`;
  const outcome = await new ScrubFolder().scrub({ lists: [list], suppress: [text] });
  return { ...outcome, clean: outcome.clean.toString().match(/(?<=\+503)\d{8}/g) ?? [] };
}

const KNOWN = "Buenas, ya no me llamen al 7134-6610\n";

describe("a number whose last digits alone stand in a text is barred with the first digits of those near it", () => {
  test.each([
    ["two", "el de mi hermana es casi igual, termina en 28", "71346628"],
    ["four", "el otro termina con 9921", "71349921"],
    ["four that are the last", "los últimos cuatro dígitos son 9921", "71349921"],
    ["four, in few words", "(ultimos 4: 9921)", "71349921"],
    ["in English", "her other phone ends in 9921", "71349921"],
    ["at the end of a sentence", "y hers, same one with 28 at the end", "71346628"],
    ["digits apart", "el segundo acaba en 2 8", "71346628"],
    ["in words", "el segundo acaba en veintiocho o por ahí", "71346628"],
    ["behind dots", "y mi papá ....-9921", "71349921"],
    ["as the same", "Lidia   idem 9921", "71349921"],
    ["as the same, in two", "Lidia: ídem-28, y ya", "71346628"],
    ["below the other, behind a dash", "     -9921 Lidia", "71349921"],
    ["below the other", "Lidia              9921", "71349921"],
    ["an office that stands beside it", "el de la tienda (2288) termina en 9921", "22889921"],
    ["the next one", "y el de mi tía que es el que le sigue, 6611", "71346611"],
    ["the second of two", "sus dos hijos terminan en 31 y 28", "71346628"],
  ])("%s", async (_, line, number) => {
    const { clean, stderr, code } = await scrub(`${KNOWN}Gracias a todos por la ayuda\n${line}\n`, [number]);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual(["79990001"]);
    expect(stderr).toContain("line 3");
  });

  test("also of one that stands below", async () => {
    const { clean } = await scrub(`El otro termina en 9921\n${KNOWN}`, ["71349921"]);
    expect(clean).toEqual(["79990001"]);
  });
});

test("a line with a number and the end of another one is named, for nobody knows which it is", async () => {
  const { stderr } = await scrub(`${KNOWN}Rosa 6033-1190, y su mamá termina en 9921\n`, ["60339921"]);
  expect(stderr).toContain("line 2: beside its number it has digits that may be part of another one");
});

test("an end that a number near has is no other one's", async () => {
  const { clean, stderr } = await scrub(`${KNOWN}Rosa 6033-1190\nsí, el que termina en 6610\n`, ["60336610"]);
  expect(clean).toEqual(["60336610", "79990001"]);
  expect(stderr).not.toContain("line 3");
});

test.each([
  "la oferta termina en 15 días",
  "las últimas 24 horas",
  "el mes termina en 30%",
  "termina 10:30",
  "los últimos 3 días hubo 2 veces",
])("what is counted is no end: %s", (line) => {
  expect(saysEnd(line.normalize("NFD").replace(/\p{M}/gu, ""))).toBe(false);
});
