import { useCallback, useState } from 'react';
import type { ClerkView } from './clerk-views.ts';

/** What the clerk looks at, and where a change of it stands. */
export interface ClerkViews {
  readonly view: ClerkView;
  /** Goes there at once, or asks first where something would be lost. */
  readonly goTo: (view: ClerkView) => void;
  /** Where the clerk wants to go, while being asked. */
  readonly asked: ClerkView | undefined;
  readonly stay: () => void;
  readonly leave: () => void;
  /** Tells whether leaving would lose something. */
  readonly onUnsaved: (hasUnsaved: boolean) => void;
}

/** Keeps track of the view, and lets nobody leave unsaved changes without knowing. */
export const useClerkView = (): ClerkViews => {
  const [view, setView] = useState<ClerkView>('desk');
  const [hasUnsaved, setUnsaved] = useState(false);
  const [asked, setAsked] = useState<ClerkView>();
  const goTo = useCallback(
    (to: ClerkView) => {
      if (hasUnsaved && to !== view) setAsked(to);
      else setView(to);
    },
    [hasUnsaved, view],
  );
  return {
    view,
    asked,
    goTo,
    onUnsaved: setUnsaved,
    stay: () => {
      setAsked(undefined);
    },
    leave: () => {
      if (asked !== undefined) setView(asked);
      setAsked(undefined);
      setUnsaved(false);
    },
  };
};
