/** The editor's header: what it is about, whether it is saved, what is missing, what can be done. */
import type { MissingItem } from '@shared/contract/documents.contract';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown, Popover, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';
import { PageHeader } from '../../ui/PageHeader';
import { MissingList } from './MissingList';
import type { DraftEditor } from './useDraftEditor';

export interface EditorHeaderProps {
  readonly editor: DraftEditor;
  readonly onNext: () => void;
  readonly onJump: (item: MissingItem) => void;
  readonly onIssue: () => void;
  readonly onRefresh: () => void;
  readonly onDiscard: () => void;
}

function MissingCount({ editor, onJump }: Pick<EditorHeaderProps, 'editor' | 'onJump'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { missing, household } = editor.view;
  const blocks = missing.filter((item) => item.severity === 'block').length;
  const warnings = missing.length - blocks;
  if (missing.length === 0) return <Tag color="success">{t('documents:missing.none')}</Tag>;
  const jump = (item: MissingItem): void => {
    setOpen(false);
    onJump(item);
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="qs-missing-scroll">
          <MissingList items={missing} household={household} onJump={jump} />
        </div>
      }
    >
      <Button size="small" aria-haspopup="dialog" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
        {blocks > 0 && <span className="qs-missing-blocks">{t('documents:missing.blocks', { count: blocks })}</span>}
        {warnings > 0 && (
          <span className="qs-missing-warnings">{t('documents:missing.warnings', { count: warnings })}</span>
        )}
      </Button>
    </Popover>
  );
}

export function EditorHeader({ editor, onNext, onJump, onIssue, onRefresh, onDiscard }: EditorHeaderProps) {
  const { t } = useTranslation();
  const { borrower, household, savedAt } = editor.view;
  const saved =
    editor.state === 'saved'
      ? t('documents:editor.saved', { at: formatInstant(savedAt).slice(-5) })
      : t(`common:draft.${editor.state}`);
  const withKey = (label: string, combo: string): string => t('common:keys.hint', { label, combo });
  return (
    <PageHeader
      title={t('litigation:preLitigationReport.name')}
      status={
        <div className="qs-editor-status">
          {household !== null && (
            <Link to="/household/$key" params={{ key: household }} title={borrower}>
              {borrower}
            </Link>
          )}
          <MissingCount editor={editor} onJump={onJump} />
          <span className={editor.state === 'failed' ? 'qs-missing-blocks' : 'qs-hint'} role="status">
            {saved}
          </span>
        </div>
      }
      actions={
        <>
          <Button
            disabled={editor.view.missing.length === 0}
            title={withKey(t('documents:editor.next'), 'F8')}
            onClick={onNext}
          >
            {withKey(t('documents:editor.next'), 'F8')}
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'refresh', label: withKey(t('documents:preview.refresh'), 'F5'), onClick: onRefresh },
                { key: 'discard', label: t('documents:discard.action'), danger: true, onClick: onDiscard },
              ],
            }}
          >
            <Button>{t('common:action.more')}</Button>
          </Dropdown>
          <Button type="primary" title={withKey(t('documents:issue.action'), 'Ctrl+Enter')} onClick={onIssue}>
            {t('documents:issue.action')}
          </Button>
        </>
      }
    />
  );
}
