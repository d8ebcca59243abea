// What the registry's commands share of what is typed: the registry itself, numbers, the files of an intake.

import type { Command } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { identityOf } from "../files/paths.js";
import { readCell } from "../phone/read.js";
import { readTemplates, TEMPLATES } from "../registry/acknowledgements.js";
import type { Destination } from "../registry/record.js";

/** An option without which the command means nothing. */
export function required<T>(value: T | undefined, option: string, program: Command): T {
  if (value === undefined || value === "")
    throw new ScrubError(ExitCode.usage, "missingOption", [option, `${program.name()} --help`]);
  return value;
}

/** E.164. One that is not certainly one number is exit 2. */
export function typedNumber(typed: string, position: number): string {
  const { numbers, doubtful } = readCell(typed);
  if (numbers.length !== 1 || doubtful.length > 0) throw new ScrubError(ExitCode.usage, "badNumber", [position]);
  return numbers[0]!.e164;
}

export interface TypedDestination {
  registry: string;
  review?: string | undefined;
  ack: string | undefined;
  ackTemplate: string | undefined;
}

/** Three files of different kinds: one under two names would spoil both. */
export function destinationOf({ registry, review, ack, ackTemplate }: TypedDestination): Destination {
  const named: [string, string | undefined][] = [
    ["--registry", registry],
    ["--review", review],
    ["--ack", ack],
  ];
  for (const [i, [option, file]] of named.entries())
    for (const [other, same] of named.slice(i + 1))
      if (file !== undefined && same !== undefined && isSameFile(file, same))
        throw new ScrubError(ExitCode.usage, "contradiction", [option, other], { file });
  if (ack === undefined && ackTemplate !== undefined)
    throw new ScrubError(ExitCode.usage, "missingOption", ["--ack", "svscrub registry --help"]);
  return {
    registry,
    reviews: review,
    acknowledgements:
      ack === undefined
        ? undefined
        : { file: ack, templates: ackTemplate === undefined ? TEMPLATES : readTemplates(ackTemplate) },
  };
}

export function isSameFile(one: string, other: string): boolean {
  const identity = identityOf(one);
  return one === other || (identity !== undefined && identity === identityOf(other));
}
