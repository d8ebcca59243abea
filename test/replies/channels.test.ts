// Whether a written request to be left alone acts on the channel that it came by, or on every one.

import { expect, test } from "vitest";
import { classifyReply } from "../../src/replies/classify.js";

test.each([
  "ya no me marquen",
  "no me vuelva a marcar",
  "paren de marcarme",
  "dejen de timbrarme",
  "ya no me busquen",
  "no me hablen",
  "no me marquen ni me manden mensajes",
  "do not dial",
  "stop phoning me",
  "no more robocalls",
  "no quiero saber nada de ustedes",
  "ya no quiero nada de ustedes",
  "ya no quiero saber de ustedes",
  "no me manden mensajes de voz",
  "no me escriban ni por sms ni por nada",
])("whoever speaks of more than what is written means every channel: %s", (message) =>
  expect(classifyReply(message)).toMatchObject({ intent: "opt-out", any: true }),
);

test.each([
  "quitenme de todo",
  "denme de baja de todo",
  "no me manden nada a ningun lado",
  "saquenme de todo",
  "eliminenme por completo",
  "bórrenme completamente",
  "todo tipo de publicidad no",
  "ya no quiero nada por ninguna vía",
  "unsubscribe me from all",
  "baja en todos los canales",
  "BAJA TODO",
  "BAJA TODOS",
  "saquenme de todos lados",
  "ya no me manden nada ni por aqui ni por otro lado",
  "cancelen todo",
  "stop everything",
  "take me off everything",
])("and so does whoever asks out of everything, recorded or before a person: %s", (message) => {
  const { intent, any } = classifyReply(message);
  expect(["opt-out", "unclear"]).toContain(intent);
  expect(any).toBe(true);
});

test.each([
  "STOP",
  "BAJA",
  "ya no me escriban",
  "no me manden nada",
  "no me manden nada de publicidad",
  "ya no quiero sus promociones",
  "no me tiren mensajes",
  "I'd like to opt out",
  "cancelen mi suscripción",
  "stop texting me",
  "stop all messages",
  "dejen de mandarme mensajes todo el dia",
  "cancelen todas las promociones",
  "no me manden mensajes todos los días",
])("whoever speaks of what is written, or of nothing, means the channel that it came by: %s", (message) =>
  expect(classifyReply(message)).toMatchObject({ intent: "opt-out", any: false }),
);

test.each([
  ["ya no me manden sms", ["sms"]],
  ["no me escriban al wasap", ["whatsapp"]],
  ["ni sms ni whatsapp por favor", ["sms", "whatsapp"]],
  ["ya no me escriban", []],
])("the channels that a message names are known: %s", (message, names) =>
  expect(classifyReply(message).names).toEqual(names),
);
