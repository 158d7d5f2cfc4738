/** 权限表: which role may do what, straight from the declared table that the door reads (ORG-02, S38). */
import { CheckOutlined } from '@ant-design/icons';
import { ROLES, type Role } from '@shared/domain/users/roles';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RightsRow, rightsOf, rightsTable } from './rights';

function Head({ shown }: { shown: readonly Role[] }) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('users:rights.right')}</th>
        {shown.map((role) => (
          <th key={role} scope="col" className="qs-rights-role">
            {t(`terms:role.${role}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({ row, shown }: { row: RightsRow; shown: readonly Role[] }) {
  const { t } = useTranslation();
  const acts = row.entries.map((entry) => t(`users:entry.${entry}`)).join(t('common:list.separator'));
  return (
    <tr>
      <th scope="row">
        <span>{t(`users:permission.${row.access}`)}</span>
        <span className="qs-hint">{acts}</span>
      </th>
      {shown.map((role) => (
        <td key={role}>{row.roles.includes(role) && <CheckOutlined aria-label={t('users:rights.yes')} />}</td>
      ))}
    </tr>
  );
}

export function RightsTab() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Role[]>([]);
  const table = useMemo(rightsTable, []);
  const shown = chosen.length === 0 ? ROLES : ROLES.filter((role) => chosen.includes(role));
  return (
    <div className="qs-rights" data-pane>
      <div className="qs-rights-filter">
        <Select<Role[]>
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          onChange={setChosen}
          aria-label={t('users:rights.filter')}
          placeholder={t('users:rights.filter')}
          maxTagCount="responsive"
          options={ROLES.map((role) => ({ value: role, label: t(`terms:role.${role}`) }))}
        />
        <span className="qs-hint">{t('users:rights.note')}</span>
      </div>
      <div className="qs-rights-scroll">
        <table aria-label={t('users:tab.rights')}>
          <Head shown={shown} />
          <tbody>
            {rightsOf(table, chosen).map((row) => (
              <Line key={row.access} row={row} shown={shown} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
