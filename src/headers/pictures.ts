// Tells friendly signs and emoji from all others, which may forbid, mock or insult.

/** Matches signs of thanks, assent, joy, love and feasts, and of what people eat, wear, drive and buy. */
const FRIENDLY =
  /🇸🇻|[©®™●→✓✔☑✅☺☎♀♂❤❣♥⭐✨☀☕👍👌👏🙌🙏👋💪🤝🤗🤩🥰🥳🥹😀😃😄😇😊-😍😎😗-😚😸😺😻🙂🌞🌟🌈🎀-🎊🎵🎶💋-💐💓-💟💯🔥🫶🤍🤎🤙🧡🩷🩵🌷-🌼🌴🌵🍀🍅-🍿🥂🥐-🥭🧀-🧃👑-👣👜👟👠💄🎓🏠🏡🏢🏥🚗🚕🚙🚌🚚🛵📍📞📱📷📸📅📆📦💰💵💳🛒🛍⏰🐶🐱👦-👩👨👪👶👸🤰🤱]|\ufe0f|\p{Emoji_Modifier}/gu;
/** Matches crosses, a box without a tick, and signs that no text in Latin letters needs. */
const ODD = /[×÷¤¦§¬¶]|[\u0334-\u0338]|[[(]\s*[\])]|[^\0-ÿ\p{Script=Latin}\p{N}\p{Z}\p{Cf}\p{Sc}\p{Mn}‐-‧′″]/u;
const WORDS = /[\p{L}\p{N}]/u;

export function hasOddSign(text: string): boolean {
  return ODD.test(text.replace(FRIENDLY, ""));
}

/** Whether a message has no words: only friendly signs, dots or nothing. */
export function isHarmlessPicture(message: string): boolean {
  return !WORDS.test(message) && !hasOddSign(message) && !/[?!]/.test(message);
}
