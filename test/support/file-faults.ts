// Lets one call of node:fs go wrong, the Nth of a function, in a run inside the test's own process.
// The program takes every function from the default export, at the call, so that what stands there counts.

import fs from "node:fs";

/** A system's error code; or, of reading and writing, fewer bytes than were asked for. */
export type HowItFails = `E${string}` | "short";

export interface FileFault {
  call: FileCall;
  /** 1 for the first. */
  at: number;
  how: HowItFails;
}

/** What somebody else does between two calls of the program. */
export interface Meddling {
  /** 1 for the first call, of whatever function. */
  before: number;
  act: () => void;
}

/** Every function of node:fs that the program calls, and how each can fail. */
export const FILE_CALLS = {
  openSync: ["ENOSPC", "EMFILE", "EACCES", "EIO"],
  closeSync: ["EIO"],
  read: ["EIO", "short"],
  readSync: ["EIO", "short"],
  readFileSync: ["EIO", "EMFILE"],
  write: ["ENOSPC", "EDQUOT", "EIO", "short"],
  writeSync: ["ENOSPC", "EDQUOT", "EIO", "short"],
  writeFileSync: ["ENOSPC", "EDQUOT", "EIO"],
  fsync: ["EIO", "ENOSPC"],
  fsyncSync: ["EIO", "ENOSPC"],
  ftruncateSync: ["EIO"],
  futimesSync: ["EPERM"],
  fchmodSync: ["EPERM"],
  renameSync: ["EIO", "ENOSPC", "EACCES"],
  linkSync: ["EPERM", "EIO", "EMLINK"],
  copyFileSync: ["ENOSPC"],
  unlinkSync: ["EIO"],
  rmSync: ["EIO"],
  statSync: ["EIO"],
  fstatSync: ["EIO"],
  lstatSync: ["EIO"],
  realpathSync: ["EIO", "EACCES"],
  readlinkSync: ["EIO"],
  readdirSync: ["EIO", "EMFILE"],
  accessSync: ["EIO", "EACCES"],
} as const satisfies Record<string, readonly HowItFails[]>;

export type FileCall = keyof typeof FILE_CALLS;

/** Counts a run's calls and lets one of them fail, all from one on, or somebody meddle; to be put around the run alone. */
export class FaultyFiles {
  /** How often each function was called. */
  readonly calls = new Map<FileCall, number>();
  all = 0;
  #real: Partial<Record<FileCall, unknown>> = {};
  /** Somebody else is at work, whose calls are none of the program's. */
  #isMeddling = false;

  /** `deadFrom`: the call, of whatever function, from which on none succeeds: what is on the disk then, a killed process leaves. */
  constructor(
    private readonly fault?: FileFault,
    private readonly deadFrom = Number.POSITIVE_INFINITY,
    private readonly meddling?: Meddling,
  ) {}

  begin(): void {
    for (const call of Object.keys(FILE_CALLS) as FileCall[]) {
      const real = fs[call] as (...args: unknown[]) => unknown;
      this.#real[call] = real;
      const faulty = (...args: unknown[]) => {
        if (this.#isMeddling) return real(...args);
        const count = (this.calls.get(call) ?? 0) + 1;
        this.calls.set(call, count);
        this.all++;
        if (this.all === this.meddling?.before) this.#meddle(this.meddling);
        if (this.all >= this.deadFrom) return fail("EIO", real, args);
        const isHit = this.fault?.call === call && this.fault.at === count;
        return isHit ? fail(this.fault!.how, real, args) : real(...args);
      };
      // Some functions carry others (`realpathSync.native`).
      Object.assign(fs, { [call]: Object.assign(faulty, real) });
    }
  }

  #meddle({ act }: Meddling): void {
    this.#isMeddling = true;
    try {
      act();
    } finally {
      this.#isMeddling = false;
    }
  }

  end(): void {
    Object.assign(fs, this.#real);
  }
}

function fail(how: HowItFails, real: (...args: unknown[]) => unknown, args: unknown[]): unknown {
  const callback = args.at(-1);
  if (how === "short") {
    const [descriptor, bytes, offset = 0, length = (bytes as Uint8Array).length, ...rest] = args;
    return real(descriptor, bytes, offset, Math.ceil((length as number) / 2), ...rest);
  }
  const error = Object.assign(new Error(`${how}: put in by the test`), { code: how });
  if (typeof callback !== "function") throw error;
  setImmediate(callback as (error: Error) => void, error);
  return undefined;
}
