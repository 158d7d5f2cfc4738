/** Collectors who are not of the branch: by the name under which receipts name them. */
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useMay } from '../../app/sessionContext';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LEAST } from './CostsModal';

function NameForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [basis, setBasis] = useState('');
  const add = useApiCommand('rewards.nameOutsider');
  const remove = useApiCommand('rewards.removeOutsider');
  const ready = name.trim() !== '' && [...basis.trim()].length >= LEAST;
  const finish = (done: 'added' | 'removed') => () => {
    void message.success(t(`rewards:outsider.${done}`, { name }));
    setName('');
    setBasis('');
  };
  const error = add.error ?? remove.error;
  const field = (key: 'name' | 'basis', value: string, onChange: (text: string) => void) => (
    <Form.Item label={t(`rewards:outsider.${key}`)} htmlFor={`outsider-${key}`}>
      <Input
        id={`outsider-${key}`}
        maxLength={key === 'name' ? 40 : 500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  );
  return (
    <>
      {error && <ErrorState error={error} />}
      <Form layout="inline" className="qs-filter-line">
        {field('name', name, setName)}
        {field('basis', basis, setBasis)}
        <Button
          type="primary"
          disabled={!ready}
          loading={add.isPending}
          onClick={() => add.mutate({ name, basis }, { onSuccess: finish('added') })}
        >
          {t('rewards:outsider.add')}
        </Button>
        <Button
          disabled={!ready}
          loading={remove.isPending}
          onClick={() => remove.mutate({ name, basis }, { onSuccess: finish('removed') })}
        >
          {t('rewards:outsider.remove')}
        </Button>
      </Form>
    </>
  );
}

export function Outsiders() {
  const { t } = useTranslation();
  const mayPrepare = useMay('reward.prepare');
  const list = useApiQuery('rewards.list', undefined);
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const outsiders = list.data?.outsiders ?? [];
  return (
    <>
      <p className="qs-hint">{t('rewards:outsider.note')}</p>
      {mayPrepare && <NameForm />}
      {outsiders.length === 0 ? (
        <EmptyState why="none" />
      ) : (
        <table className="qs-reward-table">
          <thead>
            <tr>
              <th>{t('rewards:outsider.name')}</th>
              <th>{t('rewards:outsider.basis')}</th>
            </tr>
          </thead>
          <tbody>
            {outsiders.map(({ name, basis }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{basis}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
