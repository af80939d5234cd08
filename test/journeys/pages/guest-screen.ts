import type { Locator, Page } from 'playwright-core';
import type { Instruction, ShownStage } from '../../../main/ipc/stage-schema.ts';
import { languageNames, type Language } from '../../../renderer/text/language.ts';
import { filled, guestWords } from './words.ts';

type Stage<Phase extends ShownStage['phase']> = Extract<ShownStage, { phase: Phase }>;
type Result = Stage<'result'>;

/** The guest's screen, in a window of its own or beside the clerk's desk. */
export class GuestScreen {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'zh') {
    this.page = page;
    this.#language = language;
  }

  get words(): (typeof guestWords)[Language] {
    return guestWords[this.#language];
  }

  /** What is on it, without the switches above. */
  get stage(): Locator {
    return this.page
      .getByRole('main')
      .filter({ has: this.page.getByRole('heading', { level: 1 }) });
  }

  async seesHeading(heading: string): Promise<void> {
    await this.stage.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  }

  async sees(text: string): Promise<void> {
    await this.stage.getByText(text, { exact: true }).first().waitFor();
  }

  waitsForCard(): Promise<void> {
    return this.seesHeading(this.words.waiting.heading);
  }

  isAsked(who: 'guest' | 'guardian' = 'guest'): Promise<void> {
    const { heading, headingGuardian } = this.words.consent;
    return this.seesHeading(who === 'guest' ? heading : headingGuardian);
  }

  async agrees(who: 'guest' | 'guardian' = 'guest'): Promise<void> {
    const { agree, agreeGuardian } = this.words.consent;
    await this.#press(who === 'guest' ? agree : agreeGuardian);
  }

  async declines(): Promise<void> {
    await this.#press(this.words.consent.without);
  }

  get cloudConsent(): Locator {
    return this.stage.getByRole('checkbox', { name: this.words.consent.cloud });
  }

  looks(): Promise<void> {
    return this.seesHeading(this.words.looking.heading);
  }

  async isTold(instruction: Instruction): Promise<void> {
    const words = this.words.instruction[instruction];
    await this.stage.getByRole('status').getByText(words, { exact: true }).waitFor();
  }

  /** Which attempt is being prepared; the second or a later one may be gone in a moment. */
  async isAtAttempt(attempt: number): Promise<void> {
    await this.stage
      .getByText(filled(this.words.looking.attempt, { attempt, attempts: 3 }))
      .waitFor();
  }

  /** Which attempt is being prepared, as the screen says. */
  async attempt(): Promise<number> {
    const text = await this.stage.getByText(/^第 \d 次|^Attempt \d /).innerText();
    return Number(/\d/.exec(text)?.[0]);
  }

  async asksForStaff(): Promise<void> {
    await this.#press(this.words.looking.askForStaff);
  }

  async seesResult(verdict: Result['verdict']): Promise<void> {
    await this.seesHeading(this.words.verdict[verdict].heading);
  }

  async seesReason(reason: Result['reasons'][number]): Promise<void> {
    await this.sees(this.words.reason[reason]);
  }

  async isDone(): Promise<void> {
    await this.#press(this.words.done);
  }

  async seesProblem(remedy: Stage<'problem'>['remedy'], code: string): Promise<void> {
    await this.seesHeading(this.words.remedy[remedy]);
    await this.sees(code);
  }

  seesCameraProblem(problem: keyof (typeof guestWords)[Language]['camera']): Promise<void> {
    return this.seesHeading(this.words.camera[problem].heading);
  }

  /** Presses the switch of another language; what is seen from then on is in it. */
  async choosesLanguage(language: Language): Promise<GuestScreen> {
    await this.page.getByRole('button', { name: languageNames[language], exact: true }).click();
    return new GuestScreen(this.page, language);
  }

  async #press(name: string): Promise<void> {
    await this.stage.getByRole('button', { name, exact: true }).click();
  }
}
