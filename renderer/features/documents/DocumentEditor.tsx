/** The open draft (ui.md S11): form on the left, the paper on the right, keys for all of it. */
import type { Draft, MissingItem } from '@shared/contract/documents.contract';
import { useNavigate } from '@tanstack/react-router';
import { App, Splitter } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useShortcut } from '../../app/shortcuts';
import { ErrorState } from '../../ui/ErrorState';
import { useElementSize } from '../../ui/useElementSize';
import { useUnsavedGuard } from '../../ui/useUnsavedGuard';
import { CollateralContext, useHouseholdCollateral } from './collateral';
import { DraftConflictPanel } from './DraftConflictPanel';
import { EditorHeader } from './EditorHeader';
import { FormPane } from './FormPane';
import { focusPlace, nextPlace, placeOf, settleFocused } from './formFocus';
import { IssueDialog } from './IssueDialog';
import { PreviewPane } from './PreviewPane';
import { type DraftEditor, useDraftEditor } from './useDraftEditor';
import { usePreview } from './usePreview';

/** Narrower than this the paper goes below the form, px. */
const SIDE_BY_SIDE = 760;

function useDiscard(editor: DraftEditor): () => void {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const discard = useApiCommand('documents.discardDraft');
  const { id: draftId, household, borrower } = editor.view;
  return async () => {
    const sure = await modal.confirm({
      title: t('documents:discard.title'),
      content: t('documents:discard.text', { borrower }),
      okText: t('documents:discard.action'),
      okButtonProps: { danger: true },
      cancelText: t('common:action.cancel'),
      focusable: { autoFocusButton: 'cancel' },
    });
    if (!sure) return;
    await editor.flush();
    await discard.mutateAsync({ draftId }).then(
      () =>
        household === null
          ? navigate({ to: '/documents', replace: true })
          : navigate({ to: '/household/$key', params: { key: household }, replace: true }),
      () => message.error(t('common:error.title')),
    );
  };
}

function useEditorKeys(next: () => void, issue: () => void, save: () => void, refresh: () => void): void {
  const { t } = useTranslation();
  useShortcut('F8', t('documents:editor.next'), next);
  useShortcut('Ctrl+Enter', t('documents:issue.action'), issue);
  useShortcut('Ctrl+S', t('documents:editor.save'), save);
  useShortcut('F5', t('documents:preview.refresh'), refresh);
}

export function DocumentEditor({ initial }: { initial: Draft }) {
  const editor = useDraftEditor(initial);
  const preview = usePreview(initial.id, editor.view.rev);
  const collateral = useHouseholdCollateral(initial.household);
  const form = useRef<HTMLFormElement>(null);
  const [box, { width }] = useElementSize<HTMLDivElement>();
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const onDiscard = useDiscard(editor);
  useUnsavedGuard({ unsaved: editor.state !== 'saved', saveDraft: editor.flush });

  const jump = (item: MissingItem): void => {
    setAsking(false);
    const place = form.current && placeOf(form.current, item);
    // After a dialog or popover has given its focus back.
    if (place) setTimeout(() => focusPlace(place), 100);
  };
  const next = (): void => {
    const place = form.current && nextPlace(form.current, editor.view.missing, document.activeElement);
    if (place) focusPlace(place);
  };
  const askIssue = async (): Promise<void> => {
    settleFocused();
    if (await editor.flush()) setAsking(true);
  };
  const save = (): void => {
    settleFocused();
    void editor.flush();
  };
  useEditorKeys(next, () => void askIssue(), save, preview.refresh);
  return (
    <CollateralContext value={collateral}>
      <EditorHeader
        editor={editor}
        onNext={next}
        onJump={jump}
        onIssue={() => void askIssue()}
        onRefresh={preview.refresh}
        onDiscard={onDiscard}
      />
      <div ref={box} className="qs-editor">
        {editor.error !== null && <ErrorState error={editor.error} onRetry={() => void editor.flush()} />}
        {editor.conflict && <DraftConflictPanel editor={editor} conflict={editor.conflict} />}
        {!editor.conflict && width > 0 && (
          <Splitter orientation={width < SIDE_BY_SIDE ? 'vertical' : 'horizontal'}>
            <Splitter.Panel defaultSize="46%" min={width < SIDE_BY_SIDE ? 160 : 360} collapsible>
              <FormPane editor={editor} form={form} />
            </Splitter.Panel>
            <Splitter.Panel min={160} collapsible>
              <PreviewPane preview={preview} />
            </Splitter.Panel>
          </Splitter>
        )}
      </div>
      {asking && (
        <IssueDialog
          editor={editor}
          onClose={() => setAsking(false)}
          onJump={jump}
          onIssued={({ id }) => void navigate({ to: '/documents', search: { document: id } as never, replace: true })}
        />
      )}
    </CollateralContext>
  );
}
