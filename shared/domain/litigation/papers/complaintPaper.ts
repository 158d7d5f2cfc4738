/** DOC-CRT-01, the complaint in its classic form (民事诉讼法 124; documents.md §4.8.1). */
import { chineseCount } from '../../../kernel/chineseDate';
import { type Block, bold, heading, paragraph, text } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { interestSum } from '../../interest/accrual';
import type { CasePaper, PaperField } from './casePaper';
import { claimTexts, groundTexts, isComputed, numbered } from './claims';
import { amountFindings, closing, courtOf, defendantsOf, gateFindings, partyBlocks, partyFindings } from './courtParts';
import { interestAnnexes, interestEnclosed } from './interestAnnex';
import { opinionIn } from './opinionPaper';
import type { CasePaperFacts } from './paperFacts';

/** Grounds and law: proposed from the file and the counsel's opinion, worded by whoever signs. */
export const GROUND_FIELDS: readonly PaperField[] = [
  {
    id: 'facts',
    kind: 'longText',
    need: 'block',
    maxLength: 6000,
    propose: (facts) => groundTexts(facts).join('\n'),
  },
  { id: 'law', kind: 'longText', need: 'block', maxLength: 2000, propose: (facts) => opinionIn(facts)?.law ?? null },
];

/** G-INT: the interest that is claimed is the computed one, or is said to be the case's own sum. */
export const interestFindings = ({ loans }: CasePaperFacts): Missing[] =>
  loans.flatMap((loan) => {
    const { accrual, contractNo } = loan;
    if (accrual === null) return [noticeOf('interest-unsplit', 'G-INT', 'warn', 'loans', contractNo)];
    if (isComputed(loan))
      return accrual.callUnsaid ? [noticeOf('interest-call-unsaid', 'G-INT', 'warn', 'loans', contractNo)] : [];
    const differs = interestSum(accrual) < loan.claimedInterest ? 'block' : 'warn';
    return [noticeOf('claimed-interest-differs', 'G-INT', differs, 'loans', contractNo)];
  });

/** Guarantors who are sued while no claim is made against them. */
const guarantorFindings = (facts: CasePaperFacts): Missing[] => {
  const named = new Set(facts.file.claims.flatMap(({ kind, party }) => (kind === 'guarantee' && party ? [party] : [])));
  return defendantsOf(facts)
    .filter(({ capacity, key }) => capacity === 'guarantor' && !named.has(key))
    .map(({ name }) => noticeOf('guarantor-not-claimed', 'G-SEC', 'warn', 'case', name));
};

export const complaintFindings = (facts: CasePaperFacts): Missing[] => [
  ...gateFindings(facts),
  ...partyFindings(facts),
  ...amountFindings(facts),
  ...interestFindings(facts),
  ...guarantorFindings(facts),
];

const copiesOf = (facts: CasePaperFacts): string => `本起诉状副本${chineseCount(defendantsOf(facts).length)}份`;

export const enclosedWith = (facts: CasePaperFacts): string[] => [
  copiesOf(facts),
  '证据目录及证据材料',
  '主体资格材料',
  ...interestEnclosed(facts),
];

/** 依照…的规定 before the law that the counsel named. */
const lawSentence = (law: string): string =>
  `综上，为维护合法权益，依照${law.replace(/\s*\n\s*/g, '、').replace(/[。；]+$/, '')}的规定，诉至贵院，请依法判如所请。`;

export const complaintPaper: CasePaper = {
  code: 'DOC-CRT-01',
  title: '民事起诉状',
  class: 'COURT',
  layout: 'official',
  fields: GROUND_FIELDS,
  check: complaintFindings,
  compose: (facts, filled, date): Block[] => [
    { kind: 'title', lines: ['民事起诉状'] },
    ...partyBlocks(facts, '原告', '被告'),
    { kind: 'paragraph', runs: [bold('案由：'), text(facts.file.cause)], indent: true },
    heading(1, '诉讼请求'),
    ...numbered(claimTexts(facts)).map((claim) => paragraph(claim)),
    heading(1, '事实与理由'),
    ...filled.lines('facts').map((line) => paragraph(line)),
    paragraph(lawSentence(filled.text('law'))),
    ...closing(facts, courtOf(facts), enclosedWith(facts), '具状人', date),
    ...interestAnnexes(facts),
  ],
};
