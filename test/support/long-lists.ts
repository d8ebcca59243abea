// Lists long enough for the thread ahead of a run, and the same run without it: both must end alike.

import type { Workdir } from "./workdir.js";

/** Twice as long as it takes. */
export const LONG = 17 * 1024 * 1024;
const CELLS = [
  "7012-3456",
  "+503 2233 4455",
  "Tel. 6123-4567",
  "7013-4567 / 2250-1234",
  "",
  "n/a",
  "5.037E+10",
  '"7014-5678"',
  "2345678-9",
  "2250-1200 al 99",
  "+44 20 7946 0958",
  "800-1234",
  "7O12-3457",
  "25-12-2024",
];

/** Records of every kind, with the line ends of a dialect, until the list is long. */
export function longList(lineEnd: string, phones: 1 | 2, atLeast = LONG): string {
  const header = phones === 1 ? "id,nombre,telefono" : "id,nombre,telefono,celular";
  const parts = [header];
  let bytes = 0;
  for (let i = 1; bytes < atLeast; i++) {
    const number = `7${String((i * 7_919_993) % 10_000_000).padStart(7, "0")}`;
    const cells = [
      i % 3 === 0 ? CELLS[i % CELLS.length] : i % 5 === 0 ? `${number.slice(0, 4)}-${number.slice(4)}` : number,
    ];
    if (phones === 2) cells.push(i % 7 === 0 ? "2250-9999" : "");
    const name =
      i % 10 === 0
        ? `"Pérez, Ana ""${i}""${i % 1000 === 0 ? `${lineEnd}dos líneas` : ""}"`
        : `Luis ${"x".repeat(i % 60)}`;
    const record = `${i},${name},${cells.join(",")}${i % 997 === 0 ? ",de más" : ""}${i % 501 === 0 ? lineEnd : ""}`;
    parts.push(i === 5000 ? `${i},"${"largo ".repeat(500_000)}",${cells.join(",")}` : record);
    bytes += record.length + lineEnd.length;
  }
  return parts.join(lineEnd);
}

/** With the list as a file, then from stdin. */
export async function outcomes(dir: Workdir, list: string | Uint8Array, ...args: string[]) {
  dir.write("list.csv", list);
  dir.write("dnc.csv", "telefono\n7012-3456\n2250-1234\n7791-9993\n");
  const options = ["-s", "dnc.csv", "--force", "--removed", "removed.csv", ...args];
  const ahead = await dir.run(["list.csv", ...options, "-o", "clean.csv"]);
  const files = (code: number | null) => (code === 0 ? [dir.read("clean.csv"), dir.read("removed.csv")] : []);
  const report = () => {
    const { inputs, counts, reasons, types } = JSON.parse(dir.read("clean.audit.json").toString());
    const { path, ...input } = inputs[0];
    return { input, counts, reasons, types };
  };
  const first = { code: ahead.code, files: files(ahead.code), report: ahead.code === 0 ? report() : ahead.stderr };
  const here = await dir.run([...options, "-o", "clean.csv"], { stdin: list });
  const second = { code: here.code, files: files(here.code), report: here.code === 0 ? report() : here.stderr };
  return { first, second };
}
