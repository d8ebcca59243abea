// The README's recipe as it stands there: a webhook in, an opt-out durable, the next answer no.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const README = readFileSync(path.join(REPOSITORY, "README.md"), "utf8");
const RECIPE = /<!-- recipe -->\n```js\n([\s\S]*?)```/.exec(README)?.[1] ?? "";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A folder in which the package is installed and both ledgers stand, and the recipe's server in it. */
async function serve(): Promise<{
  dir: Workdir;
  ask: (path: string, form?: Record<string, string>) => Promise<Response>;
}> {
  const dir = new Workdir();
  mkdirSync(dir.at("node_modules/.bin"), { recursive: true });
  symlinkSync(REPOSITORY, dir.at("node_modules/svscrub"));
  symlinkSync(path.join(REPOSITORY, "bin/svscrub.js"), dir.at("node_modules/.bin/svscrub"));
  dir.write("first.csv", "From,Body\n+50379998888,STOP\n+50379997777,el plan de la linea que dijo ayer zxq\n");
  const ledgers = ["--registry", "optouts.csv", "--review", "review.csv"];
  (await dir.run(["registry", "import", "first.csv", "--kind", "sms", ...ledgers])).mustExit(0);
  dir.write("server.mjs", RECIPE);
  const port = await freePort();
  const bin = `${dir.at("node_modules/.bin")}:${process.env.PATH}`;
  const child = spawn(process.execPath, ["server.mjs"], {
    cwd: dir.path,
    env: { ...process.env, PATH: bin, PORT: String(port) },
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ask = async (where: string, form?: Record<string, string>) => {
    const options = form && { method: "POST", body: new URLSearchParams(form) };
    for (let tries = 0; ; tries++)
      try {
        return await fetch(`http://127.0.0.1:${port}${where}`, options);
      } catch (error) {
        if (tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
  };
  return { dir, ask };
}

test("has fewer than 40 lines", () => {
  expect(RECIPE.split("\n").length).toBeGreaterThan(10);
  expect(RECIPE.trimEnd().split("\n").length).toBeLessThan(40);
});

test("answers whether a number may be contacted, and no as soon as a webhook brought an opt-out", async () => {
  const { dir, ask } = await serve();
  const answer = async (number: string) => (await (await ask(`/may-contact/${number}`)).json()) as object;
  expect(await answer("7012-3456")).toMatchObject({ may_contact: true, number: "+50370123456" });
  expect(await answer("7999-8888")).toMatchObject({ may_contact: false, reason: "opted-out" });
  expect((await ask("/webhook", { From: "+50370123456", Body: 'por favor, "ya no"\nme escriban' })).status).toBe(200);
  expect(await answer("(503)%207012%203456")).toMatchObject({ may_contact: false, reason: "opted-out" });
  expect((await ask("/webhook", { From: "+50371112222", Body: "Gracias" })).status).toBe(200);
  expect(await answer("7111-2222")).toMatchObject({ may_contact: true });
  expect((await ask("/elsewhere")).status).toBe(404);
  renameSync(dir.at("optouts.csv"), dir.at("away.csv"));
  expect(await answer("7111-2222")).toMatchObject({ may_contact: false, reason: "list-not-trusted" });
}, 60_000);
