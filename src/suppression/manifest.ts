// The manifest beside a shared list, FILE.manifest.json: whether FILE is whole, and which date it speaks for, however often it was copied.
// An export writes both; who reads FILE as a suppression list asks here.

import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { kindOfPath } from "../files/paths.js";
import { PROOF_NUMBER } from "./digest-proof.js";

const SCHEMA_VERSION = 1;

/** Why a file is no manifest: no JSON, JSON of something else, or what a newer svscrub wrote. */
export type ManifestFault = "no-json" | "no-manifest" | "version";

export interface Manifest {
  /** The list's name, without its folder. */
  file: string;
  /** The SHA-256 of the list, hex. */
  sha256: string;
  bytes: number;
  /** Entries in the list. */
  events: number;
  /** The id of the newest event in the registry that was exported; empty where it has none. */
  lastEvent: string;
  /** The date that the list speaks for. */
  asOf: Date;
  /** How its numbers are hashed; undefined where they are not. */
  hash: ManifestHash | undefined;
}

const HASHES = ["sha256", "hmac-sha256"] as const;
export type ManifestHash = (typeof HASHES)[number];

export function manifestOf(list: string): string {
  return `${list}.manifest.json`;
}

/** `proof`: the digest that a hashed list carries beside its entries. */
export function manifestText(
  { file, sha256, bytes, events, lastEvent, asOf, hash }: Manifest,
  proof: string | undefined,
): string {
  const fields = {
    ...{ schema_version: SCHEMA_VERSION, file, sha256, bytes, events },
    ...{ last_event: lastEvent, as_of: asOf.toISOString() },
    ...(hash === undefined ? {} : { hash, proof: { phone: PROOF_NUMBER, hash: proof } }),
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/**
 * Returns undefined where none stands beside the list. One that can't be read or understood is exit 4: it may say that
 * the list is cut.
 */
export function readManifest(list: string): Manifest | undefined {
  const file = manifestOf(list);
  if (kindOfPath(file) === "missing") return undefined;
  const manifest = parseManifest(readWhole(file, ExitCode.suppressionList, "manifest").toString());
  if (typeof manifest === "string") throw new ScrubError(ExitCode.suppressionList, "badManifest", [manifest], { file });
  return manifest;
}

/** Refuses a list of another length or content than its manifest says; `sha256`: undefined before it is read. */
export function checkManifest(
  list: string,
  { bytes, sha256 }: { bytes: number; sha256?: string },
  manifest: Manifest | undefined,
): void {
  if (manifest === undefined) return;
  const refuse = (ours: number | string, said: number | string) =>
    new ScrubError(ExitCode.suppressionList, "manifestMismatch", [ours, said], { file: list });
  if (bytes !== manifest.bytes) throw refuse(bytes, manifest.bytes);
  if (sha256 !== undefined && sha256 !== manifest.sha256) throw refuse(sha256, manifest.sha256);
}

function parseManifest(text: string): Manifest | ManifestFault {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return "no-json";
  }
  const fields = (read ?? {}) as Record<string, unknown>;
  const { schema_version: version, file, sha256, bytes, events, last_event: lastEvent, as_of: asOf, hash } = fields;
  if (typeof version !== "number") return "no-manifest";
  if (version !== SCHEMA_VERSION) return "version";
  const date = new Date(typeof asOf === "string" ? asOf : Number.NaN);
  const isWhole =
    typeof file === "string" &&
    typeof sha256 === "string" &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    Number.isSafeInteger(bytes) &&
    Number.isSafeInteger(events) &&
    typeof lastEvent === "string" &&
    !Number.isNaN(date.getTime()) &&
    (hash === undefined || HASHES.some((known) => known === hash));
  if (!isWhole) return "no-manifest";
  const counts = { bytes: bytes as number, events: events as number };
  return { file, sha256, ...counts, lastEvent, asOf: date, hash: hash as ManifestHash | undefined };
}
