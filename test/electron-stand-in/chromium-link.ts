import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';
import { settings } from './control.ts';

/** The browser the program's windows are pages of. */
export interface ChromiumLink {
  readonly context: BrowserContext;
  /** For what concerns the browser as a whole. */
  readonly browser: CDPSession;
}

let link: Promise<ChromiumLink> | undefined;

const connect = async (): Promise<ChromiumLink> => {
  const browser = await chromium.connectOverCDP(settings.endpoint);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context to open pages in.');
  return { context, browser: await browser.newBrowserCDPSession() };
};

/** Connects to Chromium once. */
export const linkToChromium = (): Promise<ChromiumLink> => (link ??= connect());
