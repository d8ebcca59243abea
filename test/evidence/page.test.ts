// The HTML report: the JSON's data, self-contained, and nothing that was typed or read is ever markup.

import { createHash } from "node:crypto";
import { statSync, utimesSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { markup } from "../../src/evidence/html/markup.js";
import { renderPage } from "../../src/evidence/html/page.js";
import { STYLE } from "../../src/evidence/html/style.js";
import type { AuditReport } from "../../src/evidence/report.js";
import { all as en } from "../../src/text/en/answers.js";
import { all as es } from "../../src/text/es/answers.js";
import { RUN_KINDS } from "../support/audited-runs.js";
import { leaked, numbersIn } from "../support/leaks.js";
import { Workdir } from "../support/workdir.js";

const HOSTILE = `"><img src=x onerror=alert(1)>'</title></style><script>alert(2)</script>&lt;\u202e\u0000`;
const VOID = new Set(["meta", "rect", "col"]);

/** A real report, with warnings, labels, unreadable entries and two lists. */
async function aReport(): Promise<{ report: AuditReport; dir: Workdir }> {
  const dir = new Workdir();
  dir.write(
    "list.csv",
    "telefono,<script>x</script>\n7012-3456,2222-1111\n7013-4567,7015-6789\nn/a,n/a\n7012-3456,\n+504 9123-4567,\n",
  );
  dir.write("bajas.csv", "telefono\n7013-4567\nno tiene\n");
  dir.write("dnc.csv", "telefono\n7013-4567\n7999-9999\n");
  const args = "list.csv -s bajas.csv dnc=dnc.csv -c telefono --label campaign=navidad -o clean.csv".split(" ");
  await dir.ok([...args, "--removed", "gone.csv", "--report", "r.json", "--report", "r.html"]);
  return { report: dir.json("r.json"), dir };
}

/** The names of all elements, in order; what is not well-formed is an error. */
function elements(html: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const body = html.replace("<!doctype html>", "").replace(/<style>[\s\S]*?<\/style>/, "<style></style>");
  for (const [tag, close, name, attributes] of body.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>/g,
  )) {
    if (close === "/") expect(open.pop(), tag).toBe(name);
    else {
      names.push(name!);
      if (!VOID.has(name!)) open.push(name!);
      expect(attributes).not.toMatch(/\son\w+=|\sstyle=|\ssrc=|\shref=/i);
    }
  }
  expect(open).toEqual([]);
  // Nothing that looks like a tag is left once the tags are taken out.
  expect(body.replace(/<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>/g, "")).not.toMatch(/[<>]/);
  return names;
}

/** Every text of the report but those with a meaning of their own becomes hostile. */
function hostile<T>(value: T, name = ""): T {
  if (typeof value === "string") {
    const isKept = ["kind", "role", "code", "as_of", "as_of_from", "clean_until", "started_at", "finished_at"].includes(
      name,
    );
    return (isKept ? value : HOSTILE + value) as T;
  }
  if (Array.isArray(value)) return value.map((item) => hostile(item, name)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [name === "labels" ? HOSTILE : key, hostile(inner, key)]);
  return Object.fromEntries(entries) as T;
}

