// Who asks out of everything is out on every channel, whichever way the message came.

import { expect, test } from "vitest";
import { classifyReply } from "../../src/replies/classify.js";

test.each([
  "quitenme de todo",
  "denme de baja de todo",
  "no me manden nada a ningun lado",
  "saquenme de todo",
  "borrenme de todo",
  "eliminenme de todo",
  "denme de baja en todo",
  "eliminenme por completo",
  "bórrenme completamente",
  "borrenme de donde sea que me tengan",
  "todo tipo de publicidad no",
  "ya no quiero nada por ninguna vía",
  "unsubscribe me from all",
])("recorded: %s", (message) => expect(classifyReply(message)).toMatchObject({ intent: "opt-out", any: true }));

test.each([
  "baja en todos los canales",
  "BAJA TODO",
  "baja de todo",
  "BAJA TODOS",
  "baja todos los canales",
  "baja total",
  "saquenme de todos lados",
  "borrenme de todos lados",
  "ya no me manden nada ni por aqui ni por otro lado",
  "stop todo",
  "cancelen todo",
  "stop everything",
  "remove me from everything",
  "take me off everything",
])("recorded, or before a person: %s", (message) => {
  const { intent, any } = classifyReply(message);
  expect(["opt-out", "unclear"]).toContain(intent);
  expect(any).toBe(true);
});

test.each([
  "stop all messages",
  "ya no me manden todos esos mensajes",
  "dejen de mandarme mensajes todo el dia",
  "ya no me escriban a todas horas",
  "cancelen todas las promociones",
  "no me manden mensajes todos los días",
  "no, todo bien",
  "sobre todo no me manden mensajes",
])("but all of the messages are messages, and all day is a time: %s", (message) =>
  expect(classifyReply(message).any).toBe(false),
);
