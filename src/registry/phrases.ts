// Words and phrases as the classifier compares them: a message without case, accents, emoji and stretched letters, and
// patterns over its words. What they mean is keywords.ts's and requests.ts's work.

/**
 * Lower case, no accents, a single space between words, no letter twice in a row: `¡¡STOOOP!!` is `stop`, and `llamar` is
 * `lamar`, on both sides. Digits typed for letters (`st0p`, `b4ja`) are those letters.
 */
export function foldMessage(message: string): string {
  return squeeze(
    message
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase()
      .replace(/['’`´]/g, "")
      .replace(/[\p{L}\p{N}]+/gu, (word) => (/[a-z]/.test(word) ? lettersForDigits(word) : word))
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .replace(/[^ ]+/g, (word) => SHORTHAND.get(word) ?? word)
      .replace(/(?<![^ ])yam(?=[aeo])/g, "llam"),
  );
}

/** As people type on a telephone. */
const SHORTHAND: ReadonlyMap<string, string> = new Map(
  Object.entries({
    d: "de",
    m: "me",
    q: "que",
    k: "que",
    ke: "que",
    xfa: "por favor",
    xfavor: "por favor",
    msj: "mensaje",
    msjs: "mensajes",
    msjes: "mensajes",
    mjs: "mensajes",
    tel: "telefono",
    num: "numero",
    u: "you",
    ur: "your",
    pls: "please",
    plz: "please",
    kiero: "quiero",
    nesesito: "necesito",
  }),
);

/**
 * Phrases over the words of a folded message. `a|b` is a choice of words, `word?` and `a|b?` may be missing, `word*` may go
 * on, and `..` stands for up to four words of any kind.
 */
export class Phrases {
  readonly #pattern: RegExp;

  constructor(...phrases: readonly string[]) {
    // Every word of the message is followed by a space, the last one too.
    this.#pattern = new RegExp(`(?<![^ ])(?:${phrases.map(patternOf).join("|")})`, "g");
  }

  in(folded: string): boolean {
    return `${folded} `.search(this.#pattern) >= 0;
  }

  /** The message without them. */
  takenFrom(folded: string): string {
    return `${folded} `.replace(this.#pattern, "").trim();
  }
}

/** Words of a list in the form that `foldMessage` gives. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(",").map((word) => foldMessage(word)));
}

function patternOf(phrase: string): string {
  const parts = phrase.split(" ").map((part) => {
    if (part === "..") return "(?:[^ ]+ ){0,4}";
    const words = part
      .replace(/\?$/, "")
      .split("|")
      .map((word) => squeeze(word).replace("*", "[^ ]*"))
      .join("|");
    return part.endsWith("?") ? `(?:(?:${words}) )?` : `(?:${words}) `;
  });
  return parts.join("");
}

function squeeze(text: string): string {
  return text.replace(/(\p{L})\1+/gu, "$1");
}

const LETTERS: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s" };

function lettersForDigits(word: string): string {
  return word.replace(/[01345]/g, (digit) => LETTERS[digit]!);
}
