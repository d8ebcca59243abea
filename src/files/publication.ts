// Publishes outputs together and complete, or not at all: temporary files next to their final paths, renamed at the end.

import fs from "node:fs";
import path from "node:path";
import { ExitCode, ScrubError } from "../errors.js";
import { holdOutput, isGiven } from "./given-streams.js";
import { withLockNow } from "./lock.js";
import { OutputFile, type OutputWanted } from "./output.js";
import { type Identity, identitiesOf, identityOf, kindOfPath, placeIn, refuseBrokenLink } from "./paths.js";
import { attempt, codeOf, outputPlace, unwritten } from "./system-errors.js";
import {
  createTemporary,
  inUnnamedFile,
  linkOrCopy,
  release,
  removeTemporaries,
  sweepFolder,
  syncFolder,
} from "./temporary.js";

const READER_WAIT_MS = 20;
/** How long to wait while another run publishes. */
const PUBLISHING_WAIT_MS = 3_000;

/** Refuses outputs that exist (without `force`), that are inputs, or that are named twice. Call it before any work. */
export function checkOutputs(outputs: readonly OutputWanted[], inputs: readonly string[], force: boolean): void {
  const inputAt = identitiesOf(inputs);
  const seen = new Map<string, string>();
  for (const output of outputs) {
    const identity = identityOf(output.path === "-" ? 1 : output.path);
    const input = identity === undefined ? undefined : inputAt.get(identity);
    if (input !== undefined) throw new ScrubError(ExitCode.usage, "outputIsInput", [input], outputPlace(output.path));
    const place = identity ?? (output.path === "-" ? "-" : placeIn(output.path));
    if (seen.has(place) && kindOfPath(output.path) !== "other")
      throw new ScrubError(ExitCode.usage, "outputNamedTwice", [], outputPlace(output.path));
    seen.set(place, output.path);
  }
  for (const output of outputs) if (output.path !== "-") checkPlace(output.path, force);
}

function checkPlace(file: string, force: boolean): void {
  const kind = kindOfPath(file);
  if (kind === "directory") throw new ScrubError(ExitCode.io, "isDirectory", [], { file });
  if (kind === "file" && !force) throw new ScrubError(ExitCode.io, "outputExists", [], { file });
  refuseBrokenLink(file);
  if (kind === "missing" && kindOfPath(path.dirname(file)) !== "directory")
    throw new ScrubError(ExitCode.io, "noFolder", [], { file });
}

/** A set of outputs that are published together, in the order in which they were opened, or not at all. */
export class Publication {
  readonly #outputs: OutputFile[] = [];
  /** Folders in which the files of killed runs were removed. */
  readonly #swept = new Set<string>();

  constructor(private readonly force: boolean) {}

  /** Creates the temporary file. For a FIFO, waits for a reader. */
  async open(wanted: OutputWanted): Promise<OutputFile> {
    const output = await this.#open(wanted);
    this.#outputs.push(output);
    return output;
  }

  async #open(wanted: OutputWanted): Promise<OutputFile> {
    if (wanted.path === "-") return new OutputFile(wanted, 1, undefined);
    try {
      if (isGiven(wanted.path)) return new OutputFile(wanted, holdBack(wanted.path), undefined);
      if (kindOfPath(wanted.path) === "other")
        return new OutputFile(wanted, await openStraight(wanted.path), undefined);
      // The file that a link leads to is replaced. A link that appears later is not followed.
      const finalPath = kindOfPath(wanted.path) === "file" ? fs.realpathSync(wanted.path) : wanted.path;
      const folder = path.dirname(finalPath);
      if (!this.#swept.has(folder)) sweepFolder(folder);
      this.#swept.add(folder);
      const temporary = createTemporary(folder, wanted.confidential ? 0o600 : 0o666);
      return new OutputFile(wanted, temporary.descriptor, temporary.path, finalPath);
    } catch (cause) {
      throw unwritten(wanted.path, cause);
    }
  }

