// A registry that one program writes to at many places at once: whoever waits is recorded together, under one lock and with one
// wait for the disk, and each is answered once that is durable.

import { type AnsweredLine, Follower } from "./follow.js";
import type { Destination } from "./record.js";
import type { Understood, WantedEvent } from "./understanding.js";

interface Turn {
  /** What a message came to, or what somebody typed. */
  what: { message: readonly Understood[] } | { typed: WantedEvent };
  answer: (line: AnsweredLine) => void;
  fail: (error: unknown) => void;
}

export class RegistryTurns {
  readonly #follower: Follower;
  readonly #waiting: Turn[] = [];
  #working: Promise<void> | undefined;

  constructor(to: Destination & { reviews: string }) {
    this.#follower = new Follower(to, () => false);
  }

  /** As `Follower.begin`. */
  begin(terms: { create: boolean }): Promise<void> {
    return this.#follower.begin(terms);
  }

  /** Records one message; its records all have one line, of which there is no other. */
  message(message: readonly Understood[]): Promise<AnsweredLine> {
    return this.#take({ message });
  }

  typed(typed: WantedEvent): Promise<AnsweredLine> {
    return this.#take({ typed });
  }

  /** Settles once nobody waits. */
  async done(): Promise<void> {
    await this.#working;
  }

  #take(what: Turn["what"]): Promise<AnsweredLine> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ what, answer, fail });
      this.#working ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    // Those who come in the same moment go together.
    await undefined;
    while (this.#waiting.length > 0) {
      const group = this.#nextGroup();
      try {
        const lines = await this.#record(group);
        for (const [i, { answer }] of group.entries()) answer(lines[i]!);
      } catch (error) {
        for (const { fail } of group) fail(error);
      }
    }
    this.#working = undefined;
  }

  /** All messages that wait in a row; what is typed goes alone. */
  #nextGroup(): Turn[] {
    const end = this.#waiting.findIndex(({ what }) => "typed" in what);
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(1, end));
  }

  async #record(group: readonly Turn[]): Promise<AnsweredLine[]> {
    const [{ what }] = group as [Turn];
    if ("typed" in what) return [await this.#follower.typed(what.typed)];
    const understood = group.flatMap(({ what }) => ("message" in what ? what.message : []));
    return this.#follower.answer(understood, await this.#follower.record(understood));
  }
}
