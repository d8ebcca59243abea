// A program that imports svscrub, bundled by rolldown, whose interface is rollup's: bundles.slow.test.ts asks others.

import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { bundlingDir, runBundle, SHAPES } from "../support/bundles.js";

test.each(SHAPES)("a bundle by rolldown runs: $format, $packages", async (shape) => {
  const dir = bundlingDir();
  const said: string[] = [];
  const bundle = await rolldown({
    input: dir.at("program.mjs"),
    cwd: dir.path,
    platform: "node",
    external: shape.packages === "packages external" ? [/^svscrub$/] : [],
    onLog: (_, { message }) => said.push(message),
  });
  const file = shape.format === "esm" ? "bundle.mjs" : "bundle.cjs";
  await bundle.write({ file: dir.at(file), format: shape.format, codeSplitting: false });
  await bundle.close();
  expect(said.filter((message) => !message.includes("import.meta"))).toEqual([]);
  runBundle(dir, file, shape);
});
