import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Callout } from '../parts/callout.tsx';
import { knownOf } from '../state/followed.ts';
import { useOperatingTable } from '../state/use-operating-table.ts';
import { useFigures } from '../state/use-records.ts';
import { useSentence } from '../text/use-language.ts';
import { FigureTiles } from './figure-tiles.tsx';
import styles from './history-view.module.css';
import { OutcomesChart } from './outcomes-chart.tsx';
import { ReasonsList } from './reasons-list.tsx';
import { instantsOf, type Span } from './record-filter.ts';
import { ScoresChart } from './scores-chart.tsx';

/** Counts and charts of a span of time. */
export const FiguresView = ({
  bridge,
  span,
  day,
}: {
  readonly bridge: StationBridge;
  readonly span: Span;
  readonly day: Date;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const sentence = useSentence();
  const range = useMemo(() => instantsOf(span, day), [span, day]);
  const figures = useFigures(bridge, range);
  const table = knownOf(useOperatingTable(bridge));
  if (figures.kind === 'waiting') return <p role="status">{t('loading')}</p>;
  if (figures.kind === 'failed')
    return <Callout tone="fail">{sentence(toShownError(figures.error))}</Callout>;
  return (
    <div className={styles['figures']}>
      <FigureTiles figures={figures.value} />
      <OutcomesChart figures={figures.value} from={range.from} to={range.to} />
      <div className={styles['pair']}>
        <ScoresChart
          figures={figures.value}
          threshold={table?.rows.find(({ isChosen }) => isChosen)?.threshold}
        />
        <ReasonsList figures={figures.value} />
      </div>
    </div>
  );
};
