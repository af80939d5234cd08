import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { Preferences } from '../../main/ipc/settings-view.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Callout } from '../parts/callout.tsx';
import { useSettingsForm } from '../settings/use-settings-form.ts';
import { useSentence } from '../text/use-language.ts';
import { WizardPages } from './wizard-pages.tsx';
import styles from './wizard.module.css';

/** Leads through what a counter needs before its first guest. It can be left and taken up at any time. */
export const Wizard = ({
  bridge,
  preferences,
}: {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const sentence = useSentence();
  const form = useSettingsForm(bridge);
  if (form.kind === 'known')
    return <WizardPages bridge={bridge} preferences={preferences} form={form.value} />;
  return (
    <main className={styles['loading']}>
      <h1>{t('wizard.heading')}</h1>
      {form.kind === 'waiting' ? (
        <p role="status">{t('loading')}</p>
      ) : (
        <Callout tone="fail">{sentence(toShownError(form.error))}</Callout>
      )}
    </main>
  );
};
