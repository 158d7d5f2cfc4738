/** The reviews of open cases, or the breaches that were found, as Excel or PDF (LIT-13, LIT-15, ORG-06). */
import { register } from '@shared/domain/documents/register';
import { BREACH_COLUMNS, REVIEW_COLUMNS } from '@shared/domain/litigation/reviewRegisters';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import type { ListInput } from '../documents/handOutList';
import { handOutRegister } from '../documents/handOutRegister';
import { allReviews } from './readReviews';

/** Who analyses the causes together (B4 §30). */
const REVIEWERS = ['资产保全部', '法律顾问', '案件负责人'];

export interface ReviewsInput extends ListInput {
  readonly list: 'reviews' | 'breaches';
}

/** Refusals in order: path-unwritable, glyph-missing, export-too-long. `path` null: the person cancelled. */
export async function exportReviews(
  services: Services,
  open: OpenFolder,
  input: ReviewsInput,
): Promise<{ path: string | null; lines: number }> {
  const lines = await open.store.reading((db) => allReviews(db, services.clock.today()));
  const reviews = () =>
    register(
      { code: '', title: '未结诉讼案件排查表', class: 'SECRET', signers: REVIEWERS, columns: REVIEW_COLUMNS },
      lines.filter(({ standing }) => standing.dueOn !== null),
    );
  const breaches = () =>
    register(
      { code: '', title: '诉讼违规情形清单', class: 'SECRET', columns: BREACH_COLUMNS },
      lines.flatMap(({ breaches: found, ...line }) => found.map((breach) => ({ ...line, ...breach, key: line.key }))),
    );
  const log = { action: 'caseReview.export', detail: { list: input.list } };
  return handOutRegister(services, open, input, input.list === 'reviews' ? reviews() : breaches(), log);
}
