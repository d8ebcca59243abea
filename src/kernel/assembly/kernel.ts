// The functions that the kernel exports. It owns no memory: the program gives it all addresses.

export { bar } from "./bar";
export { addedEntries, addedNumbers, addedOptIns, barEvents, setEvents } from "./events";
export { setEntries, setHeld, setStates } from "./held";
export { judge, setBatch, setOutputs } from "./judge";
export { setWatched } from "./look";
export { readPlain, setTables } from "./plain";
export { setCampaign } from "./rules";
export { mayCount } from "./near";
export { blankLines, consumed, nextLine, oddUntil, open, readingsUsed, scan, setReadings } from "./scan";
export { setWordTables } from "./words";
