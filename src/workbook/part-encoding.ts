// The encoding of one part: UTF-8, or UTF-16 as few programs write it, which becomes UTF-8 here, a piece at a time.

import { TextDecoder } from "node:util";
import type { WorkbookFault } from "./fault.js";

const LESS = 0x3c;
const NOTHING = new Uint8Array(0);
/** How many of the first bytes tell UTF-16. */
const ORDER_BYTES = 4;

export class PartEncoding {
  /** Of a part in UTF-16; undefined of one in UTF-8, and while its first bytes may still be cut off. */
  #decoder: TextDecoder | undefined;
  #isKnown = false;
  #head = Buffer.alloc(0);

  constructor(private readonly fail: (fault: WorkbookFault) => Error) {}

  /** Takes the next bytes, or that there are no more. Returns undefined where there is nothing to read yet. */
  asUtf8(chunk: Uint8Array | undefined): Uint8Array | undefined {
    let bytes = chunk;
    if (!this.#isKnown) {
      this.#head = Buffer.concat([this.#head, chunk ?? NOTHING]);
      if (chunk !== undefined && this.#head.length < ORDER_BYTES) return undefined;
      this.#isKnown = true;
      const order = byteOrderOf(this.#head);
      if (order !== undefined) this.#decoder = new TextDecoder(`utf-16${order}`, { fatal: true });
      bytes = this.#head;
    }
    if (this.#decoder === undefined) return bytes;
    try {
      return Buffer.from(this.#decoder.decode(bytes, { stream: chunk !== undefined }));
    } catch {
      // Half a character, or half of a pair.
      throw this.fail("encoding");
    }
  }

  /** Whether a part may say of itself that it is in this encoding. */
  isCalled(name: string): boolean {
    return (this.#decoder === undefined ? /^(?:utf-?8|us-ascii)$/i : /^utf-?16(?:le|be)?$/i).test(name);
  }
}

/** The byte order of UTF-16, by its mark or by the sign that every part begins with; undefined for anything else. */
function byteOrderOf(head: Uint8Array): "le" | "be" | undefined {
  const [first, second, third, fourth] = head;
  const isMark = (one: number, other: number) => first === one && second === other;
  // Four bytes a character: nobody writes it, and its mark begins like the other one's.
  if (third === 0 && fourth === 0) return undefined;
  if (isMark(0xff, 0xfe) || isMark(LESS, 0)) return "le";
  return isMark(0xfe, 0xff) || isMark(0, LESS) ? "be" : undefined;
}
