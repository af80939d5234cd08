import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../../renderer/text/language.ts';
import { clerkWords } from './words.ts';

/** The clerk's list of finished checks. */
export class HistoryPage {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'zh') {
    this.page = page;
    this.#language = language;
  }

  get words(): (typeof clerkWords)[Language]['history'] {
    return clerkWords[this.#language].history;
  }

  /** The lines of the list, the latest first. */
  get lines(): Locator {
    return this.page
      .getByRole('table', { name: this.words.table.caption })
      .getByRole('row')
      .filter({ has: this.page.getByRole('button') });
  }

  /** Opens the latest check, and gives everything that was kept of it. */
  async readsLatest(): Promise<string> {
    await this.lines.first().getByRole('button').click();
    const details = this.page.getByRole('dialog');
    const text = await details.innerText();
    await details.getByRole('button', { name: this.words.details.close, exact: true }).click();
    await details.waitFor({ state: 'hidden' });
    return text;
  }
}
