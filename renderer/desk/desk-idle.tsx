import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { FigureTiles } from '../history/figure-tiles.tsx';
import { VerdictBadge } from '../history/verdict-badge.tsx';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { Icon } from '../parts/icon.tsx';
import { knownOf } from '../state/followed.ts';
import { useFigures, useRecords } from '../state/use-records.ts';
import { formatTime } from '../text/format-time.ts';
import { useLanguage, useSentence } from '../text/use-language.ts';
import styles from './desk-idle.module.css';
import type { Stage } from './desk-types.ts';
import { dayRange } from '../history/day-range.ts';

/** Checks shown below the tiles. */
const latest = 6;

/** The desk while nobody is being checked: what comes next, and how the day has gone. */
export const DeskIdle = ({
  bridge,
  stage,
  day,
}: {
  readonly bridge: StationBridge;
  readonly stage: Stage | undefined;
  /** The present day, as any instant of it. */
  readonly day: Date;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.waiting' });
  const range = useMemo(() => dayRange(day), [day]);
  const figures = knownOf(useFigures(bridge, range));
  return (
    <div className={styles['idle']}>
      <Waiting stage={stage} />
      <section className={styles['today']} aria-label={t('today')}>
        <h2 className={styles['heading']}>{t('today')}</h2>
        {figures && <FigureTiles figures={figures} isShort />}
      </section>
      <LatestChecks bridge={bridge} from={range.from} />
    </div>
  );
};

const Waiting = ({ stage }: { readonly stage: Stage | undefined }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.waiting' });
  const sentence = useSentence();
  if (stage?.phase === 'problem') return <Callout tone="fail">{sentence(stage.error)}</Callout>;
  const isStarting = stage === undefined || stage.phase === 'starting';
  return (
    <div className={styles['waiting']} role="status">
      <Icon name={isStarting ? 'clock' : 'card'} />
      <div>
        <p className={styles['title']}>
          {isStarting ? t('starting') : stage.phase === 'reading' ? t('reading') : t('heading')}
        </p>
        {stage?.phase === 'waiting-for-card' && <p>{t('detail')}</p>}
      </div>
    </div>
  );
};

const LatestChecks = ({
  bridge,
  from,
}: {
  readonly bridge: StationBridge;
  readonly from: string;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.waiting' });
  const language = useLanguage();
  const query = useMemo(() => ({ from, limit: latest }), [from]);
  const page = knownOf(useRecords(bridge, query));
  return (
    <Card title={t('latest')}>
      {page?.records.length === 0 && <p className={styles['none']}>{t('none')}</p>}
      <ol className={styles['latest']}>
        {page?.records.map((record) => (
          <li key={record.id}>
            <time dateTime={record.endedAt}>{formatTime(record.endedAt, language)}</time>
            <span className={styles['name']}>{record.name}</span>
            <VerdictBadge record={record} />
          </li>
        ))}
      </ol>
    </Card>
  );
};
