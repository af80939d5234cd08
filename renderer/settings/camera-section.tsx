import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { knownOf } from '../state/followed.ts';
import { useDevices } from '../state/use-followed.ts';
import { CameraField } from './camera-field.tsx';
import type { SectionProps } from './section-props.ts';

/** Which camera looks at the guest, of those the guest's page knows. */
export const CameraSection = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.camera' });
  const devices = knownOf(useDevices(bridge));
  const cameras = devices?.camera.choices ?? [];
  return (
    <Card>
      <CameraField form={form} cameras={cameras} hint={t('hint')} />
      {devices && cameras.length === 0 && <Callout>{t('none')}</Callout>}
    </Card>
  );
};
