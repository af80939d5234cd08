import { useCallback, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { SettingsView } from '../../main/ipc/settings-view.ts';
import type { CallError, Followed } from '../state/followed.ts';
import { useCall, type Call } from '../state/use-call.ts';
import { useSettings } from '../state/use-followed.ts';
import { partOf, refusedField, type DraftField } from './draft-fields.ts';
import type { DraftProblems } from './draft-problem.ts';
import { problemsOf } from './draft-problems.ts';
import { edited, editingAfter, editingDiscarded, editingSaved, type Editing } from './editing.ts';
import { isDirty, readDraft } from './read-draft.ts';
import type { DraftPart, SettingsDraft } from './settings-draft.ts';

/** All settings, being edited. */
export interface SettingsForm {
  /** The settings as they are kept. */
  readonly kept: SettingsView;
  readonly draft: SettingsDraft;
  readonly edit: <Part extends DraftPart>(part: Part, to: Partial<SettingsDraft[Part]>) => void;
  readonly problems: DraftProblems;
  /** Whether it was tried to save the draft, so that what is missing is asked for. */
  readonly wasTried: boolean;
  /** The field the station refused, until its part is edited. */
  readonly refused: { readonly field: DraftField; readonly error: CallError } | undefined;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Why saving failed the last time. Nothing was changed then, and the draft is as it was. */
  readonly error: CallError | undefined;
  /** Saves the draft; resolves with whether that went well. */
  readonly save: () => Promise<boolean>;
  /** Edits something and saves it at once, with whatever else was edited. */
  readonly saveNow: <Part extends DraftPart>(
    part: Part,
    to: Partial<SettingsDraft[Part]>,
  ) => Promise<boolean>;
  /** Says whether the station is set up, and saves with it what can be saved of the draft. */
  readonly markSetUp: (isSetUp: boolean) => Promise<boolean>;
  readonly discard: () => void;
}

/** The settings to edit, as one draft. When they change elsewhere, what was not edited follows. */
export const useSettingsForm = (bridge: StationBridge): Followed<SettingsForm> => {
  const followed = useSettings(bridge);
  const [editing, setEditing] = useState<Editing>();
  if (followed.kind === 'known' && followed.value !== editing?.heard)
    setEditing(editingAfter(editing, followed.value));
  const saving = useCall(
    useCallback(
      async (kept: SettingsView, draft: SettingsDraft, isSetUp: boolean) => {
        const reading = readDraft(draft, kept.settings);
        const settings = { ...(reading.ok ? reading.settings : kept.settings), isSetUp };
        const outcome = await bridge.changeSettings({ settings });
        if (outcome.ok) setEditing((now) => now && editingSaved(now, draft, outcome.value));
        return outcome;
      },
      [bridge],
    ),
  );
  if (editing === undefined) return followed.kind === 'failed' ? followed : { kind: 'waiting' };
  const change: Change = (how) => {
    setEditing((now) => now && how(now));
  };
  return { kind: 'known', value: formOf(editing, change, saving) };
};

type Change = (how: (now: Editing) => Editing) => void;
type Saving = Call<[kept: SettingsView, draft: SettingsDraft, isSetUp: boolean], SettingsView>;

const formOf = (editing: Editing, change: Change, saving: Saving): SettingsForm => {
  const { kept, draft, tried } = editing;
  const { error } = saving;
  const problems = problemsOf(draft);
  const field = error && refusedField(error);
  const save = async (toSave: SettingsDraft): Promise<boolean> => {
    change((now) => ({ ...now, tried: toSave }));
    if (!readDraft(toSave, kept.settings).ok) return false;
    return saving.run(kept, toSave, kept.settings.isSetUp);
  };
  const isAsTried = field !== undefined && tried?.[partOf(field)] === draft[partOf(field)];
  return {
    kept,
    draft,
    edit: (part, to) => {
      change((now) => edited(now, part, to));
    },
    problems,
    wasTried: tried !== undefined,
    refused: error && isAsTried ? { field, error } : undefined,
    isDirty: isDirty(draft, kept.settings),
    isSaving: saving.isRunning,
    error,
    save: () => save(draft),
    saveNow: (part, to) => {
      const next = edited(editing, part, to).draft;
      change((now) => edited(now, part, to));
      return save(next);
    },
    markSetUp: (isSetUp) => saving.run(kept, draft, isSetUp),
    discard: () => {
      saving.reset();
      change(editingDiscarded);
    },
  };
};
