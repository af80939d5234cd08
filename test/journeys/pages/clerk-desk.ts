import type { Locator, Page } from 'playwright-core';
import type { ShownDesk } from '../../../main/ipc/desk-schema.ts';
import type { ShownDevices } from '../../../main/ipc/device-schema.ts';
import type { ClerkView } from '../../../renderer/desk/clerk-views.ts';
import type { Language } from '../../../renderer/text/language.ts';
import { clerkWords, filled } from './words.ts';

type Field = NonNullable<ShownDesk['card']>['fields'][number]['name'];
type Device = keyof ShownDevices;
type Words = (typeof clerkWords)[Language];

/** What a clerk can do to a check, and the key for it. */
export const deedKeys = { pass: 'F2', fail: 'F3', retry: 'F4' } as const;
export type Deed = keyof typeof deedKeys;

export interface Signature {
  readonly operator: string;
  readonly reason: string;
}

const submitWords = { pass: 'submitPass', fail: 'submitFail', retry: 'submitRetry' } as const;
const titleWords = { pass: 'confirmPass', fail: 'confirmFail', retry: 'confirmRetry' } as const;

/** The clerk's page: the desk, and the ways from it. */
export class ClerkDesk {
  readonly page: Page;
  readonly #language: Language;

  constructor(page: Page, language: Language = 'zh') {
    this.page = page;
    this.#language = language;
  }

  get words(): Words {
    return clerkWords[this.#language];
  }

  async goesTo(view: ClerkView): Promise<void> {
    await this.page
      .getByRole('navigation', { name: this.words.navigation })
      .getByRole('button', { name: this.words.nav[view], exact: true })
      .click();
  }

  /** Which view is in sight. */
  async isAt(view: ClerkView): Promise<void> {
    const name = this.words.nav[view];
    const { page } = this;
    const shared = page.getByRole('region', { name, exact: true });
    await shared.or(page.getByRole('main', { name, exact: true })).waitFor();
  }

  async waitsForCard(): Promise<void> {
    await this.page.getByText(this.words.desk.waiting.heading, { exact: true }).waitFor();
  }

  async seesVerdict(verdict: NonNullable<ShownDesk['verdict']>): Promise<void> {
    await this.page.getByRole('status', { name: this.words.desk.verdict[verdict] }).waitFor();
  }

  async seesReason(reason: ShownDesk['reasons'][number]): Promise<void> {
    const { heading, [reason]: words } = this.words.desk.reasons;
    await this.page.getByRole('list', { name: heading }).getByText(words).waitFor();
  }

  /** What the panel of the card says beside a field. */
  async fieldOf(name: Field): Promise<string> {
    const label = this.words.desk.card.field[name];
    const line = this.page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .locator('xpath=following-sibling::dd[1]');
    return line.innerText();
  }

  async reveals(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.desk.card.reveal }).click();
  }

  /** Tries a PIN on the locked desk. */
  async unlocks(pin: string): Promise<void> {
    const { lock } = this.words;
    await this.page.getByRole('button', { name: lock.unlock, exact: true }).click();
    await this.page.getByLabel(lock.pin, { exact: true }).fill(pin);
    await this.page.getByRole('button', { name: lock.submit, exact: true }).click();
  }

  picture(which: 'chip' | 'frame'): Locator {
    return this.page.getByRole('img', { name: this.words.desk.pictures[which] });
  }

  /** The button of something to be done. */
  button(deed: Deed | 'next'): Locator {
    const words = this.words.desk.decide[deed];
    return this.page.getByRole('button', { name: new RegExp(`^${words} F\\d$`) });
  }

  /** Presses the button of a deed, signs it, and sees the question go. */
  async decides(deed: Deed, signature: Signature): Promise<void> {
    await this.button(deed).click();
    await this.signs(deed, signature);
  }

  /** Signs what is asked about. */
  async signs(deed: Deed, { operator, reason }: Signature): Promise<void> {
    const words = this.words.desk.decide;
    const question = this.question(deed);
    const operators = question.getByRole('combobox', { name: words.operator });
    if (await operators.isVisible()) await operators.selectOption(operator);
    else await question.getByLabel(words.operator, { exact: true }).fill(operator);
    await question.getByLabel(words.ownReason, { exact: true }).fill(reason);
    await question.getByRole('button', { name: words[submitWords[deed]], exact: true }).click();
    await question.waitFor({ state: 'hidden' });
  }

  /** The dialog that asks before something is done. */
  question(deed: Deed): Locator {
    return this.page.getByRole('dialog', { name: this.words.desk.decide[titleWords[deed]] });
  }

  async callsNext(): Promise<void> {
    await this.button('next').click();
  }

  /** Chooses another false-accept rate, by the words that say how many impostors pass. */
  async choosesFar(people: string): Promise<void> {
    const { heading, open, oneIn, close } = this.words.desk.far;
    await this.page.getByRole('button', { name: new RegExp(`^${heading} .* · ${open}$`) }).click();
    const dialog = this.page.getByRole('dialog', { name: heading });
    // Another choice shows once the station has taken it.
    await dialog.getByRole('radio', { name: filled(oneIn, { people }) }).click();
    await dialog.getByRole('radio', { name: filled(oneIn, { people }), checked: true }).waitFor();
    await dialog.getByRole('button', { name: close, exact: true }).click();
  }

  /** How a device is, in the words of the strip. */
  async seesDevice(device: Device, state: string): Promise<void> {
    const { details, name: names, ...rest } = this.words.device;
    const states: Readonly<Record<string, string>> = rest[device];
    const label = filled(details, { device: names[device], state: states[state] ?? state });
    await this.page.getByRole('button', { name: label, exact: true }).waitFor();
  }
}
