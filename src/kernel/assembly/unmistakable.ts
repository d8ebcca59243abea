// Whether bytes, in UTF-8 or Windows-1252, may hold a number that phone/unmistakable.ts finds in their text. Where it can't tell, it says yes.

/** u8[256], as phone/byte-tables.ts has them: the classes of bytes, and 1 for the first bytes of digits of other scripts. */
let classes: usize = 0;
let digitLeads: usize = 0;

export function setClasses(classesAt: usize, leadsAt: usize): void {
  classes = classesAt;
  digitLeads = leadsAt;
}

export const DIGIT: u8 = 1;
export const SOFT: u8 = 2;
const HIGH: u8 = 4;
const ESCAPE: u8 = 8;
const LINK: u8 = 16;
const LOOSE: u8 = 32;
export const MARK: u8 = 64;
const FEWEST_DIGITS: u32 = 7;
/** Bytes of ASCII between two groups of digits of one number. Of others there may be any number: they may all be nothing. */
const LONGEST_GAP: u32 = 32;
const LONGEST_ENTITY: u32 = 12;
const UUID_BYTES: usize = 36;
const HYPHEN: u8 = 0x2d;

/** False only where the bytes [from, to) hold no such number. */
export function mayHoldUnmistakable(from: usize, to: usize): bool {
  if (holdsDigits(from, to)) return true;
  for (let at = from; at < to; at++) if ((classOf(at) & MARK) != 0 && isFollowedByNumber(from, at, to)) return true;
  return false;
}

/** Whether digits in the bytes may be such a number by themselves, without a mark before them. */
export function holdsDigits(from: usize, to: usize): bool {
  let high = false;
  for (let at = from; at < to; at++) {
    const kind = classOf(at);
    if (kind == DIGIT) {
      if (isPart(from, at, to)) return true;
      while (at + 1 < to && classOf(at + 1) == DIGIT) at++;
    } else if (kind == HIGH) high = true;
  }
  return high && holdsTornDigits(from, to);
}

// @ts-ignore: decorator
@inline
export function classOf(at: usize): u8 {
  return load<u8>(classes + load<u8>(at));
}

/** Whether seven digits may follow a mark, or stand around an escape; where one escape follows another, anything may. */
export function isFollowedByNumber(from: usize, mark: usize, to: usize): bool {
  const byte = load<u8>(mark);
  if (byte != 0x25 && byte != 0x26) return digitsBehind(mark + 1, to, mark + 1) >= FEWEST_DIGITS;
  let end = mark + 3;
  if (byte == 0x26) {
    end = mark;
    while (end < to && end < mark + LONGEST_ENTITY && load<u8>(end) != 0x3b) end++;
    if (end >= to || load<u8>(end) != 0x3b) return false;
    end++;
  }
  if (end > to || end > mark + LONGEST_ENTITY) return false;
  return digitsBehind(end, to, end) + digitsBefore(from, mark) >= FEWEST_DIGITS;
}

/** Digits from `from` on, up to what can't part a number; many where something is escaped, or may be a digit. `border`: where a character may begin. */
function digitsBehind(from: usize, to: usize, border: usize): u32 {
  let digits: u32 = 0;
  let gap: u32 = 0;
  for (let at = from; at < to && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at++) {
    const kind = classOf(at);
    if (kind == DIGIT) {
      gap = 0;
      digits++;
    } else if (kind == HIGH) {
      if (isForeignDigit(at, border, to)) return FEWEST_DIGITS;
    } else if ((kind & (SOFT | LINK | LOOSE)) != 0) gap++;
    else return (kind & ESCAPE) != 0 ? FEWEST_DIGITS : digits;
  }
  return digits;
}

function digitsBefore(from: usize, end: usize): u32 {
  let digits: u32 = 0;
  let gap: u32 = 0;
  for (let at = end; at > from && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at--) {
    const kind = classOf(at - 1);
    if (kind == DIGIT) {
      gap = 0;
      digits++;
    } else if ((kind & SOFT) != 0) gap++;
    else if (kind != HIGH) return load<u8>(at - 1) == 0x3b && digits > 0 ? FEWEST_DIGITS : digits;
  }
  return digits;
}

/** Whether there are digits of another script, or digits that touch what may be nothing at all, and more beside them. */
function holdsTornDigits(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    if (classOf(at) != HIGH) continue;
    if (isForeignDigit(at, from, to)) return true;
    const isTouching = (at > from && classOf(at - 1) == DIGIT) || (at + 1 < to && classOf(at + 1) == DIGIT);
    if (isTouching && digitsBefore(from, at) + digitsBehind(at + 1, to, at + 1) >= FEWEST_DIGITS) return true;
  }
  return false;
}

/** Whether the group of digits that begins at `start` may belong to an unmistakable number, as it stands. */
function isPart(from: usize, start: usize, to: usize): bool {
  let end = start + 1;
  while (end < to && classOf(end) == DIGIT) end++;
  return mayBePart(from, start, end, to) && !isInUuid(from, start, to);
}

