// The index of hashed lists: finds a number by hashing every form of it.

import { createHmac, hash } from "node:crypto";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { LASTING } from "./country.js";
import { EntryStore, KEYS, NUMBER } from "./entry-store.js";
import type { Entry, ListEvent } from "./event.js";
import {
  type Digest,
  type DigestKind,
  type DigestMethod,
  type HashFinding,
  type HashForm,
  hashForms,
  KINDS,
  PROOF_NUMBER,
} from "./hash-forms.js";
import type { ListSource } from "./sources.js";

const NONE: readonly Entry[] = [];

export type HashProof = NonNullable<ReturnType<DigestIndex["proofOf"]>>;

/** Facts about the digests of one list. */
class ListDigests {
  /** The count of distinct digests of each kind. */
  readonly kinds = new Map<DigestKind, number>();
  readonly found = new Set<HashFinding>();
  readonly #proven = new Set<DigestKind>();

  /** Counts a digest of a kind; `isNew`: the list did not hold it yet. */
  count(kind: DigestKind, isNew: boolean): void {
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + (isNew ? 1 : 0));
  }

  prove(method: DigestMethod, { name }: HashForm): void {
    this.found.add(`${method}:${name}`);
    this.#proven.add(method === "hmac-sha256" ? "sha256" : method);
  }

  get areProven(): boolean {
    return this.found.size > 0 && [...this.kinds.keys()].every((kind) => this.#proven.has(kind));
  }
}

/**
 * The digests of a run, the first 59 bits of each. An unlisted number is suppressed by mistake with a probability of
 * 8 × methods × digests / 2⁵⁹: once in 70,000 runs of a million numbers against a million SHA-256. A lookup costs
 * up to eight hashes a method: 2 to 4 µs with SHA-256 alone, 13 with a key.
 */
export class DigestIndex {
  /** Undefined before the first digest. */
  entries: EntryStore | undefined;
  readonly #lists: (ListDigests | undefined)[] = [];
  #methods: DigestMethod[] = [];
  /** How a proof was hashed, by its digest in small hex. Made for the first digest: few runs have any. */
  #proofs: ReadonlyMap<string, [DigestMethod, HashForm]> | undefined;

  /** `key`: with one, digests of 64 hex digits may be HMACs or plain SHA-256, because lists may mix them. */
  constructor(
    private readonly key?: Uint8Array,
    /** Whether every event is kept, not only those in force. */
    private readonly keepsAll = false,
  ) {}

  get size(): number {
    return this.entries?.size ?? 0;
  }

  /** Adds a digest. Returns whether it is new to the list. */
  add({ kind, hex }: Digest, list: number, event: ListEvent, record: number): boolean {
    this.entries ??= new EntryStore(KEYS, LASTING, this.keepsAll, true);
    const [first, tag] = [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
    const isNew = this.entries.add(list, first & NUMBER, tag, event, record);
    this.ofList(list).count(kind, isNew);
    if (!this.#methods.includes(kind)) this.#methods.push(...this.#methodsOf(kind));
    return isNew;
  }

  /** Returns every entry of a number, and adds what was found to the lists' proofs. */
  find(e164: string): readonly Entry[] {
    const store = this.entries;
    if (store === undefined) return NONE;
    let entries: Entry[] | undefined;
    for (const form of hashForms(e164))
      for (const method of this.#methods) {
        const digest = this.#digest(method, form.text);
        const [key, tag] = [wordAt(digest, 0) & NUMBER, wordAt(digest, 4)];
        if (store.newest(key, tag) === 0) continue;
        const found = store.entriesOf(key, tag);
        for (const { list } of found) this.ofList(list).prove(method, form);
        entries = [...(entries ?? []), ...found];
      }
    return entries?.sort((a, b) => a.list - b.list || a.record - b.record) ?? NONE;
  }

  /** Whether lists hashed with a key can be read. */
  get hasKey(): boolean {
    return this.key !== undefined;
  }

  /** Notes the digest if it is a proof that a list carries. Returns whether it is one. */
  prove(list: number, { hex }: Digest): boolean {
    this.#proofs ??= this.#proofDigests();
    const found = this.#proofs.get(hex.toLowerCase());
    if (found !== undefined) this.ofList(list).prove(...found);
    return found !== undefined;
  }

  /** Returns what is known of a list's digests; undefined without digests and proof. `found`: methods and forms. `proven`: every kind is. */
  proofOf(list: number) {
    const of = this.#lists[list];
    if (of === undefined) return undefined;
    const digests = [...of.kinds.values()].reduce((sum, count) => sum + count, 0);
    return { digests, kinds: [...of.kinds.keys()], found: [...of.found], proven: of.areProven };
  }

  /** Refuses a list if nothing proves how it was hashed, because it may suppress nobody. Warns if that is allowed. */
  trust({ name, path: file }: ListSource, list: number, { allowUnproven }: { allowUnproven: boolean }): Warning[] {
    if (this.proofOf(list)?.proven !== false) return [];
    if (allowUnproven) return [{ code: "hashes-unproven", values: [name] }];
    throw new ScrubError(ExitCode.suppressionList, "hashesUnproven", [name, this.hasKey], { file });
  }

  /** Forgets what is known of every list from this number on. Their entries are the caller's to drop. */
  drop(list: number): void {
    this.#lists.length = Math.min(this.#lists.length, list);
  }

  ofList(list: number): ListDigests {
    this.#lists[list] ??= new ListDigests();
    return this.#lists[list];
  }

  #proofDigests(): ReadonlyMap<string, [DigestMethod, HashForm]> {
    const methods = KINDS.flatMap((kind) => this.#methodsOf(kind));
    return new Map(
      hashForms(PROOF_NUMBER).flatMap((form) =>
        methods.map((method) => [
          Buffer.from(this.#digest(method, form.text), "binary").toString("hex"),
          [method, form],
        ]),
      ),
    );
  }

  #methodsOf(kind: DigestKind): DigestMethod[] {
    return kind === "sha256" && this.hasKey ? ["sha256", "hmac-sha256"] : [kind];
  }

  /** Returns a digest with a character a byte: 0.2 µs; as hex 0.3, as a buffer 0.8, by createHash 1.2. */
  #digest(method: DigestMethod, text: string): string {
    if (method !== "hmac-sha256") return hash(method, text, "binary");
    return createHmac("sha256", this.key!).update(text).digest("binary");
  }
}

/** Returns four bytes of a digest, the first one highest, as in its hex. */
function wordAt(digest: string, at: number): number {
  const byte = (i: number) => digest.charCodeAt(at + i);
  return ((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0;
}
