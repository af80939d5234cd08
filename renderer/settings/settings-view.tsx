import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Callout } from '../parts/callout.tsx';
import { useSentence } from '../text/use-language.ts';
import { SettingsEditor } from './settings-editor.tsx';
import styles from './settings-view.module.css';
import { useSettingsForm } from './use-settings-form.ts';

/** All settings of the station, edited as one: nothing is changed until it is saved. */
export const SettingsView = ({
  bridge,
  onUnsaved,
}: {
  readonly bridge: StationBridge;
  /** Told whether there are changes that would be lost. */
  readonly onUnsaved: (hasUnsaved: boolean) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const sentence = useSentence();
  const form = useSettingsForm(bridge);
  const hasUnsaved = form.kind === 'known' && form.value.isDirty;
  useEffect(() => {
    onUnsaved(hasUnsaved);
  }, [onUnsaved, hasUnsaved]);
  useEffect(
    () => () => {
      onUnsaved(false);
    },
    [onUnsaved],
  );
  if (form.kind === 'known') return <SettingsEditor bridge={bridge} form={form.value} />;
  return (
    <div className={styles['loading']}>
      <h1 className={styles['title']}>{t('settings.heading')}</h1>
      {form.kind === 'waiting' ? (
        <p role="status">{t('loading')}</p>
      ) : (
        <Callout tone="fail">{sentence(toShownError(form.error))}</Callout>
      )}
    </div>
  );
};
