/** Roles with what each may do in plain words; several together carry the rights of all. */
import { ROLES, type Role } from '@shared/domain/users/roles';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import './users.css';

export interface RolePickerProps {
  readonly id?: string;
  readonly value?: Role[];
  readonly onChange?: (roles: Role[]) => void;
  /** Roles that are not offered here. */
  readonly without?: readonly Role[];
  readonly disabled?: boolean;
}

export function RolePicker({ id, value, onChange, without = [], disabled }: RolePickerProps) {
  const { t } = useTranslation();
  const offered = ROLES.filter((role) => !without.includes(role));
  return (
    <Checkbox.Group<Role> className="qs-roles" value={value} onChange={onChange} disabled={disabled}>
      {offered.map((role, index) => (
        <Checkbox key={role} id={index === 0 ? id : undefined} value={role}>
          <span className="qs-role-name">{t(`terms:role.${role}`)}</span>
          <span className="qs-hint">{t(`users:role.${role}`)}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}
