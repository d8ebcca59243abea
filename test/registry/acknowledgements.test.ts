import { describe, expect, test } from "vitest";
import { readTemplates, TEMPLATES } from "../../src/registry/acknowledgements.js";
import { SEGMENT_SEPTETS, septetsOf } from "../../src/registry/gsm7.js";
import { Workdir } from "../support/workdir.js";

describe("the length of a text message", () => {
  test("is counted in GSM-7: an escaped character takes two, and what is not in it makes it another kind", () => {
    expect(septetsOf("BAJA ñ ¿ü?")).toBe(10);
    expect(septetsOf("{€}")).toBe(6);
    for (const letter of ["á", "í", "ó", "ú", "“", "—", "🛑"]) expect(septetsOf(`a${letter}`), letter).toBeUndefined();
  });

  test("of every acknowledgement is one segment's", () => {
    for (const texts of Object.values(TEMPLATES))
      for (const text of Object.values(texts)) expect(septetsOf(text)).toBeLessThanOrEqual(SEGMENT_SEPTETS);
  });
});

describe("templates of one's own", () => {
  const read = (content: string) => {
    const dir = new Workdir();
    dir.write("t.json", content);
    return readTemplates(dir.at("t.json"));
  };

  test("take the place of ours, and what they leave out stays", () => {
    const templates = read('{"es": {"opt-out": "Adios"}}');
    expect(templates.es["opt-out"]).toBe("Adios");
    expect(templates.es["opt-in"]).toBe(TEMPLATES.es["opt-in"]);
    expect(templates.en).toEqual(TEMPLATES.en);
  });

  test("are wrong usage where a name is unknown, a text is too long or can't be sent as it is", () => {
    const wrong = [
      "{",
      '{"fr": {}}',
      '{"es": {"adios": "x"}}',
      '{"es": {"opt-out": 1}}',
      '{"es": {"opt-out": "Adiós"}}',
    ];
    for (const content of [...wrong, `{"es": {"opt-out": "${"x".repeat(161)}"}}`, '{"es": {"opt-out": " "}}'])
      expect(() => read(content), content).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});
