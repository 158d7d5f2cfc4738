/** The unit somebody works in; the branch itself is the empty name. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../api/queries';

export interface UnitSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (unit: string) => void;
}

export function UnitSelect({ value, onChange, id }: UnitSelectProps) {
  const { t } = useTranslation();
  const units = useApiQuery('units.list', undefined);
  const options = (units.data ?? []).map(({ name, level }) => ({
    value: level === 'branch' ? '' : name,
    label: level === 'branch' ? t('users:unit.branchNamed', { name }) : name,
  }));
  return (
    <Select id={id} value={value} onChange={onChange} showSearch={{ optionFilterProp: 'label' }} options={options} />
  );
}
