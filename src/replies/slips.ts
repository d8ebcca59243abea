// Words that are one slip away: a letter too many, one too few, one wrong, two swapped. All of a word's slips are hashed without
// being spelled out, and looked up in a table of bits; the few that are in it are spelled.

/** The size of the table in bits: some half a percent of what is no word is in it, too. */
const BITS = 22;
const BASE = 0x01000193;
const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyzC", (letter) => letter.charCodeAt(0));
const LONGEST = 32;
const POWERS = powersOf(BASE, LONGEST + 2);

export class NearWords {
  readonly #table = new Uint8Array(1 << (BITS - 3));

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const at = slotOf(hashOf(word));
      this.#table[at >>> 3]! |= 1 << (at & 7);
    }
  }

  /** What may be a word of the table, one slip from `word`; at most 32 letters. */
  of(word: string): string[] {
    const length = word.length;
    const found: string[] = [];
    if (length > LONGEST) return found;
    const codes = Array.from(word, (letter) => letter.charCodeAt(0));
    // Of what stands before each letter, and of what stands from it on.
    const before = [0];
    for (const code of codes) before.push((Math.imul(before.at(-1)!, BASE) + code) | 0);
    const from = Array<number>(length + 1).fill(0);
    for (let i = length - 1; i >= 0; i--) from[i] = (Math.imul(codes[i]!, POWERS[length - 1 - i]!) + from[i + 1]!) | 0;
    for (let i = 0; i <= length; i++) {
      const start = word.slice(0, i);
      const [lead, rest] = [before[i]!, length - i];
      for (const letter of LETTERS) {
        const inserted = Math.imul(lead, POWERS[rest + 1]!) + Math.imul(letter, POWERS[rest]!) + from[i]!;
        if (this.#has(inserted)) found.push(start + String.fromCharCode(letter) + word.slice(i));
        if (i === length) continue;
        const replaced = Math.imul(lead, POWERS[rest]!) + Math.imul(letter, POWERS[rest - 1]!) + from[i + 1]!;
        if (letter !== codes[i] && this.#has(replaced))
          found.push(start + String.fromCharCode(letter) + word.slice(i + 1));
      }
      if (i === length) continue;
      if (this.#has(Math.imul(lead, POWERS[rest - 1]!) + from[i + 1]!)) found.push(start + word.slice(i + 1));
      if (i + 1 === length) continue;
      const swapped =
        Math.imul(lead, POWERS[rest]!) +
        Math.imul(codes[i + 1]!, POWERS[rest - 1]!) +
        Math.imul(codes[i]!, POWERS[rest - 2]!) +
        from[i + 2]!;
      if (this.#has(swapped)) found.push(start + word[i + 1]! + word[i]! + word.slice(i + 2));
    }
    return found;
  }

  #has(hash: number): boolean {
    const at = slotOf(hash | 0);
    return (this.#table[at >>> 3]! & (1 << (at & 7))) !== 0;
  }
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, BASE) + word.charCodeAt(i)) | 0;
  return hash;
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
}

function powersOf(base: number, count: number): number[] {
  const powers = [1];
  while (powers.length < count) powers.push(Math.imul(powers.at(-1)!, base));
  return powers;
}
