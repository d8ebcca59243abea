// A registry that one program writes to at many places at once: messages that wait are recorded together, under one lock and with
// one wait for the disk, and each is answered once that is durable.

import { type AnsweredLine, Follower } from "./follow.js";
import type { Destination } from "./record.js";
import type { Understood, WantedEvent } from "./understanding.js";

interface WaitingMessage {
  message: readonly Understood[];
  answer: (line: AnsweredLine) => void;
  fail: (error: unknown) => void;
}

export class RegistryTurns {
  readonly #follower: Follower;
  #waiting: WaitingMessage[] = [];
  /** Settles once nobody waits. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(to: Destination & { reviews: string }) {
    this.#follower = new Follower(to, () => false);
  }

  /** As `Follower.begin`. */
  begin(terms: { create: boolean }): Promise<void> {
    return this.#follower.begin(terms);
  }

  /** Records one message; its records all have one line, of which there is no other. */
  message(message: readonly Understood[]): Promise<AnsweredLine> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ message, answer, fail });
      if (this.#waiting.length === 1) this.#behind(() => this.#recordWaiting());
    });
  }

  typed(typed: WantedEvent): Promise<AnsweredLine> {
    return this.#behind(() => this.#follower.typed(typed));
  }

  async done(): Promise<void> {
    await this.#last;
  }

  #behind<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #recordWaiting(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      const understood = group.flatMap(({ message }) => message);
      const lines = this.#follower.answer(understood, await this.#follower.record(understood));
      for (const [i, { answer }] of group.entries()) answer(lines[i]!);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}
