// Reads the archive of a workbook by yauzl, a piece at a time. Whatever contradicts its directory is refused: two programs
// that read the archive must see the same list.

import { pipeline, Readable } from "node:stream";
import zlib from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, parseExtraFields, RandomAccessReader, type ZipFile } from "yauzl";
import { ScrubError } from "../errors.js";
import type { RegularInput } from "../files/input.js";
import { type BookTerms, damaged, type WorkbookFault } from "./fault.js";
import { Token, textsOf, XmlReader } from "./xml.js";

/** What is read anywhere in it: the directory of an archive stands at its end. */
export type BookFile = Pick<RegularInput, "length" | "readAt">;

export interface Archive {
  file: BookFile;
  terms: BookTerms;
  zip: ZipFile;
  /** The parts by their names in lower case. */
  entries: ReadonlyMap<string, Entry>;
}

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR64 = 0x07064b50;
const LOCATOR64_BYTES = 20;
const ZIP64_EXTRA = 1;
/** The value is in a field of 64 bits. */
const IN_ZIP64 = 0xffffffff;
/** Flags of a part: its sizes follow it; it is encrypted in one of three ways, or patched. */
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
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (entries.has(name.toLowerCase())) throw damaged(terms, "headers", name);
      entries.set(name.toLowerCase(), entry);
    }
    refuseContradictions(file, zip.comment.length, [...entries.values()], terms);
  } catch (error) {
    refusedAs(terms, "headers")(error);
  }
  const unpacked = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > terms.maxBytes)
    throw new ScrubError(terms.exitCode, "workbookTooLarge", [unpacked, terms.maxBytes], { file: terms.file });
  return { file, terms, zip, entries };
}

