// Words as people type them on a telephone, brought to a form in which they can be looked up. What they mean is lexicon.ts's.

const LETTERS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Lower case without accents; digits amid letters are the letters they stand for (`st0p`); a letter typed three times or more stands once. */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  if (/[^a-z]/.test(folded)) {
    folded = folded
      .normalize("NFKD")
      .replace(/[^a-z0-9@$]+/g, (other) => OTHER_SCRIPT[other] ?? other.replace(/[\p{M}\p{Cf}]/gu, ""));
    if (/[a-z]/.test(folded)) folded = folded.replace(/[0134571@$]/g, (sign) => LETTERS[sign]!);
  }
  return folded.replace(/(.)\1{2,}/g, "$1");
}

/** Letters in circles, squares and other styles as plain ones: `ⓈⓉⓄⓅ`. Two signs of a flag stay one. */
export function unstyled(text: string): string {
  if (!/[\u2100-\uffff]/.test(text)) return text;
  return text
    .replace(FLAG_LETTERS, (run) => run.replace(/\s+/g, "").replace(/./gu, (sign) => letterAt(sign, 0x1f1e6)))
    .replace(/[\u2100-\u{1ffff}]/gu, (sign) => {
      if (/[🅐-🅩]/u.test(sign)) return letterAt(sign, 0x1f150);
      if (/[🅰-🆉]/u.test(sign)) return letterAt(sign, 0x1f170);
      const plain = sign.normalize("NFKC").replace(/[()]/g, "");
      return /^[A-Za-z]$/.test(plain) ? plain : sign;
    });
}

const FLAG_LETTERS = /(?:[\u{1f1e6}-\u{1f1ff}]\s*){3,}/gu;

function letterAt(sign: string, a: number): string {
  return String.fromCharCode("A".charCodeAt(0) + sign.codePointAt(0)! - a);
}

/** Letters of other alphabets that look like ours. */
const OTHER_SCRIPT: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  ѕ: "s",
  ø: "o",
};

/**
 * How a folded word sounds in El Salvador, for those who write by ear: `kiten`, `quiten` and `qiten` are one, so are `vaja`
 * and `baja`, `yamen` and `llamen`, `resivir` and `recibir`, `ablar` and `hablar`.
 */
export function soundOf(folded: string): string {
  return folded
    .replace(/ch/g, "C")
    .replace(/ph/g, "f")
    .replace(/qu(?=[ei])|q/g, "k")
    .replace(/sc(?=[ei])|c(?=[ei])|x(?=[ce])|[zx]/g, "s")
    .replace(/c/g, "k")
    .replace(/v/g, "b")
    .replace(/h/g, "")
    .replace(/ll/g, "y")
    .replace(/y(?=$|[^aeiou])/g, "i")
    .replace(/gu(?=[ei])/g, "G")
    .replace(/g(?=[ei])/g, "j")
    .replace(/G/g, "g")
    .replace(/m(?=[pb])/g, "n")
    .replace(/(.)\1+/g, "$1");
}
