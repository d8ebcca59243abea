// Whoever opted out by a word is not contacted, wherever it stands: every word of the lexicon that alone says no goes through every entrance.

import { describe, expect, test } from "vitest";
import { ASKING_WORDS } from "../../src/lexicon/asking-words.js";
import { mayTell } from "../../src/lexicon/cues.js";
import { readMark } from "../../src/lexicon/marks.js";
import { type Role, sectionsOf } from "../../src/lexicon/vocabulary.js";
import { Workdir } from "../support/workdir.js";

const WRITTEN_WHOLE =
  "stop,baja,de baja,dado de baja,opt-out,unsubscribe,DNC,do not call,do not contact,no llamar,no contactar,no molestar,no me llamen,no enviar mensajes,lista negra,remove me";
/** The words of asking of a role, or of all, as they are looked up. */
const wordsOf = (role?: Role) =>
  sectionsOf(ASKING_WORDS).flatMap(({ roles, entries }) =>
    role === undefined || roles.has(role) ? entries.map((entry) => entry.replace(/^[~+]|:.*/g, "")) : [],
  );
const WORDS = [...new Set([...wordsOf("out-sure"), ...WRITTEN_WHOLE.split(",")])];
const numberOf = (at: number) => `7${String(1000000 + 37 * at)}`;
const table = (header: string, cells: (word: string, at: number) => string, ...others: string[]) =>
  `${[header, ...WORDS.map(cells), ...others].join("\n")}\n`;

interface Entrance {
  list: string;
  suppression?: string;
  /** Imported into a registry first, as this kind. */
  log?: string;
  kind?: string;
}

const ANA = "7222-3344,Ana,";
const plainList = table("telefono,nombre,grupo", (_, at) => `${numberOf(at)},Luis,`, ANA);
const cellOf = (header: string, write: (word: string, at: number) => string) => ({ list: table(header, write, ANA) });
const logOf = (kind: string, column: string) => ({
  list: plainList,
  kind,
  log: table(`telefono,${column},fecha`, (word, at) => `${numberOf(at)},${word},2026-01-02 10:00`),
});
const ENTRANCES: Record<string, Entrance> = {
  "as the name of a column, beside sí": {
    list: table(
      `telefono,nombre,${WORDS.join(",")}`,
      (_, at) => `${numberOf(at)},Luis,${WORDS.map((_, column) => (column === at ? "sí" : "")).join(",")}`,
      ANA + ",".repeat(WORDS.length - 1),
    ),
  },
  "as a status": cellOf("telefono,nombre,estado", (word, at) => `${numberOf(at)},Luis,${word}`),
  "as a remark": cellOf("telefono,nombre,observaciones", (word, at) => `${numberOf(at)},Luis,${word}`),
  "in the phone cell": cellOf("telefono,nombre,grupo", (word, at) => `${numberOf(at)} ${word},Luis,`),
  "as an action of a suppression list": {
    list: plainList,
    suppression: table("telefono,accion", (word, at) => `${numberOf(at)},${word}`),
  },
  "as a call's outcome": logOf("call", "resultado"),
  "as a reply": logOf("sms", "mensaje"),
};

describe("nobody is contacted whom a word of the lexicon takes out", () => {
  test.each(Object.entries(ENTRANCES))("%s", async (_, { list, suppression, log, kind }) => {
    const dir = new Workdir({ "list.csv": list, "s.csv": suppression ?? "telefono\n2222-3333\n" });
    const lists = ["s.csv"];
    if (log !== undefined) {
      dir.write("log.csv", log);
      const into = ["--kind", kind!, "--registry", "registro.csv", "--review", "revisar.csv"];
      await dir.ok(["registry", "import", "log.csv", ...into]);
      lists.splice(0, 1, "registro.csv", "revisar.csv");
    }
    await dir.ok(["list.csv", "-s", ...lists, "-o", "clean.csv"]);
    const kept = WORDS.filter((_, at) => dir.read("clean.csv").includes(numberOf(at).slice(1)));
    expect(kept).toEqual([]);
    expect(dir.text("clean.csv")).toContain("72223344");
  });
});

test("a cell that says no by a word of the lexicon is read", () => {
  const cellsOf = (word: string) =>
    ["_", "_ llamadas", "_ de la lista", "pide _", "correo _", "_ sus datos"].map((cell) => cell.replace("_", word));
  // `n` stands before numbers, and César is a name.
  const words = wordsOf().filter((word) => word !== "n" && word !== "cesar");
  expect(words.flatMap(cellsOf).filter((cell) => readMark("nota", cell) !== undefined && !mayTell(cell))).toEqual([]);
});
