// How large a workbook may be. Alone in its file: the help says it, and needs nothing else of this room.

/** Unpacked, in bytes, where nobody said more. */
export const DEFAULT_MAX_SIZE = 2 * 1024 ** 3;
