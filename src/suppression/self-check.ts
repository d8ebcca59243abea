// Proves in every run that the lists suppress: planted numbers, and listed numbers in other spellings, must come out suppressed
// when they are read as a phone list. A failure is exit 4.

import { NO_DELIMITER } from "../csv/dialect.js";
import { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import { isNamed } from "../files/list-names.js";
import { RecordBatch } from "../lists/batch.js";
import { maskNumber } from "../phone/format.js";
import { everyNumber } from "../phone/number.js";
import { nationalOf } from "./country.js";
import type { Holding } from "./event.js";
import type { SuppressionIndex } from "./suppression-index.js";

/** A number that must be suppressed: by any list, or by the named one. */
export interface Canary {
  list: string | undefined;
  e164: string;
}

/** Numbers of a list that must be suppressed, unless an opt-in lifted them. */
interface Sample {
  name: string;
  numbers: readonly string[];
}

export function checkCanaries(
  canaries: readonly Canary[],
  lists: readonly { name: string }[],
  index: SuppressionIndex,
): void {
  for (const canary of canaries) {
    const isMeant = ({ list }: Holding) =>
      canary.list === undefined || isNamed({ name: lists[list]!.name }, canary.list);
    if (!index.holdings(canary.e164).some(isMeant))
      throw new ScrubError(ExitCode.suppressionList, "canaryMissing", [maskNumber(canary.e164), canary.list]);
  }
}

/** Spells numbers of every list in other ways, and reads each as a record of a phone list. Returns how many spellings. */
export function checkSamples(samples: readonly Sample[], index: SuppressionIndex): number {
  const spelled = samples.flatMap(({ name, numbers }) =>
    numbers
      .filter((e164) => index.entriesOf(e164).every(({ optIn }) => !optIn))
      .flatMap((e164) => spellings(e164).map((text) => ({ name, text }))),
  );
  const bytes = Buffer.from(spelled.map(({ text }) => `${text}\n`).join(""));
  const dialect = { delimiter: NO_DELIMITER, recordEnd: "lf" as const };
  const scanner = new RecordScanner(dialect, [0]);
  scanner.feed(bytes, 0, bytes.length, true);
  const batch = new RecordBatch(1, 1, { isOn: true, heedsWords: true, phones: [0], columns: [], dialect });
  let read = 0;
  for (batch.fill(scanner); batch.count > 0; batch.fill(scanner)) {
    for (let i = 0; i < batch.count; i++, read++) {
      batch.select(i);
      const national = batch.plain[i]!;
      const numbers = national >= 0 ? [`+503${national}`] : batch.readCells().flatMap(everyNumber);
      if (!numbers.some((e164) => index.has(e164))) throw failed(spelled[read]!.name);
    }
  }
  if (read !== spelled.length) throw failed(spelled[read]!.name);
  return read;
}

function failed(list: string): ScrubError {
  return new ScrubError(ExitCode.suppressionList, "selfCheckFailed", [list]);
}

function spellings(e164: string): string[] {
  const national = nationalOf(e164);
  // Eight digits behind 00 may also be a number of this country, and 00800 begins a toll-free one.
  if (national < 0) return e164.length > 9 && !e164.startsWith("+800") ? [e164, `00${e164.slice(1)}`] : [e164];
  const digits = e164.slice(4);
  const halves = [digits.slice(0, 4), digits.slice(4)];
  return [e164, digits, halves.join("-"), `(503) ${halves.join(" ")}`, `Tel. ${halves.join(".")}`, `"00503 ${digits}"`];
}
