// Words and phrases by themselves: forms of verbs, spellings, pieces typed apart or together, and what phrases take in.

import { describe, expect, test } from "vitest";
import { classifyReply } from "../../src/replies/classify.js";
import { FIELDS, fieldsOf } from "../../src/replies/fields.js";
import { LEVEL, wordOf } from "../../src/replies/lexicon.js";
import { Phrases } from "../../src/replies/patterns.js";
import { NearWords } from "../../src/replies/slips.js";
import { foldWord, soundOf } from "../../src/replies/spelling.js";
import { readMessage } from "../../src/replies/tokens.js";
import { FORMS, formsOf } from "../../src/replies/verbs.js";

test("no two fields of meaning share a bit", () => {
  const bits = FIELDS.map((field) => Object.values(fieldsOf([field])).join());
  expect(new Set(bits).size).toBe(FIELDS.length);
});

const formOf = (verb: string, word: string) =>
  formsOf(verb).reduce((bits, form) => (form.word === word ? bits | form.form : bits), 0);

describe("the forms of a verb", () => {
  test("are those of tú, vos, usted, ustedes and vosotros", () => {
    for (const word of ["mande", "manden", "mandes", "mandeis", "manda", "mandad"])
      expect(formOf("mandar", word) & (FORMS.order | FORMS.subjunctive), word).not.toBe(0);
    for (const word of ["saque", "saquen", "saques"])
      expect(formOf("sacar", word) & FORMS.subjunctive, word).not.toBe(0);
    for (const word of ["deje", "deja", "dejen", "dejar"]) expect(formOf("dejar", word), word).not.toBe(0);
  });

  test("follow their stems and their spelling", () => {
    expect(formOf("fregar:frieg", "frieguen") & FORMS.order).not.toBe(0);
    expect(formOf("volver:vuelv", "vuelvan") & FORMS.subjunctive).not.toBe(0);
    expect(formOf("pedir:pid:pid", "pidiendo") & FORMS.gerund).not.toBe(0);
    expect(formOf("detener:deteng", "detengan") & FORMS.order).not.toBe(0);
    expect(formOf("excluir", "excluyan") & FORMS.order).not.toBe(0);
    expect(formOf("dirigir:dirig", "dirijan") & FORMS.order).not.toBe(0);
  });

  test("tell an order from what was", () => {
    expect(formOf("llamar", "llamaron") & (FORMS.order | FORMS.subjunctive)).toBe(0);
    expect(formOf("llamar", "llaman") & FORMS.subjunctive).toBe(0);
  });
});

describe("a word", () => {
  test("is the same however it is spelled by ear, stretched, or with digits for letters", () => {
    for (const typed of ["quítenme", "kitenme", "QUITENME", "quiteeeenme", "qu1tenme"])
      expect(soundOf(foldWord(typed)), typed).toBe("kitenme");
    for (const typed of ["mensajes", "mensages", "menzajes", "MENSAJESSS", "mensajjes"])
      expect(wordOf(typed).text, typed).toBe("mensajes");
  });

  test("one slip away counts as the gravest that it may be", () => {
    for (const typed of ["mensjes", "mesnajes", "mensahjes", "bprrenme", "elimnen", "canclar"])
      expect(wordOf(typed), typed).toMatchObject({ level: LEVEL.danger });
  });

  test("that stands nowhere is unknown, of whatever length", () => {
    for (const typed of ["xqzw", "перестаньте", "z".repeat(5000)]) expect(wordOf(typed).level).toBe(LEVEL.unknown);
  });
});

test("near words are all that one slip gives, and none that two give", () => {
  const near = new NearWords(["baja", "mensaje"]);
  for (const slip of ["bja", "baaja", "bajs", "abja", "baj", "xbaja", "bajax"])
    expect(near.of(slip), slip).toContain("baja");
  for (const other of ["ba", "bjaa1", "mnsje"]) expect(near.of(other).filter((word) => word === "mensaje")).toEqual([]);
});

describe("a message", () => {
  const words = (text: string) => readMessage(text).tokens.map(({ word }) => word.text);

  test("is put together from pieces typed apart, and taken apart where it was typed together", () => {
    expect(words("s t o p")).toEqual(["stop"]);
    expect(words("N O")).toEqual(["no"]);
    expect(words("no me man den mensajes")).toEqual(["no", "me", "manden", "mensajes"]);
    expect(words("yanome escriban")).toEqual(["ya", "no", "me", "escriban"]);
  });

  test("has clauses, which phrases don't cross", () => {
    const phrase = new Phrases("no ~ reach.subjunctive");
    expect(phrase.areIn(readMessage("no, por favor me escriban"))).toBe(false);
    expect(phrase.areIn(readMessage("no por favor me escriban"))).toBe(true);
    expect(phrase.areIn(readMessage("no me escribieron"))).toBe(false);
  });
});

describe("a request has an object", () => {
  const CERTAIN = [
    "no me manden mensajes",
    "quítenme de su lista",
    "denme de baja",
    "dejen de llamarme",
    "cancelen mi suscripción",
  ];
  const OF_ANOTHER = [
    "denme de baja del gimnasio",
    "no me manden la factura",
    "quítenme el bono",
    "cancelen mi suscripción de Netflix",
    "dejen de cobrarme la cuota",
    "no me llamen antes de las 8",
    "no me manden nada por correo",
    "mi hermano dijo que ya no me llamen",
    "si no quiero más mensajes qué hago",
    "no quiero dejar de recibir mensajes",
    "no dejen de avisarme por mensaje",
    "no molesten a mi mamá",
    "no me escriba, mejor llámeme",
    'él escribió "no me manden mensajes" en la pared',
  ];
  test("which makes it certain", () => {
    for (const message of CERTAIN) expect(classifyReply(message).intent, message).toBe("opt-out");
  });
  test("and of another it is a person's to judge, and never dropped", () => {
    for (const message of OF_ANOTHER) expect(classifyReply(message).intent, message).toBe("unclear");
  });
});
