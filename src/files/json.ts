// Parses JSON that others wrote.

/** Returns undefined where it is no JSON, and for a bare word or number. */
export function parsedObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
