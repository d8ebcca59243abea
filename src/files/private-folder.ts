// A folder that only this process needs, and nobody else may look into. A signal removes it with all that is in it.

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { attempt, unwritten } from "./system-errors.js";
import { removeWhenStopped } from "./unfinished.js";

const standing = new Set<string>();

/** It is made when the first file comes into it. */
export class PrivateFolder {
  #folder: string | undefined;
  #files = 0;

  /** Returns another path of a file, with this name at its end. */
  link(file: string, name: string): string {
    const link = this.place(name);
    try {
      fs.symlinkSync(path.resolve(file), link);
      return link;
    } catch (cause) {
      throw unwritten(link, cause);
    }
  }

  /** Returns a path for a file of this name. */
  place(name: string): string {
    try {
      if (this.#folder === undefined) {
        this.#folder = fs.mkdtempSync(path.join(os.tmpdir(), "svscrub-files-"));
        standing.add(this.#folder);
      }
      // Each has a folder of its own: several may have the same name.
      const place = path.join(this.#folder, String(++this.#files), name);
      fs.mkdirSync(path.dirname(place));
      return place;
    } catch (cause) {
      throw unwritten(os.tmpdir(), cause);
    }
  }

  remove(): void {
    if (this.#folder !== undefined) removeFolder(this.#folder);
  }
}

function removeFolder(folder: string): void {
  attempt(() => fs.rmSync(folder, { recursive: true, force: true }));
  standing.delete(folder);
}
removeWhenStopped(() => standing.forEach(removeFolder));
