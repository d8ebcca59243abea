// Reads a file anywhere in it, as archives need it, whose directory stands at their end.

import fs from "node:fs";
import { type ExitCode, ScrubError } from "../errors.js";
import type { DescriptorInput } from "./input.js";
import { codeOf } from "./system-errors.js";

export interface PositionedFile {
  readonly size: number;
  /** Reads up to `length` bytes from `position` on into `into` at `offset`; 0 where the file ends. */
  readAt(into: Uint8Array, offset: number, length: number, position: number): number;
}

/** Wraps an open file, which is read to the size that it had at its opening. */
export function positionedFile(
  { descriptor, size }: DescriptorInput,
  typed: string,
  exitCode: ExitCode,
): PositionedFile {
  return {
    size,
    readAt(into, offset, length, position) {
      const wanted = Math.min(length, size - position);
      if (wanted <= 0) return 0;
      try {
        return fs.readSync(descriptor, into, offset, wanted, position);
      } catch (cause) {
        throw new ScrubError(exitCode, "cannotRead", [codeOf(cause)], { file: typed }, { cause });
      }
    },
  };
}
