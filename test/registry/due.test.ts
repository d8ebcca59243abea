// The clock of requests, as a company asks for it: what waits, until when, and the exit code that a monitor sees.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Workdir } from "../support/workdir.js";

const REGISTRY_HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence";
const REVIEW_HEADER = `${REGISTRY_HEADER},message`;
const REGISTRY = `${REGISTRY_HEADER}
e1,+50370001201,opt-out,sms,2026-03-02T09:00:00-06:00,2026-03-02T10:00:00-06:00,sms,,,lunes.csv:2
`;

interface Request {
  event: string;
  kind: string;
  asked: string | null;
  counted_from: string | null;
  due: string | null;
  working_days_left: number | null;
  overdue: boolean;
}

let dir: Workdir;

beforeEach(() => {
  dir = new Workdir({ "bajas.csv": REGISTRY });
});
afterEach(() => {
  vi.useRealTimers();
});

function review(event: string, requestedAt: string, action = "request", recordedAt = "2026-03-10T10:00:00-06:00") {
  return `${event},+50370001202,${action},any,${requestedAt},${recordedAt},sms,,data,lunes.csv:3,quiero mis datos`;
}

/** What is answered on a day, at eight in the evening in El Salvador, when it is the next day in UTC. */
async function on(day: string, reviews: readonly string[], ...words: string[]) {
  dir.write("revisar.csv", `${[REVIEW_HEADER, ...reviews].join("\n")}\n`);
  vi.useFakeTimers({ now: Date.parse(`${day}T20:00:00-06:00`), toFake: ["Date"] });
  const run = await dir.run([
    ...["registry", "status", "--registry", "bajas.csv", "--due", "20d", "--review", "revisar.csv", "--json"],
    ...words,
  ]);
  vi.useRealTimers();
  const { due } = JSON.parse(run.out) as {
    due: { requests: Request[]; overdue: number; holidays_unknown: number[] };
  };
  return { code: run.code, stderr: run.stderr, ...due };
}

describe("a request", () => {
  // Asked on Monday 9 March: without holidays the 20th working day is Monday 6 April, with Holy Week Wednesday 8 April.
  const asked = [review("r1", "2026-03-09T17:00:00-06:00")];

  test("is in time on the 20th working day, and overdue on the day after", async () => {
    const last = await on("2026-04-06", asked);
    expect(last).toMatchObject({ code: 0, overdue: 0 });
    expect(last.requests).toEqual([
      {
        event: "r1",
        kind: "request",
        asked: "2026-03-09",
        counted_from: "request",
        due: "2026-04-06",
        working_days_left: 0,
        overdue: false,
      },
    ]);
    const after = await on("2026-04-07", asked);
    expect(after).toMatchObject({ code: 1, overdue: 1 });
    expect(after.requests[0]).toMatchObject({ working_days_left: -1, overdue: true });
    expect(after.stderr).toContain("1 request is overdue: answer it now");
  });

  test("has longer where holidays are named, and twice as long with an extension", async () => {
    const holy = await on("2026-04-08", asked, "--holidays", "sv");
    expect(holy).toMatchObject({ code: 0, holidays_unknown: [] });
    expect(holy.requests[0]).toMatchObject({ due: "2026-04-08", working_days_left: 0 });
    expect((await on("2026-04-09", asked, "--holidays", "sv")).code).toBe(1);
    const extended = await on("2026-04-09", asked, "--holidays", "sv", "--due", "40d");
    expect(extended).toMatchObject({ code: 0 });
    expect(extended.requests[0]).toMatchObject({ due: "2026-05-07" });
  });

  test("that comes on a weekend is counted from the Monday after, and is overdue on the Saturday after its last day", async () => {
    const weekend = [review("r1", "2026-03-14"), review("r2", "2026-03-15T23:59:00-06:00", "request", "2026-03-16")];
    const { requests } = await on("2026-03-20", weekend, "--due", "5d");
    expect(requests.map(({ due, overdue }) => [due, overdue])).toEqual([
      // Recorded on the 10th: nothing is recorded before it was asked, so the earlier day counts.
      ["2026-03-17", true],
      ["2026-03-20", false],
    ]);
    const saturday = await on("2026-03-21", weekend.slice(1), "--due", "5d");
    expect(saturday.requests[0]).toMatchObject({ working_days_left: 0, overdue: true });
    expect(saturday.code).toBe(1);
  });

  test("without a date is counted from its record, and without either nobody can tell", async () => {
    const { code, requests } = await on("2026-03-11", [review("r1", ""), review("r2", "ayer", "request", "")]);
    expect(code).toBe(1);
    expect(requests).toEqual([
      {
        event: "r2",
        kind: "request",
        asked: null,
        counted_from: null,
        due: null,
        working_days_left: null,
        overdue: true,
      },
      {
        event: "r1",
        kind: "request",
        asked: "2026-03-10",
        counted_from: "record",
        due: "2026-04-07",
        working_days_left: 19,
        overdue: false,
      },
    ]);
  });

  test("in a year of which the holidays are unknown is counted without them, and said so", async () => {
    dir.write("asuetos.txt", "2026-04-02\n");
    const { requests, holidays_unknown, stderr } = await on(
      "2026-12-21",
      [review("r1", "2026-12-21", "request", "")],
      "--holidays",
      "asuetos.txt",
    );
    expect(requests[0]).toMatchObject({ due: "2027-01-18" });
    expect(holidays_unknown).toEqual([2027]);
    expect(stderr).toContain("the holidays of 2027 are unknown");
  });
});

test("nothing is called in time that was not looked at", async () => {
  const status = (...words: string[]) => dir.run(["registry", "status", "--registry", "bajas.csv", ...words]);
  const without = await status("--due", "20d");
  without.check(() => expect(without.stderr).toContain("add --review FILE"));
  const missing = await status("--due", "20d", "--review", "revisr.csv");
  missing.check(() => {
    expect(missing.code).toBe(4);
    expect(missing.stderr).toContain("revisr.csv: no such file of reviews");
  });
  for (const words of [
    ["--due", "20"],
    ["--due", "24h"],
    ["--due", "0d"],
    ["--review", "bajas.csv"],
    ["--holidays", "sv"],
  ])
    expect((await status(...words)).code, words.join(" ")).toBe(2);
});

test("two requests of one name are two: a row that was copied in a spreadsheet hides none", async () => {
  const found = await on("2026-04-20", [
    review("r1", "2026-03-09"),
    review("r1", "2026-04-16", "request", "2026-04-16"),
  ]);
  expect(found.requests.map(({ event, asked }) => [event, asked])).toEqual([
    ["r1", "2026-03-09"],
    ["r1", "2026-04-16"],
  ]);
  expect(found).toMatchObject({ code: 1, overdue: 1 });
});

test("a request stays one however a spreadsheet writes the word", async () => {
  const semicolons = (line: string) => line.replaceAll(",", ";");
  dir.write("guardado.csv", `${[REVIEW_HEADER, review("r1", "09/03/2026", "Request ")].map(semicolons).join("\n")}\n`);
  const saved = await on("2026-03-20", [], "--review", "guardado.csv");
  expect(saved.requests).toMatchObject([{ event: "r1", kind: "request" }]);
});
