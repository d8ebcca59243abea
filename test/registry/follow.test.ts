// registry import --follow: each message is durable before it is answered, whatever else happens to the ledger meanwhile, and
// the same lines make the same ledger however they come.

import fs from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ExitCode } from "../../src/errors.js";
import { StreamInput } from "../../src/files/input.js";
import { openLedger, readLedger } from "../../src/registry/ledger.js";
import { keyOf, phoneKey } from "../../src/registry/ledger-event.js";
import { LedgerIndex } from "../../src/registry/ledger-index.js";
import { openImport } from "../../src/registry/read-import.js";
import { Recorder } from "../../src/registry/record.js";
import type { ImportPlan } from "../../src/registry/understanding.js";
import { TEMPLATES } from "../../src/text/acknowledgements.js";
import { all as en } from "../../src/text/en/answers.js";
import { draws, forAll, forAllAsync } from "../support/draws.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { LiveRun } from "../support/live-run.js";
import { HEADER as LEDGER } from "../support/registry-dir.js";
import { sayIn } from "../support/spoken.js";
import { holderWith } from "../support/stale-lock.js";
import { Workdir } from "../support/workdir.js";

const FOLLOW = ["registry", "import", "-", "--registry", "r.csv", "--review", "review.csv", "--follow"];
const SMS = [...FOLLOW, "--kind", "sms"];
const HEADER = "From,To,Body,DateSent\n";
const at = (second: number) => `2026-11-24T08:00:${String(second).padStart(2, "0")}-06:00`;
const stop = (number: string, second: number) => `${number},2222-0000,STOP,${at(second)}\n`;
const idOf = (line: string) => line.split(",").at(-1)!;

let dir: Workdir;
beforeEach(() => {
  dir = new Workdir();
});

const events = () => readLedger(dir.at("r.csv")).events;

