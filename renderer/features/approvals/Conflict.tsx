/** Somebody was faster (ui.md §4 Conflict): what was on screen, what one wanted, and how it stands now. Decisions never merge. */
import type { ApprovalDetail } from '@shared/contract/approvals.contract';
import type { Level } from '@shared/domain/approvals/levels';
import type { Refusal } from '@shared/kernel/result';
import { Alert, Descriptions } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../i18n/format';
import { useApprovalWords } from './approvalWords';

/** As it was on screen when the button was pressed. */
export type SeenRequest = Pick<ApprovalDetail, 'state' | 'waitingFor'>;

interface Now {
  readonly state: ApprovalDetail['state'];
  readonly waitingFor: Level | null;
  readonly by: string | null;
  readonly outcome: string | null;
  readonly at: string | null;
}

export function Conflict({ refusal, seen, yours }: { refusal: Refusal; seen: SeenRequest; yours: string }) {
  const { t } = useTranslation();
  const words = useApprovalWords();
  const place = useRef<HTMLDivElement>(null);
  // Where the buttons were there may be little room: all four lines are to be seen at once.
  useEffect(() => place.current?.scrollIntoView({ block: 'end' }), []);
  const standing = ({ state, waitingFor }: SeenRequest): string =>
    waitingFor === null
      ? t(`approvals:state.${state}`)
      : t('approvals:conflict.waits', { level: words.level(waitingFor) });
  const now = refusal.facts as unknown as Now;
  const theirs =
    now.by === null || now.outcome === null || now.at === null
      ? ''
      : `${now.by} ${t(`approvals:outcome.${now.outcome}`)} ${formatInstant(now.at)}`;
  const items = [
    { key: 'seen', label: t('approvals:conflict.seen'), children: standing(seen) },
    { key: 'yours', label: t('approvals:conflict.mine'), children: t('approvals:conflict.yours', { outcome: yours }) },
    ...(theirs === '' ? [] : [{ key: 'theirs', label: t('approvals:conflict.theirs'), children: theirs }]),
    { key: 'now', label: t('approvals:conflict.now'), children: standing(now) },
  ];
  return (
    <div ref={place}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        className="qs-approval-conflict"
        title={t('approvals:conflict.faster')}
        description={<Descriptions size="small" column={1} items={items} />}
      />
    </div>
  );
}
