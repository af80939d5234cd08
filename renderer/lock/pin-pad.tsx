import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import styles from './pin-pad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Digits to touch, where there is no keyboard. */
export const PinPad = ({
  onDigit,
  onBack,
}: {
  readonly onDigit: (digit: string) => void;
  readonly onBack: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'lock' });
  return (
    <div className={styles['pad']} role="group" aria-label={t('pad')}>
      {digits.map((digit) => (
        <Button
          key={digit}
          className={styles['key']}
          onClick={() => {
            onDigit(digit);
          }}
        >
          {digit}
        </Button>
      ))}
      <Button
        className={styles['key']}
        icon="chevron-left"
        aria-label={t('back')}
        onClick={onBack}
      />
    </div>
  );
};