describe("a message that is followed", () => {
  test("has with --json one object for its line, whatever it asks for", async () => {
    const run = new LiveRun(dir, [...SMS, "--json", "--own", "2222-0000"]);
    const ask = async (line: string) => {
      run.write(`${line}\n`);
      return JSON.parse(await run.next()) as Record<string, unknown>;
    };
    run.write(HEADER);
    const none = { event: null, to: null, channel: null, language: null, message: null, error: null };
    expect(await ask(`7000-0001,2222-0000,gracias,${at(1)}`)).toEqual({ line: 2, ...none, action: "none" });
    expect(await ask(`2222-0000,7000-0001,Responda BAJA,${at(2)}`)).toEqual({ line: 3, ...none, action: "outbound" });
    const out = await ask(`7000-0001,2222-0000,BAJA,${at(3)}`);
    expect(out).toMatchObject({ line: 4, action: "opt-out", to: "+50370000001", channel: "sms", error: null });
    expect(out.message).toBe(TEMPLATES.es["opt-out"]);
    expect(await ask(`7000-0001,2222-0000,help,${at(4)}`)).toMatchObject({ action: "help", language: "en" });
    const unclear = await ask(`7000-0002,2222-0000,no,${at(5)}`);
    expect(unclear).toMatchObject({ action: "review", to: "+50370000002", message: null, error: null });
    expect(await ask(`7000-3003,2222-0000`)).toMatchObject({
      line: 7,
      action: "review",
      error: "this line can't be read",
    });
    expect(await ask(`nobody,2222-0000,STOP,${at(7)}`)).toMatchObject({ action: "review", to: null });
    expect(await ask(`"7000-0004","2222-0000","STOP\nnow","${at(8)}"`)).toMatchObject({ line: 9, action: "opt-out" });
    expect(await ask(`7000-0005 / 7000-0006,2222-0000,STOP,${at(9)}`)).toMatchObject({
      line: 11,
      to: "+50370000005",
      also: [{ action: "opt-out", to: "+50370000006" }],
    });
    expect(await run.end()).toBe(0);
    const reviews = openLedger(dir.at("review.csv"), "reviews").events;
    expect(reviews.map(({ event }) => event)).toContain(unclear.event);
    expect(reviews.map(({ phone }) => phone)).toEqual(["+50370000002", "+50370003003", ""]);
    // No cell is in a message.
    expect(run.stderr).not.toMatch(/7000|nobody/);
  });

  test("that says something else in the same second waits for a person as well, and its repetition does not", async () => {
    const lines = ["no", "quizas no", "no"].map((body) => `7000-0003,2222-0000,${body},${at(1)}\n`);
    for (let round = 0; round < 2; round++) {
      const run = new LiveRun(dir, SMS);
      run.write([HEADER, ...lines].join(""));
      expect(await run.end()).toBe(0);
    }
    const waiting = openLedger(dir.at("review.csv"), "reviews").events;
    expect(waiting.map(({ phone, message }) => `${phone} ${message}`)).toEqual([
      "+50370000003 no",
      "+50370000003 quizas no",
    ]);
  });

  test("that lets nothing through is recorded, and nobody is told that it does", async () => {
    const said = (number: string, body: string, when: string) => `${number},2222-0000,${body},${when}\n`;
    const lines = [
      HEADER,
      said("7000-0001", "ya no me contacten", at(1)),
      said("7000-0001", "ALTA", at(2)),
      said("7000-0002", "STOP", at(3)),
      said("7000-0002", "ALTA", at(3)),
      said("7000-0003", "ALTA", "2999-01-01"),
      said("7000-0004", "ALTA", "ayer"),
      said("7000-0005", "STOP", at(4)),
      said("7000-0005", "ALTA", at(5)),
    ].join("");
    const run = new LiveRun(dir, [...SMS, "--json"]);
    run.write(lines);
    expect(await run.end()).toBe(0);
    const answers = run.lines.map((line) => JSON.parse(line) as { to: string; action: string; message: string | null });
    const owed = answers.map(
      ({ to, action, message }) => `${to.slice(-1)} ${action} ${message === null ? "-" : "said"}`,
    );
    expect(owed).toEqual([
      ..."1 opt-out said|1 opt-in -|2 opt-out said|2 opt-in -|3 opt-in -|4 opt-in -|5 opt-out said".split("|"),
      "5 opt-in said",
    ]);
    expect(events().length).toBe(8);
    dir.write("in.csv", lines);
    await dir.ok("registry import in.csv --registry s.csv --kind sms --ack acks.csv");
    const acknowledged = dir.lines("acks.csv").slice(1);
    expect(acknowledged.map((line) => line.slice(11, 12))).toEqual(["1", "2", "5", "5"]);
  });

  test("goes into a file of acknowledgements where one is named, and then nothing is said", async () => {
    const run = new LiveRun(dir, [...SMS, "--ack", "acks.csv"]);
    run.write(`${HEADER}${stop("7000-0001", 1)}7000-0002,2222-0000,AYUDA,${at(2)}\n`);
    expect(await run.end()).toBe(0);
    expect(run.lines).toEqual([]);
    expect(dir.lines("acks.csv").length).toBe(3);
    expect(fs.statSync(dir.at("acks.csv")).mode & 0o777).toBe(0o600);
  });

  test("of a call or a form is taken by its columns, with the address to answer to", async () => {
    const form = new LiveRun(dir, [...FOLLOW, "--kind", "form"]);
    form.write("telefono,correo,fecha\n7000-0001,ana@ejemplo.com,2026-11-24\n");
    expect(await form.next()).toBe("to,channel,language,message,event,email");
    expect(await form.next()).toMatch(/^\+50370000001,any,es,.*,ana@ejemplo\.com$/);
    expect(await form.end()).toBe(0);
    const call = new LiveRun(dir, [...FOLLOW, "--kind", "call"]);
    call.write(`telefono,tipificacion,fecha\n7000-0002,no llamar,2026-11-24\n`);
    await call.next();
    expect(await call.next()).toContain(TEMPLATES.es["opt-out-call"]);
    expect(await call.end()).toBe(0);
  });
});

