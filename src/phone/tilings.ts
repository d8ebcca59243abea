// Which readings of a cell hold at once (README.md): a part of a cell is read with certainty where there is one way only.

import { type Group, isCallingCode, type Reading } from "./groups.js";
import { LIST_CONNECTOR, mayStandAlone, RANGE_CONNECTOR } from "./words.js";

/** Groups that are tiled by themselves. */
export interface Part {
  first: number;
  last: number;
  /** Its readings, in the order of their first groups. */
  readings: Reading[];
  /** The one tiling; undefined where there are several, or none. */
  tiling: readonly Reading[] | undefined;
}

/** A part before it is tiled. */
type Untiled = Pick<Part, "first" | "last" | "readings">;

/** `isBare`: the cell has no letters and no brackets. */
export function partsIn(groups: readonly Group[], readings: readonly Reading[], isBare: boolean): Part[] {
  const parts: Part[] = [];
  let next = 0;
  for (let first = 0; first < groups.length; ) {
    let last = first;
    const own: Reading[] = [];
    for (let at = first; at <= last; at++) {
      for (; readings[next]?.first === at; next++) {
        own.push(readings[next]!);
        last = Math.max(last, readings[next]!.last);
      }
      if (at === last && at + 1 < groups.length && isOfOne(groups[at]!, groups[at + 1]!)) last++;
    }
    const part = { first, last, readings: own };
    const tiling = own.length === 0 ? undefined : tile(groups, part, isBare);
    const isContested = tiling !== undefined && tiling.length < own.length && takesWhatIsLeft(groups, part, tiling);
    parts.push({ first, last, readings: own, tiling: isContested ? undefined : tiling });
    first = last + 1;
  }
  return parts;
}

/** Whether two neighbouring groups that no reading takes both are of one part. */
function isOfOne(left: Group, right: Group): boolean {
  return right.joined && !right.plus && !right.gap.includes("/") && left.kind === right.kind;
}

function tile(groups: readonly Group[], part: Untiled, isBare: boolean) {
  const { first, last, readings } = part;
  if (readings.length === 1 && readings[0]!.first === first && readings[0]!.last === last) return readings;
  const mayBeLeft = (at: number) => isNoNumber(groups[at]!, at > first);
  // Behind a calling code begins its number, and beside a pair of one no pair is left; but what then leaves a group over has to be
  // the only tiling without that, too.
  const loose = only(groups, part, (at, isBefore) => mayBeLeft(at) && !(isBefore && isCallingCode(groups[at]!.digits)));
  if (loose !== undefined && leavesNoDoubt(groups, part, loose)) {
    // `2 503 7152 6197 5012`: what a doubtful one takes of a sure one makes no other certain.
    const [doubtful, sure] = [loose, readings].map((list, i) =>
      list.filter(({ doubt }) => (doubt === undefined) === (i === 1)),
    );
    if (doubtful!.some((one) => sure!.some(({ first, last }) => first <= one.last && last >= one.first)))
      return undefined;
    const isWhole = loose.reduce((sum, one) => sum + one.last - one.first + 1, 0) === last - first + 1;
    return isWhole || only(groups, part, mayBeLeft, () => false) !== undefined ? loose : undefined;
  }
  if (loose !== undefined || !isBare) return undefined;
  const whole = only(groups, part, () => false);
  // Numbers beside which only doubtful ones fill the part outrank nothing.
  const isMixed = whole?.some(({ doubt }) => doubt !== undefined) && whole.some(({ doubt }) => doubt === undefined);
  return isMixed ? undefined : whole;
}

/**
 * `5488 - 7178 - 0553`: whether a sure reading takes of what a tiling leaves over more than a number that may stand by itself, so
 * that nobody knows which two of the three are one.
 */
function takesWhatIsLeft(groups: readonly Group[], { first, readings }: Untiled, tiling: readonly Reading[]): boolean {
  const isTaken = new Set<number>();
  for (const one of tiling) for (let at = one.first; at <= one.last; at++) isTaken.add(at - first);
  return readings.some(({ doubt, first: from, last: to }) => {
    if (doubt !== undefined) return false;
    const left = groups.slice(from, to + 1).filter((_, i) => !isTaken.has(from + i - first));
    return left.length > 1 || left.some(({ digits }) => !mayStandAlone(digits) && !isCallingCode(digits));
  });
}

