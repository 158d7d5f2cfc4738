/** K-INT behind a paper for a court (documents.md §0.3, §4.8): how the interest that is claimed was computed, a sheet for each loan. */
import type { Block } from '../../documents/blocks';
import { interestTable } from '../../interest/interestTable';
import { isComputed } from './claims';
import type { CasePaperFacts } from './paperFacts';

/** Of the loans whose claimed interest is the computed one: another sum would contradict its own sheet. */
const computedLoans = ({ loans }: CasePaperFacts) => loans.filter(isComputed);

/** `first`: number of the first annex. */
export const interestAnnexes = (facts: CasePaperFacts, first = 1): Block[] =>
  computedLoans(facts).flatMap(({ accrual, contractNo, termsSource }, at) => {
    const place = { index: first + at, contractNo: facts.loans.length === 1 ? null : contractNo };
    return accrual === null ? [] : interestTable(accrual, termsSource ?? '', place);
  });

/** In the list of what is enclosed. */
export const interestEnclosed = (facts: CasePaperFacts): string[] =>
  computedLoans(facts).length > 0 ? ['利息计算表'] : [];
