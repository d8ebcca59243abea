// What ought to become of every record, from what its cells were written from, by `svscrub help dispositions`.
// Written without svscrub's code on purpose: it is what svscrub itself is compared with.

import { recordsOf } from "./generate.mjs";
import { personOf } from "./numbers.mjs";
import { certainIn, numbersIn } from "./shapes.mjs";

/**
 * Yields for every record what it was drawn from, its disposition with the reason, what stands in its phone cells if
 * it is clean, and its numbers that the suppression list holds.
 */
export function* expectedRecords(variant, records, optOuts) {
  const isListed = (number) => personOf(number) < optOuts;
  const refused = numbersOfRefusals(variant, records);
  const isSuppressed = (number) => isListed(number) || refused.has(number);
  const seen = new NumberSet();
  const withheld = new NumberSet();
  for (const drawn of recordsOf(variant, records)) {
    const { phones, note } = drawn;
    const read = phones.flatMap(numbersIn);
    if (note?.number) read.push(note.number);
    const contactable = phones.flatMap(certainIn);
    const [primary] = contactable.filter((number) => !withheld.has(number));
    const disposition = saysNo(drawn)
      ? "suppressed says-no"
      : read.some(isSuppressed)
        ? "suppressed opted-out"
        : contactable.length === 0
          ? reasonOf(phones)
          : primary === undefined || seen.has(primary)
            ? "duplicate duplicate"
            : "clean";
    const kept = phones.map((phone) => keptOf(phone, withheld));
    yield { drawn, disposition, kept, listed: read.filter(isListed) };
    if (disposition === "clean") seen.add(primary);
    else for (const number of contactable) (disposition.startsWith("suppressed") ? withheld : seen).add(number);
  }
}

/** The numbers of records that say no, wherever they stand in the list. */
function numbersOfRefusals(variant, records) {
  const numbers = new NumberSet();
  if (!variant.hasNotes && variant.mix !== "behind") return numbers;
  for (const drawn of recordsOf(variant, records))
    if (saysNo(drawn)) for (const number of drawn.phones.flatMap(numbersIn)) numbers.add(number);
  return numbers;
}

function saysNo({ phones, note }) {
  return note?.saysNo || phones.some(({ shape }) => shape.meaning === "says-no");
}

/** A number that may be contacted, or nothing; what has no digit stays. */
function keptOf(phone, withheld) {
  const [number] = certainIn(phone).filter((one) => !withheld.has(one));
  return number === undefined ? (/\d/.test(phone.cell) ? "" : phone.cell) : `+503${number}`;
}

/** Why no number of a record may be contacted: of several cells the first that says something. */
function reasonOf(phones) {
  const meanings = phones.map(({ shape }) => shape.meaning);
  if (meanings.includes("type-not-allowed")) return "excluded type-not-allowed";
  if (meanings.includes("foreign")) return "foreign foreign";
  const reason = meanings.find((meaning) => meaning !== "empty") ?? "empty";
  return `invalid ${reason === "number" || reason === "two" ? "placeholder" : reason}`;
}

/** A bit for each of the 8-digit numbers. */
class NumberSet {
  #bits = new Uint8Array(12_500_000);

  add(number) {
    this.#bits[number >> 3] |= 1 << (number & 7);
  }

  has(number) {
    return (this.#bits[number >> 3] & (1 << (number & 7))) !== 0;
  }
}
