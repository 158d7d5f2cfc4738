/** Steps that law limits (REC-14): what each may still be today, what was proposed, how its approval stands, what came of it. */
import type { ConductStepView } from '@shared/contract/measures.contract';
import { Button, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/sessionContext';
import { UNKNOWN } from '../../i18n/format';
import { DateText } from '../../ui/DateText';
import { Why } from '../../ui/Why';
import { FileTable } from '../parties/FileTable';
import { ApprovalTag } from './ApprovalTag';
import { FinishStepModal } from './FinishStepModal';
import type { Measures } from './measureWords';
import { ProposeStepDrawer } from './ProposeStepDrawer';

function useColumns(onFinish: ((step: ConductStepView) => void) | null): TableColumnType<ConductStepView>[] {
  const { t } = useTranslation();
  const title = (key: string) => t(`measures:column.${key}`);
  return [
    {
      title: title('act'),
      fixed: 'left',
      render: (_, { act, limit, trace }) => (
        <Why of={{ sentence: limit?.reason ?? '', rules: trace }}>{t(`measures:act.${act}`)}</Why>
      ),
    },
    { title: title('basis'), dataIndex: 'basis' },
    { title: title('plannedOn'), render: (_, { plannedOn }) => <DateText date={plannedOn} weekday={false} /> },
    {
      title: title('approval'),
      render: (_, { approval }) => (approval ? <ApprovalTag approval={approval} /> : UNKNOWN),
    },
    { title: title('result'), render: (_, { doneOn, result }) => (doneOn ? `${doneOn} ${result ?? ''}` : UNKNOWN) },
    {
      title: title('action'),
      render: (_, step) =>
        onFinish &&
        step.doneOn === null &&
        step.approval?.state === 'approved' && (
          <Button type="link" size="small" onClick={() => onFinish(step)}>
            {t('measures:step.finish')}
          </Button>
        ),
    },
  ];
}

export interface StepsSectionProps {
  readonly household: number;
  readonly borrower: string;
  readonly measures: Measures;
}

export function StepsSection({ household, borrower, measures }: StepsSectionProps) {
  const { t } = useTranslation();
  const may = useMay('measure.step');
  const [proposing, setProposing] = useState(false);
  const [finishing, setFinishing] = useState<ConductStepView | null>(null);
  return (
    <>
      <FileTable
        title={t('measures:section.steps')}
        extra={
          may && (
            <Button size="small" onClick={() => setProposing(true)}>
              {t('measures:step.propose')}
            </Button>
          )
        }
        columns={useColumns(may ? setFinishing : null)}
        rows={measures.steps}
        keyOf={({ id }) => id}
        empty={t('measures:step.none')}
      />
      {proposing && (
        <ProposeStepDrawer
          household={household}
          borrower={borrower}
          acts={measures.acts}
          onClose={() => setProposing(false)}
        />
      )}
      {finishing && <FinishStepModal step={finishing} onClose={() => setFinishing(null)} />}
    </>
  );
}
