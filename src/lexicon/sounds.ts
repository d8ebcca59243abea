// Folds words to how they are spelled without accents, and to how they sound.

const LETTER_OF: Record<string, string> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s" };

/** Returns a word in lower case without accents. A stretched letter (`nooo`) is there once, a digit is a letter. */
export function foldWord(word: string): string {
  if (/^[a-z]{1,2}$/.test(word)) return word;
  const folded = word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, "");
  if (!/[a-z]/.test(folded)) return folded;
  return folded.replace(/[0134571@$]/g, (sign) => LETTER_OF[sign]!).replace(/(.)\1{2,}/g, "$1");
}

/** How letters sound in Salvadoran Spanish: `letters:sound:sound before e and i`. */
const SOUNDS = "c:k:s ch:C:C g:g:j gu:gu:g h:: ll:y:y m:n:n ph:f:f q:k:k qu:ku:k sc:sk:s v:b:b x:s:s z:s:s";
const soundsOf = new Map(SOUNDS.split(" ").map((entry) => [entry.slice(0, entry.indexOf(":")), entry.split(":")]));
const SOUNDING = /ch|ph|qu?|sc|c|[xzvh]|ll|gu?|m(?=[pbv])/g;

/** Returns how a folded word sounds. `kiten` and `quiten` are equal, `vaja` and `baja`. */
export function soundOf(folded: string): string {
  const sounded = folded.replace(SOUNDING, (letters, at: number) => {
    const next = folded[at + letters.length];
    return soundsOf.get(letters)![next === "e" || next === "i" ? 2 : 1]!;
  });
  // `bloqueen` is not `bloquen`.
  return sounded.replace(/y$/, "i").replace(/(?!ee[ns]?$)(.)\1+/g, "$1");
}
