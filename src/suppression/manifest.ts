// The manifest of a shared list, FILE.manifest.json: proves that FILE is whole, and gives its date, which a copy keeps.
// An export writes both files.

import { ExitCode, ScrubError } from "../errors.js";
import { readWhole } from "../files/input.js";
import { parsedObject } from "../files/json.js";
import { kindOfPath } from "../files/paths.js";
import { PROOF_NUMBER } from "./hash-forms.js";

const SCHEMA_VERSION = 1;

export interface Manifest {
  /** The list's name, without its folder. */
  file: string;
  /** The SHA-256 of the list, hex. */
  sha256: string;
  bytes: number;
  /** The count of the list's entries. */
  events: number;
  /** The id of the newest event of the exported registry; empty if it has none. */
  lastEvent: string;
  /** The date as of which the list is true. */
  asOf: Date;
  /** How its numbers are hashed; undefined if they are not. */
  hash: ManifestHash | undefined;
}

export type ManifestHash = "sha256" | "hmac-sha256";

export type ReadManifest = Pick<Manifest, "sha256" | "bytes" | "asOf">;

export function manifestOf(list: string): string {
  return `${list}.manifest.json`;
}

/** Writes a manifest. `proof`: the digest that a hashed list has in addition to its entries. */
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

/** Reads the manifest of a list; undefined if there is none. A manifest that is not understood is exit 4: the list may be cut. */
export function readManifest(list: string): ReadManifest | undefined {
  const file = manifestOf(list);
  if (kindOfPath(file) === "missing") return undefined;
  const manifest = parseManifest(readWhole(file, ExitCode.suppressionList, "manifest").toString());
  if (manifest === undefined) throw new ScrubError(ExitCode.suppressionList, "badManifest", [], { file });
  return manifest;
}

/** Refuses a list that is not what its manifest says. `sha256`: undefined before the list is read. */
export function checkManifest(
  list: string,
  { bytes, sha256 }: { bytes: number; sha256?: string },
  manifest: ReadManifest | undefined,
): void {
  if (manifest === undefined) return;
  const refuse = (ours: number | string, theirs: number | string) =>
    new ScrubError(ExitCode.suppressionList, "manifestMismatch", [ours, theirs], { file: list });
  if (bytes !== manifest.bytes) throw refuse(bytes, manifest.bytes);
  if (sha256 !== undefined && sha256 !== manifest.sha256) throw refuse(sha256, manifest.sha256);
}

function parseManifest(text: string): ReadManifest | undefined {
  const { schema_version: version, sha256, bytes, as_of }: Record<string, unknown> = { ...parsedObject(text) };
  const asOf = new Date(typeof as_of === "string" ? as_of : Number.NaN);
  const isWhole = typeof sha256 === "string" && typeof bytes === "number" && !Number.isNaN(asOf.getTime());
  return isWhole && version === SCHEMA_VERSION ? { sha256, bytes, asOf } : undefined;
}
