import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { Callout } from '../parts/callout.tsx';
import { knownOf, type Followed } from '../state/followed.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { useSentence } from '../text/use-language.ts';
import type { Shift } from './decision-bar.tsx';
import { DeskIdle } from './desk-idle.tsx';
import type { Desk, Settings, Stage } from './desk-types.ts';
import { VisitDesk } from './visit-desk.tsx';

/** The clerk's desk: the present check, or, without one, the day so far. */
export const DeskView = ({
  bridge,
  desk,
  stage,
  settings,
  shift,
  isShared,
  day,
}: {
  readonly bridge: StationBridge;
  readonly desk: Followed<Desk>;
  readonly stage: Followed<Stage>;
  readonly settings: Settings | undefined;
  readonly shift: Shift;
  readonly isShared: boolean;
  readonly day: Date;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const sentence = useSentence();
  if (desk.kind === 'waiting') return <p role="status">{t('loading')}</p>;
  if (desk.kind === 'failed')
    return <Callout tone="fail">{sentence(toShownError(desk.error))}</Callout>;
  const { visit } = desk.value;
  if (visit === undefined) return <DeskIdle bridge={bridge} stage={knownOf(stage)} day={day} />;
  return (
    <VisitDesk
      bridge={bridge}
      desk={{ ...desk.value, visit }}
      stage={knownOf(stage)}
      settings={settings}
      shift={shift}
      isShared={isShared}
    />
  );
};
