// Reads the archive of a workbook by yauzl. Refuses one that two programs could read as different lists.

import { pipeline, Readable } from "node:stream";
import zlib from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, parseExtraFields, RandomAccessReader, type ZipFile } from "yauzl";
import { ScrubError } from "../errors.js";
import type { RegularInput } from "../files/input.js";
import { type BookTerms, damaged, type WorkbookFault } from "./faults.js";
import { type UsualElements, type Visit, XmlReader } from "./xml.js";

/** A file that is read at any position: the directory of an archive is at its end. */
export type BookFile = Pick<RegularInput, "length" | "readAt">;

export interface Archive {
  file: BookFile;
  terms: BookTerms;
  zip: ZipFile;
  /** The parts by their names in lower case. */
  entries: ReadonlyMap<string, Entry>;
}

const LOCAL_BYTES = 30;
const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR64_BYTES = 20;
const ZIP64_EXTRA = 1;
/** A field of 32 bits whose value is in one of 64 bits. */
const IN_ZIP64 = 0xffffffff;
/** Flags of a part: its sizes follow it; it is encrypted or patched, which no workbook is. */
const SIZES_BEHIND = 8;
const UNUSUAL = 0x2061;
const PACKED_BYTES = 32 * 1024;
const CHUNK_BYTES = 64 * 1024;

export async function openArchive(file: BookFile, terms: BookTerms): Promise<Archive> {
  const options = { decodeStrings: false, autoClose: false };
  const zip = await fromRandomAccessReaderPromise(new Reader(file), file.length, options).catch(
    refusedAs(terms, "cut"),
  );
  const entries = new Map<string, Entry>();
  try {
    const start = Number(zip.readEntryCursor);
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (entries.has(name.toLowerCase())) throw damaged(terms, "archive", name);
      entries.set(name.toLowerCase(), entry);
    }
    if (!agrees(file, zip, start, [...entries.values()])) throw damaged(terms, "archive");
  } catch (error) {
    refusedAs(terms, "archive")(error);
  }
  const unpacked = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > terms.maxBytes)
    throw new ScrubError(terms.exitCode, "workbookTooLarge", [unpacked, terms.maxBytes], { file: terms.file });
  return { file, terms, zip, entries };
}

/** Returns the name of a part. Some programs write backslashes. */
export function nameOf({ fileNameRaw }: Entry): string {
  return fileNameRaw.toString().replaceAll("\\", "/").replace(/^\//, "");
}

export async function visitPart(archive: Archive, name: string, visit: Visit, usual?: UsualElements): Promise<void> {
  const xml = new XmlReader((fault) => damaged(archive.terms, fault, name), visit, usual);
  for await (const bytes of bytesOfPart(archive, name)) xml.read(bytes);
  xml.read();
}

/** Reads one part, and checks its size and checksum. `onRead`: called with the offset up to which the file was read. */
export async function* bytesOfPart(
  { file, terms, zip, entries }: Archive,
  name: string,
  onRead = (_position: number) => {},
): AsyncGenerator<Buffer, void> {
  const entry = entries.get(name.toLowerCase());
  if (entry === undefined) throw damaged(terms, "no-part", name);
  const start = await startOf(zip, entry).catch(refusedAs(terms, "archive", name));
  const end = start + entry.compressedSize;
  function* packed(): Generator<Buffer> {
    for (let at = start; at < end; at += PACKED_BYTES) {
      const bytes = readBytes(file, at, Math.min(PACKED_BYTES, end - at));
      onRead(at + bytes.length);
      yield bytes;
    }
  }
  const inflate = entry.compressionMethod === 0 ? undefined : zlib.createInflateRaw({ chunkSize: CHUNK_BYTES });
  if (inflate !== undefined) pipeline(Readable.from(packed()), inflate, () => {});
  let [bytes, crc] = [0, 0];
  try {
    for await (const chunk of inflate ?? packed()) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) break;
      crc = zlib.crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    refusedAs(terms, "cut", name)(error);
  }
  // Bytes left over by inflating could be anything.
  const isWhole = bytes === entry.uncompressedSize && (inflate?.bytesWritten ?? bytes) === entry.compressedSize;
  if (!isWhole || crc !== entry.crc32) throw damaged(terms, "archive", name);
}

