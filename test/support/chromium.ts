// Debian's Chromium, driven by playwright-core: what a page looks like to those who open it.

import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where a Chromium is; undefined where there is none. */
export const CHROMIUM = PLACES.find((place) => place !== undefined && existsSync(place));

export function startChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("no Chromium: apt-get install chromium, or say where it is in CHROMIUM");
  // Root, as on build machines, has no sandbox to go into. The pages are files of this repository.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

export interface Opened {
  page: Page;
  /** Everything that a page must not do: requests beside its own file, messages on the console, errors, dialogs. */
  deeds: string[];
}

export async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const deeds: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== url) deeds.push(`request: ${request.url()}`);
  });
  page.on("console", (message) => deeds.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => deeds.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    deeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, deeds };
}
