import { useEffect } from 'react';

/** What each key does now; a key without an entry keeps its usual meaning. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/** A key as it is named in {@link Shortcuts}: `F2`, `Alt+1`. */
export const shortcutOf = ({
  key,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): string =>
  `${ctrlKey ? 'Ctrl+' : ''}${metaKey ? 'Meta+' : ''}${altKey ? 'Alt+' : ''}${key}`;

/** Whether a dialog is open: what lies under it gets no keys. */
const isUnderDialog = (): boolean => document.querySelector('dialog[open]') !== null;

/**
 * Keys that work anywhere on the page, but not under an open dialog.
 *
 * @param shortcuts - keep it between renderings.
 */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = shortcuts[shortcutOf(event)];
      if (act === undefined || event.repeat || isUnderDialog()) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [shortcuts]);
};
