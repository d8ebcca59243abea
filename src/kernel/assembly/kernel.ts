// The functions that the kernel exports. It owns no memory: the program gives it all addresses.

export { addOptOuts } from "./opt-outs";
export { addedEntries, addedNumbers, addedOptIns, addEvents, setEvents } from "./events";
export { setEntries, setLists, setStates } from "./numbers";
export { judge, setBatch, setOutputs } from "./judge";
export { setWatched } from "./other-cells";
export { readPlain, setTables } from "./plain";
export { setCampaign } from "./rules";
export { mayCount } from "./other-numbers";
export { blankLines, consumed, nextLine, oddUntil, open, readingsUsed, scan, setReadings } from "./scan";
export { setWordTables } from "./words";
