// The type of what can be wrong with a file as such; a text missing in one language does not compile.

import type { Sentence } from "./sentences.js";

/** What a file that is read was to be. */
export type FileRole =
  | "phone-list"
  | "contact-log"
  | "import"
  | "suppression"
  | "baseline"
  | "hash-key"
  | "report"
  | "run-log"
  | "registry"
  | "templates"
  | "completion-script";

export interface FileErrors {
  /** `nearest`: the file in the same folder that was probably meant. */
  notFound(role: FileRole, nearest: string | undefined): Sentence;
  isDirectory(): Sentence;
  noFolder(): Sentence;
  /** `code`: the system's, such as EACCES. */
  cannotRead(code: string): Sentence;
  cannotWrite(code: string): Sentence;
  closedPipe(): Sentence;
  outputExists(): Sentence;
  brokenLink(): Sentence;
  outputIsInput(input: string): Sentence;
  outputNamedTwice(): Sentence;
  /** `lock`: the file that stands for the lock. */
  lockBusy(lock: string): Sentence;
  notARunLog(): Sentence;
}
