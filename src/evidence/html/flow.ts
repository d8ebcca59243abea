// The picture: how one amount parts into several, as ribbons from a bar to bars, with a label each. Inline SVG, no script.

import { type Markup, markup } from "./markup.js";

export interface Flow {
  /** Unique in the document. */
  id: string;
  /** What a screen reader says of the whole. */
  title: string;
  /** `kind`, here and below: a class that colours it. */
  from: { label: string; value: string; kind: string };
  /** `share`: of the whole, from 0 to 1; they may be more than 1 together. */
  to: readonly { label: string; value: string; note: string; share: number; kind: string }[];
}

const WIDTH = 340;
const TOP = 26;
const BAR = 12;
const FROM_X = 0;
const TO_X = 92;
const LABEL_X = TO_X + BAR + 8;
/** Of a label, which is also the least distance of two bars. */
const ROW = 34;
const GAP = 6;
const LEAST = 2;
/** Characters of a value and its label that have room to the right of the bars. */
const LONGEST_LINE = 29;

export function drawFlow({ id, title, from, to }: Flow): Markup {
  const sum = to.reduce((total, { share }) => total + share, 0) || 1;
  const height = Math.max(120, to.length * ROW - GAP);
  const room = height - GAP * Math.max(0, to.length - 1);
  const ribbons: Markup[] = [];
  let fromY = TOP;
  let toY = TOP;
  for (const { label, value, note, share, kind } of to) {
    const thick = Math.max(share === 0 ? 0 : LEAST, (share / sum) * height);
    const bar = Math.max(share === 0 ? 0 : LEAST, Math.min((share / sum) * room, room));
    const middle = toY + Math.max(bar, ROW - GAP) / 2;
    const start = Math.min(fromY, TOP + height - thick);
    ribbons.push(markup`<g class="${kind}">
<path class="ribbon" d="${ribbon(start, thick, middle - bar / 2, bar)}"/>
<rect class="bar" x="${TO_X}" y="${round(middle - bar / 2)}" width="${BAR}" height="${round(bar)}"/>
<text x="${LABEL_X}" y="${round(middle - 2)}"><tspan class="value">${value}</tspan> ${shortened(label, value)}</text>
<text class="note" x="${LABEL_X}" y="${round(middle + 12)}">${note}</text>
</g>`);
    fromY += (share / sum) * height;
    toY += Math.max(bar, ROW - GAP) + GAP;
  }
  const whole = Math.max(toY - GAP, TOP + height);
  return markup`<svg viewBox="0 0 ${WIDTH} ${Math.ceil(whole) + 8}" preserveAspectRatio="xMinYMin" role="img" aria-labelledby="${id}">
<title id="${id}">${title}</title>
<text x="${FROM_X}" y="14"><tspan class="value">${from.value}</tspan> ${from.label}</text>
<g class="${from.kind}"><rect class="bar" x="${FROM_X}" y="${TOP}" width="${BAR}" height="${height}"/></g>
${ribbons}
</svg>`;
}

function ribbon(fromY: number, thick: number, toY: number, bar: number): string {
  const [x1, x2] = [FROM_X + BAR, TO_X];
  const bend = (x1 + x2) / 2;
  const at = (x: number, y: number) => `${x},${round(y)}`;
  return [
    `M${at(x1, fromY)}C${at(bend, fromY)} ${at(bend, toY)} ${at(x2, toY)}`,
    `L${at(x2, toY + bar)}C${at(bend, toY + bar)} ${at(bend, fromY + thick)} ${at(x1, fromY + thick)}Z`,
  ].join("");
}

function shortened(text: string, value: string): string {
  const room = LONGEST_LINE - value.length;
  const letters = [...text];
  return letters.length <= room ? text : `${letters.slice(0, room - 1).join("")}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
