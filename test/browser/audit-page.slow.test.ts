// The page of an audit as people see it: in Debian's Chromium, at phone and desktop width, light and dark, and on paper.

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderContactPage } from "../../src/audit/page.js";
import type { ContactReport } from "../../src/audit/report.js";
import { all as en } from "../../src/text/en/answers.js";
import { all as es } from "../../src/text/es/answers.js";
import { cleanAudit, contactAudit, grownAudit } from "../support/contact-reports.js";
import { isLeftOut } from "../support/machine.js";
import { Workdir } from "../support/workdir.js";
import { findings, openPage, outside, overlapping, startChromium } from "./chromium.js";

const COMMAND = "svscrub verify auditoria.json";
let browser: Browser;

describe.skipIf(isLeftOut("chromium"))("the page of an audit in Chromium", () => {
  beforeAll(async () => {
    browser = await startChromium();
  }, 300_000);
  afterAll(() => browser?.close());

  const kinds: Record<string, { change: (report: ContactReport) => ContactReport; pages: number }> = {
    "of a usual audit": { change: (report) => report, pages: 1 },
    // Every kind of offence, of list and of what nobody can tell: in letters that can be read it needs a second page.
    "with everything that it can hold": { change: (report) => grownAudit(report, 3), pages: 2 },
    "without an offence": { change: cleanAudit, pages: 1 },
  };
  for (const [kind, { change, pages }] of Object.entries(kinds))
    for (const sentences of [en, es])
      test(`${kind}, in ${sentences.language}, is readable at every width and for everybody, and prints on ${pages === 1 ? "one A4 page" : `${pages} A4 pages`}`, async () => {
        const dir = new Workdir();
        dir.write("r.html", renderContactPage(change((await contactAudit()).report), sentences, COMMAND));
        const url = pathToFileURL(dir.at("r.html")).href;
        for (const width of [360, 1_100])
          for (const colorScheme of ["light", "dark"] as const) {
            const { page, deeds } = await openPage(browser, url, { viewport: { width, height: 800 }, colorScheme });
            expect(await findings(page)).toEqual([]);
            expect(await outside(page)).toEqual([]);
            expect(await overlapping(page)).toEqual([]);
            expect(deeds).toEqual([]);
            if (process.env.SHOW_PAGES)
              await page.screenshot({
                path: `${process.env.SHOW_PAGES}/${sentences.language}-${width}-${colorScheme}-${kind.slice(0, 9)}.png`,
                fullPage: true,
              });
            await page.context().close();
          }
        const { page } = await openPage(browser, url, { colorScheme: "dark" });
        const printed = await page.pdf({ preferCSSPageSize: true, printBackground: false });
        if (process.env.SHOW_PAGES) writeFileSync(`${process.env.SHOW_PAGES}/${sentences.language}.pdf`, printed);
        const pdf = printed.toString("latin1");
        expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(pages);
        await page.context().close();
      }, 60_000);
});
