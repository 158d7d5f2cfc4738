/** The plan as it stands: who does what by when, what came of it; the versions before it stay to be read. */
import type { PlanItem } from '@shared/contract/measures.contract';
import { isOpen } from '@shared/domain/measures/plan';
import { Alert, Button, type TableColumnType, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { ApprovalTag } from './ApprovalTag';
import { MoveModal } from './MoveModal';
import { type Measures, useMeasureWords } from './measureWords';

function useColumns(onMove: ((item: PlanItem) => void) | null): TableColumnType<PlanItem>[] {
  const { t } = useTranslation();
  const words = useMeasureWords();
  const title = (key: string) => t(`measures:column.${key}`);
  return [
    {
      title: title('measure'),
      fixed: 'left',
      width: 190,
      render: (_, { measure, verdict }) => {
        const name = words.name(measure);
        const sentence = t('measures:whySentence', { measure: name, verdict: words.verdict(verdict) });
        return <Why of={{ sentence, rules: verdict.trace }}>{name}</Why>;
      },
    },
    { title: title('what'), dataIndex: 'what' },
    { title: title('responsible'), dataIndex: 'responsible', width: 100 },
    {
      title: title('dueOn'),
      width: 170,
      render: (_, { dueOn, late }) => (
        <>
          <DateText date={dueOn} weekday={false} /> {late && <Tag color="error">{t('measures:plan.late')}</Tag>}
        </>
      ),
    },
    {
      title: title('state'),
      width: 150,
      render: (_, { state, approval }) => (
        <>
          <Tag>{t(`measures:state.${state}`)}</Tag>
          {approval && <ApprovalTag approval={approval} />}
        </>
      ),
    },
    { title: title('result'), render: (_, { steps }) => steps.at(-1)?.result },
    {
      title: title('version'),
      width: 90,
      render: (_, { addedBy }) => t('measures:plan.version', { version: addedBy }),
    },
    {
      title: title('action'),
      width: 110,
      render: (_, item) =>
        onMove &&
        isOpen(item.state) && (
          <Button type="link" size="small" onClick={() => onMove(item)}>
            {t('measures:move.verb')}
          </Button>
        ),
    },
  ];
}

function Steps({ item }: { item: PlanItem }) {
  const { t } = useTranslation();
  return (
    <ul className="qs-measure-conditions">
      {item.steps.map(({ state, result, by, at }) => (
        <li key={at}>
          {formatInstant(at)} {by} {t(`measures:state.${state}`)} {result}
        </li>
      ))}
    </ul>
  );
}

function Versions({ versions }: Pick<Measures, 'versions'>) {
  const { t } = useTranslation();
  return (
    <section className="qs-file-section">
      <h3>{t('measures:plan.history')}</h3>
      {versions.map(({ version, reason, risk, loss, recovery, by, at }) => (
        <details key={version}>
          <summary>
            {t('measures:plan.version', { version })} {t('measures:plan.by', { by, at: formatInstant(at) })} {reason}
          </summary>
          <ul className="qs-measure-conditions">
            <li>
              {t('measures:plan.risk')} {risk}
            </li>
            <li>
              {t('measures:plan.loss')} {loss}
            </li>
            <li>
              {t('measures:plan.recovery')} {recovery}
            </li>
          </ul>
        </details>
      ))}
    </section>
  );
}

export interface PlanTableProps {
  readonly measures: Measures;
  /** null: whoever only reads. */
  readonly onRevise: (() => void) | null;
}

export function PlanTable({ measures, onRevise }: PlanTableProps) {
  const { t } = useTranslation();
  const { items, versions, reopenings } = measures;
  const [moving, setMoving] = useState<PlanItem | null>(null);
  const what = reopenings.map(({ cause, missedOn, reference }) =>
    t(`measures:cause.${cause}`, { date: missedOn, reference }),
  );
  return (
    <>
      {what.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('measures:plan.reopened', { what: what.join(t('common:list.separator')) })}
        />
      )}
      <FileTable
        title={t('measures:section.plan')}
        extra={
          onRevise && (
            <Button type="primary" size="small" onClick={onRevise}>
              {t(versions.length === 0 ? 'measures:plan.make' : 'measures:plan.revise')}
            </Button>
          )
        }
        columns={useColumns(onRevise && setMoving)}
        rows={items}
        keyOf={({ id }) => id}
        empty={t('measures:plan.none')}
        expandable={{ expandedRowRender: (item) => <Steps item={item} /> }}
      />
      {versions.length > 0 && <Versions versions={versions} />}
      {moving && <MoveModal item={moving} onClose={() => setMoving(null)} />}
    </>
  );
}
