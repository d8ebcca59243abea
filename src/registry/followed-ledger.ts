// A ledger that is written to again and again while others write to it, too: where each phone's lines stand is read once and
// then read on. The events stay in the file; of a million of them 24 MB are kept.

import { ExitCode, ScrubError } from "../errors.js";
import { type ReadAt, readAnywhere, readEnds } from "../files/append.js";
import { FollowedFile } from "../files/followed-file.js";
import { codeOf } from "../files/system-errors.js";
import { EventIds } from "../suppression/event-ids.js";
import { Glance, type LedgerUse, NO_PHONE, phoneKey } from "./glance.js";
import { endOf, eventAt, type Ledger, walkLedger } from "./ledger.js";
import type { LedgerEvent } from "./ledger-event.js";
import { Places } from "./places.js";

const LF = 0x0a;
/** Nearly every line is shorter. */
const LINE_BYTES = 512;

export class FollowedLedger {
  #followed: FollowedFile;
  #places = new Places();
  #ids = new EventIds();
  /** The line behind those that are known. */
  #line = 1;
  readonly #glance: Glance;

  constructor(
    private readonly file: string,
    private readonly use: LedgerUse,
  ) {
    this.#followed = new FollowedFile(file);
    this.#glance = new Glance(use);
  }

  /**
   * The ledger as it stands, with the events of these phones and of whatever is no phone. Only under its lock, and the same as
   * `openLedger` would say; what it costs depends on these phones alone, and on what others have added.
   */
  open(of: Iterable<string>): Ledger {
    const { file, use } = this;
    const tail = this.#readOn();
    const { last, ...end } = endOf(this.#followed.known, tail, { file, use, line: this.#line });
    const keys = new Set([NO_PHONE, ...[...of].map(phoneKey)]);
    const starts = [...keys].flatMap((key) => this.#places.of(key)).sort((a, b) => a - b);
    const events: LedgerEvent[] = [];
    const ends: number[] = [];
    const take = (readAt: ReadAt) => {
      for (const start of starts) {
        const { event, length } = this.#eventAt(start, readAt);
        events.push(event);
        ends.push(start + length);
      }
    };
    if (starts.length > 0) readAnywhere(file, take);
    if (last !== undefined) {
      events.push(last);
      ends.push(end.length);
    }
    return { events, ends, use, ...end };
  }

  /** Makes known what has been added, or all of a file that is another one now. A registry that has lost events is refused. */
  #readOn(): Buffer {
    let fate = this.#followed.look();
    if (fate === "changed" || (fate === "gone" && this.#followed.known > 0)) {
      this.#followed = new FollowedFile(this.file);
      this.#places = new Places();
      this.#ids = new EventIds(this.#ids);
      this.#line = 1;
      fate = this.#followed.look();
    }
    if (fate === "gone") {
      // A look that fails says no more than that: only where nothing is there a new ledger may begin.
      const { isNew } = readEnds(this.file, 0);
      if (!isNew) throw new ScrubError(ExitCode.io, "cannotRead", ["EAGAIN"], { file: this.file });
      return Buffer.alloc(0);
    }
    const bytes = this.#behindKnown();
    const whole = bytes.subarray(0, bytes.lastIndexOf(LF) + 1);
    const known = this.#followed.known;
    this.#line = walkLedger(whole, { file: this.file, use: this.use, line: this.#line }, (scanner, event) => {
      const phone = this.#glance.phoneOf(scanner);
      this.#ids.add(scanner);
      this.#places.add(phone === NO_PHONE ? phoneKey(event().phone) : phone, known + scanner.start);
    });
    this.#followed.know(whole);
    // Reviews are a list of things to do: what is done goes out of it. Of one that is empty there is more to say (follow.ts).
    if (this.use === "registry" && this.#followed.known > 0) this.#ids.refuseLoss(this.file);
    return bytes.subarray(whole.length);
  }

  #behindKnown(): Buffer {
    try {
      return this.#followed.readOn();
    } catch (cause) {
      throw new ScrubError(ExitCode.io, "cannotRead", [codeOf(cause)], { file: this.file }, { cause });
    }
  }

  #eventAt(start: number, readAt: ReadAt): { event: LedgerEvent; length: number } {
    for (let bytes = LINE_BYTES; ; bytes *= 4) {
      const read = readAt(start, bytes);
      const found = eventAt(read, this.use);
      if (found !== undefined) return found;
      if (read.length < bytes)
        throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: this.file });
    }
  }
}
