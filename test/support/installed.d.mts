export function ensureInstalled(folder: string): void;