/** The one tiling of a part, in which no reading fits into what is left over; undefined where there are several, or none. */
function only(
  groups: readonly Group[],
  { first, last, readings }: Untiled,
  mayBeLeft: (at: number, isBefore: boolean) => boolean,
  isTornBeside: (left: Group, own: Group, gap: string, within: string | undefined) => boolean = areAlike,
): readonly Reading[] | undefined {
  const choice: (Reading | undefined)[] = [];
  // In how many ways the groups from each on can be tiled, told from the last one on.
  const ways = new Uint8Array(last - first + 2);
  ways[last + 1 - first] = 1;
  let index = readings.length;
  /** The least last group of a reading that begins here or further on. */
  let limit = last + 1;
  let isRestLeft = true;
  // A tiling goes on only where a reading ends: elsewhere nobody asks.
  const goesOn = new Uint8Array(last - first + 2);
  goesOn[0] = 1;
  for (const reading of readings) goesOn[reading.last + 1 - first] = 1;
  for (let at = last; at >= first; at--) {
    for (; readings[index - 1]?.first === at; index--) limit = Math.min(limit, readings[index - 1]!.last);
    isRestLeft &&= mayBeLeft(at, false);
    if (goesOn[at - first] === 0) continue;
    const isTorn = at > first && isTornBeside(groups[at]!, groups[at - 1]!, groups[at]!.gap, groups[at - 1]!.gap);
    let count = isRestLeft && !isTorn && limit > last ? 1 : 0;
    for (let begin = at, i = index; begin <= Math.min(limit, last) && count < 2; begin++) {
      const isTornBefore =
        begin > at && isTornBeside(groups[begin - 1]!, groups[begin]!, groups[begin]!.gap, groups[begin + 1]?.gap);
      for (; readings[i]?.first === begin; i++) {
        const after = ways[readings[i]!.last + 1 - first]!;
        if (after === 0 || isTornBefore) continue;
        choice[at - first] = readings[i];
        count += after;
      }
      if (isTorn || !mayBeLeft(begin, true)) break;
    }
    ways[at - first] = Math.min(2, count);
  }
  if (ways[0] !== 1) return undefined;
  const chosen: Reading[] = [];
  for (let reading = choice[0]; reading !== undefined; reading = choice[reading.last + 1 - first]) chosen.push(reading);
  return chosen;
}

/** `70 12 34 56 78`: digits that are written as those of the number beside them, which begins or ends at `own`. */
function areAlike(left: Group, own: Group, gap: string, within: string | undefined): boolean {
  const { length } = own.digits;
  if (length > 2 || left.digits.length !== length) return false;
  return gap === within && left.kind === "number" && own.kind === "number";
}

/** Whether nothing that a tiling leaves over may be a part of a number beside it. */
function leavesNoDoubt(groups: readonly Group[], { first, last }: Untiled, tiling: readonly Reading[]): boolean {
  return tiling.every((reading, i) => {
    const [before, own] = [groups[reading.first - 1]!, groups[reading.first]!];
    const isBehind = reading.first > (i > 0 ? tiling[i - 1]!.last + 1 : first);
    // `00 7012 3456`: zeros before a number may dial another.
    if (isBehind && ((own.joined && /^(?:0+|01|011)$/.test(before.digits)) || isClose(before, own))) return false;
    const isBefore = reading.last + 1 < (tiling[i + 1]?.first ?? last + 1);
    return !isBefore || !isClose(groups[reading.last]!, groups[reading.last + 1]!);
  });
}

/** Whether a group is a label, a year, a short code or the like. */
function isNoNumber(group: Group, isBehind: boolean): boolean {
  const { digits, kind, gap, plus, named } = group;
  if (kind !== "number" || named) return true;
  if (plus) return false;
  if (mayStandAlone(digits) || isCallingCode(digits)) return true;
  if (!isBehind || digits.length > 6 || !/[^ ()]/.test(gap)) return false;
  return LIST_CONNECTOR.test(gap) || RANGE_CONNECTOR.test(gap);
}

/** `7012-3456-7`: a mark behind which a digit may be one more of the number before it. */
function isClose(left: Group, right: Group): boolean {
  return right.kind === "number" && left.kind === "number" && /^[-._~'*]$/.test(right.gap);
}
