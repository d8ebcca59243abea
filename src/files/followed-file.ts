// What became of a file since it was last read: nothing, more at its end, something else, or nothing is there any more.
// What its bytes say is others' work. Lists that answer in real time and the ledger that is followed ask here.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { hashOf, readAt, withDescriptor } from "./positioned.js";
import { codeOf } from "./system-errors.js";

/**
 * `grown`: the same file is longer, and what stood last before its known end still stands there. `changed`: it was replaced,
 * cut or rewritten. `gone`: nothing can be read there.
 */
export type FileFate = "same" | "grown" | "changed" | "gone";

/** What the system says of a file: another one, or another content, hardly ever has all of it the same. */
export interface FileState {
  dev: bigint;
  ino: bigint;
  size: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
}

/** The first bytes of a file that are known from elsewhere. */
export interface KnownBytes {
  bytes: number;
  /** The SHA-256 of these bytes, hex. */
  sha256: string;
  /** The state of the file when they were read. */
  state: FileState;
}

/** How many bytes before the known end are compared with those that stood there. */
const END = 64 * 1024;
/** How many times as long as hashing the file took is waited before it is hashed again. */
const PROOF_PAUSE = 50;
const LINE_FEED = 0x0a;
/** File systems keep time in ticks of up to two seconds: within one a file can change and keep its times. */
const TICK_NS = 2_000_000_000n;

/**
 * A look costs one call of the system. Where only the times of the file are others (it was touched, or rewritten in the same
 * length) its bytes are hashed again: 0.1 s for 100 MB. Where it grew, or times are so new that they prove nothing, the last
 * 64 KiB are compared: bytes before these that somebody rewrites in place in the same moment are seen by `holdsWhole`.
 */
export class FollowedFile {
  /** The first bytes, as they were known from elsewhere; none where the file was followed from its beginning. */
  readonly #first: Pick<KnownBytes, "bytes" | "sha256"> | undefined;
  /** The hash of all that became known behind them. */
  readonly #since: Hash = createHash("sha256");
  #known: number;
  /** The last of the known bytes. */
  #end: Buffer = Buffer.alloc(0);
  /** The state at the last look; undefined as long as nothing of the file is known. */
  #seen: FileState | undefined;
  /** Whether its times were so new at the last look that a later change may leave them as they are. */
  #isFresh = true;
  /** More than its end must be compared to know that nothing was rewritten. */
  #isUnproven = false;
  /** When that may be done next, by the clock of `performance`. */
  #proofFrom = 0;
  /** It was another file already when the following began. */
  #isOther = false;

  /** `path` is followed from its beginning, or from what was read of it already. */
  constructor(
    readonly path: string,
    first?: KnownBytes,
  ) {
    this.#first = first;
    this.#known = first?.bytes ?? 0;
    if (first === undefined) return;
    this.#seen = first.state;
    this.#isOther = !this.#beginAt(first);
  }

  /** How many of its bytes are known. */
  get known(): number {
    return this.#known;
  }

  /** Whether the known bytes end with a line's end. */
  get endsLine(): boolean {
    return this.#end.at(-1) === LINE_FEED;
  }

  /** When it was last written to, as of the last look. */
  get modified(): Date | undefined {
    return this.#seen && new Date(Number(this.#seen.mtimeNs / 1_000_000n));
  }

  /** What became of it since the last look. What is `changed` stays so: follow it anew. */
  look(): FileFate {
    const now = stateOf(this.path);
    if (now === undefined) return "gone";
    if (this.#isOther) return "changed";
    const fate = this.#fateOf(now);
    if (fate === "changed") this.#isOther = true;
    if (fate === "same" || fate === "grown") this.#see(now);
    return fate;
  }

  /**
   * Whether all known bytes still stand, where the last looks compared their end alone. What hashes them takes at most a
   * fiftieth of the time: until it is due again it is taken for true, at 100 MB for 5 s.
   */
  holdsWhole(): boolean {
    const began = performance.now();
    if (!this.#isUnproven || began < this.#proofFrom) return true;
    this.#isOther = !this.stillStands();
    const ended = performance.now();
    this.#proofFrom = ended + PROOF_PAUSE * (ended - began);
    this.#isUnproven = false;
    return !this.#isOther;
  }

  /** Whether what is there now begins with all known bytes, though it may be another file: hashes them. */
  stillStands(): boolean {
    try {
      return withDescriptor(this.path, (descriptor) => this.#allStands(descriptor));
    } catch {
      return false;
    }
  }

  /** What stands behind the known bytes, which it does not make known. Errors are the system's own. */
  readOn(): Buffer {
    return withDescriptor(this.path, (descriptor) => {
      const { size } = fs.fstatSync(descriptor);
      return readAt(descriptor, this.#known, Math.max(0, size - this.#known));
    });
  }

  /** Adds `bytes`, which stand right behind the known ones, to what is known. */
  know(bytes: Uint8Array): void {
    this.#since.update(bytes);
    this.#known += bytes.length;
    const end = bytes.length >= END ? bytes : Buffer.concat([this.#end, bytes]);
    // Copied: a part would keep the whole alive.
    this.#end = Buffer.from(end.subarray(Math.max(0, end.length - END)));
  }

  #fateOf(now: FileState): FileFate {
    const seen = this.#seen;
    if (seen === undefined) return now.size > 0n ? "grown" : "same";
    if (now.dev !== seen.dev || now.ino !== seen.ino || now.size < BigInt(this.#known)) return "changed";
    const isUntouched = now.size === seen.size && now.mtimeNs === seen.mtimeNs && now.ctimeNs === seen.ctimeNs;
    if (isUntouched && !this.#isFresh) return "same";
    const isLonger = now.size > BigInt(this.#known);
    try {
      const isEndEnough = isUntouched || isLonger;
      const holds = withDescriptor(this.path, (descriptor) =>
        isEndEnough ? this.#endStands(descriptor) : this.#allStands(descriptor),
      );
      if (!holds) return "changed";
      this.#isUnproven ||= isEndEnough && this.#known > this.#end.length;
    } catch (cause) {
      return codeOf(cause) === "ENOENT" ? "gone" : "changed";
    }
    return isLonger && !isUntouched ? "grown" : "same";
  }

  #see(now: FileState): void {
    this.#seen = now;
    // Whatever is done to a file sets this time, and nobody can set it back.
    this.#isFresh = BigInt(Date.now()) * 1_000_000n - now.ctimeNs < TICK_NS;
  }

  /** Whether the file is still the one of which the first bytes are known; then their end is kept. */
  #beginAt({ bytes, state }: KnownBytes): boolean {
    try {
      return withDescriptor(this.path, (descriptor) => {
        this.#end = readAt(descriptor, Math.max(0, bytes - END), Math.min(bytes, END));
        const now = fs.fstatSync(descriptor, { bigint: true });
        this.#see(state);
        return now.dev === state.dev && now.ino === state.ino && now.size >= state.size;
      });
    } catch {
      return false;
    }
  }

  #endStands(descriptor: number): boolean {
    return readAt(descriptor, this.#known - this.#end.length, this.#end.length).equals(this.#end);
  }

  #allStands(descriptor: number): boolean {
    const first = this.#first?.bytes ?? 0;
    if (this.#first !== undefined && hashOf(descriptor, 0, first) !== this.#first.sha256) return false;
    return hashOf(descriptor, first, this.#known) === this.#since.copy().digest("hex");
  }
}

/** Returns undefined where nothing is there, or nobody may know. */
export function stateOf(file: string): FileState | undefined {
  try {
    return fs.statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}
