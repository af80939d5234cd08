import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PinCard } from '../lock/pin-card.tsx';
import { Card } from '../parts/card.tsx';
import { Switch } from '../parts/switch.tsx';
import { ChoiceField } from './choice-field.tsx';
import { GuestScreenOpener } from './guest-screen-opener.tsx';
import { LanguageField } from './language-field.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';
import { NumberField } from './setting-field.tsx';

const modes = ['one-screen', 'two-screens'] as const;
const themes = ['system', 'light', 'dark'] as const;
const switches = ['largePrint', 'voice', 'sound', 'kiosk', 'contentProtection'] as const;

/** How everything looks and sounds, and on how many screens. */
export const ScreenSection = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.screen' });
  const { screen } = form.draft;
  return (
    <>
      <PinCard bridge={bridge} />
      <Card>
        <ChoiceField
          label={t('mode')}
          segments={modes.map((mode) => ({ value: mode, label: t(mode) }))}
          value={screen.mode}
          onValue={(mode) => {
            form.edit('screen', { mode });
          }}
        />
        {screen.mode === 'two-screens' && <GuestScreenOpener bridge={bridge} form={form} />}
      </Card>
      <Card>
        <div className={styles['pair']}>
          <LanguageField
            label={t('language')}
            value={screen.language}
            onValue={(language) => {
              form.edit('screen', { language });
            }}
          />
          <ChoiceField
            label={t('theme')}
            segments={themes.map((theme) => ({ value: theme, label: t(`themes.${theme}`) }))}
            value={screen.theme}
            onValue={(theme) => {
              form.edit('screen', { theme });
            }}
          />
        </div>
      </Card>
      <Card>
        {switches.map((name) => (
          <Switch
            key={name}
            label={t(name)}
            hint={t(`${name}Hint`)}
            isOn={screen[name]}
            onToggle={(isOn) => {
              form.edit('screen', { [name]: isOn });
            }}
          />
        ))}
        <NumberField
          form={form}
          field="screen.holdSeconds"
          label={t('hold')}
          hint={t('holdHint')}
          value={screen.holdSeconds}
          onValue={(holdSeconds) => {
            form.edit('screen', { holdSeconds });
          }}
        />
      </Card>
    </>
  );
};
