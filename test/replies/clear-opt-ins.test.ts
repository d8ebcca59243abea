// Who opted out is taken in again only by a message that can mean nothing else. Whatever limits it, doubts it, puts it off,
// mocks it or speaks of another line goes to a person.

import { describe, expect, test } from "vitest";
import { classifyReply } from "../../src/replies/classify.js";

const intentOf = (message: string) => classifyReply(message).intent;

test.each([
  "alta",
  "START 👍",
  "START 🙏🏽",
  "Alta por favor 😊",
  "sí quiero recibir promociones",
  "si quiero recibir promociones",
  "quisiera volver a recibir sus mensajes",
  "quiero recibir todas las promociones en este número",
  "please sign me up again",
  "I would like to receive messages again",
  "quiero suscribirme",
  "quiero volver a suscribirme",
  "denme de alta",
  "mándenme mensajes otra vez",
  "pueden volver a mandarme mensajes",
  "you can text me again",
])("an opt-in that can mean nothing else counts: %s", (message) => expect(intentOf(message)).toBe("opt-in"));

describe("no clear opt-in goes to a person", () => {
  test.each([
    ["less", "quiero recibir menos mensajes"],
    ["less", "quiero recibir pocos mensajes"],
    ["less", "I want to receive fewer messages"],
    ["less", "quiero recibir mensajes cada mes"],
    ["less", "quiero recibir un mensaje"],
    ["a condition", "si quiero recibir promociones yo les escribo"],
    ["a condition", "si quiero recibir promociones les aviso"],
    ["a condition", "if I want to receive messages"],
    ["a condition", "quiero recibir promociones si son buenas"],
    ["a question", "alta?"],
    ["a question", "START?"],
    ["a question", "¿alta"],
    ["a question", "quiero recibir promociones?"],
    ["a picture", "START 🖕"],
    ["a picture", "alta 🤡"],
    ["a picture", "START 🙄"],
    ["a picture", "START 😂"],
    ["a picture", "alta 📵"],
    ["a picture", "quiero recibir promociones 🤡"],
    ["mockery", "quiero recibir promociones jajaja si claro"],
    ["mockery", "jajaja quiero recibir promociones"],
    ["the past", "quería recibir promociones"],
    ["the past", "I wanted to receive messages"],
    ["another line", "quiero recibir mensajes en otro numero"],
    ["another line", "quiero recibir mensajes al siete uno uno uno dos dos cinco cero"],
    ["another person", "mi hijo quiere recibir promociones"],
    ["any invitation", "Apúntame"],
    ["any invitation", "Inscríbanme"],
    ["any invitation", "regístrenme"],
    ["any invitation", "inclúyanme"],
    ["any invitation", "métanme"],
    ["any invitation", "agréguenme"],
    ["any invitation", "quiero inscribirme"],
    ["any invitation", "Quiero recibir"],
    ["any invitation", "acepto recibir"],
    ["a quotation", '"START"'],
    ["a quotation", "'ALTA'"],
    ["a quotation", "> ALTA"],
    ["a quotation", "> Responda\n> ALTA"],
    ["a question", "pueden volver a mandarme mensajes?"],
    ["a discharge", "denme el alta"],
    ["a discharge", "deme mi alta"],
    ["another matter", "you can text me again about my order"],
  ])("%s: %s", (_what, message) => expect(intentOf(message)).toBe("unclear"));
});

test.each([
  "Pónganme en su lista negra",
  "add me to your blacklist",
  "agreguenme a la lista negra",
  "denme de alta en la lista negra",
  "inscribanme en la lista robinson",
  "opt in to the blacklist",
  "add me to your block list",
  "quítenme de su lista negra",
  "estoy en lista negra",
])("a list of those who are not to be contacted is never an opt-in, nor nothing: %s", (message) =>
  expect(["opt-out", "unclear"]).toContain(intentOf(message)),
);
