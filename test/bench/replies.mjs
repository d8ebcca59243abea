// How many messages a second are understood: the templates of fixtures/replies filled at random, 200,000 different ones, in one
// thread; and the sets written by hand, over and over. `node test/bench/replies.mjs`, behind `npm run build`.

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

const started = performance.now();
const { classifyReply } = await import("../../dist/replies/classify.js");
classifyReply("hola");
console.log(`first message after ${Math.round(performance.now() - started)} ms`);

const fixture = (name) => readFileSync(new URL(`../../fixtures/replies/${name}`, import.meta.url), "utf8");
const COUNT = 200_000;

const templates = parse(fixture("templates.csv"), { columns: true }).map(({ template }) => template);
const slots = JSON.parse(fixture("slots.json"));
let state = 1;
const draw = (below) => {
  state = (state * 48271) % 2147483647;
  return state % below;
};
const filled = (_, i) =>
  `${templates[i % templates.length].replace(/\{(\w+)\}/g, (_slot, name) => slots[name][draw(slots[name].length)])} ${i}`;

const SETS = { "filled templates, all different": Array.from({ length: COUNT }, filled) };
for (const name of ["messages.csv", "fresh.csv"])
  SETS[name] = parse(fixture(name), { columns: true }).map(({ message }) => message);

for (const [name, messages] of Object.entries(SETS)) {
  const rates = [];
  for (let run = 0; run < 4; run++) {
    const cpu = process.cpuUsage();
    const wall = performance.now();
    for (let i = 0; i < COUNT; i++) classifyReply(messages[i % messages.length]);
    const { user, system } = process.cpuUsage(cpu);
    rates.push([COUNT / ((performance.now() - wall) / 1000), COUNT / ((user + system) / 1e6)]);
  }
  const [first, ...others] = rates;
  const best = (at) => Math.round(Math.max(...others.map((rate) => rate[at]))).toLocaleString("en");
  console.log(
    `${name}: ${best(0)} a second, ${best(1)} by CPU time; the first run ${Math.round(first[0]).toLocaleString("en")}`,
  );
}
