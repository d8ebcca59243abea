// Bytes of ASCII, and the digits of the calling code.

export const LF: u8 = 0x0a;
export const CR: u8 = 0x0d;
export const SPACE: u8 = 0x20;
export const QUOTE: u8 = 0x22;
export const PERCENT: u8 = 0x25;
export const AMPERSAND: u8 = 0x26;
export const APOSTROPHE: u8 = 0x27;
export const CLOSE: u8 = 0x29;
export const PLUS: u8 = 0x2b;
export const COMMA: u8 = 0x2c;
export const DASH: u8 = 0x2d;
export const DOT: u8 = 0x2e;
export const SLASH: u8 = 0x2f;
export const BACKSLASH: u8 = 0x5c;
export const ZERO: u8 = 0x30;
export const COLON: u8 = 0x3a;
export const SEMICOLON: u8 = 0x3b;
export const LETTER_T: u8 = 0x54;
export const LETTER_Z: u8 = 0x5a;

/** `503`, the lowest byte first, and the mask of three bytes. */
export const CODE: u32 = 0x333035;
export const THREE_BYTES: u32 = 0xffffff;

export function isLetter(byte: u8): bool {
  return u8((byte | 0x20) - 0x61) < 26;
}

export function isDigit(byte: u8): bool {
  return u8(byte - ZERO) < 10;
}
