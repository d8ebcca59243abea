// A cell that is nothing but a number's digits: beside the phones it counts where its column is not named as an id, a date or an
// amount. Whether there may be one the kernel tells of long lists.

import { HOME } from "./doubt.js";
import { typeOfNational } from "./plan.js";

/** 8 digits of the plan, 11 with `503` or 13 with `00503` before them; spaces around them. */
const BARE = /^ *(?:(?:00)?503)?(\d{8}) *$/;
/** Fewer bytes are no such cell. */
export const FEWEST_BARE_BYTES = 8;

/** The E.164 of a cell that is nothing but a Salvadoran number; undefined of others. */
export function readBare(cell: string): string | undefined {
  const national = BARE.exec(cell)?.[1];
  return national !== undefined && typeOfNational(national) !== undefined ? `${HOME}${national}` : undefined;
}
