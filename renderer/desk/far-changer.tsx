import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { useCall } from '../state/use-call.ts';
import { formatRate } from '../text/format-rate.ts';
import { useLanguage, useSentence } from '../text/use-language.ts';
import type { OperatingTable, Settings } from './desk-types.ts';
import { FarChooser } from './far-chooser.tsx';

/** Says which false-accept rate is in use, and opens the choice. A choice applies at once. */
export const FarChanger = ({
  bridge,
  settings,
  table,
}: {
  readonly bridge: StationBridge;
  readonly settings: Settings;
  readonly table: OperatingTable;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.far' });
  const language = useLanguage();
  const sentence = useSentence();
  const [isOpen, setOpen] = useState(false);
  const change = useCall(bridge.changeSettings);
  const { far } = settings.compare;
  const choose = (chosen: number): void => {
    void change.run({ settings: { ...settings, compare: { ...settings.compare, far: chosen } } });
  };
  const rate = formatRate(far, language);
  return (
    <>
      <Button
        tone="quiet"
        icon="settings"
        onClick={() => {
          change.reset();
          setOpen(true);
        }}
      >
        {t('heading')} {rate} · {t('open')}
      </Button>
      {isOpen && (
        <Dialog
          title={t('heading')}
          closeLabel={t('close')}
          onClose={() => {
            setOpen(false);
          }}
        >
          <FarChooser table={table} far={far} onFar={choose} isBusy={change.isRunning} />
          {change.value && <Callout tone="pass">{t('changed', { far: rate })}</Callout>}
          {change.error && <Callout tone="fail">{sentence(toShownError(change.error))}</Callout>}
        </Dialog>
      )}
    </>
  );
};