/** Some programs write names with backslashes. */
export function nameOf({ fileNameRaw }: Entry): string {
  return fileNameRaw.toString().replaceAll("\\", "/").replace(/^\//, "");
}

/** Calls `visit` with every token of a part. */
export async function visitPart(archive: Archive, name: string, visit: (xml: XmlReader, token: Token) => void) {
  const xml = new XmlReader((fault) => damaged(archive.terms, fault, name));
  for await (const _ of walkPart(archive, name, xml, (token) => visit(xml, token)));
}

/** The same, with a pause behind every piece of the part. */
export async function* walkPart(
  archive: Archive,
  name: string,
  xml: XmlReader,
  visit: (token: Token) => void,
  onRead?: OnRead,
): AsyncGenerator<undefined, void> {
  const visitAll = () => {
    for (let token = xml.next(); token !== Token.more && token !== Token.done; token = xml.next()) visit(token);
  };
  for await (const text of textsOf(bytesOfPart(archive, name, onRead), xml.fail)) {
    xml.feed(text);
    visitAll();
    yield;
  }
  xml.feed(undefined);
  visitAll();
}

export function bytesOfPart(archive: Archive, name: string, onRead?: OnRead): AsyncGenerator<Buffer, void> {
  const entry = archive.entries.get(name.toLowerCase());
  if (entry === undefined) throw damaged(archive.terms, "no-part", name);
  return bytesOf(archive, entry, onRead);
}

/** Is told how far the file is read. */
type OnRead = (position: number) => void;

/** Reads one part, and holds it to its size and checksum. */
export async function* bytesOf(
  archive: Archive,
  entry: Entry,
  onRead: OnRead = () => {},
): AsyncGenerator<Buffer, void> {
  const { uncompressedSize, compressedSize, crc32, compressionMethod } = entry;
  const fail = (fault: WorkbookFault) => damaged(archive.terms, fault, nameOf(entry));
  const start = await startOf(archive, entry).catch(refusedAs(archive.terms, "headers", nameOf(entry)));
  function* packed(): Generator<Buffer> {
    for (let at = start; at < start + compressedSize; ) {
      const bytes = readBytes(archive.file, at, Math.min(PACKED_BYTES, start + compressedSize - at));
      at += bytes.length;
      onRead(at);
      yield bytes;
    }
  }
  const inflate = compressionMethod === 0 ? undefined : zlib.createInflateRaw({ chunkSize: CHUNK_BYTES });
  if (inflate !== undefined) pipeline(Readable.from(packed()), inflate, () => {});
  let [bytes, crc] = [0, 0];
  try {
    for await (const chunk of inflate ?? packed()) {
      bytes += chunk.length;
      if (bytes > uncompressedSize) throw fail("sizes");
      crc = zlib.crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    refusedAs(archive.terms, "cut", nameOf(entry))(error);
  }
  // Bytes that inflating leaves over could be anything.
  if (bytes !== uncompressedSize || (inflate?.bytesWritten ?? bytes) !== compressedSize) throw fail("sizes");
  if (crc !== crc32) throw fail("checksum");
}

/** Returns the offset of the packed bytes of a part, and holds its local header to the directory. */
async function startOf({ zip, terms }: Archive, entry: Entry): Promise<number> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const flags = entry.generalPurposeBitFlag | local.generalPurposeBitFlag;
  if (!entry.canDecodeFileData() || (flags & UNUSUAL) !== 0) throw damaged(terms, "method", nameOf(entry));
  const long = parseExtraFields(local.extraField).find(({ id }) => id === ZIP64_EXTRA)?.data ?? Buffer.alloc(0);
  let at = 0;
  const sized = (value: number) => (value === IN_ZIP64 ? Number(long.readBigUInt64LE(8 * at++)) : value);
  const sizes = [local.crc32, sized(local.uncompressedSize), sized(local.compressedSize)];
  // If sizes and checksum follow the part, its header may leave them open.
  const isOpen = (local.generalPurposeBitFlag & SIZES_BEHIND) !== 0 && local.crc32 === 0;
  const agrees = [entry.crc32, entry.uncompressedSize, entry.compressedSize].every(
    (value, i) => sizes[i] === value || (isOpen && sizes[i] === 0),
  );
  if (!agrees || local.compressionMethod !== entry.compressionMethod || !local.fileName.equals(entry.fileNameRaw))
    throw damaged(terms, "headers", nameOf(entry));
  return local.fileDataStart;
}

/** Refuses an archive whose directory and end contradict each other, and parts that share bytes. */
function refuseContradictions(file: BookFile, comment: number, entries: Entry[], terms: BookTerms): void {
  const end = file.length - END_BYTES - comment;
  const said = readBytes(file, end, END_BYTES);
  const locator = readBytes(file, Math.max(0, end - LOCATOR64_BYTES), LOCATOR64_BYTES);
  const is64 = locator.readUInt32LE(0) === LOCATOR64;
  const directoryEnd = is64 ? end - LOCATOR64_BYTES - END64_BYTES : end;
  const bytes = entries.reduce(
    (sum, { fileNameLength, extraFieldLength, fileCommentLength }) =>
      sum + CENTRAL_BYTES + fileNameLength + extraFieldLength + fileCommentLength,
    0,
  );
  const start = directoryEnd - bytes;
  const truth = [0, 0, entries.length, entries.length, bytes, start];
  const short = [4, 6, 8, 10].map((at) => said.readUInt16LE(at));
  const isSaid = [...short, said.readUInt32LE(12), said.readUInt32LE(16)].every(
    (value, i) => value === truth[i] || (is64 && value === (i < short.length ? 0xffff : IN_ZIP64)),
  );
  const end64 = is64 ? readBytes(file, directoryEnd, END64_BYTES) : undefined;
  const long = [24, 32, 40, 48].map((at) => Number(end64?.readBigUInt64LE(at)));
  const isSaid64 = end64 === undefined || long.every((value, i) => value === truth[i + 2]);
  const isLocated = !is64 || Number(locator.readBigUInt64LE(8)) === directoryEnd;
  if (!isSaid || !isSaid64 || !isLocated) throw damaged(terms, "headers");
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  // Bytes before the first part could be another archive.
  if ((inOrder[0]?.relativeOffsetOfLocalHeader ?? 0) !== 0) throw damaged(terms, "headers");
  for (const [i, entry] of inOrder.entries()) {
    const next = inOrder[i + 1]?.relativeOffsetOfLocalHeader ?? start;
    const { relativeOffsetOfLocalHeader: at, compressedSize, fileNameLength } = entry;
    if (at + LOCAL_BYTES + fileNameLength + compressedSize > next) throw damaged(terms, "headers", nameOf(entry));
  }
}

class Reader extends RandomAccessReader {
  constructor(private readonly file: BookFile) {
    super();
  }

  override read(into: Buffer, offset: number, length: number, at: number, done: (error: Error | null) => void): void {
    try {
      readBytes(this.file, at, length).copy(into, offset);
    } catch (error) {
      done(error as Error);
      return;
    }
    done(null);
  }
}

/** Rethrows a refusal, and throws any other error as this damage. */
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
