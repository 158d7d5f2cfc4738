/** Somebody is entered in the register of counsels; whether he may take a case is computed. */
import { COUNSEL_KINDS, type CounselKind } from '@shared/domain/litigation/counsel';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';

const FRESH = {
  kind: 'agent' as CounselKind,
  name: '',
  firm: '',
  licenceNo: '',
  licensedOn: null as string | null,
  experience: '',
  character: '',
};
type TextField = 'name' | 'firm' | 'licenceNo' | 'experience' | 'character';
const MOST: Readonly<Record<TextField, number>> = {
  name: 40,
  firm: 100,
  licenceNo: 30,
  experience: 500,
  character: 500,
};

interface FieldsProps {
  readonly typed: typeof FRESH;
  readonly today: string;
  readonly change: (part: Partial<typeof FRESH>) => void;
}

function Fields({ typed, today, change }: FieldsProps) {
  const { t } = useTranslation();
  const text = (name: TextField) => (
    <Form.Item
      label={t(`counsel:column.${name}`)}
      htmlFor={`counsel-${name}`}
      required={name !== 'experience' && name !== 'character'}
    >
      <Input
        id={`counsel-${name}`}
        maxLength={MOST[name]}
        value={typed[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" size="small">
      <Form.Item label={t('counsel:column.kind')} htmlFor="counsel-kind">
        <Select
          id="counsel-kind"
          value={typed.kind}
          options={COUNSEL_KINDS.map((value) => ({ value, label: t(`counsel:kind.${value}`) }))}
          onChange={(kind: CounselKind) => change({ kind })}
        />
      </Form.Item>
      {text('name')}
      {text('firm')}
      {text('licenceNo')}
      <Form.Item label={t('counsel:column.licensedOn')} required>
        <DateInput
          aria-label={t('counsel:column.licensedOn')}
          today={today}
          value={typed.licensedOn}
          onChange={(day) => change({ licensedOn: day })}
        />
      </Form.Item>
      {text('experience')}
      {text('character')}
    </Form>
  );
}

export function CounselModal({ today, onClose }: { today: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [typed, setTyped] = useKeptState('counsel', FRESH);
  const register = useApiCommand('counsel.register');
  const { licensedOn } = typed;
  const isNamed = [typed.name, typed.firm, typed.licenceNo].every((text) => text.trim() !== '');
  const onSuccess = (): void => {
    void message.success(t('counsel:done.register'));
    setTyped(FRESH);
    onClose();
  };
  return (
    <Modal
      open
      centered
      title={t('counsel:add')}
      okText={t('counsel:add')}
      okButtonProps={{ disabled: !isNamed || licensedOn === null, loading: register.isPending }}
      onOk={() => licensedOn !== null && register.mutate({ ...typed, licensedOn }, { onSuccess })}
      onCancel={onClose}
    >
      {register.error && <ErrorState error={register.error} />}
      <Fields typed={typed} today={today} change={(part) => setTyped((before) => ({ ...before, ...part }))} />
    </Modal>
  );
}