describe("the page", () => {
  for (const language of [en, es])
    test(`in ${language.language} is well-formed, whatever names and values hold`, async () => {
      const { report } = await aReport();
      const plain = elements(renderPage(report, language, "svscrub verify r.json"));
      const html = renderPage(hostile(report), language, HOSTILE);
      expect(elements(html)).toEqual(plain);
      for (const name of ["script", "img", "iframe", "link", "a", "form"]) expect(plain).not.toContain(name);
      expect(html).toContain("&#60;img src=x onerror=alert(1)&#62;");
      for (const control of ["\u202e", "\u0000"]) expect(html).not.toContain(control);
    });

  test("needs nothing from elsewhere and allows nothing but its own style", async () => {
    const { dir } = await aReport();
    const html = dir.text("r.html");
    expect(html).not.toMatch(/https?:|url\(|@import|<script|javascript:/i);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!;
    const digest = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test("says what the JSON report says", async () => {
    const { report, dir } = await aReport();
    const html = dir.text("r.html");
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("<h1>1 of 5 records may be contacted</h1>");
    for (const file of [...report.inputs, ...report.suppressions, ...report.outputs])
      expect(html).toContain(file.sha256);
    expect(html).toContain("svscrub verify r.json");
    expect(html).toContain("<div><dt>campaign</dt><dd>navidad</dd></div>");
    expect(html).toContain("column &#34;&#60;script&#62;x&#60;/script&#62;&#34; looks like phone numbers too");
    expect(html).toContain("These records are in gone.csv");
  });

  test("never calls a flagged list clean, and says that it holds everybody", async () => {
    const { dir } = await aReport();
    for (const [lang, warning, never] of [
      [
        "en",
        "all.csv has every record, also of people who opted out",
        /In the clean list|Records removed|reads the clean list again/,
      ],
      [
        "es",
        "all.csv tiene todas las filas, también las de quienes pidieron la baja",
        /En la base depurada|Filas quitadas|lee de nuevo la base depurada/,
      ],
    ] as const) {
      const typed = ["list.csv", "-s", "bajas.csv", "-c", "telefono", "--flag", "-o", "all.csv", "-f", "--lang", lang];
      await dir.ok([...typed, "--report", "all.html"]);
      const html = dir.text("all.html");
      expect(html).toContain(warning);
      expect(html).not.toMatch(never);
    }
  });

  test("may be read by its owner alone", async () => {
    const { dir } = await aReport();
    expect(statSync(dir.at("r.html")).mode & 0o777).toBe(0o600);
  });
});

test.each(RUN_KINDS)(
  "the page of a run that $name is well-formed and shows no number",
  async ({ files, args, stdin }) => {
    const dir = new Workdir(files);
    await dir.ok([...args, "--report", "page.html"], stdin === undefined ? {} : { stdin });
    const html = dir.text("page.html");
    elements(html);
    const numbers = Object.values(files).flatMap((content) => [...numbersIn(Buffer.from(content as string))]);
    expect(leaked(html, new Set(numbers), Object.keys(files))).toEqual([]);
  },
);

describe("the headline", () => {
  const headerOf = (html: string) => /<header[^>]*>([\s\S]*?)<\/header>/.exec(html)![0];

  test("never says that anybody may be contacted where no suppression list was checked", async () => {
    const { dir } = await aReport();
    for (const [lang, said, never] of [
      ["en", "Not checked against opt-outs", /may be contacted|Valid until/],
      ["es", "No se revisó contra listas de bajas", /pueden? contactar|Vigente/],
    ] as const) {
      const typed = ["list.csv", "--no-suppression", "-c", "telefono", "-o", "all.csv", "-f", "--lang", lang];
      const run = await dir.ok([...typed, "--report", "all.html"]);
      const html = dir.text("all.html");
      expect(html).toContain(`<h1>${said}</h1>`);
      expect(html).not.toMatch(never);
      expect(run.stderr).not.toMatch(/valid until|vigente/);
      expect(run.stderr).toMatch(/ 2 {2}(not checked against opt-outs|sin revisar contra listas de bajas)\n/);
    }
  });

  test("says by which channel alone people may be contacted", async () => {
    const { dir } = await aReport();
    const run = await dir.ok("list.csv -s dnc.csv --channel sms -c telefono -o sms.csv --report sms.html");
    expect(dir.text("sms.html")).toContain("<h1>1 of 5 records may be contacted by SMS</h1>");
    expect(run.stderr).toContain("1  by SMS only\n");
  });

  test("has below it, before all else, an opt-out that can't be read and blocks nobody", async () => {
    const { dir } = await aReport();
    const header = headerOf(dir.text("r.html"));
    expect(header).toContain('<header class="look">');
    expect(header).toContain("<li>bajas.csv, line 3: this was not fully understood.");
  });

  test("has each warning once, under itself", async () => {
    const { report } = await aReport();
    const warnings = [
      { code: "entries-expired", values: ["dnc", 2] },
      { code: "entries-expired", values: ["gone", 3] },
      { code: "list-old", values: ["bajas.csv", 40 * 86_400_000] },
    ];
    const html = renderPage({ ...report, warnings } as AuditReport, en, "");
    for (const said of ["dnc: 2 entries have expired", "gone: 3 entries have expired", "bajas.csv is 40 days old"])
      expect(headerOf(html).split(said), said).toHaveLength(2);
    for (const said of ["2 entries have expired", "3 entries have expired", "bajas.csv is 40 days old"])
      expect(html.split(said), said).toHaveLength(2);
  });
});

// WCAG 2.2: 4.5 to 1 for text, 3 to 1 for what must be seen.
const [light, dark, print] = [...STYLE.matchAll(/:root\{([^}]*)\}/g)].map(([, rules]) =>
  Object.fromEntries([...rules!.matchAll(/--(\w+):(#[0-9a-f]+)/g)].map(([, name, value]) => [name!, value!])),
);
const tones = ["clean", "suppressed", "duplicate", "excluded", "foreign", "invalid", "stop"];
test.each(Object.entries({ light, dark, print }))(
  "the colours have enough contrast to the paper (%s)",
  (_, colours) => {
    const { ink, dim, paper, soft, warm, look, ...rest } = colours!;
    for (const text of [ink!, dim!, look!]) expect(contrast(text, paper!)).toBeGreaterThanOrEqual(4.5);
    for (const text of [ink!, dim!]) expect(contrast(text, soft!)).toBeGreaterThanOrEqual(4.5);
    for (const text of [ink!, look!]) expect(contrast(text, warm!)).toBeGreaterThanOrEqual(4.5);
    expect(Object.keys(rest)).toEqual(expect.arrayContaining(tones));
    for (const tone of tones) expect(contrast(rest[tone]!, paper!), tone).toBeGreaterThanOrEqual(3);
  },
);

test("a template escapes what is put into it, and not what it made itself", () => {
  expect(markup`<b>${"<i>&'\""}</b>`.text).toBe("<b>&#60;i&#62;&#38;&#39;&#34;</b>");
  expect(markup`<ul>${["a", "<"].map((it) => markup`<li>${it}</li>`)}</ul>${7}`.text).toBe(
    "<ul><li>a</li><li>&#60;</li></ul>7",
  );
});

test("a list that was written in the moment of the run, by a clock a little ahead, is less than a day old", async () => {
  const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n", "dnc.csv": "telefono\n7013-4567\n" });
  utimesSync(dir.at("dnc.csv"), new Date(), new Date(Date.now() + 60_000));
  await dir.ok("list.csv -s dnc.csv -o clean.csv --report r.html");
  expect(dir.text("r.html")).toContain("less than a day old");
});

/** Of two colours, as WCAG defines it: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const parts = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g)!;
  const [red, green, blue] = parts
    .map((part) => Number.parseInt(part, 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
