// The HTML report as people see it: in Debian's Chromium, at phone and desktop width, light and dark, and on paper.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "../../src/evidence/html/page.js";
import type { AuditReport } from "../../src/evidence/report.js";
import { all as en } from "../../src/text/en/answers.js";
import { all as es } from "../../src/text/es/answers.js";
import { isLeftOut } from "../support/machine.js";
import { grown, readmeReport } from "../support/reports.js";
import { REPOSITORY, Workdir } from "../support/workdir.js";
import { findings, openPage, outside, overlapping, startChromium } from "./chromium.js";

const WIDTHS = { phone: 360, desktop: 1_100 };
const SCHEMES = ["light", "dark"] as const;
const PICTURES = join(REPOSITORY, "fixtures/report");

let browser: Browser;

describe.skipIf(isLeftOut("chromium"))("the page in Chromium", () => {
  beforeAll(async () => {
    browser = await startChromium();
  }, 300_000);
  afterAll(() => browser?.close());

  const kinds: Record<string, (report: AuditReport) => AuditReport> = {
    "of a usual run": (report) => report,
    "with every disposition, reason and kind of list": (report) => grown(report, 4),
    "with thirty lists": (report) => grown(report, 30),
    "without a list or a record": (report) => ({ ...grown(report, 0), ...nothingRead(report) }),
  };
  for (const [kind, change] of Object.entries(kinds))
    for (const sentences of [en, es])
      test(`${kind}, in ${sentences.language}, is readable at every width and for everybody`, async () => {
        const dir = new Workdir();
        dir.write(
          "report.html",
          renderPage(change(await readmeReport()), sentences, "svscrub verify clean.audit.json"),
        );
        for (const width of Object.values(WIDTHS))
          for (const colorScheme of SCHEMES) {
            const options = { viewport: { width, height: 800 }, colorScheme };
            const { page, deeds } = await openPage(browser, urlOf(dir, "report.html"), options);
            expect(await findings(page)).toEqual([]);
            expect(await outside(page)).toEqual([]);
            expect(await overlapping(page)).toEqual([]);
            expect(deeds).toEqual([]);
            await page.context().close();
          }
      }, 60_000);

  for (const sentences of [en, es])
    test(`prints on one A4 page, in ${sentences.language}`, async () => {
      const dir = new Workdir();
      const report = await readmeReport();
      for (const shown of [report, grown(report, 4)]) {
        dir.write("report.html", renderPage(shown, sentences, "svscrub verify clean.audit.json"));
        const { page } = await openPage(browser, urlOf(dir, "report.html"), { colorScheme: "dark" });
        const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
        const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
        expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
        await page.context().close();
      }
    }, 60_000);

  test("is text where a header is a script and a list's name is an image", async () => {
    const dir = new Workdir();
    const list = `"><img src=x onerror=alert(1)>.csv`;
    dir.write("list.csv", "telefono,<script>alert(1)</script>\n7012-3456,2222-1111\n7013-4567,7015-6789\n");
    dir.write(list, "telefono\n7013-4567\nno tiene\n");
    const hostile = ["--label", "<b>=</p><script>alert(2)</script>", "-c", "telefono"];
    await dir.ok(["list.csv", "-s", list, ...hostile, "-o", "c.csv", "--report", "r.html"]);
    const { page, deeds } = await openPage(browser, urlOf(dir, "r.html"), { viewport: { width: 360, height: 800 } });
    expect(await page.locator("script, img, b").count()).toBe(0);
    expect(await page.getByRole("row", { name: list }).first().isVisible()).toBe(true);
    expect(await page.locator("body").textContent()).toContain('"<script>alert(1)</script>"');
    expect(await findings(page)).toEqual([]);
    expect(await outside(page)).toEqual([]);
    expect(deeds).toEqual([]);
  });

  test("says the verdict, until when and the picture before anything has to be scrolled to", async () => {
    const dir = new Workdir();
    dir.write("report.html", renderPage(await readmeReport(), es, "svscrub verify clean.audit.json"));
    for (const width of Object.values(WIDTHS)) {
      const { page } = await openPage(browser, urlOf(dir, "report.html"), { viewport: { width, height: 720 } });
      for (const part of ["h1", ".until", ".notices", "tr.clean"]) {
        const box = (await page.locator(part).boundingBox())!;
        expect(box.y + box.height, part).toBeLessThan(720);
      }
      expect(await page.getByRole("row", { name: /^limpios/ }).textContent()).toContain("813");
    }
  });

  // UPDATE_PICTURES=1 takes them again; then look at them.
  test("is what the README's pictures show", async () => {
    const dir = new Workdir();
    const html = renderPage(await readmeReport(), en, "svscrub verify clean.audit.json");
    dir.write("report.html", html);
    const files: Record<string, Buffer> = { "report.html": Buffer.from(html) };
    for (const colorScheme of SCHEMES) {
      const options = { viewport: { width: 960, height: 800 }, colorScheme, deviceScaleFactor: 1.5 };
      const { page } = await openPage(browser, urlOf(dir, "report.html"), options);
      const below = (await page.getByRole("heading", { name: en.page.files }).boundingBox())!;
      const clip = { x: 0, y: 0, width: 960, height: Math.floor(below.y) };
      files[`${colorScheme}.png`] = await page.screenshot({ clip, fullPage: true });
    }
    if (process.env.UPDATE_PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      for (const [name, bytes] of Object.entries(files)) writeFileSync(join(PICTURES, name), bytes);
      const digests = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
      writeFileSync(join(PICTURES, "made-of.json"), `${JSON.stringify(digests, null, 2)}\n`);
    }
    // Fonts differ from machine to machine: the pictures are today's if the page is.
    const digests: Record<string, string> = JSON.parse(readFileSync(join(PICTURES, "made-of.json"), "utf8"));
    expect(Object.keys(digests)).toEqual(Object.keys(files));
    for (const [name, digest] of Object.entries(digests))
      expect(sha256(readFileSync(join(PICTURES, name))), name).toBe(digest);
    expect(digests["report.html"]).toBe(sha256(files["report.html"]!));
    const readme = readFileSync(join(REPOSITORY, "README.md"), "utf8");
    for (const [, shown] of readme.matchAll(/(?:src|srcset)="([^"]+)"/g))
      expect(existsSync(join(REPOSITORY, shown!)), shown).toBe(true);
    for (const scheme of SCHEMES) expect(readme.includes(`="fixtures/report/${scheme}.png"`), scheme).toBe(true);
  });
});

function nothingRead(report: AuditReport): Partial<AuditReport> {
  const none = { clean: 0, suppressed: 0, duplicate: 0, excluded: 0, foreign: 0, invalid: 0 };
  return { counts: none, reasons: {}, conservation: { ...report.conservation, read: 0, sum: 0 } };
}

function urlOf(dir: Workdir, file: string): string {
  return pathToFileURL(dir.at(file)).href;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
