// The pictures of a message. Only those that are known as friendly say nothing; any other may forbid, mock or insult.

/** Thanks, assent, joy, love, flowers, feasts; what people eat, wear, drive and buy. */
const FRIENDLY =
  /[©®™•●→✓✔☑✅☺☎♀♂❤❣♥⭐✨☀☕👍👌👏🙌🙏👋💪🤝🤗🤩🥰🥳🥹😀😃😄😇😊-😍😎😗-😚😸😺😻🙂🌞🌟🌈🎀-🎊🎵🎶💋-💐💓-💟💯🔥🫶🤍🤎🤙🧡🩷🩵🌷-🌼🌴🌵🍀🍅-🍿🥂🥐-🥭🧀-🧃👑-👣👜👟👠💄🎓🏠🏡🏢🏥🚗🚕🚙🚌🚚🛵📍📞📱📷📸📅📆📦💰💵💳🛒🛍⏰🐶🐱👦-👩👨👪👶👸🤰🤱]|\p{Emoji_Modifier}/gu;
/** Laughter mocks as often as it is glad. */
const LAUGHTER = /[😁😂😆😅🤣😹😜😝😛]/gu;
/** Flags of countries, of which two signs make one. */
const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}/gu;
const PICTURE = /[\p{So}\p{Sm}\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/u;
const PLAIN_SIGN = /[^\u0100-\u{10ffff}]/gu;

/** Whether a picture stands in it that is not known as friendly. */
export function hasOddPicture(message: string): boolean {
  return PICTURE.test(withoutFriendly(message).replace(LAUGHTER, ""));
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
