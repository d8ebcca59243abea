// Keeps suppression lists up to date while a program runs: reads the lines that are appended to a registry, and loads all lists
// again if a file was replaced. While a list can't be trusted there is a doubt, and every answer is no.

import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { FileVersion, stateOf } from "../files/file-version.js";
import { kindOfPath, listFolder } from "../files/paths.js";
import { codeOf } from "../files/system-errors.js";
import type { Channel } from "./event.js";
import { EventIds } from "./event-ids.js";
import { loadSuppression, type SuppressionPlan } from "./load.js";
import { manifestOf } from "./manifest.js";
import type { Notes } from "./notes.js";
import type { ListReading, LoadedList } from "./read-list.js";
import { checkCanaries } from "./self-check.js";
import type { SuppressionIndex } from "./suppression-index.js";

/** How long after a failed load the next one waits, unless a file or folder changes. */
const RETRY_MS = 1000;

/** The lists of a channel as last loaded. */
export interface LiveLists {
  index: Pick<SuppressionIndex, "has" | "holdings">;
  lists: readonly LoadedList[];
  notes: Notes | undefined;
  warnings: readonly Warning[];
}

export interface LivePlan {
  suppression: SuppressionPlan;
  warnings: readonly Warning[];
}

type Loaded = Awaited<ReturnType<typeof load>>;

interface FollowedList {
  reading: ListReading;
  file: FileVersion;
  /** The state of its manifest, from `stateText`. */
  manifest: string;
  /** The events of a registry when it was last read. */
  ids: EventIds | undefined;
}

