// What became of a file since it was last read: nothing, more at its end, something else, or nothing is there any more.
// What its bytes say is others' work. Lists that answer in real time and the ledger that is followed ask here.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { hashOf, piecesOf, readAt, withDescriptor } from "./positioned.js";

/**
 * `grown`: the same file is longer, and what stood last before its known end still stands there. `changed`: it was replaced,
 * cut or rewritten. `gone`: nothing can be read there.
 */
export type FileFate = "same" | "grown" | "changed" | "gone";

/** What the system says of a file: another one, or another content, hardly ever has all of it the same. */
export type FileState = Pick<fs.BigIntStats, "dev" | "ino" | "size" | "mtimeNs" | "ctimeNs">;

/** The first bytes of a file as they were read elsewhere: how many, their SHA-256 (hex), and the file's state then. */
export interface KnownBytes {
  bytes: number;
  sha256: string;
  state: FileState;
}

/** So many bytes before the known end are compared with those that stood there; and of so many at a time there is a digest. */
const BLOCK = 64 * 1024;
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
export class FileVersion {
  readonly #hash: Hash = createHash("sha256");
  /** The digests of all that is known up to the end of each block. */
  readonly #digests: string[] = [];
  #known = 0;
  /** The first and the last of the known bytes. */
  #first: Buffer = Buffer.alloc(0);
  #end: Buffer = Buffer.alloc(0);
  /** The state at the last look; undefined as long as nothing of the file is known. */
  #seen: FileState | undefined;
  /** Whether its times were so new at the last look that a later change may leave them as they are. */
  #isFresh = true;
  /** More than its end must be compared to know that nothing was rewritten. */
  #isUnproven = false;
  /** When that may be done next, by the clock of `performance`. */
  #proofFrom = 0;
  /** It was another file already when the following began, or became one. */
  #isOther = false;

  /** `path` is followed from its beginning, or from what was read of it already. */
  constructor(
    readonly path: string,
    read?: KnownBytes,
  ) {
    if (read === undefined) return;
    this.#see(read.state);
    this.#isOther = !this.#holds((descriptor) => {
      for (const bytes of piecesOf(descriptor, 0, read.bytes)) this.know(bytes);
      const { dev, ino } = fs.fstatSync(descriptor, { bigint: true });
      return dev === read.state.dev && ino === read.state.ino && this.#digest() === read.sha256;
    });
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
    const seen = this.#seen ?? { ...now, size: 0n };
    const isUntouched = now.size === seen.size && now.mtimeNs === seen.mtimeNs && now.ctimeNs === seen.ctimeNs;
    const isLonger = now.size > BigInt(this.#known);
    this.#isOther ||= now.dev !== seen.dev || now.ino !== seen.ino || now.size < BigInt(this.#known);
    if (!isUntouched || this.#isFresh) this.#isOther ||= !this.#stands(isUntouched || isLonger);
    if (this.#isOther) return "changed";
    this.#see(now);
    return isLonger && !isUntouched ? "grown" : "same";
  }

  /**
   * Whether all known bytes still stand, where the last looks compared their end alone. What hashes them takes at most a
   * fiftieth of the time: until it is due again it is taken for true, at 100 MB for 5 s.
   */
  holdsWhole(): boolean {
    const began = performance.now();
    if (!this.#isUnproven || began < this.#proofFrom) return true;
    this.#isUnproven = false;
    this.#isOther = !this.#stands(false);
    const ended = performance.now();
    this.#proofFrom = ended + PROOF_PAUSE * (ended - began);
    return !this.#isOther;
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
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + BLOCK - (this.#known % BLOCK));
      this.#hash.update(part);
      this.#known += part.length;
      at += part.length;
      if (this.#known % BLOCK === 0) this.#digests.push(this.#digest());
      // Copied: a part would keep the whole alive.
      if (this.#known <= BLOCK) this.#first = Buffer.concat([this.#first, part]);
      this.#end = Buffer.concat([this.#end.subarray(Math.max(0, this.#end.length + part.length - BLOCK)), part]);
    }
  }

  /**
   * Whether what is known is the beginning of what was known of a version before, and not all of it. Far from the beginning and the
   * end of that only whole blocks tell.
   */
  isBeginningOf(before: FileVersion): boolean {
    const blocks = this.#digests.length;
    if (this.#known >= before.#known || this.#digests[blocks - 1] !== before.#digests[blocks - 1]) return false;
    if (blocks === 0) return before.#first.subarray(0, this.#known).equals(this.#first);
    const from = Math.max(blocks * BLOCK, before.#known - before.#end.length);
    if (from >= this.#known) return true;
    const ours = this.#end.subarray(this.#end.length - (this.#known - from));
    const theirs = before.#end.subarray(before.#end.length - (before.#known - from));
    return theirs.subarray(0, ours.length).equals(ours);
  }

  #see(now: FileState): void {
    this.#seen = now;
    // Whatever is done to a file sets this time, and nobody can set it back.
    this.#isFresh = BigInt(Date.now()) * 1_000_000n - now.ctimeNs < TICK_NS;
  }

  #stands(isEndEnough: boolean): boolean {
    const [known, end] = [this.#known, this.#end];
    if (isEndEnough) this.#isUnproven ||= known > end.length;
    return this.#holds((descriptor) =>
      isEndEnough
        ? readAt(descriptor, known - end.length, end.length).equals(end)
        : hashOf(descriptor, 0, known) === this.#digest(),
    );
  }

  #digest(): string {
    return this.#hash.copy().digest("hex");
  }

  /** False, too, where it can't be read. */
  #holds(test: (descriptor: number) => boolean): boolean {
    try {
      return withDescriptor(this.path, test);
    } catch {
      return false;
    }
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
