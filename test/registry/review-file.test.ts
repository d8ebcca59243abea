// The file of --review stands there after every import that names it, and a scrub takes it whether anything waits in it or not.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const FILES = ["--registry", "registro.csv", "--review", "revisar.csv"];

test.each([
  ["nothing is unclear", "7013-4567,BAJA", 0],
  ["nobody asks for anything", "7013-4567,gracias", 0],
  ["a message is unclear", "7013-4567,no se que es esto", 1],
])(
  "an import and then a scrub by the registry and the review work from an empty folder: %s",
  async (_what, message, waiting) => {
    const dir = new Workdir({ "base.csv": "telefono\n7012-3456\n7013-4567\n" });
    dir.write("respuestas.csv", `from,body,date\n${message},2026-11-24 09:00\n`);
    const run = async (...args: string[]) => expect(await dir.run(args)).toMatchObject({ code: 0 });
    const scrub = () => run("base.csv", "-s", "registro.csv", "revisar.csv", "-o", "clean.csv", "-f");
    const rows = () => dir.lines("revisar.csv").slice(1);

    await run("registry", "import", "respuestas.csv", "--kind", "sms", ...FILES);
    expect(rows()).toHaveLength(waiting);
    await scrub();
    dir.write("revisar.csv", dir.text("revisar.csv").replaceAll(",review,", ",other,"));
    await run("registry", "import", "revisar.csv", "--kind", "reviewed", ...FILES.slice(0, 2));
    expect(rows()).toEqual([]);
    await scrub();
  },
);

test("what is followed has a review from its beginning, also where the registry is an old one", async () => {
  const dir = new Workdir();
  await dir.run("registry add 7012-3456 --registry registro.csv");
  const { code } = await dir.run(["registry", "import", "-", "--kind", "sms", "--follow", ...FILES], {
    stdin: "from,body\n",
  });
  expect(code).toBe(0);
  expect(dir.text("revisar.csv")).toMatch(/^event,phone,.*,message\n$/);
});

test("an unfinished last row of a review is named when it is taken away", async () => {
  const dir = new Workdir();
  const take = async (name: string, phone: string) => {
    dir.write(name, `from,body,date\n${phone},"no me interesa, gracias",2026-11-24 09:00\n`);
    return await dir.run(["registry", "import", name, "--kind", "sms", ...FILES]);
  };
  await take("a.csv", "7012-3456");
  dir.write("revisar.csv", dir.text("revisar.csv").slice(0, -12));
  expect((await take("b.csv", "7013-4567")).stderr).toContain("revisar.csv: an interrupted run left line 2 unfinished");
});
