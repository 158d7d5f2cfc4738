/** One fact of an act, with the input that its type asks for. */
import type { CaseView } from '@shared/contract/litigationViews';
import { type ActFieldName, FIELD_TYPES, wordName, wordsOf } from '@shared/domain/litigation/actFields';
import type { CourtAct } from '@shared/domain/litigation/actKinds';
import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../ui/AmountInput';
import { DateInput } from '../../ui/DateInput';

interface Props {
  readonly file: CaseView;
  readonly kind: CourtAct;
  readonly name: ActFieldName;
  readonly required: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** What an act can be about: seizures that stand, tasks that are open. */
const ABOUT: Readonly<Partial<Record<CourtAct, string>>> = {
  'seizure-renewed': 'seized',
  'seizure-released': 'seized',
  'seizure-changed': 'seized',
  'task-done': 'task-set',
};

const words = (text: string) => (text.trim() === '' ? undefined : text);

function Dates({ id, value, onChange }: { id: string; value: readonly string[]; onChange: (days: string[]) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      id={id}
      mode="tags"
      value={[...value]}
      open={false}
      suffixIcon={null}
      placeholder={t('litigation:case.datesHint')}
      onChange={(days: string[]) => onChange(days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)))}
    />
  );
}

type ControlProps = Props & { readonly label: string; readonly id: string };

/** A code of a short list: a word, a party of the case, an act that it is about. */
function Choice({ file, kind, name, value, onChange, id }: ControlProps) {
  const { t } = useTranslation();
  const options = {
    word: wordsOf(kind, name).map((each) => ({
      value: each,
      label: t(`litigation:case.fieldWord.${wordName(kind, name, each)}`),
    })),
    party: [
      ...(kind === 'judgment-served' ? [{ value: 'us', label: t('litigation:case.us') }] : []),
      ...file.parties.map(({ key, name: who }) => ({ value: key, label: who })),
    ],
    act: file.acts
      .filter((act) => act.kind === ABOUT[kind])
      .map(({ key, on, detail }) => ({ value: key, label: [on, detail.item].filter(Boolean).join(' ') })),
  };
  const type = FIELD_TYPES[name] as keyof typeof options;
  return <Select id={id} value={value as string | undefined} options={options[type]} onChange={onChange} />;
}

/** Permits that were granted and wait for their act; each is for one. */
function PermitChoice({ file, value, onChange, id }: ControlProps) {
  const { t } = useTranslation();
  const options = file.permits
    .filter(({ waitsFor }) => waitsFor === 'act')
    .map(({ id: permit, kind, terms }) => ({
      value: permit,
      label: `${t(`litigation:case.permit.act.${terms.release ?? kind}`)} ${terms.item}`,
    }));
  const [chosen] = (value as readonly number[] | undefined) ?? [];
  return (
    <Select
      id={id}
      allowClear
      value={chosen}
      options={options}
      placeholder={t('litigation:case.permit.automatic')}
      onChange={(permit: number | undefined) => onChange(permit === undefined ? undefined : [permit])}
    />
  );
}

function Control(props: ControlProps) {
  const { file, name, value, onChange, label, id } = props;
  switch (FIELD_TYPES[name]) {
    case 'date': {
      const day = (value as string | undefined) ?? null;
      const set = (next: string | null): void => onChange(next ?? undefined);
      return <DateInput id={id} aria-label={label} today={file.today} value={day} onChange={set} />;
    }
    case 'dates': {
      const set = (days: string[]): void => onChange(days.length === 0 ? undefined : days);
      return <Dates id={id} value={(value as readonly string[] | undefined) ?? []} onChange={set} />;
    }
    case 'amount': {
      const fen = (value as number | undefined) ?? null;
      return <AmountInput id={id} aria-label={label} value={fen} onChange={(next) => onChange(next ?? undefined)} />;
    }
    case 'count': {
      const set = (count: number | null): void => onChange(count ?? undefined);
      return <InputNumber id={id} min={1} max={99} precision={0} value={value as number | undefined} onChange={set} />;
    }
    case 'permit':
      return <PermitChoice {...props} />;
    case 'word':
    case 'party':
    case 'act':
      return <Choice {...props} />;
    default:
      return (
        <Input
          id={id}
          maxLength={name === 'text' ? 2000 : 100}
          value={(value as string | undefined) ?? ''}
          onChange={(event) => onChange(words(event.target.value))}
        />
      );
  }
}

export function ActFieldInput(props: Props) {
  const { t } = useTranslation();
  const label = t(`litigation:case.field.${props.name}`, { context: props.kind });
  const id = `act-${props.name}`;
  return (
    <Form.Item label={label} htmlFor={id} required={props.required}>
      <Control {...props} label={label} id={id} />
    </Form.Item>
  );
}
