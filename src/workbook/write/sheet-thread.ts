// A workbook on its way: packed at once where it is small, and by a thread beside the run where it is not.

import { Worker } from "node:worker_threads";
import { ExitCode, ScrubError } from "../../errors.js";
import { isCodeThere } from "../../files/paths.js";
import { isWithoutRoom } from "../../files/system-errors.js";
import { MOST_RECORDS, MOST_ROWS } from "../facts.js";
import { type SheetPlan, WorkbookPacker } from "./packer.js";

/** The length of a first piece below which a thread takes longer to start than to pack all. */
const LONG = 512 * 1024;

/** A piece of the run's, or what is made of it. */
const ROOM_BYTES = 2 * 1024 * 1024;
/** Pieces that the thread may have before it while the run goes on. */
const AHEAD = 3;

/** `isLast`: nothing follows. */
export interface ToTask {
  /** Where the bytes stand, and what is packed is to stand. */
  room: SharedArrayBuffer;
  count: number;
  isTyped: boolean;
  isLast: boolean;
}

export type FromTask =
  /** `packed`: undefined where it stands in the room. */
  { count: number; packed?: Uint8Array } | { error: Pick<ScrubError, "exitCode" | "sentence" | "values" | "place"> };

export class SheetOutput {
  /** Cells without quotes that look like numbers and dates are ones. */
  isTyped = false;
  #packer: WorkbookPacker | undefined;
  #worker: Worker | undefined;
  #isBegun = false;
  /** What the thread has packed, and has yet to answer; what it failed with. */
  #packed: Uint8Array[] = [];
  /** The rooms of what the thread has before it, in order, and those that are free. */
  readonly #rooms: SharedArrayBuffer[] = [];
  #free: SharedArrayBuffer[] = [];
  /** The rooms of what was handed out last: free once more is packed. */
  #out: SharedArrayBuffer[] = [];
  #asked = 0;
  #failure: unknown;
  #wake = () => {};

  /** `isLong`: the list is known to be: the thread starts while the run gets ready. */
  constructor(
    private readonly plan: SheetPlan,
    isLong: boolean,
  ) {
    if (isLong) this.#begin(LONG);
  }

  /** Refuses more records than a sheet holds below its header. `records`: read so far, whatever becomes of them. */
  refuseMore(records: number): void {
    if (records <= MOST_RECORDS) return;
    throw new ScrubError(ExitCode.phoneList, "beyondSheet", ["rows", MOST_ROWS], { file: this.plan.file });
  }

  /** What is ready to be written once `bytes`, which must stay as they are until then, are packed. */
  pack(bytes: Uint8Array): readonly Uint8Array[] | Promise<readonly Uint8Array[]> {
    return this.#pack(bytes, false);
  }

  end(): readonly Uint8Array[] | Promise<readonly Uint8Array[]> {
    return this.#pack(new Uint8Array(0), true);
  }

  /** Ends the thread, if there is one: nothing is asked of it any more. */
  close(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #pack(bytes: Uint8Array, isLast: boolean): readonly Uint8Array[] | Promise<readonly Uint8Array[]> {
    if (!this.#isBegun) this.#begin(bytes.length);
    if (this.#worker !== undefined) return this.#ask(this.#worker, bytes, isLast);
    const packer = this.#packer!;
    packer.isTyped = this.isTyped;
    return isLast ? packer.end() : packer.pack(bytes);
  }

  #begin(bytes: number): void {
    this.#isBegun = true;
    if (bytes >= LONG) this.#worker = startTask(this.plan);
    if (this.#worker === undefined) this.#packer = new WorkbookPacker(this.plan);
    this.#worker?.on("message", (message: FromTask) => this.#hear(message));
    this.#worker?.on("error", (bug) => this.#fail(bug));
  }

  #hear(message: FromTask): void {
    this.#asked--;
    if ("count" in message) {
      const room = this.#rooms.shift()!;
      this.#out.push(room);
      this.#packed.push(message.packed ?? new Uint8Array(room, 0, message.count));
    } else {
      const { exitCode, sentence, values, place } = message.error;
      this.#failure ??= new ScrubError(exitCode, sentence, values, place);
    }
    this.#wake();
  }

  #fail(bug: unknown): void {
    this.#failure ??= bug;
    this.#wake();
  }

  /** Returns what is packed by now: the thread may have a few pieces before it. */
  async #ask(worker: Worker, bytes: Uint8Array, isLast: boolean): Promise<readonly Uint8Array[]> {
    const room = this.#roomFor(bytes.length);
    new Uint8Array(room).set(bytes);
    this.#rooms.push(room);
    worker.postMessage({ room, count: bytes.length, isTyped: this.isTyped, isLast } satisfies ToTask);
    this.#asked++;
    // It keeps the process alive only while it is waited for.
    worker.ref();
    while (this.#failure === undefined && this.#asked > (isLast ? 0 : AHEAD))
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    worker.unref();
    if (this.#failure !== undefined) throw this.#failure;
    const packed = this.#packed;
    this.#packed = [];
    return packed;
  }

  #roomFor(bytes: number): SharedArrayBuffer {
    // What was handed out before is written by now.
    this.#free.push(...this.#out.splice(0, this.#out.length - this.#packed.length));
    const at = this.#free.findIndex((room) => room.byteLength >= bytes);
    return at < 0 ? new SharedArrayBuffer(Math.max(bytes, ROOM_BYTES)) : this.#free.splice(at, 1)[0]!;
  }
}

/** Undefined where the system has no room for another thread, and where its code is not there. */
function startTask(plan: SheetPlan): Worker | undefined {
  const code = () => new URL("./sheet-task.js", import.meta.url);
  if (!isCodeThere(code)) return undefined;
  try {
    const worker = new Worker(code(), {
      workerData: plan,
      // What it packs is garbage at once, and lies outside: this keeps what it costs in memory to its stacks and code.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    worker.unref();
    return worker;
  } catch (cause) {
    if (isWithoutRoom(cause)) return undefined;
    throw cause;
  }
}
