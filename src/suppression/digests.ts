// The digests of all hashed lists of a run, and the lookup of a number among them in every form that is hashed.
// Which texts those are, hash-forms.ts says; how the digests are kept, entry-store.ts; what proves them, digest-proof.ts.

import { createHmac, hash } from "node:crypto";
import { LASTING } from "./country.js";
import { type HashProof, ListProof, proofDigests } from "./digest-proof.js";
import { EntryStore } from "./entry-store.js";
import { KEYS, NUMBER } from "./entry-word.js";
import type { Entry, ListEvent } from "./event.js";
import {
  type Digest,
  type DigestKind,
  type DigestMethod,
  type HashFinding,
  hashForms,
  methodOf,
} from "./hash-forms.js";

const NONE: readonly Entry[] = [];

/**
 * The digests of a run. Of each its first 59 bits are kept: a number that no list holds is taken for a listed one with
 * a probability of 8 × methods × digests / 2⁵⁹, once in 70,000 runs of a million numbers against a million
 * SHA-256, and then it is suppressed, which is the safe side. A lookup costs up to eight hashes a method: 2 to 4 µs
 * with SHA-256 alone, 13 with a key.
 */
export class DigestIndex {
  /** Undefined as long as there are none. */
  #entries: EntryStore | undefined;
  readonly #lists = new Map<number, ListProof>();
  readonly #kinds = new Set<DigestKind>();
  readonly #key: Uint8Array | undefined;
  #methods: DigestMethod[] = [];
  /** Made for the first digest: few runs have any. */
  #proofs: ReadonlyMap<string, HashFinding> | undefined;

  /**
   * Takes a key, with which digests of 64 hex digits may be HMACs; plain SHA-256 is still looked up, for lists may mix.
   */
  constructor(
    key?: Uint8Array,
    private readonly keepsAll = false,
  ) {
    this.#key = key;
  }

  get entries(): EntryStore | undefined {
    return this.#entries;
  }

  /** Entries kept. */
  get size(): number {
    return this.#entries?.size ?? 0;
  }

  /** Adds a digest. True when the list did not hold it yet. */
  add({ kind, hex }: Digest, list: number, event: ListEvent, record: number): boolean {
    this.#entries ??= new EntryStore(KEYS, LASTING, this.keepsAll, true);
    const [first, tag] = [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
    const isNew = this.#entries.add(list, first & NUMBER, tag, event, record);
    this.ofList(list).count(kind, isNew);
    if (!this.#kinds.has(kind)) {
      this.#kinds.add(kind);
      this.#methods = [...this.#kinds].flatMap((one) => this.#methodsOf(one));
    }
    return isNew;
  }

  /** Every entry of a number, over all lists, kinds and forms. Adds to the lists' proofs. */
  find(e164: string): readonly Entry[] {
    const store = this.#entries;
    if (store === undefined) return NONE;
    let entries: Entry[] | undefined;
    for (const { name, text } of hashForms(e164))
      for (const method of this.#methods) {
        const digest = this.#digest(method, text);
        const [key, tag] = [wordAt(digest, 0) & NUMBER, wordAt(digest, 4)];
        if (store.newest(key, tag) === 0) continue;
        const found = store.entriesOf(key, tag);
        for (const { list } of found) this.ofList(list).find(`${method}:${name}`);
        entries = [...(entries ?? []), ...found];
      }
    return entries?.sort((a, b) => a.list - b.list || a.record - b.record) ?? NONE;
  }

  /** Whether lists that were hashed with a key can be read. */
  get hasKey(): boolean {
    return this.#key !== undefined;
  }

  /** Takes a digest for the proof that a list carries. False where it is none that we can make. */
  prove(list: number, { hex }: Digest): boolean {
    this.#proofs ??= proofDigests(this.#key);
    const found = this.#proofs.get(hex.toLowerCase());
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
}

/** Four bytes of a digest, the first one highest, as in its hex. */
function wordAt(digest: string, at: number): number {
  const byte = (i: number) => digest.charCodeAt(at + i);
  return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
}
