// A folder that only this process needs, and nobody else may look into. A signal removes it with all that is in it.

import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { ByteSource } from "./input.js";
import { writeAll } from "./spool.js";
import { attempt, unwritten } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

const CHUNK = 1024 * 1024;
const standing = new Set<string>();

/** It is made when the first file comes into it. */
export class PrivateFolder {
  #folder: string | undefined;
  #files = 0;

  /** Returns another path of a file, with this name at its end. */
  link(place: string, name: string): string {
    return this.#place(name, (link) => fs.symlinkSync(path.resolve(place), link));
  }

  /** Keeps the first `most` bytes of a source under a name of this kind. */
  async keep(source: ByteSource, name: string, most: number): Promise<{ path: string; sha256: string }> {
    let descriptor = -1;
    const target = this.#place(name, (file) => {
      descriptor = fs.openSync(file, "wx", 0o600);
    });
    try {
      const hash = createHash("sha256");
      const chunk = new Uint8Array(CHUNK);
      for (let left = most, count = -1; count !== 0 && left > 0; left -= count) {
        count = await source.read(chunk, 0, Math.min(CHUNK, left));
        hash.update(chunk.subarray(0, count));
        writeAll(descriptor, chunk.subarray(0, count), target);
      }
      return { path: target, sha256: hash.digest("hex") };
    } finally {
      fs.closeSync(descriptor);
    }
  }

  remove(): void {
    if (this.#folder !== undefined) removeFolder(this.#folder);
  }

  /** Each file has a folder of its own: several may have the same name. */
  #place(name: string, make: (place: string) => void): string {
    try {
      if (this.#folder === undefined) {
        this.#folder = fs.mkdtempSync(path.join(os.tmpdir(), "svscrub-files-"));
        standing.add(this.#folder);
      }
      const place = path.join(this.#folder, String(++this.#files), name);
      fs.mkdirSync(path.dirname(place));
      make(place);
      return place;
    } catch (cause) {
      throw unwritten(os.tmpdir(), cause);
    }
  }
}

function removeFolder(folder: string): void {
  attempt(() => fs.rmSync(folder, { recursive: true, force: true }));
  standing.delete(folder);
}
removeWhenStopped(() => standing.forEach(removeFolder));
