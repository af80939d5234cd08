import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Mark } from '../parts/mark.tsx';
import { RefusedNote } from '../settings/refused-note.tsx';
import type { LawPoint } from './law-points.ts';
import { StepList } from './step-list.tsx';
import { StepView, type StepProps } from './step-view.tsx';
import { useWizard } from './use-wizard.ts';
import { WizardFooter } from './wizard-footer.tsx';
import styles from './wizard.module.css';

/** One step at a time, with the way through all of them beside it. */
export const WizardPages = (
  props: Pick<StepProps, 'bridge' | 'preferences' | 'form'>,
): ReactNode => {
  const { t } = useTranslation('clerk');
  const { form } = props;
  const ways = useWizard(form);
  const [confirmed, setConfirmed] = useState<readonly LawPoint[]>([]);
  const { step } = ways.progress;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [step]);
  return (
    <div className={styles['wizard']}>
      <header className={styles['header']}>
        <p className={styles['brand']}>
          <Mark className={styles['mark']} />
          {t('product')} · {t('wizard.heading')}
        </p>
        <Button tone="quiet" isBusy={form.isSaving} onClick={ways.finish}>
          {t('wizard.later')}
        </Button>
      </header>
      <div className={styles['panel']}>
        <StepList progress={ways.progress} isBusy={form.isSaving} onStep={ways.goTo} />
        <main className={styles['page']}>
          <div key={step} className={styles['content']}>
            {form.error && <RefusedNote error={form.error} />}
            <StepView
              {...props}
              heading={heading}
              ways={ways}
              confirmed={confirmed}
              onConfirmed={setConfirmed}
            />
          </div>
          <WizardFooter form={form} ways={ways} />
        </main>
      </div>
    </div>
  );
};
