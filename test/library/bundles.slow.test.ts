// A program that imports svscrub, bundled by esbuild and by rollup, which stand in a package of their own: bundlers/ is installed
// at the first run.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { bundlingDir, runBundle, SHAPES } from "../support/bundles.js";
import { ensureInstalled } from "../support/installed.mjs";

const BUNDLERS = path.join(import.meta.dirname, "bundlers");

beforeAll(() => ensureInstalled(BUNDLERS), 300_000);

const load = createRequire(path.join(BUNDLERS, "package.json"));

test.each(SHAPES)("a bundle by esbuild runs: $format, $packages", (shape) => {
  const dir = bundlingDir();
  const file = shape.format === "esm" ? "bundle.mjs" : "bundle.cjs";
  const external = shape.packages === "packages external" ? ["--external:svscrub"] : [];
  const args = [
    "program.mjs",
    "--bundle",
    "--platform=node",
    `--format=${shape.format}`,
    `--outfile=${file}`,
    ...external,
  ];
  const built = spawnSync(process.execPath, [load.resolve("esbuild/bin/esbuild"), ...args], {
    cwd: dir.path,
    encoding: "utf8",
  });
  expect(built.status, built.stderr).toBe(0);
  runBundle(dir, file, shape);
});

test.each(SHAPES)("a bundle by rollup runs: $format, $packages", async (shape) => {
  const dir = bundlingDir();
  const at = async (name: string) =>
    (await import(pathToFileURL(load.resolve(name)).href)) as { default: () => object };
  const { rollup } = (await import(pathToFileURL(load.resolve("rollup")).href)) as {
    rollup: (options: object) => Promise<{ write: (options: object) => Promise<void> }>;
  };
  const plugins = ["node-resolve", "commonjs", "json"].map(async (name) =>
    (await at(`@rollup/plugin-${name}`)).default(),
  );
  const external = shape.packages === "packages external" ? ["svscrub"] : [];
  const onLog = () => {};
  const bundle = await rollup({ input: dir.at("program.mjs"), plugins: await Promise.all(plugins), external, onLog });
  const file = shape.format === "esm" ? "bundle.mjs" : "bundle.cjs";
  await bundle.write({ file: dir.at(file), format: shape.format, inlineDynamicImports: true });
  runBundle(dir, file, shape);
});