function mayBePart(from: usize, start: usize, end: usize, to: usize): bool {
  const length = u32(end - start);
  if (length == 3) return holds503(start) && digitsBehind(end, to, end) >= FEWEST_DIGITS;
  if (length < 4) return false;
  if ((length == 4 || isBehindPrefix(start)) && isFollowedByFour(end, to)) return true;
  if (length >= 8 && isOfWhatsApp(end, to)) return true;
  if (isDialled503(start)) return true;
  return (length >= FEWEST_DIGITS || holds503(start)) && isBehindMark(from, start);
}

/** Whether a group of digits certainly lies in a UUID. Every ledger of ours is full of them. */
function isInUuid(from: usize, group: usize, to: usize): bool {
  let start = group;
  while (start > from && group - start < UUID_BYTES && isOfUuid(load<u8>(start - 1))) start--;
  const end = start + UUID_BYTES;
  if (end > to || end <= group) return false;
  if (start > from && mayBeHyphen(load<u8>(start - 1))) return false;
  if (end < to && (mayBeHyphen(load<u8>(end)) || isOfUuid(load<u8>(end)))) return false;
  for (let at = start; at < end; at++) {
    const place = at - start;
    const isBorder = place == 8 || place == 13 || place == 18 || place == 23;
    if (isBorder != (load<u8>(at) == HYPHEN) || !isOfUuid(load<u8>(at))) return false;
  }
  return true;
}

// @ts-ignore: decorator
@inline
function isOfUuid(byte: u8): bool {
  const letter: u8 = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66) || byte == HYPHEN;
}

/** A byte of a dash beyond ASCII, or an end of what is written for one. */
// @ts-ignore: decorator
@inline
function mayBeHyphen(byte: u8): bool {
  return load<u8>(classes + byte) == HIGH || byte == 0x3b || byte == 0x26 || byte == 0x25;
}

/** `@s.whatsapp.net`, `@c.us`, by their first bytes. */
function isOfWhatsApp(at: usize, to: usize): bool {
  if (at + 3 > to || load<u8>(at) != 0x40 || load<u8>(at, 2) != 0x2e) return false;
  const letter: u8 = load<u8>(at, 1) | 0x20;
  return letter == 0x73 || letter == 0x63;
}

/** `5037012-3456`, `07012-3456`: what is glued before the first half of a number. */
// @ts-ignore: decorator
@inline
function isBehindPrefix(start: usize): bool {
  return load<u8>(start) == 0x30 || load<u8>(start) == 0x31 || holds503(start);
}

/** Whether a group of four digits follows. */
function isFollowedByFour(end: usize, to: usize): bool {
  let at = end;
  while (at < to && (classOf(at) & (SOFT | HIGH)) != 0) at++;
  const start = at;
  while (at < to && classOf(at) == DIGIT) at++;
  return start > end && at - start == 4;
}

/** Digits behind the `/`, `=` or `:` of a link, behind what may be a plus beyond ASCII, or `503…` behind `00`. */
function isBehindMark(from: usize, start: usize): bool {
  let at = start - 1;
  if (at >= from && classOf(at) == LINK) return at == from || mayEndLinkName(load<u8>(at - 1));
  while (at >= from && (classOf(at) & SOFT) != 0 && start - at < LONGEST_GAP) at--;
  if (at < from) return false;
  return classOf(at) == HIGH || (at < start - 1 && classOf(at) == DIGIT && holds503(start));
}

/** The `e` of `wa.me/` and `phone=`, the `l` of `tel:`, and what may be written for one. */
// @ts-ignore: decorator
@inline
function mayEndLinkName(byte: u8): bool {
  const letter: u8 = byte | 0x20;
  return letter == 0x65 || letter == 0x6c || load<u8>(classes + byte) == HIGH || byte == 0x3b;
}

/** `00503…`, `011503…`. */
function isDialled503(start: usize): bool {
  if (load<u8>(start) != 0x30) return false;
  if (load<u8>(start, 1) == 0x30) return holds503(start + 2);
  return load<u8>(start, 1) == 0x31 && load<u8>(start, 2) == 0x31 && holds503(start + 3);
}

export function holds503(at: usize): bool {
  return load<u8>(at) == 0x35 && load<u8>(at, 1) == 0x30 && load<u8>(at, 2) == 0x33;
}

/** Whether a character at or around this byte may be a digit of another script, or a plus beyond ASCII. */
function isForeignDigit(at: usize, from: usize, to: usize): bool {
  let lead = at;
  while (lead > from && at - lead < 3 && (load<u8>(lead) & 0xc0) == 0x80) lead--;
  if (load<u8>(digitLeads + load<u8>(lead)) == 0 || lead + 1 >= to) return false;
  const next = load<u8>(lead, 1);
  if ((next & 0xc0) != 0x80) return false;
  // Most of what begins like this is typography and emoji. ＋ and full-width digits, ﬩ and ﹢, ⁺ and ₊, ➕, ², ① and 🄀 are meant.
  if (load<u8>(lead) == 0xef) return next == 0xbc || next == 0xac || next == 0xb9;
  if (load<u8>(lead) == 0xc2) return next == 0xb2 || next == 0xb3 || next == 0xb9;
  if (load<u8>(lead) == 0xe2)
    return next == 0x81 || next == 0x82 || (next >= 0x91 && next <= 0x93) || next == 0x9d || next == 0x9e;
  return load<u8>(lead) != 0xf0 || next != 0x9f || load<u8>(lead, 2) == 0xaf || load<u8>(lead, 2) == 0x84;
}
