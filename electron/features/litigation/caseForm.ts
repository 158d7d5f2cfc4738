/** A paper of a case as a form: what the domain module says, in the shape that archive, preview and command line take. */
import type { DescribedField } from '@shared/contract/documents.contract';
import type { SeriesWord } from '@shared/domain/documents/series';
import {
  type CasePaper,
  checkPaper,
  composePaper,
  type Described,
  fillPaper,
  proposed,
} from '@shared/domain/litigation/papers/casePaper';
import type { CasePaperFacts } from '@shared/domain/litigation/papers/paperFacts';
import type { Permission } from '@shared/domain/users/roles';
import { yuanGrouped } from '@shared/kernel/money';
import { type Form, field, foundIn, type SourcedFigure } from '../documents/form';
import { CASE } from './caseSubject';
import { gatherCasePaper } from './gatherCasePaper';

export interface CaseFormMeta {
  readonly alias: string;
  readonly purpose: string;
  readonly series: SeriesWord | null;
  readonly category: string;
  readonly word: boolean;
  readonly permission: Permission;
}

const described = ({ id, kind, need, maxLength, options }: Described): DescribedField =>
  field(id, kind, {
    required: need === 'block',
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(options === undefined ? {} : { options }),
  });

const figuresOf = ({ loans }: CasePaperFacts): SourcedFigure[] =>
  loans.flatMap(({ contractNo, claimedPrincipal, claimedInterest, balance, asOf }) => [
    { label: `${contractNo} 主张本金`, value: yuanGrouped(claimedPrincipal), source: '案件登记', asOf: null },
    { label: `${contractNo} 主张利息`, value: yuanGrouped(claimedInterest), source: '案件登记', asOf: null },
    { label: `${contractNo} 尚欠本金`, value: yuanGrouped(balance), source: '贷款台账', asOf },
  ]);

/** What it speaks of, and what the books say of that. */
type Source<Facts> = Pick<Form<Facts & { asOf: string }>, 'subject' | 'gather' | 'figures'>;

const OF_CASE: Source<CasePaperFacts> = { subject: CASE, gather: gatherCasePaper, figures: figuresOf };

export const caseForm = (paper: CasePaper, meta: CaseFormMeta): Form<CasePaperFacts> => paperForm(paper, meta, OF_CASE);

export function paperForm<Facts extends { readonly asOf: string; readonly bank: { readonly name: string } }>(
  paper: CasePaper<Facts>,
  meta: CaseFormMeta,
  source: Source<Facts>,
): Form<Facts> {
  return {
    code: paper.code,
    title: paper.title,
    class: paper.class,
    version: '1',
    ...meta,
    ...source,
    required: paper.fields.filter(({ need, propose }) => need === 'block' && !propose).map(({ id }) => id),
    fields: paper.fields.map(described),
    catalogue: (facts, typed) =>
      paper.fields.map((each) => {
        const isTyped = typed[each.id] !== undefined && typed[each.id] !== '';
        return { ...described(each), suggestion: isTyped ? null : proposed(each, facts) };
      }),
    check: (facts, typed) => foundIn(checkPaper(paper, facts, typed)),
    fill: (facts, typed) => fillPaper(paper, facts, typed),
    compose: (facts, filled, date) => composePaper(paper, facts, filled, date),
  };
}
