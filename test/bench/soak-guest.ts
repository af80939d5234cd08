import type { Page } from 'playwright-core';
import { ClerkDesk } from '../journeys/pages/clerk-desk.ts';
import { DemoBar } from '../journeys/pages/demo-bar.ts';
import { GuestScreen } from '../journeys/pages/guest-screen.ts';

/** Scenes with an outcome, played in turn. */
export const soakScenes = ['pass', 'fail', 'review'] as const;
export type SoakScene = (typeof soakScenes)[number];

/** Plays demonstration guests over the page, one after the other, without waiting for them to read. */
export class SoakGuest {
  readonly #guest: GuestScreen;
  readonly #desk: ClerkDesk;
  readonly #bar: DemoBar;

  constructor(page: Page) {
    this.#guest = new GuestScreen(page);
    this.#desk = new ClerkDesk(page);
    this.#bar = new DemoBar(page);
  }

  /**
   * One verification, from an empty reader to an empty reader; a review is decided by the clerk.
   *
   * @throws Error where it does not end as the scene has it.
   */
  async play(scene: SoakScene): Promise<void> {
    await this.#guest.waitsForCard();
    await this.#bar.plays(scene);
    await this.#guest.isAsked();
    await this.#guest.agrees();
    await this.#guest.seesResult(scene);
    await this.#desk.seesVerdict(scene);
    if (scene === 'review') {
      await this.#desk.decides('pass', { operator: '演示 Demo', reason: 'soak' });
      await this.#guest.seesResult('pass');
    }
    await this.#leave();
  }

  /** Brings the counter back to an empty reader after a verification that went wrong. */
  async recover(): Promise<void> {
    await this.#bar.plays('expired');
    await this.#guest.seesResult('review');
    await this.#desk.decides('fail', { operator: '演示 Demo', reason: 'soak' });
    await this.#leave();
  }

  async #leave(): Promise<void> {
    await this.#bar.liftsCard();
    await this.#guest.sees(this.#guest.words.nextGuest);
    await this.#desk.callsNext();
    await this.#guest.waitsForCard();
  }
}
