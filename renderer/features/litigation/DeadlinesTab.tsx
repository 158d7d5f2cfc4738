/** Deadlines of a case: each with the act that caused it, its rule, where it stands, and moving what may be moved; seizures beside it. */
import type { CaseView, DeadlineView } from '@shared/contract/litigationViews';
import type { TableColumnType } from 'antd';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { usePartyName } from './actFacts';
import { DeadlinePill } from './DeadlinePill';
import { PostponeModal } from './PostponeModal';

const isAlive = ({ state }: DeadlineView) => state === 'open' || state === 'missed';

function useColumns(
  file: CaseView,
  onPostpone: ((each: DeadlineView) => void) | null,
): TableColumnType<DeadlineView>[] {
  const { t } = useTranslation();
  const partyName = usePartyName(file);
  const title = (key: string) => t(`litigation:case.column.${key}`);
  const why = (each: DeadlineView) =>
    t('litigation:case.deadlineWhy', {
      act: t(`litigation:case.act.${each.causeKind}`),
      date: each.causeOn ?? UNKNOWN,
    });
  return [
    {
      title: title('day'),
      render: (_, each) =>
        isAlive(each) ? <DeadlinePill day={each.day} today={file.today} provisional={each.provisional} /> : each.day,
    },
    {
      title: title('what'),
      render: (_, each) => (
        <Why of={{ sentence: why(each), asOf: file.today, rules: each.trace, provisional: each.provisional }}>
          {[t(`litigation:case.deadline.${each.kind}`), each.item, each.party && partyName(each.party)]
            .filter(Boolean)
            .join(' ')}
        </Why>
      ),
    },
    { title: title('whose'), render: (_, each) => t(`litigation:case.whose.${each.whose}`) },
    {
      title: title('state'),
      render: (_, each) => (
        <Tag color={each.state === 'missed' ? 'error' : each.state === 'late' ? 'warning' : undefined}>
          {t(`litigation:case.deadlineState.${each.state}`)} {each.metOn}
        </Tag>
      ),
    },
    { title: title('paper'), render: (_, each) => each.paperNo ?? UNKNOWN },
    {
      title: title('postponed'),
      render: (_, { postponed, computed }) =>
        postponed && t('litigation:case.postponedFrom', { day: computed, reason: postponed.reason, by: postponed.by }),
    },
    {
      title: '',
      render: (_, each) =>
        onPostpone &&
        isAlive(each) &&
        !each.fixed && (
          <Button size="small" type="link" onClick={() => onPostpone(each)}>
            {t('litigation:case.postpone')}
          </Button>
        ),
    },
  ];
}

function Seizures({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const title = (key: string) => t(`litigation:case.column.${key}`);
  return (
    <FileTable
      title={t('litigation:case.seizures')}
      rows={file.seizures}
      keyOf={({ key }) => key}
      empty={t('litigation:case.noSeizures')}
      columns={[
        { title: title('item'), render: (_, { item }) => item },
        { title: title('asset'), render: (_, { asset }) => t(`litigation:case.fieldWord.${asset}`) },
        { title: title('owner'), render: (_, { owner }) => owner ?? UNKNOWN },
        { title: title('rank'), render: (_, { rank }) => rank ?? UNKNOWN },
        { title: title('orderedOn'), render: (_, { orderedOn }) => orderedOn ?? UNKNOWN },
        {
          title: title('expiry'),
          render: (_, { expiry, trace }) =>
            expiry === null ? (
              UNKNOWN
            ) : (
              <Why of={{ sentence: t('litigation:case.seizureWhy'), asOf: file.today, rules: trace }}>{expiry}</Why>
            ),
        },
        { title: title('renewals'), render: (_, { renewals }) => renewals },
        { title: title('releasedOn'), render: (_, { releasedOn }) => releasedOn ?? UNKNOWN },
      ]}
    />
  );
}

export function DeadlinesTab({ file }: { file: CaseView }) {
  const { t } = useTranslation();
  const mayPrepare = useMay('litigation.prepare');
  const [moving, setMoving] = useState<DeadlineView | null>(null);
  const columns = useColumns(file, mayPrepare ? setMoving : null);
  const alive = file.deadlines.filter(isAlive);
  return (
    <>
      <FileTable
        title={t('litigation:case.tab.deadlines')}
        columns={columns}
        rows={alive}
        keyOf={({ key }) => key}
        empty={t('litigation:case.noDeadlines')}
      />
      <Seizures file={file} />
      <FileTable
        title={t('litigation:case.settledDeadlines')}
        columns={columns}
        rows={file.deadlines.filter((each) => !isAlive(each))}
        keyOf={({ key }) => key}
        empty={t('litigation:case.noDeadlines')}
      />
      {moving && <PostponeModal file={file} deadline={moving} onClose={() => setMoving(null)} />}
    </>
  );
}
