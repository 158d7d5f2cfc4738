/** The line above the log: whether its chain holds, what the newest entry's code is, how far the anchors reach. */
import { CheckCircleFilled, CloseCircleFilled, QuestionCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { formatCount, formatInstant } from '../../i18n/format';
import { useFaultText } from './entryTexts';

export type LogState = OutputOf<'audit.state'>;

function useLine(state: LogState): { readonly icon: ReactNode; readonly text: string } {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const { last, running } = state;
  if (running && !last) {
    const [done, total] = [formatCount(running.done), formatCount(running.total)];
    return { icon: <SyncOutlined spin aria-hidden />, text: t('audit:state.checking', { done, total }) };
  }
  if (!last) {
    const entries = formatCount(state.entries);
    return { icon: <QuestionCircleOutlined aria-hidden />, text: t('audit:state.unchecked', { entries }) };
  }
  if (last.fault)
    return { icon: <CloseCircleFilled className="qs-audit-bad" aria-hidden />, text: faultText(last.fault) };
  const entries = formatCount(last.entries);
  return {
    icon: <CheckCircleFilled className="qs-audit-good" aria-hidden />,
    text: t('audit:state.whole', { entries }),
  };
}

/** `state` undefined: not known yet. */
export function ChainState({ state }: { state: LogState | undefined }) {
  const { t } = useTranslation();
  return state ? <Line state={state} /> : <span role="status" aria-label={t('common:state.loading')} />;
}

function Line({ state }: { state: LogState }) {
  const { t } = useTranslation();
  const { icon, text } = useLine(state);
  const { last, anchor } = state;
  const more = [
    last && t('audit:state.checkedAt', { at: formatInstant(last.at) }),
    last && last.accepted > 0 && t('audit:state.accepted', { count: last.accepted }),
    anchor &&
      (anchor.failed
        ? t('audit:state.anchorFailed')
        : t('audit:state.anchor', { seq: formatCount(anchor.seq), at: formatInstant(anchor.at) })),
  ].filter(Boolean);
  return (
    <span role="status" className="qs-audit-state">
      {icon} <strong>{text}</strong>
      <Tooltip title={t('audit:state.codeHint')}>
        <span className="qs-figure">
          {t('audit:state.code')} {state.code}
        </span>
      </Tooltip>
      <span className="qs-audit-more" title={more.join(' · ')}>
        {more.join(' · ')}
      </span>
    </span>
  );
}
