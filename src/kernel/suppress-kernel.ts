// Adds the plain numbers of a batch to the index of all opt-outs, whose arrays lie in the kernel's memory.

import { EventKernel, type PlainEvents } from "./event-kernel.js";
import type { Kernel, KernelMemory } from "./kernel.js";

export class SuppressKernel {
  constructor(
    /** It knows the states of all numbers. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
  ) {}

  /** Returns the kernel that adds the plain events of a list. */
  ofEvents(events: PlainEvents): EventKernel {
    return new EventKernel(this.kernel, this.memory, events);
  }

  /** Adds to these arrays from now on, if they lie where the kernel works: see `setEntries` of assembly/held.ts. */
  use(heads: Uint32Array, pages: Uint32Array): void {
    if ([heads, pages].every((array) => this.memory.owns(array)))
      this.kernel.setEntries(heads.byteOffset, pages.byteOffset);
  }

  /**
   * Adds numbers [from, to) as entries from `entry` on, the first of them of this record and each of the next. Returns the
   * index of the first that is left: it is no number, or suppressed already, or not all lies where the kernel works.
   */
  add(nationals: Int32Array, from: number, to: number, entry: number, record: number): number {
    if (!this.memory.owns(nationals)) return from;
    return this.kernel.bar(nationals.byteOffset, from, to, entry, record);
  }
}
