// A code of bits for each symbol, shorter for what comes more often, as DEFLATE (RFC 1951) wants it.

/** DEFLATE allows 15 bits; two codes are to fit into three bytes. */
const LONGEST = 12;

export interface Codes {
  /** Bits of each symbol's code, 0 where it has none. */
  lengths: Uint8Array;
  /** The codes, their first bit lowest. */
  codes: Uint16Array;
}

/** `weights`: how often each symbol comes, 0 for one that never does. */
export function codesFor(weights: readonly number[]): Codes {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let least = total / 8192; ; least *= 2) {
    const lengths = lengthsFor(weights.map((weight) => (weight === 0 ? 0 : Math.max(weight, least))));
    if (Math.max(...lengths) <= LONGEST) return { lengths, codes: codesOf(lengths) };
  }
}

interface Tree {
  weight: number;
  symbols: readonly number[];
}

function lengthsFor(weights: readonly number[]): Uint8Array {
  const lengths = new Uint8Array(weights.length);
  const trees: Tree[] = weights.flatMap((weight, symbol) => (weight === 0 ? [] : [{ weight, symbols: [symbol] }]));
  trees.sort((a, b) => b.weight - a.weight);
  while (trees.length > 1) {
    const [one, other] = [trees.pop()!, trees.pop()!];
    const symbols = [...one.symbols, ...other.symbols];
    for (const symbol of symbols) lengths[symbol]!++;
    const weight = one.weight + other.weight;
    const at = trees.findIndex((tree) => tree.weight < weight);
    trees.splice(at < 0 ? trees.length : at, 0, { weight, symbols });
  }
  return lengths;
}

function codesOf(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= LONGEST; length++, code <<= 1)
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) codes[symbol] = reversed(code++, length);
  return codes;
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}
