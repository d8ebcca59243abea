// The labels that the kernel accepts before a plain number (kernel/assembly/plain.ts).

/** Labels without accents, of at most eight letters. */
export const LABELS: readonly string[] =
  "tel cel cell whatsapp wsp movil telefono phone celular fax pbx contacto num numero".split(" ");
/** The labels, hashed as the kernel hashes them. */
export const LABEL_HASHES: readonly number[] = LABELS.map(hash);

function hash(word: string): number {
  let value = 0;
  for (const letter of word) value = (value * 31 + letter.charCodeAt(0)) | 0;
  return value;
}
