// Tells what happened to a file since it was last read. Used for lists that answer in real time, and for a registry that is
// followed.

import { createHash, type Hash } from "node:crypto";
import fs from "node:fs";
import { hashOf, piecesOf, readAt, withDescriptor } from "./positioned.js";

/**
 * `grown`: the same file is longer, and the last known bytes are unchanged. `changed`: it was replaced, cut or rewritten.
 * `gone`: it can't be read any more.
 */
export type FileFate = "same" | "grown" | "changed" | "gone";

/** What the system tells about a file. If all of it is the same, so is nearly always the file with its content. */
export type FileState = Pick<fs.BigIntStats, "dev" | "ino" | "size" | "mtimeNs" | "ctimeNs">;

/** The first bytes of a file as another reader read them: their number, SHA-256 (hex), and the file's state then. */
export interface KnownBytes {
  bytes: number;
  sha256: string;
  state: FileState;
}

/** Bytes before the known end that are compared, and bytes for each digest. */
const BLOCK = 64 * 1024;
/** The pause before the file is hashed again, as a multiple of the time that hashing takes. */
const PROOF_PAUSE = 50;
const LINE_FEED = 0x0a;
/** File systems keep time in ticks of up to two seconds: within a tick a file can change and keep its times. */
const TICK_NS = 2_000_000_000n;

/**
 * A look costs one system call. If only the file's times differ (touched, or rewritten in the same length), its bytes are hashed
 * again: 0.1 s for 100 MB. If the file grew, or its times are too new to prove anything, the last 64 KiB are compared; only
 * `holdsWhole` detects earlier bytes that were rewritten in place at the same moment.
 */
export class FileVersion {
  readonly #hash: Hash = createHash("sha256");
  /** The digest of all known bytes up to the end of each block. */
  readonly #digests: string[] = [];
  #known = 0;
  /** The first and the last of the known bytes. */
  #first: Buffer = Buffer.alloc(0);
  #end: Buffer = Buffer.alloc(0);
  /** The state at the last look; undefined before the first. */
  #seen: FileState | undefined;
  /** Whether its times were so new at the last look that a later change may not alter them. */
  #isFresh = true;
  /** Whether more than its end must be compared to know that nothing was rewritten. */
  #isUnproven = false;
  /** When the next comparison may begin, by `performance.now`. */
  #proofFrom = 0;
  /** Whether it is another file than the one that was read first. */
  #isOther = false;

  /** Follows `path` from its beginning, or from the bytes that were read already. */
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

  get known(): number {
    return this.#known;
  }

  /** Whether the known bytes end with a line end. */
  get endsLine(): boolean {
    return this.#end.at(-1) === LINE_FEED;
  }

  /** When the file was last written to, as of the last look. */
  get modified(): Date | undefined {
    return this.#seen && new Date(Number(this.#seen.mtimeNs / 1_000_000n));
  }

  /** Tells what happened since the last look. `changed` is final: create another `FileVersion`. */
  look(): FileFate {
    const now = stateOf(this.path);
    if (now === undefined) return "gone";
    const seen = this.#seen ?? { ...now, size: 0n };
    const isUntouched = now.size === seen.size && now.mtimeNs === seen.mtimeNs && now.ctimeNs === seen.ctimeNs;
    const isLonger = now.size > BigInt(this.#known);
    this.#isOther ||= now.dev !== seen.dev || now.ino !== seen.ino || now.size < BigInt(this.#known);
    if (!isUntouched || this.#isFresh) this.#isOther ||= !this.#areUnchanged(isUntouched || isLonger);
    if (this.#isOther) return "changed";
    this.#see(now);
    return isLonger && !isUntouched ? "grown" : "same";
  }

  /**
   * Whether all known bytes are unchanged, if earlier looks compared only their end. Hashing takes at most a fiftieth of the
   * time: until the next one is due, the answer is yes (5 s for 100 MB).
   */
  holdsWhole(): boolean {
    const began = performance.now();
    if (!this.#isUnproven || began < this.#proofFrom) return true;
    this.#isUnproven = false;
    this.#isOther = !this.#areUnchanged(false);
    const ended = performance.now();
    this.#proofFrom = ended + PROOF_PAUSE * (ended - began);
    return !this.#isOther;
  }

  /** Returns the bytes after the known ones, without adding them. Errors are the system's own. */
  readOn(): Buffer {
    return withDescriptor(this.path, (descriptor) => {
      const { size } = fs.fstatSync(descriptor);
      return readAt(descriptor, this.#known, Math.max(0, size - this.#known));
    });
  }

  /** Adds `bytes`, which follow the known ones, to the known bytes. */
  know(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + BLOCK - (this.#known % BLOCK));
      this.#hash.update(part);
      this.#known += part.length;
      at += part.length;
      if (this.#known % BLOCK === 0) this.#digests.push(this.#digest());
      // Copied, because a slice would keep the whole buffer alive.
      if (this.#known <= BLOCK) this.#first = Buffer.concat([this.#first, part]);
      this.#end = Buffer.concat([this.#end.subarray(Math.max(0, this.#end.length + part.length - BLOCK)), part]);
    }
  }

  /**
   * Whether the known bytes are fewer than an earlier version's, and its beginning. In the middle only whole blocks are compared.
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
    // Every change of a file sets this time, and nobody can set it back.
    this.#isFresh = BigInt(Date.now()) * 1_000_000n - now.ctimeNs < TICK_NS;
  }

  /** Whether the known bytes are unchanged: only their end, if that is enough for now. */
  #areUnchanged(isEndEnough: boolean): boolean {
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

  /** Returns false if the file can't be read. */
  #holds(test: (descriptor: number) => boolean): boolean {
    try {
      return withDescriptor(this.path, test);
    } catch {
      return false;
    }
  }
}

/** Returns undefined if the file is missing or may not be looked at. */
export function stateOf(file: string): FileState | undefined {
  try {
    return fs.statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}
