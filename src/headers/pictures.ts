// The signs and pictures in a message or a cell. Only those that are known as friendly say nothing; any other may
// forbid, mock or insult.

/** Thanks, assent, joy, love, flowers, feasts; what people eat, wear, drive and buy. */
const FRIENDLY =
  /🇸🇻|[©®™●→✓✔☑✅☺☎♀♂❤❣♥⭐✨☀☕👍👌👏🙌🙏👋💪🤝🤗🤩🥰🥳🥹😀😃😄😇😊-😍😎😗-😚😸😺😻🙂🌞🌟🌈🎀-🎊🎵🎶💋-💐💓-💟💯🔥🫶🤍🤎🤙🧡🩷🩵🌷-🌼🌴🌵🍀🍅-🍿🥂🥐-🥭🧀-🧃👑-👣👜👟👠💄🎓🏠🏡🏢🏥🚗🚕🚙🚌🚚🛵📍📞📱📷📸📅📆📦💰💵💳🛒🛍⏰🐶🐱👦-👩👨👪👶👸🤰🤱]|\ufe0f|\p{Emoji_Modifier}/gu;
/** Crosses of the common alphabets, a box without a tick, and whatever no text in Latin letters is written with. */
const ODD = /[×÷¤¦§¬¶]|[\u0334-\u0338]|[[(]\s*[\])]|[^\0-ÿ\p{Script=Latin}\p{N}\p{Z}\p{Cf}\p{Sc}\p{Mn}‐-‧′″]/u;
const WORDS = /[\p{L}\p{N}]/u;

/** Whether a sign stands in it that may take back what its words say. */
export function hasOddSign(text: string): boolean {
  return ODD.test(text.replace(FRIENDLY, ""));
}

/** Of a message without words: friendly pictures, dots, or nothing. */
export function isHarmlessPicture(message: string): boolean {
  return !WORDS.test(message) && !hasOddSign(message) && !/[?!]/.test(message);
}
