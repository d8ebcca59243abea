// Whom the numbers beside digests are of: a number is a person's where it stands beside one digest, and an office's or an
// agent's where it stands beside several.

/** Records of one person: the digest beside the numbers, and what tells its kind. */
interface Owner {
  digest: string;
  kinds: number;
  records: number;
  /** Numbers that no other digest stands beside. */
  own: number;
}

/** So many hex digits tell two digests apart. */
const TOLD_APART = 16;

/** The numbers beside the digests of one list. */
export class DigestOwners {
  /** Undefined: the number stands beside several digests. */
  readonly #owners = new Map<string, Owner | undefined>();

  /** `disown` is called for so many records of digests of these kinds that no number of their own says whom they mean. */
  constructor(private readonly disown: (kinds: number, records: number) => void) {}

  /** Takes a record's numbers in phone columns, and its first digest. */
  take(numbers: readonly string[], firstDigest: string, kinds: number): void {
    const digest = firstDigest.slice(0, TOLD_APART).toLowerCase();
    const known = numbers.map((e164) => this.#owners.get(e164));
    const owner = known.find((it) => it?.digest === digest && it.kinds === kinds) ?? {
      digest,
      kinds,
      records: 0,
      own: 0,
    };
    owner.records++;
    for (const e164 of numbers) {
      const other = this.#owners.get(e164);
      if (other !== undefined && other !== owner) this.#share(e164, other);
      else if (!this.#owners.has(e164)) {
        this.#owners.set(e164, owner);
        owner.own++;
      }
    }
    if (owner.own === 0) this.disown(kinds, 1);
  }

  #share(e164: string, owner: Owner): void {
    this.#owners.set(e164, undefined);
    if (--owner.own === 0) this.disown(owner.kinds, owner.records);
  }
}
