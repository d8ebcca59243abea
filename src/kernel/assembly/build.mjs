// Compiles the kernel, and writes it as the TypeScript module that the program loads.

import { readFileSync, writeFileSync } from "node:fs";
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
const bytes = Buffer.from(files.get("kernel.wasm"));
const lines = bytes.toString("base64").match(/.{1,114}/g);
writeFileSync(
  here("../module.ts"),
  `// Generated from assembly/ by \`npm run kernel\`: the kernel, compiled, in base64.\n\nexport const KERNEL_BYTES = ${bytes.length};\nexport const KERNEL =\n${lines.map((line) => `  "${line}"`).join(" +\n")};\n`,
);
console.log(`src/kernel/module.ts: ${bytes.length} bytes of WebAssembly`);
