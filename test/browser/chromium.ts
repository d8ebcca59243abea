/// <reference lib="dom" />
// Debian's Chromium, driven by playwright-core: what a page looks like to those who open it.
// The packages of this folder are its own: they are installed when a browser is started first.

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { ensureInstalled } from "../support/installed.mjs";
import { CHROMIUM } from "../support/machine.js";

export async function startChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error("no Chromium: apt-get install chromium, or say where it is in CHROMIUM");
  // Root, as on build machines, has no sandbox to go into. The pages are files of this repository.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  ensureInstalled(import.meta.dirname);
  const { chromium } = await import("playwright-core");
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

/** What axe-core finds, best practices too. It can't tell the contrast of a picture's texts: page.test.ts holds the colours' own. */
export async function findings(page: Page): Promise<string[]> {
  const { default: axe } = await import("axe-core");
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations, incomplete } = await (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run();
    return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ html }) => id !== "color-contrast" || !/^<(?:text|tspan|title)\b/.test(html))
        .map(({ html }) => `${id}: ${help}: ${html}`),
    );
  });
}

/** Elements that stick out of the window or of their picture. */
export function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { left, right, bottom } = element.getBoundingClientRect();
        const picture = element.closest("svg")?.getBoundingClientRect();
        return (
          left < -0.5 ||
          right > wide + 0.5 ||
          (picture !== undefined && (right > picture.right + 0.5 || bottom > picture.bottom + 0.5))
        );
      })
      .map((element) => `<${element.tagName}> ${element.textContent?.slice(0, 60)}`);
  });
}

/** Pairs of texts of a picture of which one lies over the other. */
export function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll("svg text")].filter((text) => text.textContent !== "");
    const boxes = texts.map((text) => ({ text, box: text.getBoundingClientRect() }));
    const pairs: string[] = [];
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1)) {
        const apart =
          one.box.right <= other.box.left ||
          other.box.right <= one.box.left ||
          // Line boxes are higher than the letters in them.
          one.box.bottom - 3 <= other.box.top ||
          other.box.bottom - 3 <= one.box.top;
        if (!apart) pairs.push(`${one.text.textContent} / ${other.text.textContent}`);
      }
    return pairs;
  });
}
