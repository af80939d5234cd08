import type { SettingsView } from '../../main/ipc/settings-view.ts';
import { rebaseDraft } from './rebase-draft.ts';
import { draftOf, type DraftPart, type SettingsDraft } from './settings-draft.ts';

/** Settings being edited. */
export interface Editing {
  /** The last settings that were heard of. */
  readonly heard: SettingsView;
  /** What the draft was made from. */
  readonly kept: SettingsView;
  readonly draft: SettingsDraft;
  /** The draft that was last tried to be saved. */
  readonly tried?: SettingsDraft;
}

/** Settings were heard of: what was not edited follows them. */
export const editingAfter = (editing: Editing | undefined, heard: SettingsView): Editing => {
  const to = draftOf(heard.settings);
  if (editing === undefined) return { heard, kept: heard, draft: to };
  const draft = rebaseDraft(editing.draft, draftOf(editing.kept.settings), to);
  return { ...editing, heard, kept: heard, draft };
};

/** Something was typed or chosen. */
export const edited = <Part extends DraftPart>(
  editing: Editing,
  part: Part,
  to: Partial<SettingsDraft[Part]>,
): Editing => ({
  ...editing,
  draft: { ...editing.draft, [part]: { ...editing.draft[part], ...to } },
});

/** A draft was saved. What was typed meanwhile stays. */
export const editingSaved = (
  { heard, draft }: Editing,
  saved: SettingsDraft,
  kept: SettingsView,
): Editing => ({ heard, kept, draft: rebaseDraft(draft, saved, draftOf(kept.settings)) });

/** Everything is as it is kept. */
export const editingDiscarded = ({ heard, kept }: Editing): Editing => ({
  heard,
  kept,
  draft: draftOf(kept.settings),
});
