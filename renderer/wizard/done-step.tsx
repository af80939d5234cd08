import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { VerdictShape } from '../parts/verdict-shape.tsx';
import { localeOf } from '../text/language.ts';
import { useLanguage } from '../text/use-language.ts';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';
import styles from './step.module.css';
import { openSteps } from './wizard-steps.ts';

/** Everything is set up, or what is not yet. */
export const DoneStep = ({ heading, ways }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard' });
  const language = useLanguage();
  const open = openSteps(ways.progress);
  const [first] = open;
  const names = new Intl.ListFormat(localeOf[language]).format(
    open.map((step) => t(`step.${step}`)),
  );
  return (
    <div className={styles['hero']}>
      <VerdictShape ending="pass" className={styles['shape']} />
      <StepHeading heading={heading} title={t('done.heading')}>
        {t('done.detail')}
      </StepHeading>
      <p className={styles['detail']}>{t('done.shortcuts')}</p>
      {first && (
        <>
          <Callout tone="review">{t('unfinished', { steps: names })}</Callout>
          <Button
            onClick={() => {
              ways.goTo(first);
            }}
          >
            {t('resume')}
          </Button>
        </>
      )}
    </div>
  );
};
