// What the program sets once for a campaign: what may be kept, how records are written, and where their numbers are counted.

/** judge-kernel.ts sets it. An array of texts is u32[2] for each: its address, 0 if there is none, and its length. */
// @ts-ignore: decorator
@unmanaged
class Campaign {
  /** A bit for each type that may be kept. The last type is foreign. */
  keptTypes: u32 = 0;
  keepsDuplicates: u32 = 0;
  /** Whether phone cells keep their text, with all their numbers. */
  keepsCells: u32 = 0;
  /** Whether no list holds a number other than the national ones of 8 digits. `judge` sets it. */
  areOthersFree: u32 = 0;
  /** A bit for each channel whose opt-outs suppress. */
  channels: u32 = 0;
  /** Whether opt-ins of other lists may have lifted a dated opt-out. */
  mayBeLifted: u32 = 0;
  /** The count of reasons of unread cells. Behind their codes are those of types that are not kept, then that of duplicates. */
  reasons: u32 = 0;
  /** The code of the reason of an empty cell. */
  empty: u32 = 0;
  /** The count of types in readings; no reading has `mostNumbers` numbers. */
  types: u32 = 0;
  mostNumbers: u32 = 0;
  // The addresses of arrays: u32[MOST_NUMBERS], the numbers of a record; i32 for each phone cell, the number that it keeps, or NONE;
  // u32[2][AHEAD + 1], the lookups of judge.ts.
  numbers: u32 = 0;
  kept: u32 = 0;
  lookups: u32 = 0;
  /** The text before each number that is written, and whether a dash is in the middle of the number. */
  prefix: u32 = 0;
  prefixLength: u32 = 0;
  hasDash: u32 = 0;
  // The texts between a removed record and its record number by reason, and between it and the record number of an entry by list.
  reasonEndings: u32 = 0;
  listEndings: u32 = 0;
  /** The text after the record number. */
  lineEnd: u32 = 0;
  lineEndLength: u32 = 0;
  /** Two delimiters: the date of an opt-out is between them. */
  delimiters: u32 = 0;
  delimitersLength: u32 = 0;
  /** The seconds that the clock of dates is ahead of UTC, and the text of that; it is empty if dates can't be written here. */
  clockOffset: i32 = 0;
  offsetText: u32 = 0;
  offsetLength: u32 = 0;
  /** The address of u32 for each list: the number of entries before its first. */
  firsts: u32 = 0;
  listCount: u32 = 0;
  // The addresses of u32, counts until judge-kernel.ts takes them: numbers of kept records by type; removed records by reason;
  // suppressed records by the list with the only entry of their number.
  typeCounts: u32 = 0;
  reasonCounts: u32 = 0;
  listCounts: u32 = 0;
}

export let campaign = changetype<Campaign>(0);

export function setCampaign(block: usize): void {
  campaign = changetype<Campaign>(block);
}

/** Adds one to the count of a code. */
export function increase(counts: usize, code: u32): void {
  const at = counts + 4 * usize(code);
  store<u32>(at, load<u32>(at) + 1);
}