describe("beside others", () => {
  test("their events are known, and a registry that was erased in is read anew", async () => {
    const run = new LiveRun(dir, [...SMS, "--json"]);
    const ask = async (line: string) => {
      run.write(line);
      return JSON.parse(await run.next()) as { event: string; action: string };
    };
    run.write(HEADER);
    const first = await ask(stop("7000-0001", 1));
    dir.write("other.csv", `${HEADER}${stop("7000-0002", 2)}`);
    await dir.ok("registry import other.csv --registry r.csv --kind sms -q");
    const theirs = events().find(({ phone }) => phone === "+50370000002")!;
    expect((await ask(stop("7000-0002", 2))).event).toBe(theirs.event);
    const whole = dir.read("r.csv");
    await dir.ok("registry erase 7000-0001 --registry r.csv");
    expect(dir.read("r.csv").length).toBeLessThan(whole.length);
    expect((await ask(stop("7000-0001", 1))).event).toBe(first.event);
    await ask(stop("7000-0003", 3));
    expect(await run.end()).toBe(0);
    expect(events().map(({ phone }) => phone)).toEqual(["+50370000001", "+50370000002", "+50370000003"]);
  });

  test.each<[string, (whole: string) => string]>([
    ["is an older copy", (whole) => whole.replace(/^.*\+50370000002.*\n/m, "")],
    ["was restored without its first event", (whole) => whole.replace(/^.*\+50370000001.*\n/m, "")],
    ["is cut in the middle of a line", (whole) => whole.slice(0, -20)],
    ["has its header alone", () => LEDGER],
  ])("a registry that %s ends it: what it has lost would bar nobody", async (_, spoil) => {
    const run = new LiveRun(dir, SMS);
    run.write(`${HEADER}${stop("7000-0001", 1)}`);
    for (let lines = 0; lines < 2; lines++) await run.next();
    run.write(stop("7000-0002", 2));
    await run.next();
    const spoilt = spoil(dir.text("r.csv"));
    dir.write("new.csv", spoilt);
    fs.renameSync(dir.at("new.csv"), dir.at("r.csv"));
    run.write(stop("7000-0003", 3));
    expect(await run.ended).toBe(4);
    expect(run.stderr).toContain("r.csv: has lost events that it held before");
    expect(run.lines.length).toBe(3);
    expect(dir.text("r.csv")).toBe(spoilt);
  });

  for (const [what, spoil] of [
    ["deleted", (file: string) => fs.rmSync(file)],
    ["emptied", (file: string) => fs.truncateSync(file)],
  ] as const)
    for (const stood of [true, false])
      test(`a registry that is ${what} ends it${stood ? "" : ", also one that it began itself"}: a new one would bar nobody of before`, async () => {
        if (stood) dir.write("r.csv", `${LEDGER}e1,+50370000009,opt-out,sms,${at(1)},${at(1)},sms,,message,a:1\n`);
        const run = new LiveRun(dir, SMS);
        run.write(`${HEADER}${stop("7000-0001", 1)}`);
        await run.next();
        await run.next();
        spoil(dir.at("r.csv"));
        const left = dir.list();
        run.write(stop("7000-0002", 2));
        expect(await run.ended).toBe(4);
        expect(run.stderr).toContain("r.csv: has lost events");
        expect(run.lines.length).toBe(2);
        expect(dir.list()).toEqual(left);
        for (const name of left.filter((it) => it !== "review.csv")) expect(dir.read(name).length).toBe(0);
      });
});

describe("an end", () => {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)
    test(`by ${signal} waits for the group that is under way, and has its own exit code`, async () => {
      dir.write("r.csv", LEDGER);
      const run = new LiveRun(dir, SMS);
      run.write(HEADER);
      await run.next();
      // Somebody who is alive: this process.
      fs.writeFileSync(dir.at("r.csv.lock"), holderWith());
      const waits = new Promise<void>((resolve) => {
        const watcher = fs.watch(dir.path, (_event, name) => {
          if (!name?.endsWith(".tmp")) return;
          watcher.close();
          resolve();
        });
      });
      run.write(Array.from({ length: 300 }, (_, i) => stop(`7000-1${String(i).padStart(3, "0")}`, 1)).join(""));
      await waits;
      run.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 50));
      fs.rmSync(dir.at("r.csv.lock"));
      expect(await run.ended).toBe(code);
      const recorded = events().map(({ event }) => event);
      expect(recorded.length).toBeGreaterThan(0);
      expect(run.lines.slice(1).map(idOf)).toEqual(recorded);
      expect(dir.list()).toEqual(["r.csv", "review.csv"]);
    });

  test("of whoever reads stdout is 141, and the messages repeated are all acknowledged", async () => {
    const run = new LiveRun(dir, SMS);
    run.write(HEADER + stop("7000-0001", 1));
    await run.next();
    await run.next();
    run.closeStdout();
    run.write(stop("7000-0002", 2));
    expect(await run.ended).toBe(141);
    expect(run.stderr).not.toContain("svscrub:");
    const again = new LiveRun(dir, SMS);
    again.write(HEADER + stop("7000-0001", 1) + stop("7000-0002", 2));
    expect(await again.end()).toBe(0);
    expect(again.lines.slice(1).map(idOf)).toEqual(events().map(({ event }) => event));
    expect(events().length).toBe(2);
  });

  test("of the disk is exit 5, and the group that did not fit is not acknowledged", async () => {
    dir.write("r.csv", LEDGER);
    dir.write(
      "in.csv",
      HEADER + Array.from({ length: 900 }, (_, i) => stop(`7000-1${String(i).padStart(3, "0")}`, 1)).join(""),
    );
    // In blocks of 1024 bytes.
    const run = await dir.shell(`ulimit -f 60; trap '' XFSZ; svscrub ${SMS.join(" ")} < in.csv > acks.csv`);
    run.mustExit(5);
    expect(dir.text("acks.csv")).toBe("to,channel,language,message,event\n");
    expect(events()).toEqual([]);
  });

  test.runIf(process.platform === "linux")(
    "of the disk behind stdout is exit 5, and what is recorded is not denied",
    async () => {
      dir.write("in.csv", HEADER + stop("7000-0001", 1));
      const run = await dir.shell(`svscrub ${SMS.join(" ")} < in.csv > /dev/full`);
      run.mustExit(5);
      run.check(() => expect(run.stderr).toContain(`stdout: ${sayIn(en, "cannotWrite", ["ENOSPC"]).what}`));
      expect(events()).toHaveLength(1);
    },
  );

  test("in the middle of a quoted cell sends what it holds to a person, and records what came before", async () => {
    const run = new LiveRun(dir, SMS);
    run.write(`${HEADER}${stop("7000-0001", 1)}7000-0002,2222-0000,"hola\n`);
    expect(await run.end()).toBe(0);
    expect(run.stderr).toContain("stdin, line 3: this line can't be read");
    expect(openLedger(dir.at("review.csv"), "reviews").events[0]!.phone).toBe("+50370000002");
  });
});

