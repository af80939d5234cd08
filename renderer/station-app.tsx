import { useEffect, useState, type ReactNode } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import { useCamera } from './camera/use-camera.ts';
import { useFrames } from './camera/use-frames.ts';
import { useStation } from './state/use-station.ts';
import { StationPage } from './station-page.tsx';
import { localeOf, type Language } from './text/language.ts';

/** The page, connected: to the station, to the camera, and to the language chosen on it. */
export const StationApp = ({ bridge }: { readonly bridge: StationBridge }): ReactNode => {
  const [language, setLanguage] = useState<Language>('zh');
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const state = useStation(bridge);
  const camera = useCamera(['reading', 'looking', 'comparing'].includes(state.phase));
  const failure = useFrames(bridge, state, video);
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
  }, [language]);
  return (
    <StationPage
      state={state}
      camera={camera}
      failure={failure}
      onVideo={setVideo}
      language={language}
      onLanguage={setLanguage}
    />
  );
};
