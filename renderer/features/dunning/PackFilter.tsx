/** What the day's pack is made of: at least one of unit, officer and village; an empty filter never means everybody. */
import { Button, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { DateInput } from '../../ui/DateInput';

export interface PackChoice {
  readonly unit: string | null;
  readonly officer: string | null;
  readonly area: string | null;
  readonly until: string;
}

export const isEmptyChoice = ({ unit, officer, area }: PackChoice): boolean => !unit && !officer && !area?.trim();

export interface PackFilterProps {
  readonly choice: PackChoice;
  readonly loading: boolean;
  readonly onLook: (choice: PackChoice) => void;
}

export function PackFilter({ choice, loading, onLook }: PackFilterProps) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const places = useApiQuery('dunning.places', undefined);
  const [typed, setTyped] = useState(choice);
  const change = (part: Partial<PackChoice>): void => setTyped({ ...typed, ...part });
  const options = (names: readonly string[] | undefined) => (names ?? []).map((name) => ({ value: name, label: name }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onLook({ ...typed, area: typed.area?.trim() || null });
  };
  return (
    <form className="qs-dunning-filter" onSubmit={submit}>
      <Select
        allowClear
        showSearch
        className="qs-dunning-select"
        aria-label={t('dunning:filter.unit')}
        placeholder={t('dunning:filter.unit')}
        value={typed.unit ?? undefined}
        onChange={(unit) => change({ unit: unit ?? null })}
        options={options(places.data?.units)}
      />
      <Select
        allowClear
        showSearch
        className="qs-dunning-select"
        aria-label={t('dunning:filter.officer')}
        placeholder={t('dunning:filter.officer')}
        value={typed.officer ?? undefined}
        onChange={(officer) => change({ officer: officer ?? null })}
        options={options(places.data?.officers)}
      />
      <Input
        allowClear
        className="qs-dunning-area"
        aria-label={t('dunning:filter.area')}
        placeholder={t('dunning:filter.area')}
        value={typed.area ?? ''}
        maxLength={40}
        onChange={(event) => change({ area: event.target.value || null })}
      />
      <span>{t('dunning:filter.until')}</span>
      <DateInput
        aria-label={t('dunning:filter.until')}
        today={businessDate}
        value={typed.until}
        onChange={(until) => change({ until: until ?? businessDate })}
      />
      <Button htmlType="submit" type="primary" loading={loading} disabled={isEmptyChoice(typed)}>
        {t('dunning:filter.look')}
      </Button>
      {isEmptyChoice(typed) && <span className="qs-hint">{t('dunning:filter.empty')}</span>}
    </form>
  );
}
