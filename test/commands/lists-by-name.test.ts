// Options that are said of one list by its name, of phone lists as of suppression lists, whatever the name holds.

import { mkdirSync, renameSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bookParts, zipOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";

const CRM = "Nombre,Celular\nAna,7012-3456\nEva,7123-4567\n";
const BOOK = "Reporte de clientes\n\nNombre,Tel\nLuis,7222-1111\nEva,7123-4567\n";
const BOTH = ["--column", "crm.csv=Celular", "--column", "libro.csv=Tel", "--header-row", "libro.csv=3"];
const TWO_HEADERS = "Correo,Tel\nNombre,Celular\nLuis,7222-1111\n";
const CLEAN = "Nombre,Celular\nAna,+50370123456\nEva,+50371234567\n";

function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): Workdir {
  const dir = new Workdir();
  const all = { "crm.csv": CRM, "libro.csv": BOOK, "dnc.csv": "telefono\n7222-1111\n", ...files };
  for (const [name, content] of Object.entries(all)) dir.write(name, content);
  return dir;
}

const scrub = (dir: Workdir, lists: readonly string[], ...options: string[]) =>
  dir.run([...lists, ...options, "-s", "dnc.csv", "-o", "clean.csv", "--lang", "en"]);

describe("phone lists of different shapes", () => {
  test("make one clean list, with the header of the first, where options say of each how it is read", async () => {
    const dir = folder();
    (await scrub(dir, ["crm.csv", "libro.csv"], ...BOTH)).mustExit(0);
    expect(dir.text("clean.csv")).toBe(CLEAN);
  });

  test("are verified by running again, also where the lists were moved", async () => {
    const dir = folder();
    (await scrub(dir, ["crm.csv", "./libro.csv"], ...BOTH.with(-1, "./libro.csv=3"))).mustExit(0);
    await dir.ok("verify clean.audit.json");
    mkdirSync(dir.at("archive"));
    renameSync(dir.at("libro.csv"), dir.at("archive/old.csv"));
    renameSync(dir.at("crm.csv"), dir.at("archive/libro.csv"));
    const verified = await dir.ok("verify clean.audit.json --find archive");
    expect(verified.out).toContain("the run was repeated with 4 records");
    const report = dir.json("clean.audit.json");
    expect(report.inputs.map(({ named }: { named?: string }) => named)).toEqual(["crm.csv", "./libro.csv"]);
  });

  test("are refused with the options for both where only their phone columns are called otherwise, which then work", async () => {
    const dir = folder();
    const options = ["--header-row", "libro.csv=3"];
    const refused = await scrub(dir, ["crm.csv", "libro.csv"], ...options);
    refused.mustExit(3);
    const [, both] = /by itself, with its own -o, or both with (.*)\./.exec(refused.stderr)!;
    (await scrub(dir, ["crm.csv", "libro.csv"], ...options, ...both!.split(" "))).mustExit(0);
    expect(dir.text("clean.csv")).toBe(CLEAN);
  });

  test("are refused where other columns differ, whatever is said of the phones", async () => {
    const dir = folder({ "libro.csv": BOOK.replace("Nombre", "Apellido") });
    const refused = await scrub(dir, ["crm.csv", "libro.csv"], ...BOTH);
    refused.mustExit(3);
    expect(refused.stderr).not.toContain("or both");
  });

  test("are each refused with their own option for the row of the header", async () => {
    const refused = await scrub(folder({ "libro.csv": TWO_HEADERS }), ["crm.csv", "libro.csv"]);
    refused.mustExit(3);
    expect(refused.stderr).toContain("or --header-row libro.csv=2,");
  });

  test("may be sheets of workbooks, each of its own", async () => {
    const rows = (name: string, phone: string) => [
      ["Nombre", "Tel"],
      [name, phone],
    ];
    const sheets = (phone: string) =>
      zipOf(
        bookParts([
          { name: "Notas", rows: [["x"]] },
          { name: "Datos", rows: rows("Ana", phone) },
        ]),
      );
    const dir = folder({ "a.xlsx": sheets("7012-3456"), "b.xlsx": sheets("7012-3457") });
    const options = ["--sheet", "a.xlsx=2", "--sheet", "b.xlsx=Datos"];
    const refused = await scrub(dir, ["a.xlsx", "b.xlsx"], "--sheet", "a.xlsx=2");
    refused.mustExit(3);
    expect(refused.stderr).toContain(
      "--sheet b.xlsx=SHEET, with its name or position. Or take all of them: --sheet '*'.\n",
    );
    (await scrub(dir, ["a.xlsx", "b.xlsx"], ...options)).mustExit(0);
    await dir.ok("verify clean.audit.json");
  });
});

