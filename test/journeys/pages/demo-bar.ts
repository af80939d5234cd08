import type { Locator, Page } from 'playwright-core';
import { demoScenes, type DemoSceneId } from '../../../main/demo/demo-scenes.ts';
import type { Language } from '../../../renderer/text/language.ts';
import { guestWords } from './words.ts';

/** The bar with what a demonstration can play. */
export class DemoBar {
  readonly #bar: Locator;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'zh') {
    this.#language = language;
    this.#bar = page.getByRole('complementary', { name: guestWords[language].demo.title });
  }

  async plays(id: DemoSceneId): Promise<void> {
    const { label } = demoScenes.find((scene) => scene.id === id)!;
    await this.#bar.getByRole('button', { name: label[this.#language], exact: true }).click();
  }

  async liftsCard(): Promise<void> {
    const { lift } = guestWords[this.#language].demo;
    await this.#bar.getByRole('button', { name: lift, exact: true }).click();
  }
}
