// Adds the plain numbers of a batch to the index of all opt-outs, whose arrays lie in the kernel's memory.

import { EventKernel, type PlainEvents } from "./event-kernel.js";
import type { Kernel, KernelMemory } from "./kernel.js";

export class BarKernel {
  constructor(
    /** It knows the states of all numbers. */
    private readonly kernel: Kernel,
    private readonly memory: KernelMemory,
  ) {}

  /** Whoever adds the plain events of a list. */
  ofEvents(events: PlainEvents): EventKernel {
    return new EventKernel(this.kernel, this.memory, events);
  }

  /**
   * Adds numbers [from, to) as entries from `entry` on, of which the first stands at word `place` of its page. Returns the
   * index of the first that is left: it is no number, or barred already, or nothing lies where the kernel works.
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