describe("the same lines", () => {
  const own = { fsync: fs.fsyncSync };
  // No law is about power cuts, and waiting for the disk takes most of the time.
  beforeAll(() => {
    fs.fsyncSync = () => undefined;
  });
  afterAll(() => {
    fs.fsyncSync = own.fsync;
  });

  const cells = {
    from: fc.constantFrom("7000-0001", "+503 7000 0002", "7000-0003 / 7000-0004", "nadie", "7OOO-0005", "2222-0000"),
    to: fc.constantFrom("2222-0000", "7000-0002"),
    body: fc.constantFrom(
      "STOP",
      "alta",
      "no",
      "gracias",
      "AYUDA",
      "borren mis datos",
      'ya no "me" escriban,\nfavor',
      "ñandú",
    ),
    when: fc.constantFrom(at(1), at(2), "2026-11-25", "24/11/2026", "ayer"),
  };
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const csvLine = fc.oneof(
    { weight: 9, arbitrary: fc.record(cells).map((row) => `${Object.values(row).map(quoted).join(",")}\n`) },
    { weight: 1, arbitrary: fc.constantFrom("7000-0006\n", "\n", '7000-0007,x,"STOP"!,\n', "a,b,c,d,e,f\n") },
  );
  const jsonLine = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .record(cells)
        .map(
          ({ from, to, body, when }) =>
            `${JSON.stringify({ msisdn: from, to, text: body, "message-timestamp": when })}\n`,
        ),
    },
    { weight: 1, arbitrary: fc.constantFrom('{"a":1}\n', "{\n", "\n", '{"msisdn":"70000008","status":"delivered"}\n') },
  );

  /** An input that gives its bytes in pieces of these sizes, again and again. */
  function inPieces(bytes: Buffer, sizes: readonly number[]): StreamInput {
    async function* pieces(): AsyncGenerator<Buffer, void> {
      for (let from = 0, reads = 0; from < bytes.length; from += sizes[reads++ % sizes.length]!)
        yield bytes.subarray(from, from + sizes[reads % sizes.length]!);
    }
    return new StreamInput("in", Object.assign(pieces(), { destroy() {} }), ExitCode.phoneList);
  }

  const visibleOf = (ledger: ReturnType<typeof openLedger>) =>
    ledger.events
      .map(({ event: _id, recordedAt: _recorded, ...rest }) => rest)
      .sort((a, b) => (a.evidence < b.evidence ? -1 : 1));

  for (const [name, lines, header] of [
    ["CSV", csvLine, HEADER],
    [
      "JSON",
      jsonLine,
      '{"msisdn":"70000009","to":"22220000","text":"STOP","message-timestamp":"2026-11-24T08:00:00-06:00"}\n',
    ],
  ] as const)
    test(`of ${name} followed in whatever pieces make the ledger of an import in one`, async () => {
      await forAllAsync(
        draws(30),
        fc.array(lines, { maxLength: 25 }),
        fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 400 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (body, sizes) => {
          const place = new Workdir();
          const text = header + body.join("");
          place.write("in", text);
          const plan: ImportPlan = {
            ...IMPORT_PLAN,
            file: place.at("in"),
            kind: "sms",
            own: new Set(["+50322220000"]),
          };
          const to = (which: string) => ({
            registry: place.at(`${which}.csv`),
            reviews: place.at(`${which}-review.csv`),
            acknowledgements: undefined,
            templates: TEMPLATES,
          });
          const whole = await readWanted(plan);
          await new Recorder(to("whole")).record(whole.group, { isOnly: true, isLast: true });
          const follower = new Recorder(to("followed"));
          await follower.begin({ create: false });
          const followed = await openImport(plan, true, inPieces(Buffer.from(text), sizes));
          for await (const group of followed.groups) await follower.record(group);
          // What has no date is of now where it is followed, and its repetitions are told by other means.
          const undated = new Set(
            [...whole.events, ...whole.reviews].filter((one) => one.requestedAt === "").map(({ evidence }) => evidence),
          );
          const dated = ({ evidence }: { evidence: string }) => !undated.has(evidence);
          for (const [part, use] of [
            ["", "registry"],
            ["-review", "reviews"],
          ] as const) {
            const [one, other] = ["whole", "followed"].map((which) =>
              visibleOf(openLedger(place.at(`${which}${part}.csv`), use)),
            );
            expect(other!.filter(dated)).toEqual(one!.filter(dated));
            expect(new Set(other!.map(({ phone, action }) => `${phone} ${action}`))).toEqual(
              new Set(one!.map(({ phone, action }) => `${phone} ${action}`)),
            );
          }
        },
      );
    });
});

