/** Things that are made when they are first asked for, and kept. What failed is tried again. */
export class MadeOnce<Key, Value> {
  readonly #made = new Map<Key, Promise<Value>>();
  readonly #make: (key: Key) => Promise<Value>;

  constructor(make: (key: Key) => Promise<Value>) {
    this.#make = make;
  }

  get(key: Key): Promise<Value> {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key);
    this.#made.set(key, made);
    // Whoever asked gets the failure.
    made.catch(() => this.#made.delete(key));
    return made;
  }
}
