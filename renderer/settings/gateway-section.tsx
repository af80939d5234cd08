import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '../parts/badge.tsx';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { Switch } from '../parts/switch.tsx';
import { knownOf } from '../state/followed.ts';
import { useDevices } from '../state/use-followed.ts';
import { useSentence } from '../text/use-language.ts';
import { GatewayFields } from './gateway-fields.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';

const tones = { on: 'pass', off: 'neutral', failed: 'fail' } as const satisfies Record<
  string,
  Tone
>;

/** Whether other systems can compare through this machine, and where they find it. */
export const GatewaySection = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.gateway' });
  const sentence = useSentence();
  const gateway = knownOf(useDevices(bridge))?.gateway;
  const { enabled } = form.draft.gateway;
  return (
    <>
      <p className={styles['explain']}>{t('explain')}</p>
      <Card>
        {gateway && (
          <Callout tone={tones[gateway.state]}>
            {t(gateway.state)} {gateway.address} {gateway.error && sentence(gateway.error)}
          </Callout>
        )}
        <Switch
          label={t('enabled')}
          hint={t('enabledHint')}
          isOn={enabled}
          onToggle={(isOn) => {
            form.edit('gateway', { enabled: isOn });
          }}
        />
        <p className={styles['note']}>{t('keys')}</p>
      </Card>
      {enabled && (
        <Card>
          <GatewayFields form={form} />
        </Card>
      )}
    </>
  );
};
