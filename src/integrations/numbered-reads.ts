/**
 * Reads of pages as numbers. A page reads some eighty things, of which most are read by others too: as texts, each
 * page would hold them once more.
 */
export class NumberedReads {
  readonly #names: string[];
  readonly #numbers: Map<string, number>;

  /** `names` have the numbers of their places. */
  constructor(names: readonly string[]) {
    this.#names = [...names];
    this.#numbers = new Map(names.map((name, at) => [name, at]));
  }

  /** The numbers of reads; what was never read before gets the next one. */
  numbersOf(reads: ReadonlySet<string>): Uint32Array {
    const numbers = new Uint32Array(reads.size);
    let at = 0;
    for (const read of reads) numbers[at++] = this.#numberOf(read);
    return numbers;
  }

  /** How many numbers there are. */
  get count(): number {
    return this.#names.length;
  }

  nameOf(number: number): string {
    return this.#names[number]!;
  }

  #numberOf(read: string): number {
    const known = this.#numbers.get(read);
    if (known !== undefined) return known;
    this.#numbers.set(read, this.#names.length);
    return this.#names.push(read) - 1;
  }
}
