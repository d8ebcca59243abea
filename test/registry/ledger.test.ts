// The file itself: torn lines, hands that edit it, events that repeat, modes. What is a whole event is never thrown away.

import { chmodSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openLedger, readLedger } from "../../src/registry/ledger.js";
import { HEADER } from "../support/registry-dir.js";
import { workbookOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";

const EVENT = "e1,+50370001234,opt-out,sms,2026-11-23T10:00:00-06:00,2026-11-24T08:00:00-06:00,sms,,message,a.csv:2\n";
const ADD = ["registry", "add", "--registry", "r.csv"];

describe("a ledger whose last line is torn", () => {
  for (const [name, torn] of [
    ["in its middle", EVENT.slice(0, 40)],
    ["behind its first cell", "e2,"],
    ["inside quotes", 'e2,+50370001235,opt-out,sms,,2026-11-24T08:00:00-06:00,sms,,"a'],
  ] as const)
    test(`${name} loses that line to the next writer, who names it`, async () => {
      const dir = new Workdir({ "r.csv": HEADER + EVENT + torn });
      const run = await dir.ok([...ADD, "7000-1299"]);
      run.check(() => expect(run.stderr).toContain("left line 3 unfinished"));
      expect(readLedger(dir.at("r.csv")).events.map(({ phone }) => phone)).toEqual(["+50370001234", "+50370001299"]);
      expect(dir.text("r.csv").startsWith(HEADER + EVENT)).toBe(true);
    });

  test("only by its line end keeps it, for it says all that an event says", async () => {
    const dir = new Workdir({ "r.csv": HEADER + EVENT.trimEnd() });
    await dir.ok([...ADD, "7000-1299"]);
    expect(dir.text("r.csv").startsWith(HEADER + EVENT)).toBe(true);
    expect(readLedger(dir.at("r.csv")).events.length).toBe(2);
  });

  test("in its header is begun again; an empty file is a ledger too", async () => {
    for (const start of ["", "event,pho", HEADER.trimEnd()]) {
      const dir = new Workdir({ "r.csv": start });
      await dir.ok([...ADD, "7000-1299"]);
      expect(readLedger(dir.at("r.csv")).events.length).toBe(1);
    }
  });
});

describe("what is no ledger", () => {
  for (const [name, content, line] of [
    ["another CSV", "telefono\n7000-1234\n", undefined],
    ["one saved with semicolons", HEADER.replaceAll(",", ";") + EVENT.replaceAll(",", ";"), undefined],
    ["one without an end to its first line", "telefono", undefined],
    ["a line with too few cells", `${HEADER}${EVENT}e2,+50370001235\n`, 3],
    ["a phone without its plus", HEADER + EVENT.replace("+", ""), 2],
    ["an action that is none", HEADER + EVENT.replace("opt-out", "quizá"), 2],
    ["a line that is commented out", HEADER + EVENT.replace("e1", "# e1"), 2],
    ["a quote that never closes", `${HEADER}${EVENT}e2,"+50370001235\n`, 3],
  ] as const)
    test(`${name} is refused, and not touched`, async () => {
      const dir = new Workdir({ "r.csv": content });
      const run = await dir.ends(4, [...ADD, "7000-1299"]);
      if (line !== undefined) run.check(() => expect(run.stderr).toContain(`r.csv, line ${line}:`));
      expect(dir.text("r.csv")).toBe(content);
      await dir.ends(4, "registry status --registry r.csv");
    });
});

describe("a registry", () => {
  test("is its owner's alone when it is new, and keeps its mode", async () => {
    const dir = new Workdir();
    await dir.ok([...ADD, "7000-1234"]);
    const mode = () => statSync(dir.at("r.csv")).mode & 0o777;
    expect(mode()).toBe(0o600);
    chmodSync(dir.at("r.csv"), 0o664);
    await dir.ok([...ADD, "7000-1235"]);
    expect(mode()).toBe(0o664);
  });

  test("takes no word for settled in another list: there it suppresses", async () => {
    const dir = new Workdir({ "bajas.csv": "telefono,action\n7000-1234,settled\n7000-1235,opt-in\n" });
    dir.write("list.csv", "telefono\n7000-1234\n7000-1236\n");
    await dir.ok("list.csv -s bajas.csv -o clean.csv");
    expect(dir.text("clean.csv")).toBe("telefono\n+50370001236\n");
  });
});

test("a decision needs a number, and one that was not made stays", async () => {
  const dir = new Workdir({ "in.csv": "From,Body\nCLARO,STOP\n7000-1234,no\n7000-1235,si\n" });
  const to = ["--registry", "r.csv"];
  await dir.ok(["registry", "import", "in.csv", ...to, "--kind", "sms", "--review", "rev.csv"]);
  const reviews = dir.text("rev.csv");
  expect(openLedger(dir.at("rev.csv"), "reviews").events.map(({ phone }) => phone)).toEqual([
    "",
    "+50370001234",
    "+50370001235",
  ]);
  const reviewed = ["registry", "import", "rev.csv", ...to, "--kind", "reviewed"];

  dir.write("rev.csv", reviews.replace(",,review", ",,opt-out"));
  const nobody = await dir.ends(3, reviewed);
  nobody.check(() => expect(nobody.stderr).toContain("rev.csv, line 2:"));

  // As a spreadsheet gives it back: semicolons and CRLF, in another file.
  const decided = reviews.replace(",,review", ",7000-1299,BAJA").replace("+50370001234,review", "+50370001234,baja");
  dir.write("rev.csv", reviews);
  dir.write("decidido.csv", decided.replaceAll(",", ";").replaceAll("\n", "\r\n"));
  await dir.ok(["registry", "import", "decidido.csv", ...to, "--kind", "reviewed", "--review", "rev.csv"]);
  expect(readLedger(dir.at("r.csv")).events).toMatchObject([
    { phone: "+50370001299", action: "opt-out", reason: "reviewed: unreadable-sender" },
    { phone: "+50370001234", action: "opt-out", reason: "reviewed: unclear-message" },
  ]);
  expect(openLedger(dir.at("rev.csv"), "reviews").events.map(({ phone }) => phone)).toEqual(["+50370001235"]);

  // The same replies once more bring back nothing that was decided about a number.
  await dir.ok(["registry", "import", "in.csv", ...to, "--kind", "sms", "--review", "rev.csv"]);
  expect(openLedger(dir.at("rev.csv"), "reviews").events.filter(({ phone }) => phone === "+50370001234")).toEqual([]);
});

describe("reviews that a spreadsheet has saved", () => {
  const REVIEWS = `${HEADER.trim()},message`;
  const rows = [
    "e1,50370001234,opt-out,sms,24/11/2026 14:05,25/11/2026,sms,22220000,unclear-message,in.csv:2,ya no quiero el plan ¿sí?",
    "e2,50370001235,review,sms,24/11/2026,25/11/2026,sms,22220000,unclear-message,in.csv:3,¡Qué molestos!",
  ];
  const excel = `\ufeff${[REVIEWS, ...rows].join("\r\n").replaceAll(",", ";")}\r\n`;
  const tabs = excel.replaceAll(";", "\t");
  const quoted = `\ufeff${[REVIEWS, ...rows].map((row) => row.replaceAll(/[^,]+/g, '"$&"')).join("\r\n")}\r\n`;

  for (const [form, bytes] of [
    ["UTF-8 with semicolons", Buffer.from(excel)],
    ["UTF-16 with semicolons", Buffer.from(excel, "utf16le")],
    ["Unicode text, with tabs", Buffer.from(tabs, "utf16le")],
    ["Windows-1252", Buffer.from(excel.slice(1), "latin1")],
    ["commas, every cell in quotes", Buffer.from(quoted)],
    ["semicolons behind a line sep=;", Buffer.from(`sep=;\r\n${excel.slice(1)}`)],
    ["line feeds alone", Buffer.from(excel.slice(1).replaceAll("\r\n", "\n"))],
  ] as const)
    test(`come back from the very file, as ${form}, with its dates, and what is undecided stays with its message`, async () => {
      const dir = new Workdir({ "rev.csv": bytes });
      await dir.ok("registry import rev.csv --registry r.csv --kind reviewed");
      expect(readLedger(dir.at("r.csv")).events).toMatchObject([
        { phone: "+50370001234", action: "opt-out", requestedAt: "2026-11-24T14:05-06:00" },
      ]);
      expect(dir.text("r.csv")).not.toContain("plan");
      expect(openLedger(dir.at("rev.csv"), "reviews").events).toMatchObject([
        { event: "e2", phone: "+50370001235", action: "review", requestedAt: "2026-11-24", message: "¡Qué molestos!" },
      ]);
    });

  test("come back as a workbook, beside the file from which they are taken out, and no CSV is written over it", async () => {
    const dir = new Workdir({ "in.csv": "From,Body\n7000-1234,no\n7000-1235,zxqw\n" });
    const to = ["--registry", "r.csv"];
    await dir.ok(["registry", "import", "in.csv", ...to, "--kind", "sms", "--review", "rev.csv"]);
    const written = openLedger(dir.at("rev.csv"), "reviews").events;
    const rows = written.map(({ event, phone, message }, i) => [
      event,
      phone,
      i === 0 ? "baja" : "review",
      "sms",
      message!,
    ]);
    const book = workbookOf([["event", "phone", "action", "channel", "message"], ...rows]);
    dir.write("rev.xlsx", book);
    await dir.ends(2, ["registry", "import", "rev.xlsx", ...to, "--kind", "reviewed"]);
    expect(dir.read("rev.xlsx").equals(book)).toBe(true);
    const beside = ["registry", "import", "rev.xlsx", ...to, "--kind", "reviewed", "--review", "rev.csv"];
    await dir.ok(beside);
    expect(readLedger(dir.at("r.csv")).events.map(({ phone }) => phone)).toEqual(["+50370001234"]);
    expect(openLedger(dir.at("rev.csv"), "reviews").events.map(({ message }) => message)).toEqual(["zxqw"]);
  });

  test("take more reviews, and keep what a person has written", async () => {
    const dir = new Workdir({ "rev.csv": excel, "in.csv": "From,Body\n7000-1236,no\n" });
    const args = ["--registry", "r.csv", "--kind", "sms", "--review", "rev.csv"];
    await dir.ok(["registry", "import", "in.csv", ...args]);
    const { events } = openLedger(dir.at("rev.csv"), "reviews");
    expect(events.map(({ phone, action }) => `${phone} ${action}`)).toEqual([
      "+50370001234 opt-out",
      "+50370001235 review",
      "+50370001236 review",
    ]);
  });
});
