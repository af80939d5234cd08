import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import type { Preferences } from '../main/ipc/settings-view.ts';
import { AppBoundary } from './app-boundary.tsx';
import { GuestPage } from './guest-page.tsx';
import { knownOf } from './state/followed.ts';
import { usePreferences } from './state/use-followed.ts';
import { InLanguage } from './text/in-language.tsx';
import { localeOf } from './text/language.ts';

// The clerk's side has charts and forms the guest's first picture must not wait for.
const ClerkPage = lazy(async () => ({ default: (await import('./clerk-page.tsx')).ClerkPage }));

/** How a page is until the station has said: the guest's, in Chinese, silent. */
const untilKnown: Preferences = {
  mode: 'two-screens',
  language: 'zh',
  theme: 'system',
  largePrint: false,
  voice: false,
  sound: false,
  role: 'guest',
  isSetUp: true,
  isDemo: false,
};

/** One page of the station: the guest's or the clerk's, whichever the host says it is. */
export const App = ({ bridge }: { readonly bridge: StationBridge }): ReactNode => {
  const preferences = knownOf(usePreferences(bridge)) ?? untilKnown;
  const { language, theme, largePrint, role } = preferences;
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = localeOf[language];
    dataset['theme'] = theme;
    dataset['print'] = largePrint ? 'large' : 'normal';
  }, [language, theme, largePrint]);
  const guestPage = <GuestPage bridge={bridge} preferences={preferences} />;
  return (
    <InLanguage language={language}>
      <AppBoundary>
        {role === 'guest' ? (
          guestPage
        ) : (
          <Suspense>
            <ClerkPage bridge={bridge} preferences={preferences} />
          </Suspense>
        )}
      </AppBoundary>
    </InLanguage>
  );
};
