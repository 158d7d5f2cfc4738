/** In a dead borrower's place his heirs; and loans called in before they were due: records, approvals, their notices. */
import type { ClaimsFile } from '@shared/contract/claims.contract';
import { Link } from '@tanstack/react-router';
import { Button, Space, type TableColumnType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { UNKNOWN } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';
import { DateText } from '../../ui/DateText';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { FileTable } from '../parties/FileTable';
import { AccelerationModal } from './AccelerationModal';
import { HeirModal } from './HeirModal';

type Heir = ClaimsFile['heirs'][number];
type Acceleration = ClaimsFile['accelerations'][number];

/** Opens the paper of a form about a subject. */
type OnPaper = ((form: string, subject: string) => void) | null;

function useHeirColumns(onPaper: OnPaper, onCorrect: (heir: Heir) => void): TableColumnType<Heir>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`claims:column.${key}`);
  return [
    { title: title('name'), dataIndex: 'name', fixed: 'left' },
    { title: title('capacity'), render: (_, { capacity }) => t(`claims:capacity.${capacity}`) },
    { title: title('address'), dataIndex: 'address' },
    { title: title('estate'), align: 'right', render: (_, { estate }) => <AmountText fen={estate} /> },
    {
      title: title('renouncedOn'),
      render: (_, { renouncedOn }) => (renouncedOn ? <DateText date={renouncedOn} weekday={false} /> : UNKNOWN),
    },
    { title: title('evidence'), dataIndex: 'evidence' },
    {
      title: title('action'),
      render: (_, heir) =>
        onPaper && (
          <>
            <Button type="link" size="small" onClick={() => onPaper('DOC-REC-01H', `h${heir.id}`)}>
              {t('claims:action.heirNotice')}
            </Button>
            <Button type="link" size="small" onClick={() => onCorrect(heir)}>
              {t('claims:action.correct')}
            </Button>
          </>
        ),
    },
  ];
}

function useAccelerationColumns(onPaper: OnPaper): TableColumnType<Acceleration>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`claims:column.${key}`);
  return [
    { title: title('contract'), dataIndex: 'contract', fixed: 'left' },
    { title: title('clause'), dataIndex: 'clause' },
    { title: title('breach'), dataIndex: 'breach' },
    { title: title('owed'), align: 'right', render: (_, { owed }) => <AmountText fen={owed} /> },
    {
      title: title('approval'),
      render: (_, { approval }) =>
        approval && (
          <Link to="/approvals" search={{ id: approval.id } as never}>
            <Tag>{t(`approvals:state.${approval.state}`)}</Tag>
          </Link>
        ),
    },
    {
      title: title('calledInOn'),
      render: (_, { calledInOn }) => (calledInOn ? <DateText date={calledInOn} weekday={false} /> : UNKNOWN),
    },
    {
      title: title('action'),
      render: (_, { id, state }) =>
        onPaper &&
        state !== 'refused' && (
          <Button type="link" size="small" onClick={() => onPaper('DOC-REC-02A', `a${id}`)}>
            {t('claims:action.accelerationNotice')}
          </Button>
        ),
    },
  ];
}

type Open = { readonly kind: 'heir'; readonly heir: Heir | null } | { readonly kind: 'acceleration' };

function Content({ household, file, onPaper }: { household: number; file: ClaimsFile; onPaper: OnPaper }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <FileTable
        title={t('claims:heirs')}
        extra={
          onPaper && (
            <Button size="small" onClick={() => setOpen({ kind: 'heir', heir: null })}>
              {t('claims:action.heir')}
            </Button>
          )
        }
        columns={useHeirColumns(onPaper, (heir) => setOpen({ kind: 'heir', heir }))}
        rows={file.heirs}
        keyOf={({ id }) => id}
        empty={t('claims:noHeirs')}
      />
      <FileTable
        title={t('claims:accelerations')}
        extra={
          onPaper &&
          file.undue.length > 0 && (
            <Button size="small" onClick={() => setOpen({ kind: 'acceleration' })}>
              {t('claims:action.accelerate')}
            </Button>
          )
        }
        columns={useAccelerationColumns(onPaper)}
        rows={file.accelerations}
        keyOf={({ id }) => id}
        empty={t('claims:noAccelerations')}
      />
      {onPaper && file.announcements.length > 0 && (
        <section className="qs-file-section" aria-label={t('claims:announcements')}>
          <header>
            <h2>{t('claims:announcements')}</h2>
          </header>
          <Space>
            {file.announcements.map(({ id, medium, plannedOn }) => (
              <Button key={id} size="small" onClick={() => onPaper('DOC-REC-10', String(id))}>
                {t('claims:action.announcement', { medium, date: plannedOn })}
              </Button>
            ))}
          </Space>
        </section>
      )}
      {open?.kind === 'heir' && <HeirModal household={household} heir={open.heir} today={file.today} onClose={close} />}
      {open?.kind === 'acceleration' && <AccelerationModal household={household} undue={file.undue} onClose={close} />}
    </>
  );
}

export function ClaimsSection({ household, onPaper }: { household: number; onPaper: OnPaper }) {
  const file = useApiQuery('claims.household', { household });
  if (file.error) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />;
  return file.data ? <Content household={household} file={file.data} onPaper={onPaper} /> : <Loading />;
}