/** Returns the offset of the packed bytes of a part; throws if its local header contradicts the directory. */
async function startOf(zip: ZipFile, entry: Entry): Promise<number> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const long = parseExtraFields(local.extraField).find(({ id }) => id === ZIP64_EXTRA)?.data ?? Buffer.alloc(0);
  let at = 0;
  const sized = (value: number) => (value === IN_ZIP64 ? Number(long.readBigUInt64LE(8 * at++)) : value);
  const sizes = [local.crc32, sized(local.uncompressedSize), sized(local.compressedSize)];
  // If sizes and checksum follow the part, its header may leave them open.
  const isOpen = (local.generalPurposeBitFlag & SIZES_BEHIND) !== 0 && local.crc32 === 0;
  const isSame =
    [entry.crc32, entry.uncompressedSize, entry.compressedSize].every(
      (value, i) => sizes[i] === value || (isOpen && sizes[i] === 0),
    ) &&
    local.compressionMethod === entry.compressionMethod &&
    local.fileName.equals(entry.fileNameRaw);
  const flags = entry.generalPurposeBitFlag | local.generalPurposeBitFlag;
  if (!isSame || !entry.canDecodeFileData() || (flags & UNUSUAL) !== 0) throw new Error("another part");
  return local.fileDataStart;
}

/** Whether the directory, which begins at `start`, agrees with the archive's end, and no parts share bytes. */
function agrees(file: BookFile, zip: ZipFile, start: number, entries: readonly Entry[]): boolean {
  const directoryEnd = Number(zip.readEntryCursor);
  const end = file.length - END_BYTES - zip.comment.length;
  const is64 = directoryEnd < end;
  if (end - directoryEnd !== (is64 ? END64_BYTES + LOCATOR64_BYTES : 0)) return false;
  // This disk, the directory's disk, the parts on this one and in all, the directory's length and its start.
  const truth = [0, 0, entries.length, entries.length, directoryEnd - start, start];
  const bytes = readBytes(file, directoryEnd, file.length - directoryEnd);
  const isIn = (value: number, i: number) => {
    const at = end - directoryEnd + 4 + 2 * i + 2 * Math.max(0, i - 4);
    const short = i < 4 ? bytes.readUInt16LE(at) : bytes.readUInt32LE(at);
    return short === value || (is64 && short === (i < 4 ? 0xffff : IN_ZIP64));
  };
  const isIn64 = (value: number, i: number) => !is64 || i < 2 || Number(bytes.readBigUInt64LE(8 + 8 * i)) === value;
  const isLocated = !is64 || Number(bytes.readBigUInt64LE(END64_BYTES + 8)) === directoryEnd;
  if (!truth.every(isIn) || !truth.every(isIn64) || !isLocated) return false;
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  // Bytes before the first part could be another archive.
  if ((inOrder[0]?.relativeOffsetOfLocalHeader ?? 0) !== 0) return false;
  return inOrder.every(({ relativeOffsetOfLocalHeader: at, compressedSize, fileNameLength }, i) => {
    const next = inOrder[i + 1]?.relativeOffsetOfLocalHeader ?? start;
    return at + LOCAL_BYTES + fileNameLength + compressedSize <= next;
  });
}

class Reader extends RandomAccessReader {
  constructor(private readonly file: BookFile) {
    super();
  }

  override read(into: Buffer, offset: number, length: number, at: number, done: (error: Error | null) => void): void {
    let error: unknown = null;
    try {
      readBytes(this.file, at, length).copy(into, offset);
    } catch (thrown) {
      error = thrown;
    }
    done(error as Error | null);
  }
}

/** Returns a handler that rethrows a refusal, and refuses any other error as damage. */
function refusedAs(terms: BookTerms, fault: WorkbookFault, part?: string) {
  return (error: unknown): never => {
    if (error instanceof ScrubError) throw error;
    const refusal = damaged(terms, fault, part);
    refusal.cause = error;
    throw refusal;
  };
}

function readBytes(file: BookFile, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let to = 0; to < length; ) {
    const count = at + to < file.length ? file.readAt(bytes, to, length - to, at + to) : 0;
    if (count === 0) throw new Error("unexpected end");
    to += count;
  }
  return bytes;
}
