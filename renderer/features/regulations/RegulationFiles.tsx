/** The texts of regulations and laws that the branch attached, beside the rules that rest on them. */
import type { Regulation } from '@shared/contract/regulations.contract';
import { App, Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { formatInstant, UNKNOWN } from '../../i18n/format';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { AddRegulation } from './AddRegulation';
import { ArticlePages } from './ArticlePages';
import { OriginalViewer } from './OriginalViewer';

/** What is open over the list. */
type Over =
  | { readonly kind: 'add' }
  | { readonly kind: 'articles'; readonly of: Regulation }
  | { readonly kind: 'text'; readonly of: Regulation; readonly page: number | null };

function useRemoval(): { ask: (of: Regulation) => void; error: unknown } {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const remove = useApiCommand('regulations.remove');
  const ask = ({ id, rev, title }: Regulation): void => {
    modal.confirm({
      title: t('regulations:remove.title', { title }),
      content: t('regulations:remove.effect'),
      okText: t('regulations:remove.verb'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutate({ id, rev }),
    });
  };
  return { ask, error: remove.error };
}

function Articles({ of, onOpen }: { of: Regulation; onOpen: (over: Over) => void }) {
  const { t } = useTranslation();
  if (of.articles.length === 0) return <p className="qs-hint">{t('regulations:articles.none')}</p>;
  return (
    <p className="qs-regulation-articles">
      {of.articles.map(({ article, page }) => (
        <Button key={article} type="link" size="small" onClick={() => onOpen({ kind: 'text', of, page })}>
          {t('regulations:articles.at', { article, page })}
        </Button>
      ))}
    </p>
  );
}

function List({ regulations, onOpen }: { regulations: readonly Regulation[]; onOpen: (over: Over) => void }) {
  const { t } = useTranslation();
  const mayKeep = useMay('regulations.keep');
  const removal = useRemoval();
  const actions = (of: Regulation) => (
    <span className="qs-regulation-actions">
      <Button size="small" onClick={() => onOpen({ kind: 'text', of, page: 1 })}>
        {t('regulations:open')}
      </Button>
      {mayKeep && (
        <>
          <Button size="small" onClick={() => onOpen({ kind: 'articles', of })}>
            {t('regulations:articles.verb')}
          </Button>
          <Button size="small" onClick={() => removal.ask(of)}>
            {t('regulations:remove.verb')}
          </Button>
        </>
      )}
    </span>
  );
  return (
    <>
      {removal.error !== null && <ErrorState error={removal.error} />}
      <Table<Regulation>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={[...regulations]}
        scroll={{ x: 'max-content' }}
        expandable={{ expandedRowRender: (of) => <Articles of={of} onOpen={onOpen} /> }}
        columns={[
          { key: 'document', title: t('regulations:document'), render: (_, { document }) => document },
          { key: 'number', title: t('regulations:number'), render: (_, { number }) => number || UNKNOWN },
          { key: 'from', title: t('regulations:effectiveFrom'), render: (_, { effectiveFrom }) => effectiveFrom },
          { key: 'pages', title: t('regulations:pageCount'), align: 'right', render: (_, { pages }) => pages },
          {
            key: 'articles',
            title: t('regulations:articleCount'),
            align: 'right',
            render: (_, { articles }) => articles.length,
          },
          {
            key: 'added',
            title: t('regulations:added'),
            render: (_, { addedBy, addedAt }) => `${addedBy} ${formatInstant(addedAt)}`,
          },
          { key: 'actions', render: (_, of) => actions(of) },
        ]}
      />
    </>
  );
}

export function RegulationFiles({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const mayKeep = useMay('regulations.keep');
  const list = useApiQuery('regulations.list', undefined);
  const [over, setOver] = useState<Over | null>(null);
  const close = (): void => setOver(null);
  const add = mayKeep && (
    <Button type="primary" onClick={() => setOver({ kind: 'add' })}>
      {t('regulations:add.verb')}
    </Button>
  );
  return (
    <Drawer open size={1060} title={t('regulations:files')} extra={add} onClose={onClose}>
      <p className="qs-hint">{t('regulations:hint')}</p>
      {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!list.data && !list.error && <Loading />}
      {list.data?.regulations.length === 0 && <EmptyState why="none" />}
      {list.data && list.data.regulations.length > 0 && <List regulations={list.data.regulations} onOpen={setOver} />}
      {over?.kind === 'add' && <AddRegulation documents={list.data?.documents ?? []} onClose={close} />}
      {over?.kind === 'articles' && <ArticlePages regulation={over.of} onClose={close} />}
      {over?.kind === 'text' && <OriginalViewer regulation={over.of} page={over.page} onClose={close} />}
    </Drawer>
  );
}
