/** A further person: name, unit, roles, first password. What was typed stays until it is saved or thrown away on purpose. */
import type { Role } from '@shared/domain/users/roles';
import { App, Button, Drawer, Form, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useShortcut } from '../../app/shortcuts';
import { ErrorState } from '../../ui/ErrorState';
import { useEnterMovesOn } from '../../ui/useEnterMovesOn';
import { PasswordFields } from './PasswordFields';
import { RolePicker } from './RolePicker';
import { UnitSelect } from './UnitSelect';

interface NewUser {
  readonly name: string;
  readonly display: string;
  readonly unit: string;
  readonly roles: Role[];
  readonly password: string;
  readonly repeat: string;
}

/** What outlives a lock: never the password. */
type KeptUser = Omit<NewUser, 'password' | 'repeat'>;

const EMPTY: KeptUser = { display: '', name: '', unit: '', roles: [] };

function UserFields() {
  const { t } = useTranslation();
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item name="display" label={t('users:field.display')} rules={required(t('setup:required.display'))}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
      <Form.Item name="name" label={t('users:field.name')} rules={required(t('setup:required.name'))}>
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="unit" label={t('users:field.unit')}>
        <UnitSelect />
      </Form.Item>
      <PasswordFields label={t('users:password.temporary')} />
      <p className="qs-hint">{t('users:password.temporaryHint')}</p>
      <Form.Item
        name="roles"
        label={t('users:field.roles')}
        className="qs-roles-tall"
        rules={[{ required: true, type: 'array', min: 1, message: t('setup:required.roles') }]}
      >
        <RolePicker />
      </Form.Item>
    </>
  );
}

export function AddUserDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewUser>();
  const [kept, setKept] = useKeptState<KeptUser>('users.new', EMPTY);
  const add = useApiCommand('users.add');
  const onEnter = useEnterMovesOn();
  const save = (typed: NewUser): void =>
    add.mutate(
      {
        name: typed.name.trim(),
        display: typed.display.trim(),
        unit: typed.unit,
        roles: typed.roles,
        password: typed.password,
      },
      {
        onSuccess: (user) => {
          void message.success(t('users:added.user', { name: user.display }));
          form.setFieldsValue({ ...EMPTY, password: '', repeat: '' });
          setKept(EMPTY);
          onClose();
        },
      },
    );
  useShortcut('Ctrl+S', t('common:action.save'), () => form.submit(), open);
  return (
    <Drawer open={open} size={520} title={t('users:add.user')} onClose={onClose}>
      <Form<NewUser>
        name="new-user"
        form={form}
        labelCol={{ flex: '96px' }}
        labelWrap
        initialValues={kept}
        onValuesChange={(_, { display, name, unit, roles }) => setKept({ display, name, unit, roles })}
        onFinish={save}
        onKeyDownCapture={onEnter}
        scrollToFirstError={{ focus: true }}
      >
        {add.error && <ErrorState error={add.error} />}
        <UserFields />
        <div className="qs-drawer-foot">
          <Space>
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              {t('common:action.save')}
            </Button>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
          </Space>
        </div>
      </Form>
    </Drawer>
  );
}