describe("the name of a list", () => {
  test.each<[what: string, lists: string[], options: string[], said: string]>([
    ["of no list", ["crm.csv"], ["--header-row", "crm.cvs=3"], 'no list is named "crm.cvs"; did you mean "crm.csv"?'],
    ["of no list, before a column", ["crm.csv"], ["--column", "crm.cvs=Celular"], 'did you mean "crm.csv"?'],
    ["of no list, where only suppression lists count", ["crm.csv"], ["--max-age", "crm.csv=3d"], "no suppression list"],
  ])("is refused that is %s", async (_, lists, options, said) => {
    const dir = folder({ "b/crm.csv": CRM, "b/dnc.csv": CRM });
    const refused = await scrub(dir, lists, ...options);
    refused.mustExit(2);
    expect(refused.stderr).toContain(said);
  });

  test("means each list that is called so", async () => {
    const dir = folder({ "b/crm.csv": CRM.replaceAll("7", "6") });
    (await scrub(dir, ["crm.csv", "b/crm.csv"], "--column", "crm.csv=2", "--header-row", "crm.csv=1")).mustExit(0);
    expect(dir.text("clean.csv")).toBe(`${CLEAN}Ana,+50360123456\nEva,+50361234566\n`);
    await dir.ok("verify clean.audit.json");
  });

  test.each(["a=b.csv", "=b.csv", "a=b=c.csv", "-b.csv", "a b=.csv"])(
    "may hold a = or begin with a dash: %s",
    async (name) => {
      const dir = folder({ [name]: BOOK, [`x/${name}`]: "titulo\nnota\ntelefono\n7012-3456\n" });
      const options = [`--header-row=${name}=3`, `--column=${name}=Tel`, "--column", "crm.csv=Celular"];
      await dir.ok(["-s", "dnc.csv", "-o", "clean.csv", ...options, "--", "crm.csv", name]);
      expect(dir.text("clean.csv")).toBe(CLEAN);
      await dir.ok("verify clean.audit.json");

      const suppressed = [`--header-row=${name}=3`, `--suppress-column=${name}=telefono`, `--max-age=${name}=900d`];
      await dir.ok(["crm.csv", "-s", `x/${name}`, ...suppressed, "-o", "c.csv"]);
      expect(dir.text("c.csv")).toBe("Nombre,Celular\nEva,+50371234567\n");
    },
  );
});

const CHAT = "3/4/26, 9:15 a. m. - Ana: ya no me llamen al 7222-1111\n3/4/26, 9:16 a. m. - Ventas: listo\n";

/** The commands that an inspection proposes, without the program's name. */
async function proposed(dir: Workdir, ...args: string[]): Promise<string[][]> {
  const run = await dir.ok(["inspect", ...args]);
  return [...run.stderr.matchAll(/^ {2}svscrub (.*)$/gm)].map(([, words]) => words!.split(" "));
}

test("an inspection of several files proposes to scrub the lists by the chat among them, which then works", async () => {
  const dir = folder({ "chat.txt": CHAT });
  const commands = await proposed(dir, "crm.csv", "chat.txt");
  expect(commands).toEqual([["crm.csv", "-s", "chat.txt", "-o", "crm.clean.csv"]]);
  await dir.ok(commands[0]!);
});

test.each([
  ["a second sheet", ["--sheet", "dnc.csv=Enero", "--sheet", "dnc.csv=Febrero"]],
  ["a second channel", ["--channel", "sms", "--channel", "whatsapp"]],
  ["a second removed list", ["--removed", "a.csv", "--removed", "b.csv"]],
])(
  "%s is refused: only the last would hold, and the first would count for nothing without a word",
  async (_, options) => {
    const refused = await scrub(folder(), ["crm.csv"], ...options);
    refused.mustExit(2);
    refused.check(() => expect(refused.stderr).toContain(`${options[0]} is there twice`));
  },
);

test.each(["sub/r.csv", "r.csv"])(
  "A suppression list is meant by its path as it was given and by its name: %s",
  async (name) => {
    const dir = folder({ "sub/r.csv": "telefono\n", "sub/bajas/x.csv": "a,tel\n1,7012-3456\n" });
    dir.write("sub/bajas/y.csv", "a,tel\n1,7999-9999\n");
    const read = ["--allow-empty", name, "--as-of", `${name}=2026-05-01`, "--min-entries", `${name}=0`];
    const ofFolder = ["--suppress-column", "sub/bajas=tel", "--max-unreadable", "sub/bajas/x.csv=50%"];
    const options = [...read, ...ofFolder, "-s", "sub/r.csv", "sub/bajas", "dnc.csv", "-o", "sub/clean.csv"];
    await dir.ok(["crm.csv", ...options, "--canary", "sub/bajas=7012-3456"]);
    expect(dir.text("sub/clean.csv")).toBe("Nombre,Celular\nEva,+50371234567\n");
    const { run, suppressions } = dir.json("sub/clean.audit.json");
    expect(suppressions.map((list: { name: string }) => list.name)).toEqual(
      "r.csv bajas/x.csv bajas/y.csv dnc.csv".split(" "),
    );
    const { allow_empty, as_of, suppress_column, max_unreadable, canary } = run.options;
    expect(allow_empty).toEqual(["r.csv"]);
    const named = [as_of, max_unreadable, canary].map((values: { list: string }[]) => values[0]!.list);
    expect([...named, suppress_column[0]]).toEqual(["r.csv", "bajas/x.csv", "bajas", "bajas=tel"]);
    await dir.ok("verify sub/clean.audit.json");
  },
);

test("A path by which no list was given means none", async () => {
  const dir = folder({ "sub/r.csv": "telefono\n", "other/r.csv": "telefono\n7012-3456\n" });
  for (const name of ["sub", "./sub/r.csv", "other/r.csv"]) {
    const run = await dir.ends(2, ["crm.csv", "-s", "sub/r.csv", "dnc.csv", "--allow-empty", name, "--lang", "en"]);
    expect(run.stderr).toContain(name);
  }
});
