// Tells what happened to a file since it was last read. Used for lists that answer in real time, and for a registry that is
// followed.

import fs from "node:fs";
import { KnownBytes } from "./known-bytes.js";
import { piecesOf, readAt, withDescriptor } from "./positioned.js";
import { attempt } from "./system-errors.js";

/**
 * `grown`: the same file is longer, and the last known bytes are unchanged. `changed`: it was replaced, cut or rewritten.
 * `gone`: it can't be read any more.
 */
export type FileFate = "same" | "grown" | "changed" | "gone";

/** What the system tells about a file. If all of it is the same, so is nearly always the file with its content. */
export type FileState = Pick<fs.BigIntStats, "dev" | "ino" | "size" | "mtimeNs" | "ctimeNs">;

/** The first bytes of a file as another reader read them: their number, SHA-256 (hex), and the file's state then. */
export interface EarlierReading {
  bytes: number;
  sha256: string;
  state: FileState;
}

/** The pause before all bytes are compared again, as a multiple of the time that it takes. */
const PAUSE = 50;
/** File systems keep time in ticks of up to two seconds: within a tick a file can change and keep its times. */
const TICK_NS = 2_000_000_000n;

// Comparing all known bytes takes long. `look` does so if the file was written to but did not grow. If it grew, or its times are too
// fresh to trust, `look` compares the last 64 KiB only, and `mayHoldWhole` compares the rest later.
export class FileVersion {
  readonly known = new KnownBytes();
  /** The state at the last look; undefined before the first. */
  #seen: FileState | undefined;
  /** Whether its times were so old at the last look that any later change must show in them. */
  #isSettled = false;
  /** Whether bytes before the last ones may have been rewritten: the last comparison left them out. */
  #isInDoubt = false;
  /** When all bytes may be compared next, by `performance.now`. */
  #nextAt = 0;
  /** Whether the known bytes, or the file itself, were found to be others. It stays so. */
  #isChanged = false;

  /** Follows `path` from its beginning, or from the bytes that were read already. */
  constructor(
    readonly path: string,
    earlier?: EarlierReading,
  ) {
    if (earlier === undefined) return;
    this.#see(earlier.state);
    this.#isChanged = !this.#holds((descriptor) => {
      for (const bytes of piecesOf(descriptor, 0, earlier.bytes)) this.known.add(bytes);
      const isSame = isSameFile(fs.fstatSync(descriptor, { bigint: true }), earlier.state);
      return isSame && this.known.sha256 === earlier.sha256;
    });
  }

  /** When the file was last written to, as of the last look. */
  get modified(): Date | undefined {
    return this.#seen && new Date(Number(this.#seen.mtimeNs / 1_000_000n));
  }

  /**
   * Tells what happened since the last look. It costs one system call, unless known bytes have to be compared. `changed` is
   * final: create another `FileVersion`.
   */
  look(): FileFate {
    const now = stateOf(this.path);
    if (now === undefined) return "gone";
    const seen = this.#seen;
    const isReplaced = seen !== undefined && !isSameFile(now, seen);
    const isTouched = now.size !== seen?.size || now.mtimeNs !== seen.mtimeNs || now.ctimeNs !== seen.ctimeNs;
    const newBytes = now.size - BigInt(this.known.length);
    if (isReplaced || newBytes < 0n) this.#isChanged = true;
    else if (isTouched) this.#compare(newBytes > 0n ? "last" : "all");
    else if (!this.#isSettled) this.#compare("last");
    if (this.#isChanged) return "changed";
    this.#see(now);
    return isTouched && newBytes > 0n ? "grown" : "same";
  }

  /**
   * Compares the known bytes that `look` left out; returns false if any changed. Comparing takes at most a fiftieth of the time:
   * until the next comparison is due (5 s for 100 MB), returns true without comparing.
   */
  mayHoldWhole(): boolean {
    const began = performance.now();
    if (!this.#isInDoubt || began < this.#nextAt) return true;
    this.#compare("all");
    const ended = performance.now();
    this.#nextAt = ended + PAUSE * (ended - began);
    return !this.#isChanged;
  }

  /** Returns the bytes after the known ones, without adding them. Errors are the system's own. */
  readOn(): Buffer {
    return withDescriptor(this.path, (descriptor) => {
      const { size } = fs.fstatSync(descriptor);
      return readAt(descriptor, this.known.length, Math.max(0, size - this.known.length));
    });
  }

  #see(now: FileState): void {
    this.#seen = now;
    // Every change of a file sets this time, and nobody can set it back.
    this.#isSettled = BigInt(Date.now()) * 1_000_000n - now.ctimeNs >= TICK_NS;
  }

  /** Compares the known bytes with the file's: all of them, or the last 64 KiB. */
  #compare(which: "all" | "last"): void {
    const { known } = this;
    this.#isChanged ||= !this.#holds((file) => (which === "all" ? known.areIn(file) : known.areLastIn(file)));
    this.#isInDoubt = which === "last";
  }

  /** Returns false if the file can't be read. */
  #holds(test: (descriptor: number) => boolean): boolean {
    return attempt(() => withDescriptor(this.path, test)) === true;
  }
}

function isSameFile(one: Pick<FileState, "dev" | "ino">, other: FileState): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** Returns undefined if the file is missing or may not be looked at. */
export function stateOf(file: string): FileState | undefined {
  return attempt(() => fs.statSync(file, { bigint: true }));
}
