import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraChoice } from '../camera/camera-choices.ts';
import { Select } from '../parts/select.tsx';
import { cameraSettingChoices } from './camera-choices.ts';
import { SettingField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** Which camera looks at the guest. */
export const CameraField = ({
  form,
  cameras,
  hint,
}: {
  readonly form: SettingsForm;
  readonly cameras: readonly CameraChoice[];
  readonly hint?: string;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.camera' });
  const { deviceId } = form.draft.camera;
  return (
    <SettingField form={form} field="camera.deviceId" label={t('choice')} hint={hint}>
      {(ids) => (
        <Select
          {...ids}
          value={deviceId}
          choices={cameraSettingChoices(cameras, deviceId, {
            first: t('first'),
            missing: t('missing'),
          })}
          onValue={(chosen) => {
            form.edit('camera', { deviceId: chosen });
          }}
        />
      )}
    </SettingField>
  );
};
