/** Measures of a household (REC-01, REC-14): the plan, what fits and why, and steps that need a basis and an approval. */
import type { Household } from '@shared/contract/parties.contract';
import { useState } from 'react';
import { useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import './measures.css';
import { type Measures, useMeasureWords } from './measureWords';
import { PlanDrawer } from './PlanDrawer';
import { PlanTable } from './PlanTable';
import { begunFrom, type PlanForm, withMeasure } from './planForm';
import { StepsSection } from './StepsSection';
import { Suggestions } from './Suggestions';

function Content({ file, measures }: { file: Household; measures: Measures }) {
  const may = useMay('measure.plan');
  const { name } = useMeasureWords();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useKeptState<PlanForm | null>(`measures.plan.${file.id}`, null);
  const form = kept ?? begunFrom(measures);
  const borrower = file.borrower.name;
  const add = (measure: string): void => {
    setKept(withMeasure(form, measure, name(measure)));
    setOpen(true);
  };
  return (
    <div className="qs-measures">
      <PlanTable measures={measures} onRevise={may ? () => setOpen(true) : null} />
      <Suggestions measures={measures} onAdd={may ? add : null} />
      <StepsSection household={file.id} borrower={borrower} measures={measures} />
      <PlanDrawer
        open={open}
        household={file.id}
        borrower={borrower}
        measures={measures}
        form={form}
        onForm={setKept}
        onDone={() => {
          setKept(null);
          setOpen(false);
        }}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}

export function MeasuresTab({ file }: { file: Household }) {
  const measures = useApiQuery('measures.household', { household: file.id });
  if (measures.error) return <ErrorState error={measures.error} onRetry={() => void measures.refetch()} />;
  if (!measures.data) return <Loading />;
  return <Content file={file} measures={measures.data} />;
}
