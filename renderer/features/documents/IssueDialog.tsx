/** Issuing (documents.md §0.4): what it does, what stands against it, the reason where something recommended is missing. */

import type { MissingItem } from '@shared/contract/documents.contract';
import type { DocumentView } from '@shared/contract/parties.contract';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { refusalOf } from '../../api/refusal';
import { useShortcut } from '../../app/shortcuts';
import { ErrorState } from '../../ui/ErrorState';
import { FigureChanges } from './FiguresPanel';
import { MissingList } from './MissingList';
import type { DraftEditor } from './useDraftEditor';
import { WarningsReason } from './WarningsReason';

export interface IssueDialogProps {
  readonly editor: DraftEditor;
  readonly onClose: () => void;
  readonly onJump: (item: MissingItem) => void;
  readonly onIssued: (document: DocumentView) => void;
}

/** A refusal whose cure is to look at the draft again: the file, or the draft itself, is newer. */
const isOutdated = (error: unknown): boolean =>
  ['file-changed', 'stale-version'].includes(refusalOf(error)?.code ?? '');

function useIssue({ editor, onIssued }: IssueDialogProps) {
  const issue = useApiCommand('documents.issue');
  // The same id with the same draft returns the first paper; another state of the draft is another request.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const [outdated, setOutdated] = useState(false);
  const run = async (warningsReason: string | null): Promise<void> => {
    setOutdated(false);
    try {
      const { id: draftId, rev } = editor.view;
      onIssued(await issue.mutateAsync({ draftId, rev, requestId, warningsReason }));
    } catch (error) {
      if (!isOutdated(error)) return;
      await editor.takeNewFacts();
      setRequestId(crypto.randomUUID());
      setOutdated(true);
    }
  };
  const error = issue.error !== null && !isOutdated(issue.error) ? issue.error : null;
  return { run, error, outdated, working: issue.isPending };
}

function Summary({ editor }: { editor: DraftEditor }) {
  const { t } = useTranslation();
  const { title, borrower } = editor.view;
  return (
    <>
      <p>{t('documents:issue.what', { title, borrower })}</p>
      <p className="qs-hint">{t('documents:issue.effect')}</p>
    </>
  );
}

function Outdated({ editor }: { editor: DraftEditor }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="qs-form-alert"
        title={t('errors:file-changed.title')}
        description={t('documents:issue.outdated')}
      />
      <FigureChanges changes={editor.changes} />
    </>
  );
}

function BlockedDialog({ editor, blocks, onClose, onJump }: IssueDialogProps & { blocks: readonly MissingItem[] }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={560}
      className="qs-issue"
      title={t('documents:issue.blockedTitle')}
      onCancel={onClose}
      footer={
        <Button autoFocus onClick={onClose}>
          {t('common:action.close')}
        </Button>
      }
    >
      <Alert
        type="error"
        showIcon
        className="qs-form-alert"
        title={t('documents:issue.blocked', { count: blocks.length })}
        description={t('documents:issue.blockedTodo')}
      />
      <MissingList items={blocks} household={editor.view.household} onJump={onJump} />
    </Modal>
  );
}

export function IssueDialog(props: IssueDialogProps) {
  const { editor, onClose, onJump } = props;
  const { t } = useTranslation();
  const { missing, household } = editor.view;
  const blocks = missing.filter((item) => item.severity === 'block');
  const warnings = missing.filter((item) => item.severity === 'warn');
  const { run, error, outdated, working } = useIssue(props);
  const [reason, setReason] = useState('');
  const needsReason = warnings.length > 0 && reason.trim() === '';
  const confirm = (): void => {
    if (!needsReason && blocks.length === 0 && !working) void run(warnings.length > 0 ? reason.trim() : null);
  };
  useShortcut('Ctrl+Enter', t('documents:issue.action'), confirm);
  if (blocks.length > 0) return <BlockedDialog {...props} blocks={blocks} />;
  return (
    <Modal
      open
      width={560}
      className="qs-issue"
      title={t('documents:issue.title')}
      onCancel={onClose}
      footer={
        <>
          <Button autoFocus={warnings.length === 0} onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="primary" loading={working} disabled={needsReason} onClick={confirm}>
            {t('documents:issue.action')}
          </Button>
        </>
      }
    >
      <Summary editor={editor} />
      {outdated && <Outdated editor={editor} />}
      {error && <ErrorState error={error} />}
      {warnings.length > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            className="qs-form-alert"
            title={t('documents:issue.warnings', { count: warnings.length })}
          />
          <WarningsReason autoFocus value={reason} onChange={setReason} />
          <MissingList items={warnings} household={household} onJump={onJump} />
        </>
      )}
    </Modal>
  );
}
