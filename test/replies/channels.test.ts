// Whether a written request to be left alone acts on the channel that it came by, or on every one.

import { expect, test } from "vitest";
import { classifyReply } from "../../src/replies/classify.js";

test.each([
  "ya no me marquen",
  "no me vuelva a marcar",
  "paren de marcarme",
  "dejen de timbrarme",
  "ya no me repiquen",
  "ya no me busquen",
  "no me hablen",
  "no me marquen ni me manden mensajes",
  "do not dial",
  "stop phoning me",
  "stop ringing me",
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
])("whoever speaks of what is written, or of nothing, means the channel that it came by: %s", (message) =>
  expect(classifyReply(message)).toMatchObject({ intent: "opt-out", any: false }),
);

test("rings for a finger are no calls", () => {
  for (const message of ["how much is the ring", "wedding rings"])
    expect(classifyReply(message).intent, message).toBe("other");
});
