// Rows above a list's header: titles, group headings, names that a program made up. Whoever opted out stays opted out.

import fc from "fast-check";
import { expect, test } from "vitest";
import { argumentsOf } from "../oracle/compare.js";
import { type Dialect, writeTable } from "../oracle/files.js";
import { type Row, type Table, widthOf } from "../oracle/world.js";
import { type Scene, someScenes } from "../oracle/worlds.js";
import { forAllAsync } from "../support/draws.js";
import { type Outcome, ScrubFolder } from "../support/in-process.js";
import { LAW_RUNS } from "./runs.js";

const TITLES = [
  ..."Listado de clientes|Reporte de clientes, noviembre 2026|Base de teléfonos".split("|"),
  ..."Clientes que no quieren llamadas|# exportado 2026-11-24|EMPRESA S.A. de C.V.".split("|"),
  ..."Generado por: admin|Atención al cliente: 2222-3333|Página 1 de 3".split("|"),
];
const GROUPS = "||Datos generales|Contacto|Preferencias|Ubicación|Otros datos|Teléfonos|Cliente".split("|");
const PAIRS = [
  ["Empresa:", "ACME"],
  ["Fecha:", "31/10/2026"],
  ["Usuario:", "admin"],
  ["Registros:", "1200"],
  ["Teléfono:", "2222-3333"],
  ["Estado:", "activo"],
];
const SCATTERED = ["", "", "", "Fecha: 31/10/2026", "Listado", "Pág. 1", "2026", "31/10/2026", "Central 2222-3333"];

const padded = (cells: readonly string[], width: number) => [
  ...cells,
  ...Array<string>(Math.max(0, width - cells.length)).fill(""),
];

/** A row as people and programs put it above a header of so many cells. */
function rowAbove(width: number): fc.Arbitrary<Row> {
  const series = fc.constantFrom<(at: number) => string>(
    (at) => `Columna${at + 1}`,
    (at) => `Column ${at + 1}`,
    (at) => String.fromCharCode(65 + (at % 26)),
    (at) => String(at),
    (at) => String(at + 1),
    (at) => `Unnamed: ${at}`,
    (at) => `field_${at + 1}`,
    (at) => `V${at + 1}`,
  );
  const cells = fc.oneof(
    fc.constantFrom(...TITLES).map((title) => [title]),
    fc.constantFrom(...PAIRS),
    fc.array(fc.constantFrom(...GROUPS), { minLength: width, maxLength: width }),
    fc.array(fc.constantFrom(...SCATTERED), { minLength: width, maxLength: width }),
    fc
      .tuple(series, fc.constantFrom(width, width, width, width + 1, Math.max(1, width - 1)))
      .map(([name, cells]) => Array.from({ length: cells }, (_, at) => name(at))),
    fc.constant([""]),
  );
  return fc.tuple(cells, fc.boolean()).map(([cells, isPadded]) => ({ cells: isPadded ? padded(cells, width) : cells }));
}

function rowsAbove(table: Table): fc.Arbitrary<Row[]> {
  return fc.array(rowAbove(widthOf(table)), { minLength: 1, maxLength: 3 });
}

function below(rows: readonly Row[], { header, rows: records }: Table): Table {
  return { header: rows[0]!.cells, rows: [...rows.slice(1), { cells: header! }, ...records] };
}

/** The scene with fewer records and one suppression list: what stands above them is the same. */
function briefly({ world, dialects }: Scene): Scene {
  const { list, suppress, options } = world;
  return {
    world: { list: { ...list, rows: list.rows.slice(0, 12) }, suppress: suppress.slice(0, 1), options },
    dialects,
  };
}

/** The world, with rows above its list, and above its first suppression list. */
const scenesBelowRows = someScenes()
  .filter(({ world }) => world.list.header !== undefined && world.suppress[0]!.header !== undefined)
  .map(briefly)
  .chain((scene) => fc.tuple(fc.constant(scene), rowsAbove(scene.world.list), rowsAbove(scene.world.suppress[0]!)));

/** The scene written as files, its lists in others' place where they are given. */
function written({ world, dialects }: Scene, list = world.list, first: Table = world.suppress[0]!) {
  const [of, ...ofSuppressed] = dialects as [Dialect, ...Dialect[]];
  return {
    lists: [writeTable(list, of)],
    suppress: [first, ...world.suppress.slice(1)].map((table, at) => writeTable(table, ofSuppressed[at]!)),
    args: argumentsOf(world.options),
  };
}

/** Without the zero bytes of UTF-16: half of a line end is no line. */
const linesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").replaceAll("\0", "").split("\n");

/** What a run says and what it wrote, as text: the bytes of a list are its letters. */
const shown = ({ code, stderr, clean }: Outcome) => ({ code, stderr, clean: clean.toString("latin1") });

/** Refused for the row, or for a column that the wrong header does not have. */
const isRefused = ({ code }: Outcome) => code === 2 || code === 3;

test("a list with one to three rows put above its header is refused or gives the same clean list", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(LAW_RUNS, scenesBelowRows, async ([scene, rows]) => {
    const expected = await folder.scrub(written(scene));
    if (expected.code !== 0) return;
    const scrub = written(scene, below(rows, scene.world.list));
    const outcome = await folder.scrub(scrub);
    if (!isRefused(outcome)) expect(shown(outcome)).toMatchObject({ code: 0, clean: shown(expected).clean });
    const said = await folder.scrub({ ...scrub, args: [...scrub.args, "--header-row", String(rows.length + 1)] });
    expect(shown(said)).toMatchObject({ code: 0, clean: shown(expected).clean });
  });
});

test("a suppression list with one to three rows put above its header is refused or suppresses everybody as before", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(LAW_RUNS, scenesBelowRows, async ([scene, , rows]) => {
    const expected = await folder.scrub(written(scene));
    if (expected.code !== 0) return;
    const allowed = new Set(linesOf(expected.clean));
    const more = ({ clean }: Outcome) => linesOf(clean).filter((line) => line !== "" && !allowed.has(line));
    const scrub = written(scene, scene.world.list, below(rows, scene.world.suppress[0]!));
    const outcome = await folder.scrub(scrub);
    expect([0, 4]).toContain(outcome.code);
    expect(more(outcome), outcome.stderr).toEqual([]);
    const args = [...scrub.args, "--header-row", `bajas0.csv=${rows.length + 1}`];
    const said = await folder.scrub({ ...scrub, args });
    expect(said.code, said.stderr).toBe(0);
    expect(more(said), said.stderr).toEqual([]);
  });
});
