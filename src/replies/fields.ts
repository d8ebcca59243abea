// The fields of meaning that a word can belong to, as bits of two integers: the patterns of the grammar speak of fields, not of words.

/** At most 64. */
export const FIELDS = [
  // what shall end, and how
  "no",
  "stop",
  "halt",
  "enough",
  "remove",
  "unlist",
  "leave",
  "low",
  "lower",
  "forbid",
  "revoke",
  "permit",
  "permission",
  "peace",
  "tired",
  // what reaches a person
  "reach",
  "weak",
  "bother",
  "receive",
  "msg",
  "subscription",
  "list",
  "number",
  "data",
  "use",
  "right",
  // who asks, and how
  "want",
  "interest",
  "ask",
  "can",
  "favor",
  "give",
  "again",
  "keep",
  "be",
  "go",
  "say",
  "if",
  "what",
  "how",
  "who",
  // complaints
  "complaint",
  "insult",
  "wrong",
  "correct",
  "identity",
  "know",
  "have",
  // small words
  "me",
  "cl",
  "det",
  "mine",
  "yours",
  "que",
  "de",
  "prep",
  "more",
  "none",
  "ya",
  "small",
  // everything else that can be cancelled, or that limits a wish
  "thing",
  "time",
  "verb",
  // what a harmless message is about: courtesy, a thing, a time, praise, trade
  "topic",
] as const;
export type Field = (typeof FIELDS)[number];

/** Two integers of 32 bits. */
export interface Fields {
  low: number;
  high: number;
}

export function fieldsOf(names: readonly Field[]): Fields {
  const fields = { low: 0, high: 0 };
  for (const name of names) {
    const bit = FIELDS.indexOf(name);
    if (bit < 32) fields.low |= 1 << bit;
    else fields.high |= 1 << (bit - 32);
  }
  return fields;
}

export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}
