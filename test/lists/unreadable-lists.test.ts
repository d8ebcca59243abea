// A list that can't be read says what it is, and what to do.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

async function refused(text: string, ...args: string[]): Promise<string> {
  const dir = new Workdir({ "list.csv": text, "dnc.csv": "telefono\n2999-0001\n" });
  const run = await dir.ends(3, ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--lang", "en", ...args]);
  return run.stderr.toString();
}

test("a list that can't be read says what it is where each cell of a record has a line of its own", async () => {
  const psql =
    "-[ RECORD 1 ]-----\nnombre   | Ana\ntelefono | 7011-1111\n-[ RECORD 2 ]-----\nnombre   | Luz\ntelefono | 7022-2233\n";
  const mysql = "*************************** 1. row ***************************\n  nombre: Ana\ntelefono: 7011-1111\n";
  for (const text of [psql, mysql]) expect(await refused(text)).toContain("every cell in a line of its own");
});
