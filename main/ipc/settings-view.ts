import { z } from 'zod';
import { settingsSchema } from '../settings/settings.ts';
import { shownSentence } from './shown-words.ts';

/** What every page follows: how to look and sound. */
export const preferencesSchema = z.object({
  mode: z.enum(['one-screen', 'two-screens']),
  language: z.enum(['zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  largePrint: z.boolean(),
  voice: z.boolean(),
  sound: z.boolean(),
  cameraId: z.string().exactOptional(),
  /** Which page this is. */
  role: z.enum(['guest', 'clerk']),
  isSetUp: z.boolean(),
  isDemo: z.boolean(),
});

/** The settings as the settings screen edits them. */
export const settingsViewSchema = z.object({
  settings: settingsSchema,
  /** Where they are kept. */
  file: z.string(),
  /** Populations a calibration is installed for. */
  populations: z.array(z.string()),
  /** Whether the environment has credentials for the cloud; they are never shown. */
  hasCloudCredentials: z.boolean(),
});

/** A port that may have a reader. */
export const portSchema = z.object({ path: z.string(), label: z.string() });

export const foundReaderSchema = z.object({
  path: z.string(),
  baudRate: z.int(),
  samId: z.string().exactOptional(),
});

export const decoderCheckSchema = z.object({ works: z.boolean(), finding: shownSentence });

/** The demonstration, where it runs. */
export const demoSchema = z.object({
  scenes: z.array(z.object({ id: z.string(), label: shownSentence })),
  /** The scene being played: what the demonstration camera shows. */
  scene: z.string().exactOptional(),
  cardLies: z.boolean(),
});

export type Preferences = z.output<typeof preferencesSchema>;
export type SettingsView = z.output<typeof settingsViewSchema>;
export type ShownDemo = z.output<typeof demoSchema>;
export type DecoderFinding = z.output<typeof decoderCheckSchema>;
export type ListedPort = z.output<typeof portSchema>;
