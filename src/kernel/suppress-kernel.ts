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

  /**
   * Adds numbers [from, to) as entries from `entry` on, the first of them at word `place` of its page. Returns the
   * index of the first that is left: it is no number, or suppressed already, or it is outside the kernel's memory.
   */
  add(
    nationals: Int32Array,
    from: number,
    to: number,
    heads: Uint32Array,
    page: Uint32Array,
    place: number,
    entry: number,
  ): number {
    if (![nationals, heads, page].every((array) => this.memory.owns(array))) return from;
    this.kernel.setHeads(heads.byteOffset);
    return this.kernel.bar(nationals.byteOffset, from, to, page.byteOffset + place * page.BYTES_PER_ELEMENT, entry);
  }
}
