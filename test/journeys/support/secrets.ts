import type { Page } from 'playwright-core';

/**
 * Watches everything that comes to a page, and everything that is ever drawn on it, for words that are
 * not for it.
 */
export class SecretsWatch {
  readonly #page: Page;
  readonly #received: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        this.#received.push(payload.toString('utf8'));
      });
    });
  }

  /** Begins to watch; before the page is opened. */
  static async over(page: Page): Promise<SecretsWatch> {
    await page.addInitScript(`
      window.drawn = new Set();
      const keep = () => window.drawn.add(document.documentElement?.outerHTML ?? '');
      new MutationObserver(keep).observe(document, {
        subtree: true, childList: true, characterData: true, attributes: true,
      });
    `);
    return new SecretsWatch(page);
  }

  /** Which of the words the page got to hear, or showed, at any time. */
  async told(words: readonly string[]): Promise<readonly string[]> {
    const drawn = await this.#page.evaluate<readonly string[]>('[...window.drawn]');
    if (drawn.length === 0 || this.#received.length === 0) throw new Error('Nothing was watched.');
    return words.filter((word) =>
      [...drawn, ...this.#received].some((text) => text.includes(word)),
    );
  }
}
