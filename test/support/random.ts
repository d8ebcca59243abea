// Random draws that come again for the same seed, for what no property of fast-check draws.

/** Returns a function that draws from 0 to below `most`: mulberry32. */
export function drawing(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    if (most < 1) return 0;
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.floor(most);
  };
}