  /**
   * Renames every finished output into place once all are durable, in the order of opening. The renames are synchronous, so that
   * no signal comes between: all are published or none. With `force`, old evidence is removed first, so that no old report is
   * next to a new list. `record` is called at the end; if it throws, nothing is published.
   * If two runs replace the same files, the second waits for the first: one's list is never next to the other's report.
   */
  async publish(record: () => void = () => {}): Promise<void> {
    for (const output of this.#outputs) await output.durable;
    const outputs = this.#placed();
    const shared = !this.force || outputs.length < 2 ? [] : outputs.map(({ finalPath }) => finalPath).sort();
    const withLocks = ([file, ...rest]: readonly string[]): void =>
      file === undefined ? this.#putAll(outputs, record) : withLockNow(file, PUBLISHING_WAIT_MS, () => withLocks(rest));
    try {
      withLocks(shared);
    } catch (cause) {
      removeTemporaries(outputs.map(({ temporary }) => temporary));
      throw cause;
    }
    // The new lists are in place: old ones that a killed run kept in these folders while publishing are not needed any more.
    for (const folder of this.#swept) sweepFolder(folder, "parts-and-old");
  }

  /** Puts all outputs in place, or none. */
  #putAll(outputs: readonly PlacedOutput[], record: () => void): void {
    /** The identity of the file put in each place; undefined if an old file was only removed. */
    const replaced = new Map<PlacedOutput, Identity | undefined>();
    let current = "";
    try {
      // Old files are linked before the first rename: copying them back later could fail for the reason that made it necessary.
      for (const { temporary, finalPath, wanted } of outputs) {
        current = wanted.path;
        if (!fs.existsSync(finalPath)) continue;
        if (!this.force) throw new ScrubError(ExitCode.io, "outputExists", [], { file: current });
        linkOrCopy(finalPath, oldOf(temporary));
      }
      // Without `force` no file was there at the last check: a file there now is another run's.
      const isForced = this.force && outputs.some(({ wanted }) => !wanted.evidence);
      for (const output of isForced ? outputs.filter(({ wanted }) => wanted.evidence) : []) {
        current = output.wanted.path;
        replaced.set(output, undefined);
        fs.rmSync(output.finalPath, { force: true });
      }
      for (const output of outputs) {
        current = output.wanted.path;
        const put = identityOf(output.temporary);
        putInPlace(output.temporary, output.finalPath, this.force);
        replaced.set(output, put);
        release(output.temporary);
      }
      for (const folder of new Set(outputs.map(({ finalPath }) => path.dirname(finalPath)))) syncFolder(folder);
      record();
    } catch (cause) {
      for (const output of outputs) attempt(() => undo(output, replaced));
      throw cause instanceof ScrubError ? cause : unwritten(current, cause);
    }
    for (const { temporary } of outputs) attempt(() => fs.rmSync(oldOf(temporary), { force: true }));
  }

  /** Closes and removes unpublished outputs. New ones may be opened afterwards. */
  abandon(): void {
    removeTemporaries(this.#placed().map(({ temporary }) => temporary));
    for (const output of this.#outputs.splice(0)) attempt(() => output.close());
  }

  #placed(): PlacedOutput[] {
    return this.#outputs.filter((output): output is PlacedOutput => output.finalPath !== undefined);
  }
}

/** An output with a temporary file. */
type PlacedOutput = OutputFile & Record<"temporary" | "finalPath", string>;

/** Returns the path at which an old file stays until all new files are published. */
function oldOf(temporary: string): string {
  return `${temporary}-old`;
}

/**
 * Puts back the old file, if there was one. A file that another run has put there since is not touched. An old file that can't
 * be put back stays at `oldOf`: it is the only copy.
 */
function undo(output: PlacedOutput, replaced: ReadonlyMap<PlacedOutput, Identity | undefined>): void {
  const { finalPath } = output;
  const old = oldOf(output.temporary);
  if (replaced.has(output) && [replaced.get(output), undefined].includes(identityOf(finalPath))) {
    fs.rmSync(finalPath, { force: true });
    if (fs.existsSync(old)) linkOrCopy(old, finalPath);
  }
  fs.rmSync(old, { force: true });
}

/** Opens an unnamed file that holds back a program's output stream until the run has succeeded. */
function holdBack(name: string): number {
  return inUnnamedFile((file) => {
    const descriptor = fs.openSync(file, "wx", 0o600);
    holdOutput(name, fs.openSync(file, "r"));
    return descriptor;
  });
}

/** Opens a FIFO or device. A blocking open of a FIFO without a reader would block the whole process, including signals. */
async function openStraight(typed: string): Promise<number> {
  for (;;) {
    try {
      return fs.openSync(typed, fs.constants.O_WRONLY | fs.constants.O_NONBLOCK);
    } catch (cause) {
      if (codeOf(cause) !== "ENXIO") throw cause;
      await new Promise((resolve) => setTimeout(resolve, READER_WAIT_MS));
    }
  }
}

/** Renames a file. Without `force` links it, which fails if a file has appeared meanwhile; a rename would replace that one. */
function putInPlace(from: string, to: string, force: boolean): void {
  if (!force) {
    try {
      fs.linkSync(from, to);
      fs.rmSync(from);
      return;
    } catch (cause) {
      if (codeOf(cause) === "EEXIST") throw cause;
    }
  }
  fs.renameSync(from, to);
}
