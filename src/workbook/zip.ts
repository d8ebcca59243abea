// The container: which parts a ZIP archive has and where their bytes are, by its central directory, which must agree
// with itself and with every part. What the archive says twice must be said alike: two programs that read it see one list.

import { ScrubError } from "../errors.js";
import type { PositionedFile } from "../files/positioned.js";
import { type BookTerms, damaged, type WorkbookFault } from "./fault.js";

/** A part of the archive, as its central directory has it. */
export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  /** The place where its local header begins. */
  at: number;
  isEncrypted: boolean;
  /** The part's name as bytes: the local header must have the same. */
  rawName: Buffer;
}

export interface ZipArchive {
  file: PositionedFile;
  terms: BookTerms;
  /** The parts by name, in small letters: they of a workbook are told apart without regard to case. */
  entries: ReadonlyMap<string, ZipEntry>;
  /** The names, in the order of the directory. */
  names: readonly string[];
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = Buffer.from("PK\x05\x06", "latin1");
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;
const DESCRIPTOR_BYTES = 24;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR64_BYTES = 20;
const LONGEST_COMMENT = 0xffff;
/** How far from the file's end the archive's is looked for. */
const MOST_BEHIND_BYTES = 1024 * 1024;
/** What fills a file up to some length, or ends one that was sent as text: NUL, line ends, spaces. */
const FILLING: ReadonlySet<number> = new Set([0, 0x0a, 0x0d, 0x20]);
/** Workbooks have some dozens of parts, with pictures some thousands. */
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;
const ENCRYPTED = 1;
const HAS_DESCRIPTOR = 8;
const PATCHED = 32;
const STRONG = 64;
const ZIP64_EXTRA = 1;
const IN_ZIP64 = 0xffffffff;

/** Reads the directory; whatever in it contradicts itself, or the file's length, is refused. */
export function openZip(file: PositionedFile, terms: BookTerms): ZipArchive {
  const fail = (fault: WorkbookFault, name?: string) => damaged(terms, fault, name);
  const { count, start, bytes } = directoryOf(file, fail);
  const directory = readBytes(file, start, bytes, fail);
  const entries = new Map<string, ZipEntry>();
  const names: string[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw fail("cut");
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const next = at + CENTRAL_BYTES + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw fail("cut");
    const entry = entryAt(directory, at, nameBytes, extraBytes, fail);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw fail("twice", entry.name);
    entries.set(key, entry);
    names.push(entry.name);
    at = next;
  }
  if (at !== directory.length) throw fail("sizes");
  refuseOverlaps([...entries.values()], start, fail);
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0);
  if (unpacked > terms.maxBytes)
    throw new ScrubError(terms.exitCode, "workbookTooLarge", [unpacked, terms.maxBytes], { file: terms.file });
  return { file, terms, entries, names };
}

type Fail = (fault: WorkbookFault, name?: string) => ScrubError;

/** Finds the central directory by the record at the file's end: nothing may follow that record but bytes that fill up. */
function directoryOf(file: PositionedFile, fail: Fail) {
  const { tail, tailStart } = tailOf(file, END_BYTES + LONGEST_COMMENT, fail);
  const ends = endsIn(tail).filter((at) => endOfRecord(tail, at) === tail.length);
  // One in the comment of another: which of them counts is for every program to choose.
  if (ends.length > 1) throw fail("headers");
  const [at] = ends;
  return directoryBefore(file, at === undefined ? endBeforeOthers(file, fail) : { tail, tailStart, at }, fail);
}

/** The last bytes of a file, as many as this or all of them, and where they begin. */
function tailOf(file: PositionedFile, most: number, fail: Fail) {
  const bytes = Math.min(file.size, most);
  const tailStart = file.size - bytes;
  return { tail: readBytes(file, tailStart, bytes, fail), tailStart };
}

/** Where the record of the archive's end stands: at `at` in bytes that begin at `tailStart` in the file. */
interface EndPlace {
  tail: Buffer;
  tailStart: number;
  at: number;
}

/** Where in these bytes the record of an end may begin. */
function endsIn(tail: Buffer): number[] {
  const ends: number[] = [];
  for (let at = tail.indexOf(END, 0); at >= 0; at = tail.indexOf(END, at + 1))
    if (at + END_BYTES <= tail.length) ends.push(at);
  return ends;
}

function endOfRecord(tail: Buffer, at: number): number {
  return at + END_BYTES + tail.readUInt16LE(at + 20);
}

