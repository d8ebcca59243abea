// A report's options become the plan of its run again, over the files where they are now.

import type { AuditReport } from "../audit/report.js";
import type { FoundFiles } from "../audit/verification/files.js";
import type { SaidEncoding } from "../files/text-source.js";
import { SAID_ENCODINGS } from "../files/text-source.js";
import type { PhoneFormat } from "../phone/format.js";
import type { NumberType } from "../phone/number.js";
import { NUMBER_TYPES } from "../scrub/policy.js";
import type { ScrubPlan } from "../scrub/run.js";
import { CHANNELS, type Channel } from "../suppression/event.js";
import { type TimeZone, timeZone } from "../suppression/time-zone.js";
import { PHONE_FORMATS } from "./scrub-arguments.js";
import { commonValue, planSources, readAs } from "./suppression-plan.js";
import type { NamedValue } from "./typed-values.js";

/** The options of a run that say how its files were read and judged. */
export interface RunOptions {
  column: readonly string[];
  header: boolean;
  phoneFormat: PhoneFormat;
  channel: Channel;
  types: readonly NumberType[];
  keepDuplicates: boolean;
  keepForeign: boolean;
  suppressColumn: readonly string[];
  delimiter: readonly NamedValue<number>[];
  encoding: readonly NamedValue<SaidEncoding>[];
  headerless: readonly string[];
  maxAge: readonly NamedValue<number>[];
  maxUnreadable: readonly NamedValue<number>[];
  minEntries: readonly NamedValue<number>[];
  allowEmpty: readonly string[];
  optIns: readonly string[];
  hasHashKey: boolean;
  tz: TimeZone;
}

/** Undefined where they are not what a run writes down. */
export function runOptions(report: AuditReport): RunOptions | undefined {
  const { options } = report.run;
  let isSound = typeof options.valid_for === "number";
  const must = <T>(value: unknown, fits: (value: unknown) => boolean): T => {
    if (!fits(value)) isSound = false;
    return value as T;
  };
  const isBoolean = (value: unknown) => typeof value === "boolean";
  const isString = (value: unknown) => typeof value === "string";
  const isNumber = (value: unknown) => typeof value === "number";
  const isOneOf = (choices: readonly unknown[]) => (value: unknown) => choices.includes(value);
  const isListOf = (fits: (value: unknown) => boolean) => (value: unknown) =>
    Array.isArray(value) && value.every((item) => fits(item));
  const named = <T>(value: unknown, fits: (value: unknown) => boolean): readonly NamedValue<T>[] => {
    const isNamed = (item: unknown) => {
      const { list, value } = (item ?? {}) as Partial<NamedValue<unknown>>;
      return (list === undefined || isString(list)) && fits(value);
    };
    const values = must<readonly NamedValue<T>[]>(value, isListOf(isNamed));
    // JSON has no undefined: a value for all lists lacks the name.
    return isSound ? values.map(({ list, value }) => ({ list, value })) : [];
  };
  const read = {
    column: must<readonly string[]>(options.column, isListOf(isString)),
    header: must<boolean>(options.header, isBoolean),
    phoneFormat: must<PhoneFormat>(options.phone_format, isOneOf(PHONE_FORMATS)),
    channel: must<Channel>(options.channel, isOneOf(CHANNELS)),
    types: must<readonly NumberType[]>(options.types, isListOf(isOneOf(NUMBER_TYPES))),
    keepDuplicates: must<boolean>(options.keep_duplicates, isBoolean),
    keepForeign: must<boolean>(options.keep_foreign, isBoolean),
    suppressColumn: must<readonly string[]>(options.suppress_column, isListOf(isString)),
    delimiter: named<number>(options.delimiter, isNumber),
    encoding: named<SaidEncoding>(options.encoding, isOneOf(SAID_ENCODINGS)),
    headerless: must<readonly string[]>(options.headerless, isListOf(isString)),
    maxAge: named<number>(options.max_age, isNumber),
    maxUnreadable: named<number>(options.max_unreadable, isNumber),
    minEntries: named<number>(options.min_entries, isNumber),
    allowEmpty: must<readonly string[]>(options.allow_empty, isListOf(isString)),
    optIns: must<readonly string[]>(options.opt_ins, isListOf(isString)),
    hasHashKey: options.hash_key_file !== undefined,
    tz: must<TimeZone>(typeof options.tz === "string" ? timeZone(options.tz) : undefined, (zone) => zone !== undefined),
  };
  return isSound ? read : undefined;
}

/** The same rules and lists; a list that was not found as it was is left out, and without a key those that are hashed. */
export function planAgain(
  report: AuditReport,
  options: RunOptions,
  found: FoundFiles,
  hashKeyFile: string | undefined,
): ScrubPlan {
  const lacksKey = options.hasHashKey && hashKeyFile === undefined;
  const lists = report.suppressions.flatMap((list, i) => {
    const file = found.suppressions[i];
    return file === undefined || (lacksKey && list.kind === "hashed") ? [] : [{ list, file }];
  });
  const sources = lists.map(({ list, file }) => ({ name: list.name, path: file.path }));
  const suppression = planSources(
    { ...options, asOf: [], maxShrink: 1, hashKeyFile: options.hasHashKey ? hashKeyFile : undefined },
    sources,
    undefined,
  );
  return {
    lists: found.inputs.flatMap((file) => file?.path ?? []),
    overrides: {
      columns: options.column,
      noHeader: !options.header,
      ...readAs(commonValue(options.delimiter), commonValue(options.encoding)),
    },
    suppression: {
      ...suppression,
      lists: suppression.lists.map((plan, i) => {
        const { list, file } = lists[i]!;
        // Its date is the report's: copying a file gives it another.
        const asOf = list.as_of === null ? undefined : new Date(list.as_of);
        return { ...plan, overrides: { ...plan.overrides, bytes: file.bytes }, terms: { ...plan.terms, asOf } };
      }),
    },
    policy: {
      channel: options.channel,
      types: new Set(options.types),
      keepDuplicates: options.keepDuplicates,
      keepForeign: options.keepForeign,
      format: options.phoneFormat,
    },
  };
}
