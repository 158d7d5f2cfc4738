/** No permission (ui.md §3): which role may, and who holds it. */
import { PERMISSIONS, type Permission } from '@shared/domain/users/roles';
import { Result } from 'antd';
import { useTranslation } from 'react-i18next';

export interface NoPermissionProps {
  readonly permission: Permission;
  /** People who hold such a role, where the caller knows them. */
  readonly holders?: readonly string[];
}

export function NoPermission({ permission, holders = [] }: NoPermissionProps) {
  const { t } = useTranslation();
  const separator = t('common:list.separator');
  const roles = PERMISSIONS[permission].map((role) => t(`terms:role.${role}`)).join(separator);
  return (
    <Result
      className="qs-state"
      status="info"
      title={t('common:noPermission.title')}
      subTitle={t('common:noPermission.roles', { roles })}
      extra={holders.length > 0 && t('common:noPermission.holders', { names: holders.join(separator) })}
    />
  );
}
