import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import { fetchAllRecords } from './fetch-all-records.ts';
import type { RecordQuery } from './history-types.ts';
import { recordsToCsv } from './records-csv.ts';

/** Saves everything the filters match as a CSV file. */
export const ExportButton = ({
  bridge,
  query,
  isDisabled,
}: {
  readonly bridge: StationBridge;
  readonly query: RecordQuery;
  readonly isDisabled: boolean;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'history' });
  const sentence = useSentence();
  const save = useCall(
    useCallback(async () => {
      const outcome = await fetchAllRecords(bridge, query);
      if (outcome.ok) {
        const csv = recordsToCsv(outcome.value, t('csv', { returnObjects: true }));
        saveFile(csv, `${t('csv.file')}-${(query.from ?? '').slice(0, 10)}.csv`);
      }
      return outcome;
    }, [bridge, query, t]),
  );
  return (
    <>
      {save.error && <Callout tone="fail">{sentence(toShownError(save.error))}</Callout>}
      <Button
        tone="quiet"
        icon="external"
        disabled={isDisabled}
        isBusy={save.isRunning}
        onClick={() => void save.run()}
      >
        {save.isRunning ? t('exporting') : t('export')}
      </Button>
    </>
  );
};

/** Hands a text to the browser as a download. */
const saveFile = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
