import type { Locator, Page } from 'playwright-core';
import type { Deed } from './fake-bridge.ts';

/** Does on a page what a person would, by the names it tells. */
export const doAll = async (page: Page, deeds: readonly Deed[]): Promise<void> => {
  for (const deed of deeds) {
    if (typeof deed === 'string') await press(page, deed);
    else await enter(page, deed.field, deed.text);
  }
};

const enter = async (page: Page, name: string, text: string): Promise<void> => {
  // What is typed into a field for passwords has no role.
  const password = page.locator('input[type=password]').and(page.getByLabel(name, { exact: true }));
  const field = page
    .getByRole('textbox', { name })
    .or(page.getByRole('combobox', { name }))
    .or(password);
  const isChoice = await field.evaluate((element) => element instanceof HTMLSelectElement);
  if (isChoice) await field.selectOption({ label: text });
  else await field.fill(text);
};

/** Presses what has the name; where there is only a choice that has it, chooses it there. */
const press = async (page: Page, name: string): Promise<void> => {
  const pressable = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('radio', { name }))
    .or(page.getByRole('checkbox', { name }))
    .or(page.getByRole('switch', { name }))
    // What shows more than words has its words on it only as a tip.
    .or(page.getByTitle(name, { exact: true }))
    .first();
  const choice = page
    .getByRole('combobox')
    .filter({ has: page.locator('option', { hasText: exactly(name) }) })
    .first();
  const found: Locator = pressable.or(choice).first();
  await found.waitFor();
  if (await pressable.isVisible()) await pressable.click();
  else await choice.selectOption({ label: name });
};

const exactly = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
