// What a stopped process must not leave behind: temporary files, locks. Whoever makes such things says how to remove them,
// so that who stops the process need not load them.

const removals: (() => void)[] = [];

/** Registers `remove`, once for each kind of things; it removes all of them that stand, at once. */
export function removeWhenStopped(remove: () => void): void {
  removals.push(remove);
}

/** Removes all that is unfinished, when a signal comes. */
export function removeUnfinished(): void {
  for (const remove of removals) remove();
}