/** Finds the end of an archive that does not end the file. */
function endBeforeOthers(file: PositionedFile, fail: Fail): EndPlace {
  const { tail, tailStart } = tailOf(file, MOST_BEHIND_BYTES, fail);
  const whole = endsIn(tail).filter(
    (at) => endOfRecord(tail, at) <= tail.length && isBehindDirectory(tail, at, tailStart),
  );
  if (whole.length === 0) throw fail("cut");
  const [at] = whole as [number];
  const end = endOfRecord(tail, at);
  if (whole.length > 1 || !tail.subarray(end).every((byte) => FILLING.has(byte))) throw fail("behind");
  return { tail, tailStart, at };
}

/** Whether the directory of which the record tells ends where the record begins, as it does in no archive within another. */
function isBehindDirectory(tail: Buffer, at: number, tailStart: number): boolean {
  const [bytes, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  const has64 = at >= LOCATOR64_BYTES && tail.readUInt32LE(at - LOCATOR64_BYTES) === LOCATOR64;
  return has64 || start + bytes === tailStart + at;
}

function directoryBefore(file: PositionedFile, { tail, tailStart, at }: EndPlace, fail: Fail) {
  const end = tailStart + at;
  const disks = [tail.readUInt16LE(at + 4), tail.readUInt16LE(at + 6)];
  let count = tail.readUInt16LE(at + 10);
  let bytes = tail.readUInt32LE(at + 12);
  let start = tail.readUInt32LE(at + 16);
  let directoryEnd = end;
  const locator = at >= LOCATOR64_BYTES ? at - LOCATOR64_BYTES : -1;
  if (locator >= 0 && tail.readUInt32LE(locator) === LOCATOR64) {
    directoryEnd = positionOf(tail, locator + 8, fail);
    const end64 = readBytes(file, directoryEnd, END64_BYTES, fail);
    const isWhole =
      end64.readUInt32LE(0) === END64 && directoryEnd + 12 + positionOf(end64, 4, fail) === end - LOCATOR64_BYTES;
    if (!isWhole) throw fail("headers");
    if (end64.readUInt32LE(16) !== 0 || end64.readUInt32LE(20) !== 0) throw fail("several-disks");
    const said = {
      count: positionOf(end64, 32, fail),
      bytes: positionOf(end64, 40, fail),
      start: positionOf(end64, 48, fail),
    };
    if (count !== 0xffff && count !== said.count) throw fail("headers");
    if (bytes !== IN_ZIP64 && bytes !== said.bytes) throw fail("headers");
    if (start !== IN_ZIP64 && start !== said.start) throw fail("headers");
    ({ count, bytes, start } = said);
  } else if (disks.some((disk) => disk !== 0) || tail.readUInt16LE(at + 8) !== count) throw fail("several-disks");
  if (start + bytes !== directoryEnd || bytes > MOST_DIRECTORY_BYTES) throw fail("sizes");
  return { count, start, bytes };
}

function entryAt(directory: Buffer, at: number, nameBytes: number, extraBytes: number, fail: Fail): ZipEntry {
  const flags = directory.readUInt16LE(at + 8);
  const rawName = directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
  // Some programs write the paths of Windows.
  const name = rawName.toString("utf8").replaceAll("\\", "/").replace(/^\//, "");
  const extra = directory.subarray(at + CENTRAL_BYTES + nameBytes, at + CENTRAL_BYTES + nameBytes + extraBytes);
  const long = zip64Fields(extra, fail);
  const wide = (value: number): number => (value === IN_ZIP64 ? long() : value);
  const bytes = wide(directory.readUInt32LE(at + 24));
  const packedBytes = wide(directory.readUInt32LE(at + 20));
  const local = wide(directory.readUInt32LE(at + 42));
  if ((flags & PATCHED) !== 0) throw fail("method", name);
  return {
    name,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    packedBytes,
    bytes,
    at: local,
    isEncrypted: (flags & (ENCRYPTED | STRONG)) !== 0,
    rawName: Buffer.from(rawName),
  };
}

/** The eight-byte values of the extra field, one after the other: only those that had no room are there. */
function zip64Fields(extra: Buffer, fail: Fail): () => number {
  let at = 0;
  let [from, to] = [0, 0];
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_EXTRA) [from, to] = [at + 4, Math.min(end, extra.length)];
    at = end;
  }
  return () => {
    if (from + 8 > to) throw fail("headers");
    from += 8;
    return positionOf(extra, from - 8, fail);
  };
}

