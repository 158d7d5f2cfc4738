/** Which household a contact belongs to: found by two characters of a name, an identifier, a contract. */
import { AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useTypedText } from '../../ui/useTypedText';
import type { HouseholdChoice } from './contactForm';

export interface HouseholdFieldProps {
  readonly value?: HouseholdChoice | null;
  readonly onChange?: (household: HouseholdChoice | null) => void;
}

export function HouseholdField({ value, onChange }: HouseholdFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { typed, setTyped, inputProps } = useTypedText(text, setText);
  const search = useApiQuery('parties.search', { text }, { enabled: text !== '' });
  if (value)
    return (
      <span className="qs-contact-household">
        <b>{value.borrower}</b>
        <Button type="link" size="small" onClick={() => onChange?.(null)}>
          {t('contacts:chooseOther')}
        </Button>
      </span>
    );
  const hits = (search.data ?? []).filter(({ household }) => household !== null);
  return (
    <AutoComplete
      value={typed}
      options={hits.map(({ partyId, name, unit, household }) => ({
        value: String(partyId),
        label: `${name} ${unit ?? ''} ${household ?? ''}`,
      }))}
      defaultActiveFirstOption
      onSelect={(id) => {
        const hit = hits.find(({ partyId }) => String(partyId) === id);
        if (hit) onChange?.({ id: hit.partyId, borrower: hit.name });
        setTyped('');
      }}
    >
      <Input {...inputProps} aria-label={t('contacts:choose')} placeholder={t('contacts:chooseHint')} />
    </AutoComplete>
  );
}
