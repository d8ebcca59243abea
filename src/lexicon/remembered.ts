// Caches what is read from texts, because cells, names and messages repeat.

/**
 * Returns `read` with a cache of `most` texts of at most `longest` characters. `of`: what a text was made from, if `read`
 * needs it. Results must not be changed.
 */
export function remembered<T, Of extends unknown[]>(
  read: (text: string, ...of: Of) => T,
  { most, longest }: { most: number; longest: number } = { most: 4096, longest: 400 },
): (text: string, ...of: Of) => T {
  const met = new Map<string, T>();
  return (text, ...of) => {
    if (text.length > longest) return read(text, ...of);
    const known = met.get(text);
    if (known !== undefined || met.has(text)) return known as T;
    const value = read(text, ...of);
    if (met.size >= most) met.clear();
    met.set(text, value);
    return value;
  };
}

/** Returns `read` with a cache by object, for as long as the object lives. */
export function rememberedOf<Key extends object, T extends object>(read: (key: Key) => T): (key: Key) => T {
  const met = new WeakMap<Key, T>();
  return (key) => {
    const known = met.get(key);
    if (known !== undefined) return known;
    const value = read(key);
    met.set(key, value);
    return value;
  };
}
