// Replies as an SMS provider exports them: most of them usual, a tenth unlike all others.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { createRandom } from "./numbers.mjs";
import { writeLines } from "./registry.mjs";

const USUAL = [
  "BAJA|STOP|Stop|baja|Alto|SALIR|CANCELAR|Unsubscribe|BAJA por favor|Dar de baja|no me llamen|ya no me escriban",
  "no me molesten|quítenme de la lista|no quiero más mensajes|ya no quiero recibir mensajes|remove me|no me interesa",
  "gracias|Gracias|Muchas gracias|No gracias|Ok gracias|ok|si|no|precio?|cuánto cuesta|quién es?|número equivocado",
  "donde están ubicados|ya pagué|buenos días|Buenas tardes|👍|AYUDA|INFO|ALTA",
].flatMap((line) => line.split("|"));
const words = (text) => text.split(",");
const NAMES = words("Ana,María,José,Carlos,Rosa,Luis,Marta,Juan,Carmen,Pedro,Sonia,Elena,Mario,Julia,Rafael,Gloria");
const PLACES = words("Santa Tecla,Soyapango,Apopa,San Miguel,Santa Ana,Sonsonate,Usulután,La Unión,Mejicanos");
const THINGS = words("zapatos,licuadora,cocina,mochila,camisa,cama,silla,mesa,bicicleta,llantas,pintura,flores,reloj");

export function writeReplies(file, replies) {
  const fixture = (name) => readFileSync(new URL(`../../fixtures/replies/${name}`, import.meta.url), "utf8");
  const templates = parse(fixture("templates.csv"), { columns: true });
  const slots = JSON.parse(fixture("slots.json"));
  const random = createRandom(7);
  const draw = (below) => Math.floor(random() * below);
  const oneOf = (texts) => texts[draw(texts.length)];
  const asked = () => oneOf(templates).template.replace(/\{(\w+)\}/g, (_slot, name) => oneOf(slots[name]));
  const told = [
    () => `soy ${oneOf(NAMES)} de ${oneOf(PLACES)}`,
    () => `ayer compré ${oneOf(THINGS)} y ${oneOf(THINGS)} en ${oneOf(PLACES)}`,
    () => `me debe ${draw(900)} dólares ${oneOf(NAMES)}`,
    () => `pregunte por ${oneOf(NAMES)} ${oneOf(NAMES)} a las ${draw(12) + 1}`,
  ];
  const more = () => oneOf(told)();
  const seen = new Set();
  const unlike = () => {
    for (;;) {
      const text = [asked, more, more].slice(draw(2)).map((part) => part());
      const whole = text.join(draw(2) === 0 ? ". " : ", ");
      if (seen.has(whole)) continue;
      seen.add(whole);
      return whole;
    }
  };
  writeLines(file, "From,Body,SentDate,MessageSid", replies, (i) => {
    const text = draw(10) === 0 ? unlike() : oneOf(USUAL);
    const when = new Date(Date.UTC(2026, 0, 1) + i * 20_000).toISOString().slice(0, 19);
    const from = `+503${70_000_000 + ((i * 7919) % 9_999_991)}`;
    return `${from},"${text.replaceAll('"', '""')}",${when}Z,SM${String(i).padStart(32, "0")}`;
  });
}
