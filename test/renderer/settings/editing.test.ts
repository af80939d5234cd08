import { describe, expect, it } from 'vitest';
import {
  edited,
  editingAfter,
  editingDiscarded,
  editingSaved,
} from '../../../renderer/settings/editing.ts';
import { draftOf } from '../../../renderer/settings/settings-draft.ts';
import { someView } from './some-settings.ts';

const view = someView({ records: { retentionDays: 30 } });
const start = editingAfter(undefined, view);
const changedElsewhere = someView({
  records: { retentionDays: 30 },
  compare: { far: 0.01 },
  site: { contact: 'front desk' },
});

describe('settings that change elsewhere', () => {
  it('are followed where nothing was edited', () => {
    const after = editingAfter(start, changedElsewhere);
    expect(after.draft).toEqual(draftOf(changedElsewhere.settings));
    expect(after.kept).toBe(changedElsewhere);
  });

  it('leave alone what is being edited, and are followed beside it', () => {
    const after = editingAfter(
      edited(start, 'site', { organisation: 'half a na' }),
      changedElsewhere,
    );
    expect(after.draft.site).toMatchObject({ organisation: 'half a na', contact: '' });
    expect(after.draft.compare.far).toBe(0.01);
  });
});

describe('a draft that was saved', () => {
  const typing = edited(start, 'records', { retentionDays: '0060' });
  const answer = someView({ records: { retentionDays: 60 } });

  it('is written as it is kept', () => {
    expect(editingSaved(typing, typing.draft, answer).draft.records.retentionDays).toBe('60');
  });

  it('is so too where the event came before the answer', () => {
    const heard = editingAfter(typing, answer);
    const after = editingSaved(heard, typing.draft, answer);
    expect(after.draft).toEqual(draftOf(answer.settings));
  });

  it('keeps what was typed while it was on its way', () => {
    const later = edited(typing, 'site', { contact: 'new' });
    const after = editingSaved(later, typing.draft, answer);
    expect(after.draft.site.contact).toBe('new');
    expect(after.draft.records.retentionDays).toBe('60');
  });
});

describe('a draft that is discarded', () => {
  it('is as the settings are, and was not tried', () => {
    const tried = { ...edited(start, 'site', { contact: 'x' }), tried: start.draft };
    expect(editingDiscarded(tried)).toEqual(start);
  });
});
