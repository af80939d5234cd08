import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { Button } from '../parts/button.tsx';
import { Toast } from '../parts/toast.tsx';
import { RefusedNote } from './refused-note.tsx';
import { SaveBar } from './save-bar.tsx';
import { SectionList } from './section-list.tsx';
import { SectionView } from './section-view.tsx';
import { troubledSections } from './section-marks.ts';
import type { SectionName } from './sections.ts';
import styles from './settings-view.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** The sections, the one that is open, and the way to save them all. */
export const SettingsEditor = ({
  bridge,
  form,
}: {
  readonly bridge: StationBridge;
  readonly form: SettingsForm;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const [section, setSection] = useState<SectionName>('reader');
  const [isSavedShown, setSavedShown] = useState(false);
  const [tries, setTries] = useState(0);
  const content = useRef<HTMLDivElement>(null);
  const troubled = troubledSections(form);
  const save = async (): Promise<void> => {
    setSavedShown(false);
    if (await form.save()) {
      setSavedShown(true);
      return;
    }
    setTries((last) => last + 1);
  };
  // What stands in the way of saving is brought before the clerk, wherever it is.
  const [first] = troubled;
  const [shownTries, setShownTries] = useState(tries);
  if (tries !== shownTries) {
    setShownTries(tries);
    if (first !== undefined && !troubled.includes(section)) setSection(first);
  }
  useEffect(() => {
    if (tries > 0) focusTrouble(content.current);
  }, [tries]);
  return (
    <div className={styles['settings']}>
      <div className={styles['frame']}>
        <SectionList
          section={section}
          troubled={troubled}
          file={form.kept.file}
          onSection={setSection}
        >
          <Button
            tone="quiet"
            icon="refresh"
            disabled={form.isDirty}
            isBusy={form.isSaving}
            onClick={() => void form.markSetUp(false)}
          >
            {t('settings.wizard')}
          </Button>
        </SectionList>
        <div className={styles['content']}>
          <div ref={content} className={styles['body']}>
            {form.error && <RefusedNote error={form.error} />}
            <SectionView section={section} bridge={bridge} form={form} />
          </div>
          {form.isDirty && <SaveBar form={form} onSave={() => void save()} />}
        </div>
      </div>
      {isSavedShown && (
        <Toast
          tone="pass"
          closeLabel={t('close')}
          onClose={() => {
            setSavedShown(false);
          }}
        >
          {t('settings.saved')}
        </Toast>
      )}
    </div>
  );
};

/** Takes the keyboard to the first field that is not accepted, or to the top, where it says why. */
const focusTrouble = (content: HTMLElement | null): void => {
  const field = content?.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field) field.focus();
  else content?.scrollTo({ top: 0 });
};
