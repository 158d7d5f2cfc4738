/**
 * Readers together, a writer alone. Kysely's own lock only orders statements that go through it; prepared
 * statements share the connection and would see a half-done import without this.
 */
export class Gate {
  #readers = 0;
  #tail: Promise<void> = Promise.resolve();
  #idle: (() => void) | null = null;

  async read<T>(work: () => Promise<T>): Promise<T> {
    await this.#tail;
    this.#readers += 1;
    try {
      return await work();
    } finally {
      this.#readers -= 1;
      if (this.#readers === 0) this.#idle?.();
    }
  }

  async write<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#tail;
    let done = () => {};
    this.#tail = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    while (this.#readers > 0) {
      await new Promise<void>((resolve) => {
        this.#idle = resolve;
      });
    }
    this.#idle = null;
    try {
      return await work();
    } finally {
      done();
    }
  }
}
