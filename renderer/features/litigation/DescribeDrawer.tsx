/** Opening a case about a household, or describing one anew: what is claimed from whom, before which court, by whom. */
import type { CaseView } from '@shared/contract/litigationViews';
import { isReason } from '@shared/domain/users/reason';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiCommand, useApiQuery } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { ErrorState } from '../../ui/ErrorState';
import { Loading } from '../../ui/Loading';
import { ClaimFields } from './ClaimFields';
import { CourtFields } from './CourtFields';
import { type Draft, described, draftOf, type HouseholdCases, newDraft } from './description';
import { PeopleFields } from './PeopleFields';

interface Props {
  /** Number of the household. */
  readonly household: string;
  /** null: a new case. */
  readonly file: CaseView | null;
  readonly onClose: () => void;
}

function useSave({ file, onClose }: Props, of: HouseholdCases, draft: Draft, forget: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [requestId] = useState(() => crypto.randomUUID());
  const open = useApiCommand('litigation.open');
  const amend = useApiCommand('litigation.amend');
  const done = (): void => {
    void message.success(t('litigation:case.done.described'));
    forget();
    onClose();
  };
  const run = (): void => {
    const description = described(draft, of, file, t('litigation:case.costsClaim'));
    if (file) {
      const { id, version } = file;
      amend.mutate({ id, version, description, reason: draft.reason.trim() }, { onSuccess: done });
      return;
    }
    const { route, standing } = draft;
    open.mutate(
      { route, standing, description, requestId },
      {
        onSuccess: ({ id }) => {
          done();
          void navigate({ to: '/case/$key', params: { key: `AJ${String(id).padStart(6, '0')}` } });
        },
      },
    );
  };
  return { run, error: open.error ?? amend.error, isPending: open.isPending || amend.isPending };
}

function Content({ of: own, ...props }: Props & { of: HouseholdCases }) {
  const { t } = useTranslation();
  const { file, household } = props;
  const [fresh] = useState(() => (file ? draftOf(file) : newDraft(own)));
  const name = file ? `case-describe-${file.id}-${file.version}` : `case-open-${household}`;
  const [draft, setDraft] = useKeptState<Draft>(name, fresh);
  const asked = { household, others: [...draft.others] };
  const all = useApiQuery('litigation.household', asked, { enabled: draft.others.length > 0, keepOld: true });
  const of = draft.others.length === 0 ? own : all.data;
  const save = useSave(props, of ?? own, draft, () => setDraft(fresh));
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const isComplete = draft.loans.length > 0 && draft.title.trim() !== '' && (file === null || isReason(draft.reason));
  if (all.error) return <ErrorState error={all.error} onRetry={() => void all.refetch()} />;
  if (!of) return <Loading />;
  const fields = { of, draft, onChange: change };
  return (
    <Form layout="vertical" size="small">
      {save.error && <ErrorState error={save.error} />}
      <CourtFields {...fields} isNew={file === null} />
      <ClaimFields {...fields} />
      <PeopleFields {...fields} file={file} />
      {file && (
        <Form.Item label={t('litigation:case.amendWhy')} htmlFor="case-reason" required>
          <Input
            id="case-reason"
            maxLength={200}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Form.Item>
      )}
      <div className="qs-drawer-foot">
        {file && !['none', 'recorded'].includes(file.consent.state) && (
          <p className="qs-hint">{t('litigation:case.amendVoids')}</p>
        )}
        <Button type="primary" disabled={!isComplete} loading={save.isPending} onClick={save.run}>
          {t(file ? 'litigation:case.amend' : 'litigation:case.open')}
        </Button>
      </div>
    </Form>
  );
}

export function DescribeDrawer(props: Props) {
  const { t } = useTranslation();
  const { household, file, onClose } = props;
  const of = useApiQuery('litigation.household', { household });
  return (
    <Drawer open size={720} title={t(file ? 'litigation:case.amend' : 'litigation:case.open')} onClose={onClose}>
      {of.error && <ErrorState error={of.error} onRetry={() => void of.refetch()} />}
      {of.data ? <Content {...props} of={of.data} /> : !of.error && <Loading />}
    </Drawer>
  );
}
