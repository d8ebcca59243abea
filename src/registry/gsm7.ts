// How long a text message is: GSM 03.38 has 128 characters, some written with an escape; one of another kind makes the whole
// message UCS-2, and a segment shorter by half.

/** The septets of one segment. */
export const SEGMENT_SEPTETS = 160;

const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const ESCAPED = new Set("^{}\\[~]|€\f");

/** Septets; undefined where a character is not in GSM-7 (in Spanish á, í, ó and ú). */
export function septetsOf(message: string): number | undefined {
  let septets = 0;
  for (const character of message) {
    if (BASIC.has(character)) septets++;
    else if (ESCAPED.has(character)) septets += 2;
    else return undefined;
  }
  return septets;
}
