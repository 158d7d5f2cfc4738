/** One more household whose debts are brought together with the first one's: joint borrowers, people who guarantee each other. */
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { ErrorState } from '../../ui/ErrorState';
import { HouseholdPicker } from '../receipts/HouseholdPicker';
import type { DraftFieldsProps } from './CourtFields';
import { withHousehold } from './description';

function Offer({ household, draft, onChange, onDone }: Offered) {
  const { t } = useTranslation();
  const more = useApiQuery('litigation.household', { household });
  if (more.error) return <ErrorState error={more.error} />;
  if (!more.data) return null;
  const { data } = more;
  const add = (): void => {
    onChange(withHousehold(draft, data));
    onDone();
  };
  return (
    <Button size="small" disabled={data.loans.length === 0} onClick={add}>
      {t('litigation:case.addHousehold', { name: data.name, count: data.loans.length })}
    </Button>
  );
}

interface Offered extends Pick<DraftFieldsProps, 'draft' | 'onChange'> {
  /** Its number. */
  readonly household: string;
  readonly onDone: () => void;
}

export function OtherHouseholds({ of, draft, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  const isIn = picked === null || picked === of.household || draft.others.includes(picked);
  return (
    <Form.Item label={t('litigation:case.otherHouseholds')} extra={t('litigation:case.otherHouseholdsHint')}>
      <HouseholdPicker onPick={(partyId) => setPicked(householdNumber(partyId))} />
      {!isIn && <Offer household={picked} draft={draft} onChange={onChange} onDone={() => setPicked(null)} />}
    </Form.Item>
  );
}
