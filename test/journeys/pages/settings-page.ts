import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../../renderer/text/language.ts';
import type { SectionName } from '../../../renderer/settings/sections.ts';
import { clerkWords } from './words.ts';

/** The clerk's settings. */
export class SettingsPage {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'zh') {
    this.page = page;
    this.#language = language;
  }

  get words(): (typeof clerkWords)[Language]['settings'] {
    return clerkWords[this.#language].settings;
  }

  /** Opens a section: from the list, or, where there is no room for one, from the choice above. */
  async opens(section: SectionName): Promise<void> {
    const { sections, section: names } = this.words;
    const link = this.page
      .getByRole('navigation', { name: sections })
      .getByRole('button', { name: names[section], exact: true });
    const choice = this.page.getByRole('combobox', { name: sections });
    await link.or(choice).filter({ visible: true }).waitFor();
    if (await choice.isVisible()) await choice.selectOption(names[section]);
    else await link.click();
  }

  /** One of a few that are all in sight. */
  async chooses(group: string, choice: string): Promise<void> {
    const choices = this.page.getByRole('group', { name: group, exact: true });
    await choices.getByText(choice, { exact: true }).click();
  }

  async switches(name: string): Promise<void> {
    await this.page.getByRole('switch', { name, exact: true }).click();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async saves(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.save, exact: true }).click();
  }

  async seesSaved(): Promise<void> {
    await this.page.getByText(this.words.saved, { exact: true }).waitFor();
  }
}
