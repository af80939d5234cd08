import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { z } from 'zod';
import { EmulatedCounter } from '../../../main/demo/emulated-counter.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { launchChromium } from '../../support/chromium.ts';
import { putVideo, type View } from './journey-files.ts';
import { StationPeer } from './station-peer.ts';
import { startStation, type StationProgram } from './station-program.ts';
import { VisitCards } from './visit-cards.ts';

export interface CounterOptions {
  /** Folder of `makeJourneyFiles`. */
  readonly files: string;
  /** What is different from a station that was just set up. The reader's port is filled in. */
  readonly settings?: z.input<typeof settingsSchema>;
  readonly isDemo?: boolean;
  /** On top of this process's own, for the station. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Without one the browser has no camera at all. Default true. */
  readonly hasCamera?: boolean;
}

/** A counter with everything on it: station, reader, cards, camera, browser. */
export interface Counter {
  readonly station: StationProgram;
  readonly settingsFile: string;
  readonly reader: EmulatedCounter;
  readonly cards: VisitCards;
  readonly browser: Browser;
  /** Puts something before the camera; seen from the next opening of the camera on. */
  readonly show: (view: View) => Promise<void>;
  /** A window of the browser that was let in when the station started; it may use the camera. */
  readonly openWindow: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly peer: StationPeer;
  /** Undoes what a journey did: card, camera, reader, settings, and a visit that is not over. */
  readonly leaveAsFound: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Milliseconds a page may take to show what is waited for. */
const patience = 30_000;

/** A browser window on a common counter's screen. */
const screen = { viewport: { width: 1366, height: 768 } } as const;

/** Sets a counter up: the station as a user starts it, a reader on a port of its own, and a browser. */
export const openCounter = async (options: CounterOptions): Promise<Counter> => {
  const { files, settings = {}, isDemo = false, environment = {}, hasCamera = true } = options;
  const folder = await mkdtemp(join(tmpdir(), 'witness-counter-'));
  const reader = new EmulatedCounter();
  const settingsFile = join(folder, 'settings.json');
  const whole = settingsSchema.parse({
    isSetUp: true,
    ...settings,
    reader: { port: reader.port.path, baudRate: 115_200 },
  });
  await writeFile(settingsFile, JSON.stringify(whole));
  const video = join(folder, 'camera.mjpeg');
  const show: Counter['show'] = (view) => putVideo(files, view, video);
  await show('holder');
  const [station, browser] = await Promise.all([
    startStation({ settingsFile, isDemo, environment }),
    launchChromium(hasCamera ? { cameraVideo: video, isCameraAllowed: false } : {}),
  ]);
  const { origin } = new URL(station.address);
  const storageState = await letIn(browser, station.address);
  const cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const peer = await StationPeer.connect(origin, cookie);
  const cards = new VisitCards(files, reader);
  const found = await peer.settings();
  return {
    ...{ station, settingsFile, reader, browser, show, peer },
    cards,
    openWindow: async (more) => {
      const context = await browser.newContext({
        ...screen,
        ...{ storageState, baseURL: origin, permissions: ['camera'], ...more },
      });
      context.setDefaultTimeout(patience);
      return context;
    },
    leaveAsFound: async () => {
      if (!station.isRunning()) return;
      await peer.dismiss();
      if (isDemo) await peer.bridge.liftDemoCard();
      cards.lift();
      reader.plugIn();
      await show('holder');
      await peer.setSettings(found);
      await peer.stage(({ phase }) => phase === 'waiting-for-card');
    },
    close: async () => {
      peer.close();
      await browser.close();
      await station.stop();
      await reader.close();
      await rm(folder, { recursive: true });
    },
  };
};

/** Opens the address the station printed, which is good for once, and keeps what the browser got for it. */
const letIn = async (
  browser: Browser,
  address: string,
): ReturnType<BrowserContext['storageState']> => {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await context.storageState();
  } finally {
    await context.close();
  }
};
