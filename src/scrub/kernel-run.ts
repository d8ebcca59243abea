// Has the kernel judge and write the records that it can, by the type and the state of their number. run.ts judges the others.

import type { OutputFile } from "../files/output.js";
import { JudgeKernel, MOST_PHONES } from "../kernel/judge-kernel.js";
import { instantiateKernel, KernelMemory, TABLE_BYTES, whereKernelRuns } from "../kernel/kernel.js";
import type { RecordBatch } from "../lists/batch.js";
import { mayBeLong } from "../lists/batches.js";
import { READING_CODES } from "../lists/readings.js";
import { TYPE_CODES } from "../phone/plan.js";
import { type IndexStorage, lastingWords, NationalSet, NationalStates, NumberSet } from "../suppression/country.js";
import { CHANNELS, channelCode, suppresses } from "../suppression/event.js";
import { SuppressKernel } from "../suppression/suppress-kernel.js";
import type { SuppressionIndex } from "../suppression/suppression-index.js";
import type { ListPlan } from "../suppression/trust.js";
import { barrierOf, type Policy, type Reason } from "./rules.js";
import type { Tally } from "./tally.js";
import type { CleanWriter, RemovedWriter } from "./writers.js";

/** Reserved at the beginning, so that no array ever moves. Untouched pages take no memory. */
const MEMORY_BYTES = 128 * 1024 * 1024;

/** Returns undefined if there is no kernel. */
export function beginKernelRun(): KernelRun | undefined {
  return whereKernelRuns(() => new KernelRun());
}

/** Returns where the index of long lists is stored outside a scrub: the kernel's memory, if any list is long. */
export function storageFor(lists: readonly ListPlan[]): IndexStorage | undefined {
  return lists.some(({ source }) => mayBeLong(source.path)) ? beginKernelRun()?.storage : undefined;
}

export class KernelRun {
  readonly memory = new KernelMemory(MEMORY_BYTES);
  readonly #states = this.memory.words(NationalStates.WORDS)!;
  readonly #alsoKept = this.memory.words(NationalSet.WORDS)!;
  readonly alsoKept = new NumberSet(new NationalSet(this.#alsoKept));
  readonly kernel = instantiateKernel(this.memory.memory, this.memory.allocate(TABLE_BYTES));

  constructor() {
    this.kernel.setStates(this.#states.byteOffset, this.#alsoKept.byteOffset);
  }

  /** The storage for the index. Arrays without room in this memory are allocated elsewhere. */
  get storage(): IndexStorage {
    const { memory, kernel } = this;
    return {
      states: this.#states,
      words: (count) => memory.words(count) ?? lastingWords(count),
      memory,
      adder: new SuppressKernel(kernel, memory),
    };
  }

  /** Puts an output's buffer in this memory. Call it before the first byte is written. */
  keep(file: OutputFile | undefined): void {
    file?.keepIn((bytes) => this.memory.bytesOf(this.memory.allocate(bytes)));
  }
}

/** The types by the kernel's codes. */
const TYPES = [...TYPE_CODES, "foreign"] as const;

/** Judges records by the kernel, and adds its counts to the tally. */
export class PlainRecords {
  readonly #kernel: JudgeKernel;
  /** The reasons by the kernel's codes: why a cell is unread, why a type is not kept, and `duplicate`. */
  readonly #reasons: readonly (Reason | undefined)[];

  constructor(
    { kernel, memory }: KernelRun,
    policy: Policy,
    private readonly index: SuppressionIndex,
    private readonly tally: Tally,
    private readonly clean: CleanWriter | undefined,
    private readonly removed: RemovedWriter | undefined,
  ) {
    const barriers = TYPES.map((type) => (type === undefined ? undefined : barrierOf(type, policy)));
    this.#reasons = [...READING_CODES.reasons, ...barriers, "duplicate"];
    const ofRemoved = removed?.endings(this.#reasons);
    const channels = CHANNELS.filter((channel) => suppresses(channel, policy.channel)).map(channelCode);
    this.#kernel = new JudgeKernel(kernel, memory, {
      types: [...TYPES.keys()].filter((code) => code > 0 && barriers[code] === undefined),
      keepsDuplicates: policy.keepDuplicates,
      format: policy.format,
      readings: { ...READING_CODES, reasons: READING_CODES.reasons.length },
      endings: {
        ...(ofRemoved ?? { ...NO_ENDINGS, ofReasons: this.#reasons.map(() => undefined) }),
        // The last list holds the marks of phone lists. run.ts writes their sources.
        ofLists: [...(ofRemoved?.ofLists ?? tally.matches.slice(1).map(() => NOTHING)), undefined],
      },
      ...index.forKernel,
      channels,
    });
  }

  /** Begins a batch. `before`: the records of the list before it. Returns false if the kernel can't judge it. */
  begin(batch: RecordBatch, before: number): boolean {
    const { length } = batch.columns.phones;
    // A record longer than its window moves the window elsewhere.
    if (length === 0 || length > MOST_PHONES || !this.#kernel.reaches(batch.bytes)) return false;
    batch.readCellsLeft();
    this.#kernel.begin(batch.columns, before);
    return true;
  }

  /** Judges records from `from` on. Returns the index of the first that it leaves, and whether the outputs must be flushed. */
  judge(from: number): { index: number; isFull: boolean } {
    this.clean?.flushRun?.();
    return this.#kernel.judge(from, this.clean?.file, this.removed?.file, !this.index.holdsOthers);
  }

  /** Adds the kernel's counts to the tally. Call it after each batch. `readable`: that of `ListTally`. */
  count(readable: Uint8Array): void {
    const { tally, clean, removed } = this;
    const counts = this.#kernel.takeCounts();
    const countRemoved = (reason: Reason | undefined, records: number) => {
      if (records === 0 || reason === undefined) return;
      tally.countRemoved(reason, records);
      if (removed !== undefined) removed.records += records;
    };
    for (const [code, records] of counts.reasons.entries()) countRemoved(this.#reasons[code], records);
    for (const [list, records] of counts.matches.entries()) {
      countRemoved("opted-out", records);
      tally.match(new Set([list]), records);
    }
    tally.dispositions.clean += counts.kept;
    if (clean !== undefined) clean.records += counts.kept;
    for (const [code, type] of TYPES.entries()) if (type !== undefined) tally.types[type] += counts.types[code]!;
    for (const column of readable.keys()) if (((counts.readable >>> column) & 1) === 1) readable[column] = 1;
  }
}

const NOTHING = new Uint8Array(0);
/** For runs that write no removed list. */
const NO_ENDINGS = { delimiters: NOTHING, lineEnd: NOTHING, dates: undefined };
