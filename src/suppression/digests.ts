// The digests of all hashed lists of a run, and the lookup of a number among them in every form that is hashed.
// Which texts those are, hash-forms.ts says; how the digests are kept, digest-table.ts.

import { createHmac, hash } from "node:crypto";
import { DigestTable } from "./digest-table.js";
import { type DigestKind, type HashFormName, hashForms, MOST_HASH_FORMS, readDigest } from "./hash-forms.js";

/** How a digest is made of a text. */
export type DigestMethod = DigestKind | "hmac-sha256";

/** A method and a form, as the report names what was found: `sha256:e164+lf`. */
export type HashFinding = `${DigestMethod}:${HashFormName}`;

/** An entry of a hashed list that holds a number. */
export interface DigestEntry {
  list: number;
  record: number;
  /** The event as it was added. */
  event: number;
  /** Seconds; 0 where undated. */
  time: number;
  found: HashFinding;
}

/** Whether the digests of a list can be those of numbers at all. */
export interface HashProof {
  /** Distinct ones. */
  digests: number;
  kinds: readonly DigestKind[];
  /** The forms in which numbers were found, by the probe and since, in the order they were met. */
  found: readonly HashFinding[];
  /** A number was found, so the list is understood. */
  proven: boolean;
}

interface ListOfDigests {
  digests: number;
  readonly kinds: Set<DigestKind>;
  readonly found: Set<HashFinding>;
}

const NONE: readonly DigestEntry[] = [];

/**
 * The digests of a run. Of each its first 64 bits are kept: a number that no list holds is taken for a listed one with
 * a probability of 8 × methods × digests / 2⁶⁴, once in two million runs of a million numbers against a million
 * SHA-256, and then it is suppressed, which is the safe side. A lookup costs up to eight hashes a method: 2 to 4 µs
 * with SHA-256 alone, 13 with a key.
 */
export class DigestIndex {
  readonly #table = new DigestTable();
  readonly #lists = new Map<number, ListOfDigests>();
  readonly #kinds = new Set<DigestKind>();
  readonly #key: Uint8Array | undefined;
  /**
   * For the forms of the number that is looked up: the words of their digests, and the first entries that hold them.
   */
  readonly #lows = new Uint32Array(MOST_HASH_FORMS);
  readonly #highs = new Uint32Array(MOST_HASH_FORMS);
  readonly #firsts = new Uint32Array(MOST_HASH_FORMS);
  #methods: DigestMethod[] = [];

  /**
   * Takes a key, with which digests of 64 hex digits may be HMACs; plain SHA-256 is still looked up, for lists may mix.
   */
  constructor(key?: Uint8Array) {
    this.#key = key;
  }

  /** Entries kept: none where a list repeats itself. */
  get size(): number {
    return this.#table.size;
  }

  /**
   * Adds the digest in a cell (of which `isDigest` told the kind); lists come in ascending order. `event` is 0 to 255,
   * `time` in seconds, 0 where undated. Of a list's entries with the same digest and event the first undated and the
   * latest dated one are kept. True when the list did not hold the digest yet.
   */
  add(kind: DigestKind, cell: string, list: number, record: number, event: number, time: number): boolean {
    const digest = readDigest(cell);
    if (digest?.kind !== kind) throw new TypeError(`no ${kind} digest`);
    const low = Number.parseInt(digest.hex.slice(0, 8), 16);
    const high = Number.parseInt(digest.hex.slice(8, 16), 16);
    const isNew = this.#table.add(low, high, list, record, event, time);
    const listed = this.#listed(list);
    listed.kinds.add(kind);
    if (isNew) listed.digests++;
    if (!this.#kinds.has(kind)) {
      this.#kinds.add(kind);
      this.#methods = [...this.#kinds].flatMap((one) => this.#methodsOf(one));
    }
    return isNew;
  }

  /** Every entry of a number, over all lists, kinds and forms: by list, then by record. Adds to the lists' proofs. */
  find(e164: string): readonly DigestEntry[] {
    if (this.#methods.length === 0) return NONE;
    let entries: DigestEntry[] | undefined;
    const forms = hashForms(e164);
    const lows = this.#lows;
    const highs = this.#highs;
    const firsts = this.#firsts;
    for (const method of this.#methods) {
      for (let i = 0; i < forms.length; i++) {
        const digest = this.#digest(method, forms[i]!.text);
        lows[i] = wordAt(digest, 0);
        highs[i] = wordAt(digest, 4);
      }
      this.#table.find(lows, highs, forms.length, firsts);
      for (let i = 0; i < forms.length; i++) {
        for (let entry = firsts[i]!; entry !== 0; entry = this.#table.next(entry)) {
          entries ??= [];
          entries.push(this.#entryAt(entry, `${method}:${forms[i]!.name}`));
        }
      }
    }
    if (entries === undefined) return NONE;
    for (const { list, found } of entries) this.#listed(list).found.add(found);
    return entries.sort((a, b) => a.list - b.list || a.record - b.record);
  }

  /** What is known of a list's digests; undefined where it has none. */
  proofOf(list: number): HashProof | undefined {
    const listed = this.#lists.get(list);
    if (listed === undefined) return undefined;
    const { digests, kinds, found } = listed;
    return { digests, kinds: [...kinds], found: [...found], proven: found.size > 0 };
  }

  /** The lists with at least so many distinct digests. */
  listsWith(digests: number): number[] {
    return [...this.#lists].filter(([, listed]) => listed.digests >= digests).map(([list]) => list);
  }

  #listed(list: number): ListOfDigests {
    let listed = this.#lists.get(list);
    if (listed === undefined) {
      listed = { digests: 0, kinds: new Set(), found: new Set() };
      this.#lists.set(list, listed);
    }
    return listed;
  }

  #methodsOf(kind: DigestKind): DigestMethod[] {
    return kind === "sha256" && this.#key !== undefined ? ["sha256", "hmac-sha256"] : [kind];
  }

  /** A character a byte: the fastest of what node:crypto gives, 0.2 µs; as hex 0.3, as a buffer 0.8, by createHash 1.2. */
  #digest(method: DigestMethod, text: string): string {
    if (method !== "hmac-sha256") return hash(method, text, "binary");
    return createHmac("sha256", this.#key!).update(text).digest("binary");
  }

  #entryAt(entry: number, found: HashFinding): DigestEntry {
    const table = this.#table;
    return {
      list: table.listOf(entry),
      record: table.recordOf(entry),
      event: table.eventOf(entry),
      time: table.timeOf(entry),
      found,
    };
  }
}

/** Four bytes of a digest, the first one highest, as in its hex. */
function wordAt(digest: string, at: number): number {
  return (
    ((digest.charCodeAt(at) << 24) |
      (digest.charCodeAt(at + 1) << 16) |
      (digest.charCodeAt(at + 2) << 8) |
      digest.charCodeAt(at + 3)) >>>
    0
  );
}
