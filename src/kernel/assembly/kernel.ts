// What the kernel gives to the program. It owns no memory but what it is told of.

export { bar } from "./bar";
export { setHeads, setHeld } from "./held";
export { judge, setCells, setEndings, setJudge, setStates } from "./judge";
export { setLook, setWatched } from "./look";
export { setTables } from "./plain";
export { blankLines, consumed, nextLine, oddUntil, open, scan } from "./scan";
