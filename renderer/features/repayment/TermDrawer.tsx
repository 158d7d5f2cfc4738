/** Asks for an extension or re-lending: which loan, under which listed condition, what shows it, and the plan (B2 §21, §22; REC-08). */
import { TERM_KINDS, type TermKind } from '@shared/domain/repayment/loanTerm';
import { addMonths, type CalendarDate } from '@shared/kernel/calendarDate';
import { App, Button, Drawer, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { FilesField } from '../contacts/FilesField';
import type { Repayment } from './repaymentWords';
import { type Row, ScheduleTable } from './ScheduleTable';

/** The choice that says that none of the conditions holds: it is refused with the article. */
const NONE = 'none';

interface Typed {
  /** null: the first that is owed. */
  readonly loan: number | null;
  /** null: by the due date. */
  readonly kind: TermKind | null;
  readonly condition: string | null;
  readonly reason: string;
  readonly facts: string;
  readonly files: readonly string[];
  readonly security: string;
  readonly newDueOn: CalendarDate | null;
  /** null: all at once on the new due date. */
  readonly rows: readonly Row[] | null;
}

const EMPTY: Typed = {
  ...{
    loan: null,
    kind: null,
    condition: null,
    reason: '',
    facts: '',
    files: [],
    security: '',
    newDueOn: null,
    rows: null,
  },
};

type Loan = Repayment['loans'][number];

interface Part {
  readonly typed: Typed;
  readonly repayment: Repayment;
  readonly kind: TermKind;
  readonly change: (part: Partial<Typed>) => void;
}

/** What was typed with what follows from the books where nothing was. */
function settled(typed: Typed, { today }: Repayment, loan: Loan) {
  const dueOn = loan.dueOn ?? today;
  const kind: TermKind = typed.kind ?? (today > dueOn ? 'relending' : 'extension');
  const newDueOn = typed.newDueOn ?? addMonths(dueOn > today ? dueOn : today, 12);
  const rows = typed.rows ?? [{ dueOn: newDueOn, principal: loan.principal, interest: loan.interest }];
  return { loan, kind, newDueOn, rows };
}

function WhichLoan({ typed, repayment, kind, change, loan }: Part & { loan: Loan }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        label={t('repayment:field.loan')}
        required
        extra={`${t('repayment:field.dueOn')} ${loan.dueOn ?? '—'}`}
      >
        <Select
          aria-label={t('repayment:field.loan')}
          value={typed.loan ?? loan.id}
          options={repayment.loans.map(({ id, contract }) => ({ value: id, label: contract }))}
          onChange={(id) => change({ loan: id, kind: null, condition: null, newDueOn: null, rows: null })}
        />
      </Form.Item>
      <Form.Item label={t('repayment:field.termKind')} required extra={t(`repayment:termHint.${kind}`)}>
        <Radio.Group
          value={kind}
          options={TERM_KINDS.map((value) => ({ value, label: t(`repayment:termKind.${value}`) }))}
          onChange={(event) => change({ kind: event.target.value, condition: null })}
        />
      </Form.Item>
    </>
  );
}

function Condition({ typed, repayment, kind, change }: Part) {
  const { t } = useTranslation();
  const { conditions, article } = repayment.termChoices[kind];
  return (
    <Form.Item label={t('repayment:field.condition')} required extra={article}>
      <Radio.Group
        vertical
        aria-label={t('repayment:field.condition')}
        value={typed.condition}
        options={[
          ...conditions.map(({ id, text }) => ({ value: id, label: text })),
          { value: NONE, label: t('repayment:termCondition.none') },
        ]}
        onChange={(event) => change({ condition: event.target.value })}
      />
    </Form.Item>
  );
}

function Evidence({ typed, repayment, kind, change }: Part) {
  const { t } = useTranslation();
  const chosen = repayment.termChoices[kind].conditions.find(({ id }) => id === typed.condition);
  const text = (key: 'reason' | 'facts' | 'security', label: string, most: number, required: boolean) => (
    <Form.Item label={t(`repayment:field.${label}`)} required={required}>
      <Input.TextArea
        aria-label={t(`repayment:field.${label}`)}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={most}
        value={typed[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <>
      {text('facts', 'facts', 500, typed.files.length === 0)}
      <Form.Item label={t('repayment:field.files')} htmlFor="term-files">
        <FilesField id="term-files" value={typed.files} onChange={(files) => change({ files })} />
      </Form.Item>
      {text('security', 'security', 300, chosen?.needsSecurity ?? false)}
      {text('reason', 'termReason', 300, true)}
    </>
  );
}

export interface TermDrawerProps {
  readonly household: number;
  readonly repayment: Repayment;
  readonly onClose: () => void;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Sends what was typed; the drawer closes when it was taken. */
function useAsking({ household, onClose }: TermDrawerProps, clear: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useApiCommand('repayment.askTerm');
  const submit = (typed: Typed, { loan, kind, newDueOn, rows }: ReturnType<typeof settled>): void =>
    ask.mutate(
      {
        ...{ household, loan: loan.id, kind, newDueOn, reason: typed.reason, files: [...typed.files] },
        condition: typed.condition === NONE ? null : typed.condition,
        facts: orNull(typed.facts),
        security: orNull(typed.security),
        instalments: rows.map(({ dueOn, principal, interest }) => ({ dueOn, principal, interest })),
      },
      {
        onSuccess: ({ approval }) => {
          void message.success(t('repayment:asked', { id: approval }));
          clear();
          onClose();
        },
      },
    );
  return { submit, isPending: ask.isPending, error: ask.error };
}

export function TermDrawer(props: TermDrawerProps) {
  const { household, repayment, onClose } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useKeptState<Typed>(`repayment.term.${household}`, EMPTY);
  const { submit, isPending, error } = useAsking(props, () => setTyped(EMPTY));
  const loan = repayment.loans.find(({ id }) => id === typed.loan) ?? repayment.loans[0];
  if (!loan) return null;
  const given = settled(typed, repayment, loan);
  const change = (more: Partial<Typed>) => setTyped((old) => ({ ...old, ...more }));
  const part: Part = { typed, repayment, kind: given.kind, change };
  const isReady = typed.condition !== null && typed.reason.trim().length >= 4;
  return (
    <Drawer open size={760} title={t('repayment:action.askTerm')} onClose={onClose}>
      <Form layout="horizontal" labelCol={{ flex: '130px' }} labelWrap>
        {error && <ErrorState error={error} />}
        <WhichLoan {...part} loan={loan} />
        <Condition {...part} />
        <Evidence {...part} />
        <Form.Item label={t('repayment:field.newDueOn')} required>
          <DateInput
            aria-label={t('repayment:field.newDueOn')}
            today={repayment.today}
            value={given.newDueOn}
            onChange={(newDueOn) => change({ newDueOn, rows: null })}
          />
        </Form.Item>
        <ScheduleTable rows={given.rows} payBy={[]} today={repayment.today} onChange={(rows) => change({ rows })} />
        <div className="qs-drawer-foot">
          <Button type="primary" disabled={!isReady} loading={isPending} onClick={() => submit(typed, given)}>
            {t('repayment:action.ask')}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