const number = fc.integer({ min: 0, max: 5 }).map((i) => `+5037000000${i}`);
const line = (phone: string, i: number) => `e${i},${phone},opt-out,sms,${at(1)},${at(1)},sms,,"me, too",in.csv:${i}\n`;
const steps = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("append" as const), phones: fc.array(number, { maxLength: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("torn", "unended", "cut", "replace", "touch", "remove") }),
  },
);

test("a ledger that is followed says what one that is read whole says, whatever others do to it", () => {
  const file = dir.at("r.csv");
  const keys = new Set(["+50370000000", "+50370000003", "+50399999999"].map((phone) => phoneKey(phone)!));
  forAll(draws(300), fc.array(steps, { maxLength: 12 }), (taken) => {
    fs.rmSync(file, { force: true });
    let followed = new LedgerIndex(file, "registry");
    let known: string[] = [];
    let events = 0;
    for (const step of taken) {
      const whole = fs.existsSync(file) ? fs.readFileSync(file, "latin1") : "";
      const lines = whole.slice(0, whole.lastIndexOf("\n") + 1);
      const begun =
        lines === "" ? "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n" : lines;
      if (step.do === "append") {
        const { phones: added } = step as { phones: string[] };
        fs.writeFileSync(file, begun + added.map((phone) => line(phone, events++)).join(""));
      } else if (step.do === "torn") fs.writeFileSync(file, `${begun}e9,+5037000`);
      else if (step.do === "unended") fs.writeFileSync(file, begun + line("+50370000003", events++).trimEnd());
      else if (step.do === "cut") fs.writeFileSync(file, begun.split("\n").slice(0, 3).join("\n"));
      else if (step.do === "replace") {
        fs.writeFileSync(`${file}.new`, begun.replaceAll("+50370000003", "+50370000004"));
        fs.renameSync(`${file}.new`, file);
      } else if (step.do === "touch" && lines !== "") fs.utimesSync(file, new Date(), new Date());
      else if (step.do === "remove") fs.rmSync(file, { force: true });
      const left = fs.existsSync(file) ? fs.readFileSync(file, "latin1").split("\n").slice(1, -1) : [];
      const ids = left.map((line) => line.slice(0, line.indexOf(",")));
      const isGone = followed.end.length > 0 && !fs.existsSync(file);
      if (isGone || known.some((id, i) => ids[i] !== id)) {
        expect(() => followed.readOn()).toThrow("registryShrank");
        followed = new LedgerIndex(file, "registry");
      }
      const { events: all, ...end } = openLedger(file, "registry");
      const own = all.filter((event) => keys.has(keyOf(event)));
      const index = followed.readOn();
      expect({ ...index.end, events: index.eventsOf(keys) }).toEqual({ ...end, events: own });
      known = ids;
    }
  });
});