export class LiveSuppression {
  /** Undefined once the lists are closed. */
  #loaded: Loaded | undefined;
  #doubt: ScrubError | undefined;
  /** When a load failed last, and the state of the files then. */
  #failed: { at: number; files: string } | undefined;
  #refreshing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly planLists: () => Promise<LivePlan>,
    private readonly places: readonly string[],
    private readonly channel: Channel,
    loaded: Loaded,
  ) {
    this.#loaded = loaded;
  }

  /**
   * Loads the lists that `planLists` gives, and asks it again for every later load. `places`: the files and folders that it
   * looks at. A list that can't be trusted is exit 4, a stream, which can't be looked at again, exit 2.
   */
  static async open(
    planLists: () => Promise<LivePlan>,
    places: readonly string[],
    channel: Channel,
    now: Date,
  ): Promise<LiveSuppression> {
    return new LiveSuppression(planLists, places, channel, await load(planLists, places, channel, now));
  }

  get current(): LiveLists {
    return this.#loaded ?? CLOSED;
  }

  /** Returns why nobody may be contacted now, without reading a file; undefined if all lists can be trusted. */
  doubt(now: Date): ScrubError | undefined {
    if (this.#doubt !== undefined) return this.#doubt;
    const files = this.#loaded?.files ?? [];
    try {
      for (const { reading } of files) reading.refuseIfOld(now);
    } catch (error) {
      if (error instanceof ScrubError) return error;
      throw error;
    }
    return undefined;
  }

  /** Brings every list up to date. Concurrent calls run one after another, so that each answer is as new as its call. */
  async refresh(now: () => Date = () => new Date()): Promise<void> {
    const mine = this.#refreshing.catch(() => {}).then(() => this.#refresh(now()));
    this.#refreshing = mine;
    await mine;
  }

  async #refresh(now: Date): Promise<void> {
    if (this.#loaded === undefined || (this.#doubt === undefined && this.#readOn(this.#loaded, now))) return;
    const files = this.places.flatMap((place) => [place, manifestOf(place)].map(stateText)).join("\n");
    const failed = this.#failed;
    if (failed !== undefined && failed.files === files && Math.abs(now.getTime() - failed.at) < RETRY_MS) return;
    try {
      const loaded = await load(this.planLists, this.places, this.channel, now, this.#loaded.files);
      // Closed in the meantime.
      if (this.#loaded === undefined) return;
      refuseCuts(loaded, this.#loaded);
      this.#loaded = loaded;
      this.#doubt = undefined;
    } catch (error) {
      this.#failed = { at: now.getTime(), files };
      this.#doubt = error instanceof ScrubError ? error : new ScrubError(ExitCode.bug, "listsUnknown", []);
      if (this.#doubt !== error) throw error;
    }
  }

  /** Reads appended lines. Returns false if all lists must be loaded again. */
  #readOn({ files, index, lists, plan, folders }: Loaded, now: Date): boolean {
    try {
      for (const list of files) {
        const { file, reading, manifest } = list;
        const fate = file.look();
        if (fate === "changed" || fate === "gone" || stateText(manifestOf(file.path)) !== manifest) return false;
        if (!file.mayHoldWhole()) return false;
        if (file.modified !== undefined) reading.touched(file.modified);
        if (fate === "grown" && !this.#readAppended(list, now)) return false;
        if (fate === "grown") checkCanaries(plan.canaries, lists, index);
        if (reading.changesAt * 1000 <= now.getTime()) return false;
      }
      return foldersAmong(this.places) === folders;
    } catch (error) {
      // Loading all lists will throw it again.
      if (error instanceof ScrubError) this.#doubt = error;
      else if (codeOf(error) === "") throw error;
      return false;
    }
  }

  #readAppended({ file, reading, ids }: FollowedList, now: Date): boolean {
    const bytes = reading.mayGrow && file.known.endsLine ? file.readOn() : undefined;
    if (bytes === undefined || bytes.at(-1) !== LINE_FEED) return false;
    if (!reading.readOn(bytes, now)) {
      // Some of the lines were added, perhaps an opt-in without the opt-out after it: answer no until all lists are loaded.
      this.#doubt = new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: file.path });
      return false;
    }
    file.known.add(bytes);
    if (reading.ids !== undefined) ids?.addLines(bytes, reading.ids);
    return true;
  }

  /** Closes the lists and frees their memory. Every later answer is no. */
  close(): void {
    this.#doubt = new ScrubError(ExitCode.usage, "listsClosed", []);
    this.#loaded = undefined;
  }
}

const LINE_FEED = 0x0a;
const NOTHING = { has: () => false, holdings: () => [] };
const CLOSED: LiveLists = { index: NOTHING, lists: [], notes: undefined, warnings: [] };

async function load(
  planLists: () => Promise<LivePlan>,
  places: readonly string[],
  channel: Channel,
  now: Date,
  earlier: readonly FollowedList[] = [],
) {
  const folders = foldersAmong(places);
  const { suppression: plan, warnings } = await planLists();
  const paths = plan.lists.map(({ source }) => source.path);
  for (const file of paths)
    if (file === "-" || kindOfPath(file) === "other")
      throw new ScrubError(ExitCode.usage, "streamNotFollowed", [], { file });
  // Taken before the lists are opened, so that a change in between is noticed.
  const before = paths.map((path) => ({ state: stateOf(path), manifest: stateText(manifestOf(path)) }));
  const readings: ListReading[] = [];
  const { index, lists, notes, ...suppression } = await loadSuppression(plan, channel, now, {
    notesOf: "all",
    onRead: (reading) => readings.push(reading),
  });
  const files = lists.map(({ path, bytes, sha256 }, i): FollowedList => {
    const { state, manifest } = before[i]!;
    const file = new FileVersion(path, state && { bytes, sha256, state });
    const reading = readings[i]!;
    const where = reading.ids;
    if (where === undefined) return { reading, file, manifest, ids: undefined };
    const ids = new EventIds(earlier.find((one) => one.file.path === path)?.ids);
    ids.addFile(path, bytes, where);
    return { reading, file, manifest, ids };
  });
  const all: readonly Warning[] = [...warnings, ...suppression.proveLists()];
  return { plan, lists, index, files, folders, warnings: all, notes };
}

/** Refuses a list that is gone or cut, or that somebody is still writing, and a registry that has lost events. */
function refuseCuts({ files }: Loaded, earlier: Loaded): void {
  for (const before of earlier.files) {
    const { path: file, known } = before.file;
    const now = files.find((one) => one.file.path === file);
    // If a list is gone from a folder, the answer about its people would be yes.
    if (now === undefined) throw new ScrubError(ExitCode.suppressionList, "listLost", [], { file });
    if (before.ids !== undefined) (now.ids ?? new EventIds(before.ids)).refuseLoss(file);
    const isBeginning = before.ids === undefined && now.file.known.isBeginningOf(known);
    const arePlain = before.reading.isPlain && now.reading.isPlain;
    const isTorn = arePlain && known.endsLine && !now.file.known.endsLine && now.file.known.length < known.length;
    if (isBeginning || isTorn) throw new ScrubError(ExitCode.suppressionList, "listCut", [isTorn], { file });
  }
}

/** Returns the names of the files in the folders among some places. */
function foldersAmong(places: readonly string[]): string {
  return places
    .filter((place) => kindOfPath(place) === "directory")
    .map((place) => listFolder(place, ExitCode.suppressionList).map(({ name }) => name))
    .join("\n");
}

/** Returns the state of a file as text; empty if there is none. */
function stateText(file: string): string {
  const state = stateOf(file);
  if (state === undefined) return "";
  const { dev, ino, size, mtimeNs, ctimeNs } = state;
  return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
}
