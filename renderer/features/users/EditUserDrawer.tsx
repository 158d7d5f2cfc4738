/** A person's name on papers, unit and roles; nobody changes his own roles (ORG-02). */
import type { Role } from '@shared/domain/users/roles';
import { Alert, App, Button, Drawer, Form, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useOpenSession } from '../../app/sessionContext';
import { useShortcut } from '../../app/shortcuts';
import { ErrorState } from '../../ui/ErrorState';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { RolePicker } from './RolePicker';
import { UnitSelect } from './UnitSelect';
import type { UserRow } from './userActions';

interface Changed {
  readonly display: string;
  readonly unit: string;
  readonly roles: Role[];
}

function Fields({ own }: { own: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="display"
        label={t('users:field.display')}
        rules={[{ required: true, whitespace: true, message: t('setup:required.display') }]}
      >
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="unit" label={t('users:field.unit')}>
        <UnitSelect />
      </Form.Item>
      {own && <Alert type="info" showIcon title={t('users:edit.ownRoles')} />}
      <Form.Item
        name="roles"
        label={t('users:field.roles')}
        className="qs-roles-tall"
        rules={[{ required: true, type: 'array', min: 1, message: t('setup:required.roles') }]}
      >
        <RolePicker disabled={own} />
      </Form.Item>
    </>
  );
}

export function EditUserDrawer({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const session = useOpenSession();
  const units = useApiQuery('units.list', undefined);
  const [form] = Form.useForm<Changed>();
  const edit = useApiCommand('users.edit');
  const onEnter = useEnterMovesOn();
  useShortcut('Ctrl+S', t('common:action.save'), () => form.submit());
  const branch = units.data?.find(({ level }) => level === 'branch')?.name;
  const save = ({ display, unit, roles }: Changed): void =>
    edit.mutate(
      { id: user.id, rev: user.rev, display: display.trim(), unit, roles },
      {
        onSuccess: (saved) => {
          void message.success(t('users:edit.saved', { name: saved.display }));
          onClose();
        },
      },
    );
  return (
    <Drawer open size={520} title={t('users:edit.title', { name: user.display })} onClose={onClose}>
      {units.data && (
        <Form<Changed>
          name="edit-user"
          form={form}
          labelCol={{ flex: '96px' }}
          labelWrap
          initialValues={{ display: user.display, unit: user.unit === branch ? '' : user.unit, roles: user.roles }}
          onFinish={save}
          onKeyDownCapture={onEnter}
          scrollToFirstError={{ focus: true }}
        >
          {edit.error && <ErrorState error={edit.error} />}
          <Fields own={user.id === session.user.id} />
          <div className="qs-drawer-foot">
            <p className="qs-hint">{t('users:edit.nextSignIn')}</p>
            <Space>
              <Button type="primary" htmlType="submit" loading={edit.isPending}>
                {t('common:action.save')}
              </Button>
              <Button onClick={onClose}>{t('common:action.close')}</Button>
            </Space>
          </div>
        </Form>
      )}
    </Drawer>
  );
}
