/** A version of the branch on its way: edited as a table, saved with its faults, approved by somebody who had no hand in it. */
import type { RuleChange, RuleDetail, RuleDraft } from '@shared/contract/rules.contract';
import type { VersionDraft } from '@shared/domain/rules/versionDraft';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useMay, useOpenSession } from '../../app/sessionContext';
import { formatInstant } from '../../i18n/format';
import { DateInput } from '../../ui/DateInput';
import { ErrorState } from '../../ui/ErrorState';
import { Approval } from './Approval';
import { DraftTable } from './DraftTable';
import { faultAt, useFaultText, wholeFaults } from './draftFaults';
import { Impact } from './Impact';

const HEAD = ['document', 'article', 'gist'] as const;

interface HeadProps {
  readonly change: RuleChange;
  readonly draft: VersionDraft;
  readonly disabled: boolean;
  readonly onChange: (draft: VersionDraft) => void;
}

function Head({ change, draft, disabled, onChange }: HeadProps) {
  const { t } = useTranslation();
  const { businessDate } = useOpenSession().state;
  const faultText = useFaultText();
  const fault = (field: string) => faultText(faultAt(change.draft?.faults ?? [], null, field));
  return (
    <div className="qs-rules-head">
      <div>
        <label htmlFor="draft-from">{t('rules:draft.from')}</label>
        <DateInput
          id="draft-from"
          today={businessDate}
          disabled={disabled}
          value={draft.from || null}
          onChange={(from) => onChange({ ...draft, from: from ?? '' })}
        />
        <small role={fault('from') ? 'alert' : undefined}>
          {fault('from') ?? (draft.from !== '' && draft.from < businessDate ? t('rules:draft.past') : '')}
        </small>
      </div>
      {HEAD.map((field) => (
        <div key={field} className={field === 'gist' ? 'qs-rules-wide' : undefined}>
          <label htmlFor={`draft-${field}`}>{t(`rules:draft.${field}`)}</label>
          <Input
            id={`draft-${field}`}
            disabled={disabled}
            status={fault(field) ? 'error' : undefined}
            placeholder={t(`rules:draft.example.${field}`)}
            value={draft[field]}
            onChange={(event) => onChange({ ...draft, [field]: event.target.value })}
          />
          <small role={fault(field) ? 'alert' : undefined}>{fault(field) ?? ''}</small>
        </div>
      ))}
    </div>
  );
}

function Returned({ of: { reason, by, at } }: { of: NonNullable<RuleDraft['returned']> }) {
  const { t } = useTranslation();
  const note = t('rules:draft.return.by', { by, at: formatInstant(at) });
  return <Alert type="warning" showIcon title={t('rules:draft.return.reason', { reason })} description={note} />;
}

function Faults({ change }: { change: RuleChange }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const faults = change.draft?.faults ?? [];
  if (faults.length === 0) return null;
  const whole = wholeFaults(faults).map((fault) => faultText(fault));
  return (
    <Alert
      type="error"
      showIcon
      title={t('rules:draft.faulty', { count: faults.length })}
      description={whole.length > 0 ? whole.map((text) => <p key={text}>{text}</p>) : undefined}
    />
  );
}

/** Computed only when somebody asks: it goes over all loans. */
function ImpactPreview({ change: { draft } }: { change: RuleChange }) {
  const { t } = useTranslation();
  const maySee = useMay('rules.impact');
  const [shown, setShown] = useState<number | null>(null);
  if (!draft || !maySee || draft.faults.length > 0) return null;
  if (shown === draft.rev) return <Impact draft={draft} />;
  return <Button onClick={() => setShown(draft.rev)}>{t('rules:impact.verb')}</Button>;
}

export function DraftEditor({ rule, change, onClose }: { rule: RuleDetail; change: RuleChange; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayEdit = useMay('rules.edit');
  const faultText = useFaultText();
  const save = useApiCommand('rules.saveDraft');
  const discard = useApiCommand('rules.discardDraft');
  /** What was typed since the last saving, also before a lock; null: nothing. */
  const [edited, setEdited] = useKeptState<VersionDraft | null>(`rules.draft ${rule.id}`, null);
  const draft = edited ?? change.draft?.draft ?? change.start;
  const keep = (): void => {
    const { values, rows, ...head } = draft;
    const sent = {
      ...head,
      values: { ...values },
      rows: rows.map(({ when, gives }) => ({ when: { ...when }, gives: { ...gives } })),
    };
    save.mutate(
      { ruleId: rule.id, rev: change.draft?.rev ?? null, draft: sent },
      {
        onSuccess: ({ faults }) => {
          setEdited(null);
          if (faults.length === 0) void message.success(t('rules:draft.saved'));
        },
      },
    );
  };
  const leave = (): void => {
    setEdited(null);
    onClose();
  };
  const drop = (): void => {
    if (change.draft) discard.mutate({ id: change.draft.id, rev: change.draft.rev }, { onSuccess: leave });
    else leave();
  };
  const error = save.error ?? discard.error;
  const edit = { change, draft, disabled: !mayEdit, onChange: setEdited };
  return (
    <div className="qs-rules-draft">
      <p className="qs-hint">{t(`rules:draft.how.${change.how}`)}</p>
      {error && <ErrorState error={error} />}
      {change.draft?.returned && <Returned of={change.draft.returned} />}
      {edited === null && <Faults change={change} />}
      <Head {...edit} />
      <DraftTable {...edit} faultText={faultText} />
      <div className="qs-rules-actions">
        {mayEdit && (
          <>
            <Button type="primary" loading={save.isPending} onClick={keep}>
              {t('rules:draft.save')}
            </Button>
            <Button loading={discard.isPending} onClick={drop}>
              {t('rules:draft.discard')}
            </Button>
          </>
        )}
        <Approval rule={rule} change={change} isChanged={edited !== null} />
      </div>
      {edited === null && <ImpactPreview change={change} />}
    </div>
  );
}
