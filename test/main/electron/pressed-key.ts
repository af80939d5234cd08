import type { Input } from 'electron';

/** A key that goes down, as Electron tells of it. */
export const pressedKey = (key: string, held: Partial<Input> = {}): Input => ({
  type: 'keyDown',
  key,
  code: '',
  isAutoRepeat: false,
  isComposing: false,
  shift: false,
  control: false,
  alt: false,
  meta: false,
  location: 0,
  modifiers: [],
  ...held,
});
