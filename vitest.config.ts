import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { defineConfig } from "vitest/config";

// Every run in a test's process asks for megabytes of which it touches few: handed out by the system they cost nothing,
// while the C library, once it has learnt their size, would clear them. Read by Linux when a test's process starts.
process.env.MALLOC_MMAP_THRESHOLD_ ??= "1000000";

/** What takes long, or needs programs beside Node: `npm run test:all` runs it, `npm test` does not. */
const SLOW = "test/**/*.slow.test.ts";
/** Packages that only some checks need lie below test/, and bring tests of their own. */
const PACKAGES = "**/node_modules/**";

/** The usual tests write some ten thousand small folders, and every run syncs what it wrote: in memory that takes no time. */
function temporaryFolder(): string {
  const inMemory = "/dev/shm";
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > 4e9 ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}

export default defineConfig({
  test: {
    globalSetup: ["test/support/build.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Runs inside a test's process need its working folder, which threads have not for themselves.
    pool: "forks",
    maxWorkers: 2,
    // Starting a process for every file takes longer than most files.
    isolate: false,
    // Two processes on two cores: more threads that collect garbage only wait for each other.
    execArgv: ["--single-threaded-gc"],
    // The program as built is loaded by Node itself.
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: "usual",
          include: ["test/**/*.test.ts"],
          exclude: [SLOW, PACKAGES],
          env: { TMPDIR: temporaryFolder() },
        },
      },
      { extends: true, test: { name: "slow", include: [SLOW], exclude: [PACKAGES], testTimeout: 300_000 } },
    ],
  },
});
