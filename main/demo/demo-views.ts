import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DemoError } from './demo-error.ts';

/** A part of one of the demonstration's photographs. */
export interface DemoView {
  readonly photograph: string;
  /** Middle of the part, in pixels. */
  readonly centre: readonly [x: number, y: number];
  /** In pixels of the photograph; the part is 4 : 3. */
  readonly width: number;
  /** Degrees clockwise to turn it by, so that the head is upright. */
  readonly turn?: number;
}

/**
 * The photographs of npm `@vladmandic/face-api` (MIT), which is installed for development only. Nobody's
 * picture is shipped. The holder and the card's photo are the same woman, on different days.
 */
export const demoViews = {
  cardPhoto: { photograph: 'sample1.jpg', centre: [1560, 370], width: 640 },
  holder: { photograph: 'sample3.jpg', centre: [1195, 385], width: 580, turn: -11 },
  otherPerson: { photograph: 'sample6.jpg', centre: [345, 605], width: 600 },
  lookalike: { photograph: 'sample3.jpg', centre: [690, 425], width: 600 },
  twoPeople: { photograph: 'sample3.jpg', centre: [1360, 430], width: 760 },
  nobody: { photograph: 'sample3.jpg', centre: [262, 197], width: 510 },
} as const satisfies Readonly<Record<string, DemoView>>;

export type DemoViewName = keyof typeof demoViews;

/**
 * The folder of the demonstration's photographs.
 *
 * @throws DemoError `demo.faces-missing` where the package is not installed.
 */
export const demoFolder = (): string => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
    return join(dirname(manifest), 'demo');
  } catch (cause) {
    throw new DemoError('demo.faces-missing', {}, { cause });
  }
};
