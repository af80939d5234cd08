import { sameValue } from './same-value.ts';
import type { DraftPart, SettingsDraft } from './settings-draft.ts';

/**
 * Carries a draft over to other settings: each part that was edited stays as it was typed, each that
 * was not follows.
 *
 * @param from - what the draft was made from.
 * @param to - what the settings are now.
 */
export const rebaseDraft = (
  draft: SettingsDraft,
  from: SettingsDraft,
  to: SettingsDraft,
): SettingsDraft => ({
  ...to,
  ...Object.fromEntries(
    (Object.keys(draft) as DraftPart[])
      .filter((part) => !sameValue(draft[part], from[part]))
      .map((part) => [part, draft[part]]),
  ),
});
