// The picture of a page: a table in which every row has a bar, all of them to one scale. Inline SVG, no script.

import { number, shareOf } from "../../text/values.js";
import { type Markup, markup } from "./markup.js";

export interface BarTable {
  /** What the rows are, and of what the shares are. */
  heading: string;
  countTitle: string;
  shareTitle: string;
  /** The first is the whole. */
  rows: readonly Bar[];
}

export interface Bar {
  label: string;
  note: string;
  count: string;
  shareText: string;
  /** The share of the whole, from 0 to 1. */
  share: number;
  /** A class that colours it. */
  kind: string;
}

/** The bar of a part of so many; `note` stands below its label. */
export function barOf(label: string, count: number, whole: number, note: string, kind: string): Bar {
  return {
    ...{ label, note, kind },
    count: number(count),
    shareText: shareOf(count, whole),
    share: whole === 0 ? 0 : count / whole,
  };
}

const WHOLE = 1000;
/** The least width that is drawn where there is anything at all. */
const LEAST = 3;

export function barTable({ heading, countTitle, shareTitle, rows }: BarTable): Markup {
  const shown = rows.map(
    ({ label, note, count, shareText, share, kind }) =>
      markup`<tr class="${kind}"><th scope="row">${label}<small>${note}</small></th><td class="n">${count}</td><td class="n">${shareText}</td>
<td class="drawn"><svg viewBox="0 0 ${WHOLE} 10" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="${WHOLE}" height="10"/><rect class="part" width="${widthOf(share)}" height="10"/></svg></td></tr>`,
  );
  return markup`<table class="bars"><colgroup><col><col><col><col></colgroup>
<thead><tr><th scope="col">${heading}</th><th scope="col" class="n">${countTitle}</th><th scope="col" class="n">${shareTitle}</th><td></td></tr></thead>
<tbody>${shown}</tbody></table>`;
}

function widthOf(share: number): number {
  return share === 0 ? 0 : Math.max(LEAST, Math.round(share * WHOLE * 10) / 10);
}
