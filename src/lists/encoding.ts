// Detects a list's encoding, describes it for the report, and tells which lists may make one clean list.

import { isAscii, isUtf8 } from "node:buffer";
import type { TextEncoding } from "../csv/compose.js";
import type { TypedEncoding, Wrapping } from "../files/text-source.js";

export interface ListEncoding extends Wrapping {
  name: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  bom: boolean;
  /** The sample is plain ASCII, which UTF-8 and Windows-1252 write alike, and nothing was said. */
  isEither: boolean;
}

const UTF16_NAMES = { le: "utf-16le", be: "utf-16be" } as const;

/**
 * `sample`: the first bytes, decoded from UTF-16; `whole`: there are no others. Bytes that are no UTF-8 are
 * Windows-1252. This is for the report and for what is written: cells are decoded one by one.
 */
export function encodingOf(
  wrapping: Wrapping,
  sample: Uint8Array,
  whole: boolean,
  bom: boolean,
  typed: TypedEncoding | undefined,
): ListEncoding {
  const { utf16 } = wrapping;
  if (utf16 !== undefined) return { ...wrapping, name: UTF16_NAMES[utf16], bom, isEither: false };
  if (typed === "utf-8" || typed === "windows-1252") return { ...wrapping, name: typed, bom, isEither: false };
  const name = isUtf8(whole ? sample : wholeCharacters(sample)) ? "utf-8" : "windows-1252";
  return { ...wrapping, name, bom, isEither: isAscii(sample) };
}

/** Writes `utf-8-bom`, `utf-16le-no-bom`: the byte order mark is named if it is not the usual. */
export function describeEncoding({ name, bom }: ListEncoding): string {
  if (name === "utf-8" && bom) return "utf-8-bom";
  if (name.startsWith("utf-16") && !bom) return `${name}-no-bom`;
  return name;
}

/** Returns what `describeEncoding` wrote as `--encoding` takes it. */
export function typedEncodingOf(described: string): TypedEncoding {
  return described.replace(/-(?:no-)?bom$/, "") as TypedEncoding;
}

export function compressionOf({ gzip }: ListEncoding): "gzip" | null {
  return gzip ? "gzip" : null;
}

/** Whether records of both may be in one file. */
export function agree(first: ListEncoding, second: ListEncoding): boolean {
  const isEither = (one: ListEncoding, other: ListEncoding) =>
    one.isEither && (other.name === "utf-8" || other.name === "windows-1252");
  return first.name === second.name || isEither(first, second) || isEither(second, first);
}

/** Returns the encoding of composed cells. UTF-16 is made from UTF-8 when it is written. */
export function textEncoding({ name }: ListEncoding): TextEncoding {
  return name === "windows-1252" ? name : "utf-8";
}

/** Returns the sample without a character that its end cuts off. */
function wholeCharacters(sample: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3; back++) {
    const byte = sample[sample.length - back];
    if (byte === undefined || byte < 0x80) break;
    if (byte >= 0xc0) return sample.subarray(0, sample.length - back);
  }
  return sample;
}
