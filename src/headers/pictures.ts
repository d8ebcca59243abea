// The pictures of a message or a cell. Only those that are known as friendly say nothing; any other may forbid, mock or insult.

/** Thanks, assent, joy, love, flowers, feasts; what people eat, wear, drive and buy. */
const FRIENDLY =
  /[©®™•●→✓✔☑✅☺☎♀♂❤❣♥⭐✨☀☕👍👌👏🙌🙏👋💪🤝🤗🤩🥰🥳🥹😀😃😄😇😊-😍😎😗-😚😸😺😻🙂🌞🌟🌈🎀-🎊🎵🎶💋-💐💓-💟💯🔥🫶🤍🤎🤙🧡🩷🩵🌷-🌼🌴🌵🍀🍅-🍿🥂🥐-🥭🧀-🧃👑-👣👜👟👠💄🎓🏠🏡🏢🏥🚗🚕🚙🚌🚚🛵📍📞📱📷📸📅📆📦💰💵💳🛒🛍⏰🐶🐱👦-👩👨👪👶👸🤰🤱]|\p{Emoji_Modifier}/gu;
/** Laughter mocks as often as it is glad. */
const LAUGHTER = /[😁😂😆😅🤣😹😜😝😛]/gu;
/** Flags of countries, of which two signs make one. */
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const PICTURE = /[\p{So}\p{Sm}\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/u;
const PLAIN_SIGN = /[^\u0100-\u{10ffff}]/gu;
const BEYOND_LATIN_1 = /[\u0100-\u{10ffff}]/u;

/** Whether a picture stands in it that is not known as friendly. */
export function hasOddPicture(message: string): boolean {
  return PICTURE.test(withoutFriendly(message).replace(LAUGHTER, ""));
}

/** Crosses and daggers of the common alphabets, points of other scripts, what strikes a letter out, a box without a tick. */
const DENYING =
  /[×÷¤¦§¬¶]|[\u0334-\u0338]|[\u20d2-\u20e2\u20e4-\u20ef]|(?![•…‰′″])[\u0100-\uffff](?<=\p{Po})|[[(]\s*[\])]/u;

/** Whether a cell holds a sign that may take back what its words say. */
export function hasOddSign(cell: string): boolean {
  return DENYING.test(cell) || (BEYOND_LATIN_1.test(cell) && !isWithoutMockery(cell));
}

/** Whether no picture stands in it but such as nobody sends who mocks. */
export function isWithoutMockery(message: string): boolean {
  return !PICTURE.test(withoutFriendly(message));
}

function withoutFriendly(message: string): string {
  return message.replace(PLAIN_SIGN, " ").replace(FRIENDLY, "").replace(FLAG, "");
}

const NO_WORDS = /^[\s\p{P}\p{S}\p{M}\p{Cf}\p{Emoji}]*$/u;

/** Of a message without words: friendly pictures, dots, or nothing. */
export function isHarmlessPicture(message: string): boolean {
  return NO_WORDS.test(message) && !hasOddPicture(message) && !/[?!]/.test(message);
}
