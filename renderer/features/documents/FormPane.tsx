/** The left half: the form in the report's chapters. */
import type { FormField, MissingItem } from '@shared/contract/documents.contract';
import { Alert } from 'antd';
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { ChapterNav } from './ChapterNav';
import { FieldBlock } from './FieldBlock';
import { FigureChanges, FiguresPanel } from './FiguresPanel';
import { focusBeside, isAboutFile } from './formFocus';
import { MissingList } from './MissingList';
import { FORM_TEXTS, SECTIONS } from './reportForm';
import type { DraftEditor } from './useDraftEditor';

const NOTHING: readonly MissingItem[] = [];

/** Enter goes on from radio buttons and one-line cells too; the rest is the habit of every form. */
function useFormKeys() {
  const enterMovesOn = useEnterMovesOn();
  return (event: KeyboardEvent<HTMLElement>): void => {
    const from = event.target as HTMLElement;
    const ours = (from instanceof HTMLInputElement && from.type === 'radio') || 'oneLine' in from.dataset;
    if (!ours || event.key !== 'Enter' || event.ctrlKey || event.altKey) {
      enterMovesOn(event);
      return;
    }
    event.preventDefault();
    focusBeside(event.currentTarget, from, event.shiftKey ? -1 : 1);
  };
}

/** The chapter at the top of the scrolled form. */
function useCurrentChapter(form: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState<string>(SECTIONS[0]);
  const onScroll = (): void => {
    const top = (form.current?.getBoundingClientRect().top ?? 0) + 48;
    const above = [...(form.current?.querySelectorAll<HTMLElement>('[data-chapter]') ?? [])].findLast(
      (chapter) => chapter.getBoundingClientRect().top <= top,
    );
    setCurrent(above?.dataset.chapter ?? SECTIONS[0]);
  };
  const go = (section: string): void => {
    const heading = form.current?.querySelector<HTMLElement>(`[data-chapter="${section}"] h2`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return { current, onScroll, go };
}

function Chapter({
  section,
  editor,
  byField,
}: {
  section: string;
  editor: DraftEditor;
  byField: ReadonlyMap<string, MissingItem[]>;
}) {
  const { t } = useTranslation();
  const fields = editor.view.catalogue.filter((field: FormField) => field.section === section);
  return (
    <section className="qs-chapter" data-chapter={section}>
      <h2 tabIndex={-1}>{t(`${FORM_TEXTS}.sections.${section}`)}</h2>
      <div className="qs-chapter-fields">
        {fields.map((field) => (
          <FieldBlock
            key={field.id}
            field={field}
            typed={editor.fields[field.id]}
            findings={byField.get(field.id) ?? NOTHING}
            onChange={editor.change}
          />
        ))}
      </div>
    </section>
  );
}

export function FormPane({ editor, form }: { editor: DraftEditor; form: RefObject<HTMLFormElement | null> }) {
  const { t } = useTranslation();
  const { missing, household } = editor.view;
  const onKeyDown = useFormKeys();
  const { current, onScroll, go } = useCurrentChapter(form);
  const byField = useMemo(() => Map.groupBy(missing, (item) => item.id), [missing]);
  const aboutFile = missing.filter(isAboutFile);
  const worst = aboutFile.some((item) => item.severity === 'block') ? 'error' : 'warning';
  return (
    <div className="qs-form-pane" data-pane>
      <ChapterNav missing={missing} current={current} onGo={go} />
      <form
        ref={form}
        className="qs-form"
        onSubmit={(event) => event.preventDefault()}
        aria-label={t('documents:form.title')}
        onKeyDown={onKeyDown}
        onBlur={() => void editor.flush()}
        onScroll={onScroll}
      >
        <FigureChanges changes={editor.changes} onClose={editor.clearChanges} />
        {aboutFile.length > 0 && (
          <div data-file-findings tabIndex={-1}>
            <Alert
              type={worst}
              showIcon
              role="note"
              className="qs-form-alert"
              title={t('documents:missing.aboutFile')}
              description={<MissingList items={aboutFile} household={household} />}
            />
          </div>
        )}
        <FiguresPanel draft={editor.view} />
        {SECTIONS.map((section) => (
          <Chapter key={section} section={section} editor={editor} byField={byField} />
        ))}
      </form>
    </div>
  );
}
