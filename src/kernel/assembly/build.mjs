// Compiles the kernel, and writes it as the TypeScript module that the program loads.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const OPTIONS = [
  ...["-O3", "--converge", "--noAssert", "--runtime", "stub"],
  // The memory is the program's, shared by its threads.
  ...["--importMemory", "--sharedMemory", "--maximumMemory", "16384"],
  ...["--enable", "simd", "--enable", "threads", "--enable", "bulk-memory"],
];

const files = new Map();
const { error, stderr } = await asc.main(["kernel.ts", "--outFile", "kernel.wasm", ...OPTIONS], {
  readFile: (name) => {
    try {
      return readFileSync(here(name), "utf8");
    } catch {
      return null;
    }
  },
  writeFile: (name, contents) => files.set(name, contents),
  listFiles: () => [],
});
if (error) {
  console.error(stderr.toString());
  throw error;
}

/** Returns the names of the words of the blocks that the program fills: the fields of their classes, in their order. */
function wordsOfBlocks() {
  const blocks = readdirSync(here("."))
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => [
      ...readFileSync(here(name), "utf8").matchAll(/^@unmanaged\n(?:export )?class (\w+) \{\n([\s\S]*?)^\}/gm),
    ]);
  return blocks.map(([, block, body]) => {
    const fields = [...body.matchAll(/^ {2}(\w+): ([\w<>]+)/gm)].map(([, field, type]) => {
      if (type !== "u32" && type !== "i32") throw new Error(`${block}.${field} is no word`);
      return JSON.stringify(field);
    });
    return `  ${block}: [${fields.join(", ")}],\n`;
  });
}

/** Returns the constants that the kernel exports: their names begin with a capital. Those of an enum are one object. */
function constantsOf(bytes) {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 16384, shared: true });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const constants = {};
  for (const [name, { value }] of Object.entries(exports).filter(([name]) => /^[A-Z]/.test(name))) {
    const [group, member] = name.split(".");
    constants[group] = member === undefined ? value : { ...constants[group], [member]: value };
  }
  return Object.entries(constants).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
}

const bytes = Buffer.from(files.get("kernel.wasm"));
const lines = bytes.toString("base64").match(/.{1,114}/g);
writeFileSync(
  here("../module.ts"),
  `// Generated from assembly/ by \`npm run kernel\`: the kernel, compiled, in base64.\n\nexport const KERNEL_BYTES = ${bytes.length};\nexport const KERNEL =\n${lines.map((line) => `  "${line}"`).join(" +\n")};\n\n` +
    `/** The names of the words of each block that the program fills, in the order of its class in assembly/. */\n` +
    `export const BLOCKS = {\n${wordsOfBlocks().join("")}} as const;\n\n` +
    `/** The constants that both sides need. */\n` +
    `export const CONSTANTS = {\n${constantsOf(bytes).join("")}} as const;\n`,
);
console.log(`src/kernel/module.ts: ${bytes.length} bytes of WebAssembly`);
