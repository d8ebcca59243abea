// Collects how to remove what a stopped process must not leave behind (temporary files, locks), so that the signal handler
// need not load the modules that create it.

const removals: (() => void)[] = [];

/** Registers a function that removes all files of a kind synchronously. */
export function removeWhenStopped(remove: () => void): void {
  removals.push(remove);
}

/** Calls all registered functions, when a signal comes. */
export function removeUnfinished(): void {
  for (const remove of removals) remove();
}
