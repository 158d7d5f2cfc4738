/** Which page each article stands on: one line per article, typed, or pasted from a table of contents or from Excel. */
import type { Regulation } from '@shared/contract/regulations.contract';
import { readArticleLines } from '@shared/domain/regulations/articlePages';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';

export function ArticlePages({ regulation, onClose }: { regulation: Regulation; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const set = useApiCommand('regulations.setPages');
  const [text, setText] = useState(regulation.articles.map(({ article, page }) => `${article} ${page}`).join('\n'));
  const { pages, unread } = readArticleLines(text);
  const lines = unread.join(t('common:list.separator'));
  const save = (): void =>
    set.mutate(
      { id: regulation.id, rev: regulation.rev, articles: [...pages] },
      {
        onSuccess: () => {
          void message.success(t('regulations:articles.done', { count: pages.length }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={520}
      title={t('regulations:articles.title', { title: regulation.title })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common:action.cancel')}
        </Button>,
        <Button key="save" type="primary" disabled={unread.length > 0} loading={set.isPending} onClick={save}>
          {t('common:action.save')}
        </Button>,
      ]}
    >
      <p className="qs-hint">{t('regulations:articles.hint', { count: regulation.pages })}</p>
      {set.error && <ErrorState error={set.error} />}
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 8, maxRows: 20 }}
        aria-label={t('regulations:articles.verb')}
        placeholder={t('regulations:articles.example')}
        status={unread.length > 0 ? 'error' : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status">
        {unread.length > 0
          ? t('regulations:articles.unread', { lines })
          : t('regulations:articles.read', { count: pages.length })}
      </p>
    </Modal>
  );
}
