// The digests of all hashed lists of a run, and the lookup of a number among them in every form that is hashed.
// Which texts those are, hash-forms.ts says; how the digests are kept, digest-table.ts; what proves them, digest-proof.ts.

import { createHmac, hash } from "node:crypto";
import { type HashProof, ListProof, proofDigests } from "./digest-proof.js";
import { DigestTable } from "./digest-table.js";
import { DIGEST_OPT_IN } from "./entry-word.js";
import { channelCode } from "./event.js";
import {
  type DigestKind,
  type DigestMethod,
  type HashFinding,
  hashForms,
  MOST_HASH_FORMS,
  methodOf,
  readDigest,
} from "./hash-forms.js";

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

const NONE: readonly DigestEntry[] = [];
const ANY = channelCode("any");

/**
 * The digests of a run. Of each its first 64 bits are kept: a number that no list holds is taken for a listed one with
 * a probability of 8 × methods × digests / 2⁶⁴, once in two million runs of a million numbers against a million
 * SHA-256, and then it is suppressed, which is the safe side. A lookup costs up to eight hashes a method: 2 to 4 µs
 * with SHA-256 alone, 13 with a key.
 */
export class DigestIndex {
  readonly #table = new DigestTable();
  readonly #lists = new Map<number, ListProof>();
  readonly #kinds = new Set<DigestKind>();
  readonly #key: Uint8Array | undefined;
  /**
   * For the forms of the number that is looked up: the words of their digests, and the first entries that hold them.
   */
  readonly #lows = new Uint32Array(MOST_HASH_FORMS);
  readonly #highs = new Uint32Array(MOST_HASH_FORMS);
  readonly #firsts = new Uint32Array(MOST_HASH_FORMS);
  #methods: DigestMethod[] = [];
  /** Made for the first digest: few runs have any. */
  #proofs: ReadonlyMap<string, HashFinding> | undefined;

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
    this.ofList(list).count(kind, isNew);
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
    for (const { list, found } of entries) this.ofList(list).find(found);
    return entries.sort((a, b) => a.list - b.list || a.record - b.record);
  }

  /**
   * How many opt-outs a list has by digests, and how many of them none of the `heirs` among later lists has for the same channel
   * or for any: by the same digest, for nobody can say whose it is. An opt-in beside it may have lifted it.
   */
  takenOver(list: number, later: DigestIndex, heirs: ReadonlySet<number>): { entries: number; lost: number } {
    const [mine, theirs] = [this.#table, later.#table];
    const taken = { entries: 0, lost: 0 };
    for (const entry of mine.entriesOf(list)) {
      const event = mine.eventOf(entry);
      if ((event & DIGEST_OPT_IN) !== 0) continue;
      taken.entries++;
      let isHeld = false;
      for (let next = theirs.findLike(mine, entry); next !== 0; next = theirs.next(next)) {
        if (!heirs.has(theirs.listOf(next))) continue;
        const said = theirs.eventOf(next);
        if ((said & DIGEST_OPT_IN) !== 0) {
          isHeld = false;
          break;
        }
        isHeld ||= said === event || said === ANY;
      }
      if (!isHeld) taken.lost++;
    }
    return taken;
  }

  /** Whether lists that were hashed with a key can be read. */
  get hasKey(): boolean {
    return this.#key !== undefined;
  }

  /** Takes a digest for the proof that a list carries. False where it is none that we can make. */
  prove(list: number, cell: string): boolean {
    this.#proofs ??= proofDigests(this.#key);
    const found = this.#proofs.get(readDigest(cell)?.hex.toLowerCase() ?? "");
    if (found === undefined || !this.ofList(list).accepts(methodOf(found))) return false;
    this.ofList(list).find(found);
    return true;
  }

  /** What is known of a list's digests; undefined where it has none, nor a proof. */
  proofOf(list: number): HashProof | undefined {
    const proof = this.#lists.get(list)?.proof;
    return proof === undefined || (proof.kinds.length === 0 && proof.found.length === 0) ? undefined : proof;
  }

  /** Whether a list has digests of a kind that nothing has proven yet. */
  get areUnproven(): boolean {
    return [...this.#lists.values()].some((of) => of.isUnproven);
  }

  /** What is known of a list's digests so far. */
  ofList(list: number): ListProof {
    let of = this.#lists.get(list);
    if (of === undefined) {
      of = new ListProof();
      this.#lists.set(list, of);
    }
    return of;
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
