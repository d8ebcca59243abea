// What the kernel gives to the program. It owns no memory but what it is told of.

export { setHeld } from "./held";
export { judge, setCells, setEndings, setJudge } from "./judge";
export { setLook, setWatched } from "./look";
export { setTables } from "./plain";
export { blankLines, consumed, nextLine, oddUntil, open, scan } from "./scan";
