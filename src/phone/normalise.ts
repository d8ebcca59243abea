// Raw cell → a text in which every digit, letter and separator has one spelling; nothing is interpreted here.
// Digits are 0-9, letters a-z (z for what no alphabet trick can name), spaces and dashes are ' ' and '-'.

const ASCII = /^[\x20-\x7e]*$/;
const IGNORABLE = /^[\p{Cf}\p{M}\p{DI}]$/u;
const DIGIT = /^\p{Nd}$/u;
const LETTER = /^\p{L}$/u;
/** One character of punctuation, or a symbol. */
const MARK = /^[\p{P}\p{S}]$/u;
const SPACE = /^[\p{Zs}\u2800]$/u;
const DASH = /^[\p{Pd}\u2212\u2043\u02d7\u00af\u2500\u2501\u2796\u223c\u30fc\ufffd]$/u;
const DOT = /^[·•∙●▪‧・◦⋅。]$/u;
const QUOTE = /^[‘’‚‛′´`ʼ]$/u;
const DOUBLE_QUOTE = /^[“”„‟″«»]$/u;
const SLASH = /^[⁄∕\\]$/u;
const PLUS = /^[\u2795]$/u;
const LOOKS_LIKE_O = /^[оοօøɵөθϑѳ]$/u;
const LOOKS_LIKE_I = /^[іιӏו]$/u;

/** What Windows-1252 calls quotes, bullets and dashes, and Latin-1 decodes as controls. */
const WINDOWS_1252: Record<number, string> = {
  133: " ",
  145: "'",
  146: "'",
  147: '"',
  148: '"',
  149: "*",
  150: "-",
  151: "-",
};

const known = new Map<string, string>();

/** `invisible`: what stands for characters that nobody sees. Linear in the length of the cell; never throws. */
export function normalise(raw: string, invisible = ""): string {
  const text = decoded(raw);
  if (ASCII.test(text)) return withDashes(text.toLowerCase().replace(/\\/g, "/").replace(/`/g, "'"));
  let result = "";
  for (const character of text) {
    let plain = known.get(character);
    if (plain === undefined) {
      plain = plainOf(character);
      if (known.size < 4096) known.set(character, plain);
    }
    result += plain === "" ? invisible : plain;
  }
  return withDashes(result);
}

/** A dash that somebody dictated: `7012 guion 3456`. */
function withDashes(text: string): string {
  return text.replace(/(?<=\d) (?:guion|raya|dash|hyphen) (?=\d)/g, "-");
}

/** Whether a character stands in a text as web pages write it, behind an ampersand and before a semicolon. */
export function holdsEntity(text: string): boolean {
  return /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/i.test(text);
}

/** Undoes what web pages and wrong decoders do to a separator: `&nbsp;`, `%20`, a UTF-8 dash read as Windows-1252. */
export function decoded(raw: string): string {
  let text = raw;
  if (text.includes("&")) {
    text = text
      .replace(/&(?:nbsp|ensp|emsp|thinsp);/gi, " ")
      .replace(/&(?:ndash|mdash|minus|hyphen);/gi, "-")
      .replace(/&(?:shy|zwnj|zwj|lrm|rlm);/gi, "")
      .replace(/&plus;/gi, "+")
      .replace(/&#(\d{1,7}|x[0-9a-f]{1,6});/gi, (_, code: string) => fromCodePoint(code));
  }
  if (text.includes("%") && /:\/\/|wa\.me|phone=|tel:/i.test(text)) {
    text = text.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => fromPercent(Number.parseInt(code, 16)));
  }
  if (text.includes("\u00e2"))
    text = text.replace(/\u00e2[\u20ac\u0080][\u0090-\u0095\u201c\u201d\u2018\u2019\u2022]/g, "-");
  if (text.includes("\u00c2")) text = text.replace(/\u00c2(?=[\u00a0 ·°º])/g, "");
  return text;
}

/** A space inside a link stays part of the link. */
function fromPercent(code: number): string {
  return code === 32 ? "_" : String.fromCharCode(code);
}

function fromCodePoint(code: string): string {
  const value = code.startsWith("x") || code.startsWith("X") ? Number.parseInt(code.slice(1), 16) : Number(code);
  return value <= 0x10ffff ? String.fromCodePoint(value) : " ";
}

function plainOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return plainAscii(code, character);
  if (code < 160) return WINDOWS_1252[code] ?? " ";
  if (code >= 0xff01 && code <= 0xff5e) return plainOf(String.fromCharCode(code - 0xfee0));
  if (code === 0x2028 || code === 0x2029) return "\n";
  if (DIGIT.test(character)) return String(digitValue(code));
  if (DASH.test(character)) return "-";
  if (IGNORABLE.test(character)) return "";
  if (SPACE.test(character)) return " ";
  if (DOT.test(character)) return "*";
  if (QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return '"';
  if (SLASH.test(character)) return "/";
  if (PLUS.test(character)) return "+";
  const alike = character.normalize("NFKD");
  if (MARK.test(character) && MARK.test(alike)) return alike === character ? "°" : plainOf(alike);
  if (LETTER.test(character) && character !== "º" && character !== "ª") return plainLetter(character);
  return "°";
}

function plainAscii(code: number, character: string): string {
  if (code === 0) return "";
  if (code === 10 || code === 13) return "\n";
  if (code < 32 || code === 127) return " ";
  if (character === "\\") return "/";
  if (character === "`") return "'";
  return character.toLowerCase();
}

function plainLetter(letter: string): string {
  const lower = letter.toLowerCase();
  const base = lower.normalize("NFKD").replace(/\p{M}/gu, "");
  if (/^[a-z]+$/.test(base)) return base;
  if (LOOKS_LIKE_O.test(lower)) return "o";
  if (LOOKS_LIKE_I.test(lower)) return "i";
  return "z";
}

/** Unicode keeps every script's ten digits together, from its zero on. */
function digitValue(code: number): number {
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return (code - first) % 10;
}
