// Figures for a reader: a table with the targets of its lines, on the screen and in the marked places of the READMEs.

import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";

const BEGIN = "<!-- figures -->";
const END = "<!-- /figures -->";
const REPOSITORY = new URL("../../", import.meta.url);

export const count = (number) => number.toLocaleString("en");

/** The rows of some parts, with CPU time also as a multiple of the part's base. */
export function renderTable(results) {
  const lines = results.flatMap(({ part, base, rows }) => {
    const unit = rows.find(({ name }) => name === base);
    return rows.map((row, i) => [i === 0 ? part : "", row.name, ...figuresOf(row, unit), targetsOf(row)]);
  });
  return markdown(["part", "case", "wall s", "CPU s", "CPU x", "MB", "wrong", "targets"], lines);
}

function figuresOf({ wall, cpu, peak, wrong }, base) {
  if (cpu === undefined) return ["", "", "", "", ""];
  const records = wrong === undefined ? "" : count(wrong);
  return [wall.toFixed(2), cpu.toFixed(2), (cpu / base.cpu).toFixed(2), peak.toFixed(0), records];
}

function targetsOf({ targets }) {
  const measured = targets.filter(({ value }) => !Number.isNaN(value));
  const said = measured.map(({ what, unit, value, most }) => {
    const verdict = value > most ? ": **missed**" : "";
    return `${what} ${Number(value.toPrecision(3))} ${unit}, at most ${Number(most.toPrecision(3))}${verdict}`;
  });
  return said.join("; ");
}

function markdown(header, rows) {
  const isNumber = (i) => i > 1 && i < header.length - 1;
  const widthOf = (i) => Math.max(3, header[i].length, ...rows.map((row) => row[i].length));
  const widths = header.map((_, i) => widthOf(i));
  const pad = (cell, i) => (isNumber(i) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]));
  const line = (cells) => `| ${cells.map(pad).join(" | ")} |`;
  const rule = widths.map((width, i) => (isNumber(i) ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [line(header), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** What the figures were taken on. */
export function renderMachine() {
  const cores = os.cpus();
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  const system = `${os.type()} ${os.release().replace(/-.*/, "")}, Node ${process.versions.node}`;
  return `${cores[0].model}, ${cores.length} cores, ${gigabytes} GB, ${system}`;
}

/** Fills the marked places with one run's figures. */
export function writeFigures(head, results, { records, optOuts }) {
  fill("test/bench/README.md", `\n${head}\n\n${renderTable(results)}\n`);
  const rows = results.find(({ part }) => part === "plain")?.rows ?? [];
  const [ours, duckdb] = ["svscrub", "duckdb"].map((name) => rows.find((row) => row.name === name));
  if (ours === undefined || duckdb === undefined) return;
  const [mine, theirs] = [ours, duckdb].map(({ wall, peak }) => `${wall.toFixed(1)} s, ${peak.toFixed(0)} MB`);
  const [people, refusals, cores] = [count(records), count(optOuts), os.cpus().length];
  const [personas, bajas] = [records, optOuts].map((number) =>
    number % 1e6 === 0 ? `${count(number)} de` : count(number),
  );
  fill(
    "README.md",
    `${people} records against ${refusals} opt-outs on ${cores} cores: ${mine}. The same in DuckDB's SQL: ${theirs}.`,
  );
  fill(
    "README.es.md",
    `${personas} registros contra ${bajas} bajas, ${cores} núcleos: ${mine}. Lo mismo en SQL con DuckDB: ${theirs}.`,
  );
}

function fill(file, text) {
  const url = new URL(file, REPOSITORY);
  const old = readFileSync(url, "utf8");
  const [begin, end] = [old.indexOf(BEGIN), old.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for figures`);
  writeFileSync(url, `${old.slice(0, begin + BEGIN.length)}\n${text}\n${old.slice(end)}`);
}
