import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon-paths.ts';
import { languageNames, languages, localeOf } from '../text/language.ts';
import styles from './stage-switches.module.css';
import type { GuestChoices } from './kept-choices.ts';

/** Language, print and voice, for the time of the visit. */
export const StageSwitches = ({
  choices,
  choose,
}: {
  readonly choices: GuestChoices;
  readonly choose: (choices: Partial<GuestChoices>) => void;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const other = languages.find((language) => language !== choices.language) ?? languages[0];
  return (
    <div className={styles['switches']}>
      <button
        type="button"
        className={styles['switch']}
        lang={localeOf[other]}
        onClick={() => {
          choose({ language: other });
        }}
      >
        <Icon name="globe" />
        {languageNames[other]}
      </button>
      <Toggle
        icon="text-size"
        label={t('switches.largePrint')}
        isOn={choices.largePrint}
        onToggle={(largePrint) => {
          choose({ largePrint });
        }}
      />
      <Toggle
        icon={choices.voice ? 'voice-on' : 'voice-off'}
        label={t('switches.voice')}
        isOn={choices.voice}
        onToggle={(voice) => {
          choose({ voice });
        }}
      />
    </div>
  );
};

const Toggle = ({
  icon,
  label,
  isOn,
  onToggle,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}): ReactNode => (
  <button
    type="button"
    className={styles['switch']}
    aria-pressed={isOn}
    onClick={() => {
      onToggle(!isOn);
    }}
  >
    <Icon name={icon} />
    {label}
  </button>
);
