// Decodes and encodes Windows-1252. Some versions of Node decode it as Latin-1, with control characters in place of
// dashes and quotes, and none encodes it.

const CONTROLS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const FIRST_CONTROL = 0x80;

export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (char) => CONTROLS[char.charCodeAt(0) - FIRST_CONTROL]!);
}

/** Encodes text; `?` stands for characters that Windows-1252 lacks. */
export function encodeWindows1252(text: string): Buffer {
  const codes = Array.from(text.normalize("NFC"), (char) => {
    const at = CONTROLS.indexOf(char);
    if (at >= 0) return FIRST_CONTROL + at;
    const code = char.codePointAt(0)!;
    return code < FIRST_CONTROL || (code >= 0xa0 && code <= 0xff) ? code : QUESTION_MARK;
  });
  return Buffer.from(codes);
}

const QUESTION_MARK = 0x3f;
