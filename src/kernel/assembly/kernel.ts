// The functions that the kernel exports. It owns no memory: the program gives it all addresses.

export { addOptOuts } from "./opt-outs";
export { Action, addedEntries, addedNumbers, addedOptIns, addEvents, NO_OFFSET } from "./events";
export { CHAIN_BITS, CHANNEL_BITS, EntryWord, LIFTED, NUMBER_BITS, OPT_IN, PAGE_BITS, setEntries, setStates, State } from "./numbers";
export { AHEAD, cleanAt, isFull, judge, kept, readableCells, removedAt, setBatch } from "./judge";
export { Counts } from "./other-cells";
export { readPlain, setTables } from "./plain";
export { setCampaign } from "./campaign";
export { MOST_NUMBERS } from "./rules";
export { mayCount } from "./other-numbers";
export { blankLines, consumed, nextLine, oddUntil, readingsUsed, scan, SCRATCH_WORDS } from "./scan";
export { Column, Flag, FLAG_BITS, Plain } from "./record";
export { SUSPECT_BYTES } from "./suspects";
export { CUE_BYTES, MOST_LETTERS, PAIRS } from "./words";
