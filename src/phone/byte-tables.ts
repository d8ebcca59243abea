// What the kernel is told of a number: the words that may stand before it (kernel/assembly/plain.ts), and what its bytes may be among
// words (kernel/assembly/beside.ts).

/** The words that may stand before a number: at most eight letters. */
export const LABELS: readonly string[] =
  "tel cel cell whatsapp wsp movil telefono phone celular fax pbx contacto num numero".split(" ");
/** Hashed as the kernel hashes them. */
export const LABEL_HASHES: readonly number[] = LABELS.map(hash);

function hash(word: string): number {
  let value = 0;
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) | 0;
  return value;
}
