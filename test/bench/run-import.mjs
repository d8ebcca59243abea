// What an import of many replies costs, a tenth of whose texts is unlike all others: the first time, and again. And a merge.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { FOLDER } from "./generate.mjs";
import { measure, TIMEOUT } from "./measure.mjs";
import { createRandom } from "./numbers.mjs";
import { writeRegistry } from "./registry.mjs";
import { count, printTable, rowOf } from "./table.mjs";

const SHIM = new URL("../../bin/svscrub.js", import.meta.url).pathname;
const LINES = 50_000;
const USUAL =
  "BAJA|STOP|Stop|baja|Alto|SALIR|CANCELAR|Unsubscribe|BAJA por favor|Dar de baja|no me llamen|ya no me escriban|no me molesten|quítenme de la lista|no quiero más mensajes|ya no quiero recibir mensajes|remove me|no me interesa|gracias|Gracias|Muchas gracias|No gracias|Ok gracias|ok|si|no|precio?|cuánto cuesta|quién es?|número equivocado|donde están ubicados|ya pagué|buenos días|Buenas tardes|👍|AYUDA|INFO|ALTA".split(
    "|",
  );
const NAMES = "Ana María José Carlos Rosa Luis Marta Juan Carmen Pedro Sonia Elena Mario Julia Rafael Gloria".split(
  " ",
);
const PLACES = "Santa Tecla,Soyapango,Apopa,San Miguel,Santa Ana,Sonsonate,Usulután,La Unión,Mejicanos".split(",");
const THINGS = "zapatos,licuadora,cocina,mochila,camisa,cama,silla,mesa,bicicleta,llantas,pintura,flores,reloj".split(
  ",",
);

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureImport({ records }) {
  const [input, registry, review, ack, other] = ["in", "own", "review", "ack", "other"].map((name) =>
    path.join(FOLDER, `import-${name}.csv`),
  );
  const all = [input, registry, review, ack, other].map(String);
  const remove = () => all.map((file) => rmSync(file, { force: true }));
  remove();
  const replies = records / 2;
  writeReplies(String(input), replies);
  const importing = ["import", input, "--kind", "sms", "--review", review, "--ack", ack];
  const rows = [await rowOfRun(`registry import, ${count(replies)} replies`, importing, registry)];
  rows.push(await rowOfRun("the same again", importing, registry));
  const events = Math.round(records * 0.15);
  writeRegistry(String(registry), events);
  writeRegistry(String(other), events, events);
  rows.push(await rowOfRun(`registry merge, ${count(events)} events into as many`, ["merge", other], registry));
  remove();
  console.log("");
  printTable(rows, rows[0]?.name ?? "");
  /** @type {import("./bench.mjs").Target[]} */
  const targets = rows.map((row) => ({ name: `${row.name}, memory`, wall: row.peak, limit: 400, unit: "MB" }));
  for (const row of rows.slice(0, 2))
    targets.push({ name: row.name, wall: row.wall, cpu: row.cpu, limit: (14 * replies) / 1e6, unit: "s" });
  return { targets, unexplained: 0 };
}

/** @param {string} name @param {readonly (string | undefined)[]} words @param {string | undefined} registry */
async function rowOfRun(name, words, registry) {
  const command = [process.execPath, SHIM, "registry", ...words, "--registry", registry, "-q"].map(String);
  const run = await measure(command, { timeout: TIMEOUT });
  if (run.status !== 0) throw new Error(`${name}: exit ${run.status}: ${run.stderr}`);
  return rowOf(name, [run], String(words.at(1)));
}

/** @param {string} file @param {number} replies */
function writeReplies(file, replies) {
  const fixture = (/** @type {string} */ name) =>
    readFileSync(new URL(`../../fixtures/replies/${name}`, import.meta.url), "utf8");
  /** @type {{ template: string }[]} */
  const templates = parse(fixture("templates.csv"), { columns: true });
  /** @type {Record<string, string[]>} */
  const slots = JSON.parse(fixture("slots.json"));
  const random = createRandom(7);
  const draw = (/** @type {number} */ below) => Math.floor(random() * below);
  const oneOf = (/** @type {readonly string[]} */ texts) => texts[draw(texts.length)] ?? "";
  const asked = () =>
    (templates[draw(templates.length)]?.template ?? "").replace(/\{(\w+)\}/g, (_slot, name) =>
      oneOf(slots[name] ?? []),
    );
  const told = [
    () => `soy ${oneOf(NAMES)} de ${oneOf(PLACES)}`,
    () => `ayer compré ${oneOf(THINGS)} y ${oneOf(THINGS)} en ${oneOf(PLACES)}`,
    () => `me debe ${draw(900)} dólares ${oneOf(NAMES)}`,
    () => `pregunte por ${oneOf(NAMES)} ${oneOf(NAMES)} a las ${draw(12) + 1}`,
  ];
  const more = () => told[draw(told.length)]?.() ?? "";
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
  writeFileSync(file, "From,Body,SentDate,MessageSid\n");
  for (let from = 0; from < replies; from += LINES) {
    const lines = Array.from({ length: Math.min(LINES, replies - from) }, (_, at) => {
      const i = from + at;
      const text = draw(10) === 0 ? unlike() : oneOf(USUAL);
      const when = new Date(Date.UTC(2026, 0, 1) + i * 20_000).toISOString().slice(0, 19);
      return `+503${70_000_000 + ((i * 7919) % 9_999_991)},"${text.replaceAll('"', '""')}",${when}Z,SM${String(i).padStart(32, "0")}\n`;
    });
    writeFileSync(file, lines.join(""), { flag: "a" });
  }
}