/** Refuses parts that share bytes: an archive of a few bytes could unpack to anything. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryStart: number, fail: Fail): void {
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  // What stands before the first of them could be another archive.
  if (inOrder[0] !== undefined && inOrder[0].at !== 0) throw fail("headers", inOrder[0].name);
  for (const [i, entry] of inOrder.entries()) {
    const end = inOrder[i + 1]?.at ?? directoryStart;
    if (entry.at + LOCAL_BYTES + entry.rawName.length + entry.packedBytes > end) throw fail("overlap", entry.name);
  }
}

/** Returns where the part's packed bytes begin; its local header must say what the directory says. */
export function dataStart({ file, terms }: ZipArchive, entry: ZipEntry): number {
  const fail = (fault: WorkbookFault) => damaged(terms, fault, entry.name);
  if (entry.isEncrypted) throw fail("locked-part");
  if (entry.method !== 0 && entry.method !== 8) throw fail("method");
  if (entry.method === 0 && entry.packedBytes !== entry.bytes) throw fail("sizes");
  const header = readBytes(file, entry.at, LOCAL_BYTES, fail);
  if (header.readUInt32LE(0) !== LOCAL) throw fail("headers");
  const flags = header.readUInt16LE(6);
  const nameBytes = header.readUInt16LE(26);
  const extraBytes = header.readUInt16LE(28);
  const rest = readBytes(file, entry.at + LOCAL_BYTES, nameBytes + extraBytes, fail);
  if (!rest.subarray(0, nameBytes).equals(entry.rawName) || header.readUInt16LE(8) !== entry.method)
    throw fail("headers");
  if ((flags & (ENCRYPTED | STRONG)) !== 0) throw fail("locked-part");
  const long = zip64Fields(rest.subarray(nameBytes), fail);
  const sized = (value: number): number => (value === IN_ZIP64 ? long() : value);
  const bytes = sized(header.readUInt32LE(22));
  const packedBytes = sized(header.readUInt32LE(18));
  const crc = header.readUInt32LE(14);
  // With a descriptor behind its bytes a part's header may leave them open.
  const isOpen = (flags & HAS_DESCRIPTOR) !== 0 && crc === 0;
  const agrees = (ours: number, theirs: number) => ours === theirs || (isOpen && ours === 0);
  if (!agrees(bytes, entry.bytes) || !agrees(packedBytes, entry.packedBytes) || (crc !== entry.crc && !isOpen))
    throw fail("headers");
  const start = entry.at + LOCAL_BYTES + nameBytes + extraBytes;
  if (start + entry.packedBytes > file.size) throw fail("cut");
  if (isOpen && !hasDescriptor(file, start + entry.packedBytes, entry)) throw fail("headers");
  return start;
}

/**
 * Tells whether a descriptor follows the bytes of a part whose header left its sizes open: with or without a signature,
 * in 32 or 64 bits.
 */
function hasDescriptor(file: PositionedFile, at: number, { crc, packedBytes, bytes }: ZipEntry): boolean {
  const found = Buffer.alloc(DESCRIPTOR_BYTES);
  for (let to = 0, count = -1; to < found.length && count !== 0; to += count)
    count = file.readAt(found, to, found.length - to, at + to);
  const from = found.readUInt32LE(0) === DESCRIPTOR && found.readUInt32LE(4) === crc ? 4 : 0;
  if (found.readUInt32LE(from) !== crc) return false;
  const is32 = found.readUInt32LE(from + 4) === packedBytes && found.readUInt32LE(from + 8) === bytes;
  const is64 =
    found.readBigUInt64LE(from + 4) === BigInt(packedBytes) && found.readBigUInt64LE(from + 12) === BigInt(bytes);
  return is32 || is64;
}

function readBytes(file: PositionedFile, at: number, length: number, fail: Fail): Buffer {
  const bytes = Buffer.alloc(length);
  for (let to = 0; to < length; ) {
    const count = at + to < file.size ? file.readAt(bytes, to, length - to, at + to) : 0;
    if (count === 0) throw fail("cut");
    to += count;
  }
  return bytes;
}

function positionOf(bytes: Buffer, at: number, fail: Fail): number {
  const value = bytes.readBigUInt64LE(at);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw fail("headers");
  return Number(value);
}
