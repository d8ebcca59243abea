// What the registry's commands share of what is typed: the registry itself, numbers, the files of an intake.

import type { Command } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { isSamePlace } from "../files/paths.js";
import { readCell } from "../phone/read.js";
import { readTemplates, TEMPLATES } from "../registry/acknowledgements.js";
import type { Destination } from "../registry/record.js";

/** An option without which the command means nothing. */
export function required<T>(value: T | undefined, option: string, program: Command): T {
  if (value === undefined) throw new ScrubError(ExitCode.usage, "missingOption", [option, `${program.name()} --help`]);
  return value;
}

/** E.164. One that is not certainly one number is exit 2. */
export function typedNumber(typed: string, position: number): string {
  const { numbers, doubtful } = readCell(typed);
  if (numbers.length !== 1 || doubtful.length > 0) throw new ScrubError(ExitCode.usage, "badNumber", [position]);
  return numbers[0]!.e164;
}

export interface TypedDestination {
  /** What is imported, and is only read. */
  file?: string | undefined;
  registry: string;
  review?: string | undefined;
  ack: string | undefined;
  ackTemplate: string | undefined;
}

/** Three files of different kinds: one under two names would spoil both. And none of them is one that is only read. */
export function destinationOf({ file, registry, review, ack, ackTemplate }: TypedDestination): Destination {
  const named: [string, string | undefined][] = [
    ["--registry", registry],
    ["--review", review],
    ["--ack", ack],
  ];
  for (const [i, [option, one]] of named.entries()) {
    if (one === undefined) continue;
    for (const [other, same] of named.slice(i + 1))
      if (same !== undefined && isSamePlace(one, same))
        throw new ScrubError(ExitCode.usage, "contradiction", [option, other], { file: one });
    for (const input of [file ?? [], ackTemplate ?? []].flat())
      if (isSamePlace(one, input)) throw new ScrubError(ExitCode.usage, "outputIsInput", [input], { file: one });
  }
  if (ack === undefined && ackTemplate !== undefined)
    throw new ScrubError(ExitCode.usage, "needsOption", ["--ack-template", "--ack"]);
  return {
    registry,
    reviews: review,
    acknowledgements:
      ack === undefined
        ? undefined
        : { file: ack, templates: ackTemplate === undefined ? TEMPLATES : readTemplates(ackTemplate) },
  };
}
