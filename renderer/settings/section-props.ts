import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** What every section of the settings is given. */
export interface SectionProps {
  readonly bridge: StationBridge;
  readonly form: SettingsForm;
}
