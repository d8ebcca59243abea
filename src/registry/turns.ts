// A registry that one program writes to at many places at once: messages that wait are recorded together, under one lock and with
// one wait for the disk, and each is answered once that is durable.

import { type AnsweredLine, answersTo } from "./follow.js";
import { type Destination, Recorder } from "./record.js";
import type { Understood, WantedEvent } from "./understanding.js";

interface WaitingMessage {
  message: readonly Understood[];
  answer: (line: AnsweredLine) => void;
  fail: (error: unknown) => void;
}

export class RegistryTurns {
  readonly #recorder: Recorder;
  #waiting: WaitingMessage[] = [];
  /** Settles once nobody waits. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly to: Destination & { reviews: string }) {
    this.#recorder = new Recorder(to, { isLive: true });
  }

  /** As `Recorder.begin`. */
  begin(terms: { create: boolean }): Promise<void> {
    return this.#recorder.begin(terms);
  }

  /** Records one message; its records all have one line, of which there is no other. */
  message(message: readonly Understood[]): Promise<AnsweredLine> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ message, answer, fail });
      if (this.#waiting.length === 1) this.#behind(() => this.#recordWaiting());
    });
  }

  typed(typed: WantedEvent): Promise<AnsweredLine> {
    const asked = { line: 1, is: "asked", events: [typed], reviews: [] } as const;
    return this.#behind(async () => (await this.#record([asked], true))[0]!);
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
      const lines = await this.#record(group.flatMap(({ message }) => message));
      for (const [i, { answer }] of group.entries()) answer(lines[i]!);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }

  async #record(understood: readonly Understood[], isTyped = false): Promise<AnsweredLine[]> {
    return answersTo(understood, await this.#recorder.record(understood, { isTyped }), this.to.templates);
  }
}
