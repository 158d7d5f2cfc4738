/** Finds the household whose money came in: a name, an ID, a contract number. */
import { AutoComplete, Input, type RefSelectProps } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useTypedText } from '../../ui/useTypedText';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly partyId: number;
}

interface HouseholdPickerProps {
  readonly onPick: (household: number) => void;
  readonly autoFocus?: boolean;
  readonly ref?: RefObject<RefSelectProps | null>;
}

export function HouseholdPicker({ onPick, autoFocus, ref }: HouseholdPickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { typed, setTyped, inputProps } = useTypedText(text, setText);
  const search = useApiQuery('parties.search', { text }, { enabled: text.length >= 2 });
  const choices = (search.data ?? [])
    .filter(({ household }) => household !== null)
    .map(({ partyId, name, household, unit, idNumber }): Choice => {
      const label = [name, unit, idNumber, household].filter((part) => part !== null).join('　');
      return { value: String(partyId), label, partyId };
    });
  const pick = (_: string, { partyId }: Choice): void => {
    setTyped('');
    setText('');
    onPick(partyId);
  };
  return (
    <AutoComplete<string, Choice>
      ref={ref}
      autoFocus={autoFocus}
      className="qs-receipt-picker"
      value={typed}
      options={choices}
      open={text.length >= 2 && typed !== ''}
      defaultActiveFirstOption
      popupMatchSelectWidth={520}
      onSelect={pick}
    >
      <Input {...inputProps} allowClear aria-label={t('receipts:pick.label')} placeholder={t('receipts:pick.label')} />
    </AutoComplete>
  );
}
