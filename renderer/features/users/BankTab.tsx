/** The branch as its papers name it; whoever may manage users may put it right. */
import { App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../api/client';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { BankDetails } from '../setup/BankDetails';
import '../setup/setup.css';

type Bank = OutputOf<'units.bank'>;

function BankForm({ bank }: { bank: Bank }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayEdit = useMay('user.manage');
  const save = useApiCommand('units.editBank');
  const run = ({ bank: typed }: { readonly bank: InputOf<'units.editBank'> }): void =>
    save.mutate(typed, { onSuccess: () => void message.success(t('users:bank.done')) });
  return (
    <Form
      className="qs-users-bank"
      layout="vertical"
      size="small"
      name="bank"
      disabled={!mayEdit}
      initialValues={{ bank }}
      onFinish={run}
    >
      <p className="qs-hint">{t('users:bank.note')}</p>
      {save.error && <ErrorState error={save.error} />}
      <Form.Item
        name={['bank', 'name']}
        label={t('setup:bank.name')}
        rules={[{ required: true, whitespace: true, message: t('setup:required.bankName') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <BankDetails />
      {mayEdit && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('users:bank.save')}
        </Button>
      )}
    </Form>
  );
}

export function BankTab() {
  const bank = useApiQuery('units.bank', undefined);
  if (bank.error) return <ErrorState error={bank.error} onRetry={() => void bank.refetch()} />;
  return bank.data ? <BankForm bank={bank.data} /> : <Loading />;
}
