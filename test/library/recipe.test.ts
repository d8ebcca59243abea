// The recipe of a server as it stands in RECIPES.md, on a machine that has nothing but the package: a webhook in, an opt-out durable, the next
// answer no; and killed at any moment it has lost nothing that it answered.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, renameSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { installIn } from "../support/installed.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const recipeOf = (file: string) =>
  /<!-- recipe -->\n```js\n([\s\S]*?)```/.exec(readFileSync(path.join(REPOSITORY, file), "utf8"))?.[1] ?? "";
const RECIPE = recipeOf("RECIPES.md");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A folder in which the package is installed, and the recipe's server in it. No command can be found. */
class Machine {
  readonly dir = new Workdir();
  #server: ChildProcess | undefined;
  #port = 0;

  constructor() {
    installIn(this.dir);
    this.dir.write("server.mjs", RECIPE);
  }

  async start(): Promise<void> {
    this.#port = await freePort();
    const env = { PATH: "", PORT: String(this.#port) };
    const server = spawn(process.execPath, ["server.mjs"], {
      cwd: this.dir.path,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    this.#server = server;
    onTestFinished(() => void server.kill("SIGKILL"));
    await this.answer("7012-3456");
  }

  /** Kills it as a machine that loses its power does. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.#server!.once("exit", resolve));
    this.#server!.kill("SIGKILL");
    await ended;
  }

  async ask(
    where: string,
    post?: { body: URLSearchParams | string; headers?: Record<string, string> },
  ): Promise<Response> {
    for (let tries = 0; ; tries++)
      try {
        return await fetch(`http://127.0.0.1:${this.#port}${where}`, post && { method: "POST", ...post });
      } catch (error) {
        if (post !== undefined || tries === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
  }

  async answer(number: string): Promise<object> {
    return (await (await this.ask(`/may-contact/${encodeURIComponent(number)}`)).json()) as object;
  }

  async post(
    fields: Record<string, string>,
  ): Promise<{ event: string | null; messages: { to: string; message: string }[] }> {
    const answered = await this.ask("/webhook", { body: new URLSearchParams(fields) });
    expect(answered.status).toBe(200);
    return (await answered.json()) as never;
  }

  rows(): string[] {
    return this.dir.lines("optouts.csv").slice(1);
  }
}

test("has fewer than 40 lines, and is the same in Spanish", () => {
  expect(RECIPE.split("\n").length).toBeGreaterThan(10);
  expect(RECIPE.trimEnd().split("\n").length).toBeLessThan(40);
  expect(recipeOf("RECIPES.es.md")).toBe(RECIPE);
});

test("answers whether a number may be contacted, and no as soon as a webhook brought an opt-out", async () => {
  const machine = new Machine();
  await machine.start();
  expect(machine.dir.list().filter((name) => name.endsWith(".csv"))).toEqual(["optouts.csv", "review.csv"]);
  expect(await machine.answer("7012-3456")).toMatchObject({ may_contact: true, number: "+50370123456" });
  const opted = await machine.post({ From: "+50370123456", Body: 'por favor, "ya no"\nme escriban' });
  expect(opted.event).not.toBeNull();
  expect(await machine.answer("(503) 7012 3456")).toMatchObject({ may_contact: false, reason: "opted-out" });
  const json = {
    body: JSON.stringify({ From: "+50379998888", Body: "STOP" }),
    headers: { "content-type": "application/json" },
  };
  expect((await machine.ask("/webhook", json)).status).toBe(200);
  const stopped = await machine.post({ From: "+50371114444", Body: "BAJA" });
  const owed = { to: "+50371114444", message: expect.stringMatching(/^Listo: /) as string };
  expect(stopped).toEqual({ event: expect.any(String), messages: [owed] });
  const again = await machine.post({ From: "+50371114444", Body: "BAJA" });
  expect(again).toEqual({ event: stopped.event, messages: [] });
  expect(await machine.answer("7999-8888")).toMatchObject({ may_contact: false, reason: "opted-out" });
  expect(await machine.post({ From: "+50371112222", Body: "Gracias" })).toEqual({ event: null, messages: [] });
  expect(await machine.answer("7111-2222")).toMatchObject({ may_contact: true });
  await machine.post({ From: "+50371113333", Body: "el plan de la linea que dijo ayer zxq" });
  expect(await machine.answer("7111-3333")).toMatchObject({ may_contact: false, reason: "opted-out" });
  expect((await machine.ask("/elsewhere")).status).toBe(404);
  renameSync(machine.dir.at("optouts.csv"), machine.dir.at("away.csv"));
  expect(await machine.answer("7111-2222")).toMatchObject({ may_contact: false, reason: "list-not-trusted" });
  expect(
    (await machine.ask("/webhook", { body: new URLSearchParams({ From: "+50371112222", Body: "STOP" }) })).status,
  ).toBe(500);
}, 60_000);

test("loses nothing that it answered when it is killed, and records what comes again once", async () => {
  const machine = new Machine();
  await machine.start();
  const messages = Array.from({ length: 40 }, (_, i) => ({
    From: `+503702${String(10_000 + i)}`,
    Body: "STOP",
    MessageSid: `SM${i}`,
  }));
  const answered = new Map<string, string>();
  const posts = messages.map(async (message, i) => {
    await new Promise((resolve) => setTimeout(resolve, 5 * i));
    const told = await machine.post(message).catch(() => undefined);
    if (told !== undefined) answered.set(message.From, told.event!);
  });
  while (answered.size < 10) await new Promise((resolve) => setTimeout(resolve, 1));
  await machine.kill();
  await Promise.all(posts);
  expect(answered.size).toBeLessThan(messages.length);
  await machine.start();
  for (const [phone, event] of answered) {
    expect(machine.rows().filter((row) => row.startsWith(`${event},${phone},opt-out,`))).toHaveLength(1);
    expect(await machine.answer(phone)).toMatchObject({ may_contact: false });
  }
  // A provider sends again what got no answer, and sometimes what did.
  for (const message of messages) expect((await machine.post(message)).event).not.toBeNull();
  expect(
    machine
      .rows()
      .map((row) => row.split(",")[1])
      .sort(),
  ).toEqual(messages.map(({ From }) => From).sort());
  // What a kill left of a lock that was being made is swept when it is ten seconds old.
  expect(machine.dir.list().filter((name) => name.endsWith(".lock"))).toEqual([]);
}, 60_000);
