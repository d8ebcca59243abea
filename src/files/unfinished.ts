// Collects the functions that remove temporary files and locks when the process is stopped, so that the signal handler need
// not load the modules that create these.

const removals: (() => void)[] = [];

/** Registers a function that removes all files of a kind synchronously. */
export function removeWhenStopped(remove: () => void): void {
  removals.push(remove);
}

/** Calls all registered functions, when a signal comes. */
export function removeUnfinished(): void {
  for (const remove of removals) remove();
}
