import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { knownOf } from '../state/followed.ts';
import { useDevices } from '../state/use-followed.ts';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';

/** Whether other systems can compare through this machine. There is nothing to set here. */
export const GatewaySection = ({ bridge }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.gateway' });
  const gateway = knownOf(useDevices(bridge))?.gateway;
  return (
    <>
      <p className={styles['explain']}>{t('explain')}</p>
      <Card>
        {gateway && (
          <Callout tone={gateway.state === 'on' ? 'pass' : 'neutral'}>{t(gateway.state)}</Callout>
        )}
        <p className={styles['note']}>{t('hint')}</p>
      </Card>
    </>
  );
};
