// Texts as values: cells, names and messages say the same few things over and over.

/** Texts whose values are kept, and how long they may be. */
const MOST = 4096;
const LONGEST = 400;

/**
 * What reads texts, but one that it has met of late only once. The values are shared: nobody may change one. `of`: what the text
 * stands for, and the value depends on.
 */
export function remembered<T, Of extends unknown[]>(
  read: (text: string, ...of: Of) => T,
  { most, longest }: { most: number; longest: number } = { most: MOST, longest: LONGEST },
): (text: string, ...of: Of) => T {
  const met = new Map<string, T>();
  return (text, ...of) => {
    if (text.length > longest) return read(text, ...of);
    const known = met.get(text);
    if (known !== undefined) return known;
    const value = read(text, ...of);
    if (met.size >= most) met.clear();
    met.set(text, value);
    return value;
  };
}
