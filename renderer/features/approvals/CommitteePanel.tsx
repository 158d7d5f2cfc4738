/** The vote of the committee: who voted how, the count, one's own vote, keeping away, and closing with the minutes. */
import type { ApprovalCommittee, ApprovalDetail } from '@shared/contract/approvals.contract';
import { VOTES, type Vote } from '@shared/domain/approvals/committee';
import { isReason } from '@shared/domain/users/reason';
import { App, Button, Input, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '../../api/client';
import { useApiCommand } from '../../api/queries';
import { useKeptState } from '../../app/keptForms';
import { useMay } from '../../app/sessionContext';
import { ErrorState } from '../../ui/ErrorState';
import { Why } from '../../ui/Why';
import { ConflictModal } from './ConflictModal';
import { useSameRequest } from './useSameRequest';

type Member = ApprovalCommittee['members'][number];

function Members({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation();
  return (
    <Table<Member>
      size="small"
      rowKey="userId"
      pagination={false}
      dataSource={[...members]}
      columns={[
        { title: t('approvals:vote.member'), dataIndex: 'display', className: 'qs-approval-member' },
        {
          title: t('approvals:vote.cast'),
          render: (_, { vote, conflict }) => (
            <>
              {vote === null ? t('approvals:vote.none') : t(`approvals:ballot.${vote}`)}
              {conflict !== null && <Tag title={conflict}>{t('approvals:conflict.tag')}</Tag>}
            </>
          ),
        },
        { title: t('approvals:opinion'), dataIndex: 'opinion' },
      ]}
    />
  );
}

function Count({ committee, asOf }: { committee: ApprovalCommittee; asOf: string }) {
  const { t } = useTranslation();
  const { quorum, majority, ...tally } = committee.tally;
  const met = (key: 'quorum' | 'majority', is: boolean) => (
    <Tag color={is ? 'success' : 'default'}>{t(`approvals:vote.${key}.${is ? 'yes' : 'no'}`)}</Tag>
  );
  return (
    <p>
      <Why of={{ sentence: t('approvals:vote.why'), asOf, rules: committee.trace }}>
        {t('approvals:vote.count', tally)}
      </Why>{' '}
      {met('quorum', quorum)}
      {met('majority', majority)}
    </p>
  );
}

type Sending<P extends 'approvals.vote' | 'approvals.closeVote'> = ReturnType<typeof useSending<P>>;

/** Outlives vote and minutes, so that a refusal is told even where there is nothing left to vote on. */
function useSending<P extends 'approvals.vote' | 'approvals.closeVote'>(path: P) {
  const command = useApiCommand(path);
  const same = useSameRequest<Omit<InputOf<P>, 'requestId'>>();
  const send = (wish: string, input: Omit<InputOf<P>, 'requestId'>, onDone: (stood: OutputOf<P>) => void): void =>
    command.mutate(same.inputOf(wish, input) as unknown as InputOf<P>, {
      onSuccess: (stood) => {
        same.answered();
        onDone(stood);
      },
      onError: same.failed,
    });
  return { send, error: command.error, isPending: command.isPending };
}

function OwnVote({ request, sending }: { request: ApprovalDetail; sending: Sending<'approvals.vote'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [opinion, setOpinion] = useKeptState(`approval-vote-${request.id}`, '');
  const [isReasonMissing, setReasonMissing] = useState(false);
  const say = (vote: Vote): void => {
    const lacks = vote !== 'consent' && !isReason(opinion);
    setReasonMissing(lacks);
    if (lacks) return;
    const { id, rev } = request;
    sending.send(`${vote} ${opinion.trim()}`, { id, rev, vote, opinion: opinion.trim() }, () => {
      void message.success(t('approvals:done.voted'));
      setOpinion('');
    });
  };
  return (
    <>
      <label htmlFor="approval-vote">{t('approvals:opinion')}</label>
      <Input.TextArea
        id="approval-vote"
        rows={2}
        maxLength={500}
        value={opinion}
        status={isReasonMissing ? 'error' : undefined}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <p className={isReasonMissing ? 'qs-approval-bad' : 'qs-hint'}>{t('approvals:vote.reasonHint')}</p>
      <Space className="qs-approval-buttons">
        {VOTES.map((vote) => (
          <Button
            key={vote}
            type={vote === 'consent' ? 'primary' : 'default'}
            disabled={sending.isPending || (request.may.vote === 'abstain' && vote !== 'abstain')}
            onClick={() => say(vote)}
          >
            {t(`approvals:ballot.${vote}`)}
          </Button>
        ))}
      </Space>
    </>
  );
}

interface ClosingProps {
  readonly request: ApprovalDetail;
  readonly sending: Sending<'approvals.closeVote'>;
  readonly onDone: () => void;
}

function Closing({ request, sending, onDone }: ClosingProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [minutes, setMinutes] = useKeptState(`approval-minutes-${request.id}`, '');
  const { id, rev } = request;
  const run = (): void =>
    sending.send(minutes.trim(), { id, rev, minutes: minutes.trim() }, ({ state }) => {
      void message.success(t(`approvals:done.${state}`));
      setMinutes('');
      onDone();
    });
  return (
    <>
      <label htmlFor="approval-minutes">{t('approvals:vote.minutes')}</label>
      <Input.TextArea
        id="approval-minutes"
        rows={3}
        maxLength={4000}
        value={minutes}
        placeholder={t('approvals:vote.minutesHint')}
        onChange={(event) => setMinutes(event.target.value)}
      />
      <p className="qs-hint">{t('approvals:vote.closeEffect')}</p>
      <Button loading={sending.isPending} disabled={!isReason(minutes)} onClick={run}>
        {t('approvals:vote.close')}
      </Button>
    </>
  );
}

export function CommitteePanel({ request, onDone }: { request: ApprovalDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const [isRecording, setRecording] = useState(false);
  const mayRecord = useMay('approvals.prepare');
  const vote = useSending('approvals.vote');
  const close = useSending('approvals.closeVote');
  const error = vote.error ?? close.error;
  const { committee, may, waitingFor } = request;
  if (committee === null) return null;
  const isOpen = waitingFor === 'committee';
  return (
    <section className="qs-approval-decide" aria-label={t('approvals:vote.title')}>
      <h2>{t('approvals:vote.title')}</h2>
      <Members members={committee.members} />
      <Count committee={committee} asOf={request.asOf} />
      {isOpen && mayRecord && (
        <Button size="small" onClick={() => setRecording(true)}>
          {t('approvals:conflict.title')}
        </Button>
      )}
      {error && <ErrorState error={error} />}
      {may.vote !== null && <OwnVote request={request} sending={vote} />}
      {may.close && <Closing request={request} sending={close} onDone={onDone} />}
      {isRecording && <ConflictModal id={request.id} members={committee.members} onClose={() => setRecording(false)} />}
    </section>
  );
}
