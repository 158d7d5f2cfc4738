/** DOC-LIT-09, the filing of whoever is engaged as counsel or agent (B4 §25–26, LIT-12), and DOC-LIT-10, the letter that ends it (§27). */
import { type CalendarDate, paperDate } from '../../../kernel/calendarDate';
import { type Block, type FormRow, note, paragraph } from '../../documents/blocks';
import { type Missing, noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE, noBreak } from '../../documents/typesetting';
import type { Counsel, CounselEntry, Dismissal, Fitness } from '../counsel';
import type { CasePaper } from './casePaper';
import { FOUR, pairRow, row } from './courtParts';
import type { PaperBank } from './paperFacts';

export interface CounselPaperFacts {
  readonly asOf: CalendarDate;
  readonly bank: PaperBank;
  readonly counsel: Omit<Counsel, 'id'>;
  readonly fitness: Pick<Fitness, 'checks' | 'yearsFullOn'>;
  /** Cases that he has, and those that his dismissal ended. */
  readonly cases: readonly { readonly label: string; readonly mode: 'ordinary' | 'risk'; readonly isOpen: boolean }[];
}

const KIND_WORD = { counsel: '法律顾问', agent: '诉讼代理人' } as const;
const MODE_WORD = { ordinary: '一般代理', risk: '风险代理' } as const;

const entryOf = ({ counsel }: CounselPaperFacts, kind: CounselEntry['kind']): CounselEntry | undefined =>
  counsel.entries.findLast((entry) => entry.kind === kind);

const isMet = ({ fitness }: CounselPaperFacts, id: string): boolean =>
  fitness.checks.find((check) => check.id === id)?.met === true;

function penaltiesText({ counsel }: CounselPaperFacts): string {
  const penalties = counsel.entries.filter(({ kind }) => kind === 'penalty');
  return penalties.map(({ on, text }) => `${paperDate(on)}${text}`).join('；') || '无';
}

function engagementRows(facts: CounselPaperFacts, conflict: string, term: string, fee: string): FormRow[] {
  const { counsel, fitness, cases } = facts;
  const years = isMet(facts, 'years') ? '已满' : '未满';
  const filed = entryOf(facts, 'filed');
  const open = cases.filter(({ isOpen }) => isOpen).map(({ label, mode }) => `${label}（${MODE_WORD[mode]}）`);
  return [
    pairRow('姓名', counsel.name, '聘任类别', KIND_WORD[counsel.kind]),
    row('执业机构', counsel.firm),
    pairRow('执业证号', noBreak(counsel.licenceNo), '执业日期', paperDate(counsel.licensedOn)),
    row('执业年限', `${years}规定年限（满限日：${paperDate(fitness.yearsFullOn)}）`),
    row('金融案件经验', counsel.experience, 16),
    row('品行', counsel.character),
    row('违规处罚', penaltiesText(facts)),
    row('利益冲突核查', conflict, 16),
    pairRow('聘任期限', term, '收费方式', fee),
    row('代理案件', open.join('；') || NOT_APPLICABLE),
    row('填报单位意见', '', 28),
    row('备案意见', filed ? `同意备案，备案号${filed.number ?? ''}，${paperDate(filed.on)}` : '', 28),
  ];
}

const UNMET: readonly (readonly [id: string, code: string])[] = [
  ['years', 'counsel-years-short'],
  ['experience', 'counsel-inexperienced'],
  ['no-penalty', 'counsel-penalised'],
  ['character', 'counsel-character-missing'],
  ['engaged', 'counsel-dismissed'],
];

export const engagementPaper: CasePaper<CounselPaperFacts> = {
  code: 'DOC-LIT-09',
  title: '法律顾问（代理人）聘任备案表',
  class: 'INT',
  layout: 'form',
  fields: [
    { id: 'conflict', kind: 'longText', need: 'block', maxLength: 500 },
    { id: 'term', kind: 'text', need: 'block', maxLength: 60 },
    { id: 'counselFee', kind: 'text', need: 'block', maxLength: 100 },
  ],
  check: (facts): Missing[] =>
    UNMET.filter(([id]) => !isMet(facts, id)).map(([, code]) =>
      noticeOf(code, 'G-COND', 'block', 'counsel', paperDate(facts.fitness.yearsFullOn)),
    ),
  compose: (facts, filled): Block[] => [
    { kind: 'title', lines: ['法律顾问（代理人）聘任备案表'] },
    {
      kind: 'formTable',
      widths: FOUR,
      rows: engagementRows(facts, filled.text('conflict'), filled.text('term'), filled.text('counselFee')),
    },
    note('本表一式两份，聘任单位、备案机构各一份。聘任条件依据B4 不良贷款诉讼管理办法第二十六条。'),
    { kind: 'signatures', lines: [{ label: '经办人' }, { label: '资产保全部' }, { label: '分管领导' }] },
  ],
};

const CAUSE_WORD: Readonly<Record<Dismissal, string>> = {
  neglect: '未尽职责，给本行造成不利影响',
  mistake: '代理工作出现失误',
  collusion: '与对方当事人串通，损害本行利益',
  'term-ended': '聘任（委托）期满或协商解除',
};

export const dismissalPaper: CasePaper<CounselPaperFacts> = {
  code: 'DOC-LIT-10',
  title: '解除聘任（委托）通知书',
  class: 'OUT',
  layout: 'letter',
  fields: [
    { id: 'handOverBy', kind: 'date', need: 'block' },
    { id: 'receiver', kind: 'text', need: 'block', maxLength: 40 },
  ],
  check: (facts, filled): Missing[] => {
    const by = filled.date('handOverBy');
    return [
      ...(entryOf(facts, 'dismissed') ? [] : [noticeOf('counsel-not-dismissed', 'G-COND', 'block', 'counsel')]),
      ...(by !== null && by < facts.asOf ? [noticeOf('date-past', 'G-DATE', 'block', 'handOverBy')] : []),
    ];
  },
  compose: (facts, filled, date): Block[] => {
    const { counsel, cases, bank } = facts;
    const ended = entryOf(facts, 'dismissed');
    const cause = ended?.cause ? `原因：${CAUSE_WORD[ended.cause]}。` : '';
    const by = filled.date('handOverBy');
    const until = by === null ? '' : `于${paperDate(by)}前`;
    const held = cases.map(({ label }) => label).join('、');
    return [
      { kind: 'title', lines: ['解除聘任（委托）通知书'] },
      { kind: 'addressee', text: `${counsel.firm}　${counsel.name}：` },
      paragraph(
        `我行决定自${ended ? paperDate(ended.on) : ''}起解除对你的${KIND_WORD[counsel.kind]}聘任（委托）。${cause}${ended?.text ?? ''}`,
      ),
      paragraph(
        `自解除之日起，你不再以我行代理人名义从事任何活动，我行此前出具的授权委托书同时失效。${held === '' ? '' : `你所代理的下列案件由我行另行委托：${held}。`}`,
      ),
      paragraph(`请${until}将案件材料、法律文书和授权委托书原件移交我行${filled.text('receiver')}，并结清垫付费用。`),
      paragraph(`联系电话：${noBreak(bank.phone)}　地址：${bank.address}`),
      { kind: 'seal', issuer: bank.name, date },
      { kind: 'signatures', lines: [{ label: '受通知人' }] },
    ];
  },
};
