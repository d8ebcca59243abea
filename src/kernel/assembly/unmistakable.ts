// Whether bytes may hold an unmistakable number: the functions of phone/unmistakable.ts, by their names there.

/** u8[256], as phone/unmistakable.ts has them: the classes of bytes, and 1 for the first bytes of digits of other scripts. */
let classes: usize = 0;
let digitLeads: usize = 0;

export function setClasses(classesAt: usize, leadsAt: usize): void {
  classes = classesAt;
  digitLeads = leadsAt;
}

export const DIGIT: u8 = 1;
const SOFT: u8 = 2;
const HIGH: u8 = 4;
const ESCAPE: u8 = 8;
const LINK: u8 = 16;
const LOOSE: u8 = 32;
export const MARK: u8 = 64;
const FEWEST_DIGITS: u32 = 7;
const LONGEST_GAP: u32 = 32;
const LONGEST_ENTITY: u32 = 12;
const UUID_BYTES: usize = 36;
const HYPHEN: u8 = 0x2d;

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

/** `border`: where a character may begin. */
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

function holdsTornDigits(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    if (classOf(at) != HIGH) continue;
    if (isForeignDigit(at, from, to)) return true;
    const isTouching = (at > from && classOf(at - 1) == DIGIT) || (at + 1 < to && classOf(at + 1) == DIGIT);
    if (isTouching && digitsBefore(from, at) + digitsBehind(at + 1, to, at + 1) >= FEWEST_DIGITS) return true;
  }
  return false;
}

function isPart(from: usize, start: usize, to: usize): bool {
  let end = start + 1;
  while (end < to && classOf(end) == DIGIT) end++;
  return mayBePart(from, start, end, to) && !isInUuid(from, start, to);
}

function mayBePart(from: usize, start: usize, end: usize, to: usize): bool {
  const length = u32(end - start);
  if (length == 3) return holds503(start) && digitsBehind(end, to, end) >= FEWEST_DIGITS;
  if (length == 4 && isFollowedByFour(end, to)) return true;
  if (length < 4) return false;
  if (isDialled503(start)) return true;
  return (length >= FEWEST_DIGITS || holds503(start)) && isBehindMark(from, start);
}

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

// @ts-ignore: decorator
@inline
function mayBeHyphen(byte: u8): bool {
  return load<u8>(classes + byte) == HIGH || byte == 0x3b || byte == 0x26 || byte == 0x25;
}

function isFollowedByFour(end: usize, to: usize): bool {
  let at = end;
  while (at < to && (classOf(at) & (SOFT | HIGH)) != 0) at++;
  const start = at;
  while (at < to && classOf(at) == DIGIT) at++;
  return start > end && at - start == 4;
}

function isBehindMark(from: usize, start: usize): bool {
  let at = start - 1;
  if (at >= from && classOf(at) == LINK) return at == from || mayEndLinkName(load<u8>(at - 1));
  while (at >= from && (classOf(at) & SOFT) != 0 && start - at < LONGEST_GAP) at--;
  if (at < from) return false;
  return classOf(at) == HIGH || (at < start - 1 && classOf(at) == DIGIT && holds503(start));
}

// @ts-ignore: decorator
@inline
function mayEndLinkName(byte: u8): bool {
  const letter: u8 = byte | 0x20;
  return letter == 0x65 || letter == 0x6c || load<u8>(classes + byte) == HIGH || byte == 0x3b;
}

function isDialled503(start: usize): bool {
  if (load<u8>(start) != 0x30) return false;
  if (load<u8>(start, 1) == 0x30) return holds503(start + 2);
  return load<u8>(start, 1) == 0x31 && load<u8>(start, 2) == 0x31 && holds503(start + 3);
}

export function holds503(at: usize): bool {
  return load<u8>(at) == 0x35 && load<u8>(at, 1) == 0x30 && load<u8>(at, 2) == 0x33;
}

function isForeignDigit(at: usize, from: usize, to: usize): bool {
  let lead = at;
  while (lead > from && at - lead < 3 && (load<u8>(lead) & 0xc0) == 0x80) lead--;
  if (load<u8>(digitLeads + load<u8>(lead)) == 0 || lead + 1 >= to) return false;
  const next = load<u8>(lead, 1);
  if ((next & 0xc0) != 0x80) return false;
  if (load<u8>(lead) == 0xef) return next == 0xbc || next == 0xac || next == 0xb9;
  if (load<u8>(lead) == 0xc2) return next == 0xb2 || next == 0xb3 || next == 0xb9;
  if (load<u8>(lead) == 0xe2)
    return next == 0x81 || next == 0x82 || (next >= 0x91 && next <= 0x93) || next == 0x9d || next == 0x9e;
  return load<u8>(lead) != 0xf0 || next != 0x9f || load<u8>(lead, 2) == 0xaf || load<u8>(lead, 2) == 0x84;
}
