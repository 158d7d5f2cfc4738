/** The ratios of a month, by the rules of its last day (CLS-05). */
import { type MonthStats, monthStats, openingMonth, type Ratio } from '@shared/domain/portfolio/monthStats';
import { fixedText } from '@shared/kernel/exact';
import { refuse } from '@shared/kernel/result';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { rulesInForce, tracedLine } from '../rules/rulesInForce';
import { monthFigures } from './monthStats.repository';

/** Four places; n/a where there is nothing to divide by. */
const written = ({ ratio, ...parts }: Ratio) => ({ ...parts, ratio: ratio === null ? 'n/a' : fixedText(ratio, 4) });

/** Refuses month-unknown. */
export async function showMonthStats(services: Services, { store }: OpenFolder, month: string) {
  const figures = monthFigures(store.read, month) ?? refuse('month-unknown', { month });
  const rules = await rulesInForce(store.read, services.clock.today());
  const { npl, recovery, coverage, provision, migration, reserveFrom, trace }: MonthStats = monthStats(
    rules.book,
    month,
    figures,
  );
  return {
    month,
    opening: openingMonth(month),
    npl: written(npl),
    recovery: written(recovery),
    coverage: written(coverage),
    provision: written(provision),
    migration: migration.map((each) => ({ class: each.class, ...written(each) })),
    reserveFrom,
    moved: [...figures.moved],
    trace: trace.map((line) => tracedLine(line, rules)),
  };
}
