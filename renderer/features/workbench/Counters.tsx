/** Counters of the bench (S02): each filters, and a second press shows everything again. */
import { SPANS, type Span, type WorkKind } from '@shared/domain/workbench/workItem';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../api/client';
import { formatCount } from '../../i18n/format';
import { AmountText } from '../../ui/AmountText';

/** Kinds with a counter of their own. */
const COUNTED: readonly WorkKind[] = ['approval', 'receipt-missing'];

/** So many days ahead the list looks. */
const AHEAD = 30;

interface Props {
  readonly board: OutputOf<'workbench.list'> | undefined;
  readonly filter: {
    readonly span: Span | null;
    readonly setSpan: (span: Span | undefined) => void;
    readonly kind: WorkKind | null;
    readonly setKind: (kind: WorkKind | undefined) => void;
  };
}

export function Counters({ board, filter }: Props) {
  const { t } = useTranslation();
  const { span, setSpan, kind, setKind } = filter;
  const toggle = (each: WorkKind): void => setKind(each === kind ? undefined : each);
  const countOf = (wanted: WorkKind) => board && (board.kinds.find((each) => each.kind === wanted)?.count ?? 0);
  const press = (isOn: boolean) => ({ type: isOn ? 'primary' : 'default', 'aria-pressed': isOn }) as const;
  return (
    <div className="qs-bench-counters" data-pane>
      {SPANS.map((each) => (
        <Button key={each} {...press(each === span)} onClick={() => setSpan(each === span ? undefined : each)}>
          {t(`workbench:span.${each}`)} <b className="qs-figure">{formatCount(board?.counts[each])}</b>
        </Button>
      ))}
      {COUNTED.map((each) => (
        <Button key={each} {...press(each === kind)} onClick={() => toggle(each)}>
          {t(`workbench:kind.${each}`)} <b className="qs-figure">{formatCount(countOf(each))}</b>
        </Button>
      ))}
      <Button {...press(kind === 'guarantee')} onClick={() => toggle('guarantee')}>
        {t('workbench:expiring', { days: formatCount(AHEAD) })}{' '}
        <b className="qs-figure">
          <AmountText fen={board?.expiring.amount ?? null} />
        </b>
      </Button>
    </div>
  );
}
