import type { ReactNode } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { Callout } from '../parts/callout.tsx';
import { useVoice } from '../sound/use-voice.ts';
import { localeOf } from '../text/language.ts';
import { useSentence } from '../text/use-language.ts';
import { StageHeader } from './stage-header.tsx';
import { StageView, type StageViewProps } from './stage-view.tsx';
import styles from './stage.module.css';
import { useGuestActions } from './use-guest-actions.ts';
import type { GuestChoices } from './kept-choices.ts';
import { useStageWords } from './use-stage-words.ts';

/** Header, screen and voice, in the language the guest chose. */
export const StageFrame = ({
  bridge,
  stage,
  camera,
  looking,
  onVideo,
  choices,
  choose,
}: Omit<StageViewProps, 'actions'> & {
  readonly bridge: StationBridge;
  readonly choices: GuestChoices;
  readonly choose: (choices: Partial<GuestChoices>) => void;
}): ReactNode => {
  const sentence = useSentence();
  const visit = 'visit' in stage ? stage.visit : undefined;
  const actions = useGuestActions(bridge, visit, stage.phase);
  const { turn, text } = useStageWords(stage, camera, looking);
  useVoice(turn, text, localeOf[choices.language], choices.voice);
  return (
    <>
      <StageHeader phase={stage.phase} choices={choices} choose={choose} />
      {/* It scrolls where a screen is small and the print large; a keyboard has to reach it then. */}
      <main className={styles['main']} tabIndex={0}>
        <StageView
          stage={stage}
          camera={camera}
          looking={looking}
          onVideo={onVideo}
          actions={actions}
        />
        {actions.error && (
          <div className={styles['error']}>
            <Callout tone="fail">{sentence(actions.error)}</Callout>
          </div>
        )}
      </main>
    </>
  );
};
