// What proves that the digests of a list are understood: their hash, their key, the form of the numbers that were hashed.
// A list whose digests mean nothing to us would let everybody through. What becomes of one, hash-trust.ts says.

import { createHash, createHmac } from "node:crypto";
import {
  bitOf,
  type DigestKind,
  type DigestMethod,
  type HashFinding,
  hashForms,
  KINDS,
  kindOf,
  methodOf,
} from "./hash-forms.js";

/** A number that nobody has. Exports carry its digest: whoever can make that digest can make the others. */
export const PROOF_NUMBER = "+50300000000";

/** What stands as the action and the event of the record that holds that digest. */
export const PROOF_WORD = "proof";

/** Whether the digests of a list can be those of numbers at all. */
export interface HashProof {
  /** Distinct ones. */
  digests: number;
  kinds: readonly DigestKind[];
  /** The methods and forms that were found: by the list's own proof and since, in the order they were met. */
  found: readonly HashFinding[];
  /** Digests of every kind that the list holds are understood. */
  proven: boolean;
}

/** Returns the digests that prove a list, as small hex, with what each of them proves. */
export function proofDigests(key: Uint8Array | undefined): ReadonlyMap<string, HashFinding> {
  const proofs = new Map<string, HashFinding>();
  for (const { name, text } of hashForms(PROOF_NUMBER)) {
    for (const kind of KINDS) proofs.set(createHash(kind).update(text).digest("hex"), `${kind}:${name}`);
    if (key !== undefined) proofs.set(createHmac("sha256", key).update(text).digest("hex"), `hmac-sha256:${name}`);
  }
  return proofs;
}

/** What is known of the digests of one list. */
export class ListProof {
  /** The list says that its hashes were made with a key. */
  needsKey = false;
  readonly #digests = new Map<DigestKind, number>();
  readonly #found = new Set<HashFinding>();
  /**
   * How many entries have digests of these kinds, in bits, and nothing else that tells who is meant. An entry is read where one of
   * its digests is.
   */
  readonly #entries = new Map<number, number>();

  /** Counts a digest of a kind; `isNew`: the list did not hold it yet. */
  count(kind: DigestKind, isNew: boolean): void {
    this.#digests.set(kind, (this.#digests.get(kind) ?? 0) + (isNew ? 1 : 0));
  }

  /** Counts entries with digests of these kinds and no number of their own, expired ones too: nobody knows whom they mean. */
  countEntries(kinds: number, entries: number): void {
    this.#entries.set(kinds, (this.#entries.get(kinds) ?? 0) + entries);
  }

  find(found: HashFinding): void {
    this.#found.add(found);
  }

  /** Whether a finding of this method says how the list's digests were made: one without the key that it asks for does not. */
  accepts(method: DigestMethod): boolean {
    return !(this.needsKey && method === "sha256");
  }

  /** Whether nothing has proven one of its kinds yet. */
  get isUnproven(): boolean {
    const proven = this.#provenKinds;
    return [...this.#digests.keys()].some((kind) => !proven.has(kind));
  }

  /** Of those entries, the ones of which nobody can tell whom they bar. */
  get unprovenEntries(): number {
    const proven = [...this.#provenKinds].reduce((bits, kind) => bits | bitOf(kind), 0);
    let unproven = 0;
    for (const [kinds, entries] of this.#entries) if ((kinds & proven) === 0) unproven += entries;
    return unproven;
  }

  get proof(): HashProof {
    const kinds = [...this.#digests.keys()];
    const proven = this.#found.size > 0 && !this.isUnproven;
    const digests = [...this.#digests.values()].reduce((sum, of) => sum + of, 0);
    return { digests, kinds, found: [...this.#found], proven };
  }

  get #provenKinds(): ReadonlySet<DigestKind> {
    const methods = [...this.#found].map(methodOf);
    return new Set(methods.filter((method) => this.accepts(method)).map(kindOf));
  }
}
