/** DOC-CRT-06, the application for preservation of property (民事诉讼法 103, 104; documents.md §4.9), and 06R to renew a seizure. */
import { paperDate } from '../../../kernel/calendarDate';
import { yuanGrouped, yuanText } from '../../../kernel/money';
import { type Block, choices, heading, paragraph } from '../../documents/blocks';
import { noticeOf } from '../../documents/missing';
import { NOT_APPLICABLE } from '../../documents/typesetting';
import type { Asset } from '../acts';
import type { CasePaper, Filled } from './casePaper';
import { securityName } from './claims';
import { amountFindings, closing, courtOf, gateFindings, partyBlocks, partyFindings, sumPair } from './courtParts';
import type { CasePaperFacts } from './paperFacts';

const PRESERVATION_TIMES = ['pre-suit', 'in-suit', 'pre-enforcement'] as const;
const TIME_WORD = { 'pre-suit': '诉前', 'in-suit': '诉讼', 'pre-enforcement': '执行前' } as const;
const SECURITIES_GIVEN = ['exempt', 'guarantee-letter', 'property'] as const;
const ASSET_WORD: Readonly<Record<Asset, string>> = {
  deposit: '存款',
  movable: '动产、车辆',
  'real-estate': '不动产',
  'other-right': '股权、应收账款等其他财产权',
};

/** Property of which a line says: owner｜kind｜what exactly｜source. */
export interface Clue {
  readonly owner: string;
  readonly asset: string;
  readonly item: string;
  readonly source: string;
}

const clueLines = (filled: Filled): Clue[] =>
  filled.lines('clues').map((line) => {
    const [owner = '', asset = '', item = '', source = ''] = line.split(/[｜|]/).map((part) => part.trim());
    return { owner, asset, item, source };
  });

const proposedClues = ({ securities }: CasePaperFacts): string =>
  securities
    .filter(({ isLive }) => isLive)
    .map((item) => {
      const { owner, value, valuedOn, registeredOn } = item;
      const worth = value === null ? '' : `，评估${yuanGrouped(value)}元${valuedOn ? `（${valuedOn}）` : ''}`;
      return `${owner}｜不动产｜${securityName(item)}${worth}｜${registeredOn ? '抵（质）押登记' : '担保合同'}`;
    })
    .join('\n');

/** Most years of a seizure of this kind, as the law of the day has them. */
function limitText({ seizureMonths }: CasePaperFacts, asset: string): string {
  const kind = Object.entries(ASSET_WORD).find(([, word]) => word.includes(asset) || asset.includes(word))?.[0];
  const months = seizureMonths[kind ?? 'other-right'] ?? 0;
  return months % 12 === 0 ? `${months / 12}年` : `${months}个月`;
}

function clueTable(facts: CasePaperFacts, filled: Filled): Block[] {
  const rows = clueLines(filled).map(({ owner, asset, item, source }, at) => [
    String(at + 1),
    owner,
    asset,
    item,
    limitText(facts, asset),
    source || NOT_APPLICABLE,
  ]);
  return [
    { kind: 'annex', index: 1, title: '财产信息表' },
    {
      kind: 'dataTable',
      columns: [
        { label: '序号', width: 12, align: 'center' },
        { label: '财产所有人', width: 26 },
        { label: '类型', width: 22, align: 'center' },
        { label: '明确信息或线索', width: 52 },
        { label: '期限上限', width: 18, align: 'center' },
        { label: '来源', width: 26 },
      ],
      rows,
    },
  ];
}

function securitySentence(filled: Filled): Block {
  const given = filled.text('securityGiven');
  const amount = filled.amount('securityAmount');
  const by = filled.text('securityBy');
  const sum = amount === null ? '' : `，担保金额${yuanGrouped(amount)}元`;
  return paragraph(
    ...choices([
      ['申请人系依法设立的金融机构，请求依法免予提供担保', given === 'exempt'],
      [
        `由${by || '保险公司（担保公司）'}出具保函${given === 'guarantee-letter' ? sum : ''}`,
        given === 'guarantee-letter',
      ],
      [`提供财产担保${given === 'property' ? `：${by}${sum}` : ''}`, given === 'property'],
    ]),
    '。',
  );
}

const standsText = ({ file }: CasePaperFacts): string =>
  file.caseNo === null ? '即将起诉' : `已由贵院以${file.caseNo}立案`;

function compose(facts: CasePaperFacts, filled: Filled, date: string): Block[] {
  const time = filled.text('when');
  const amount = filled.amount('amount') ?? 0;
  return [
    { kind: 'title', lines: ['财产保全申请书'] },
    {
      kind: 'paragraph',
      runs: choices(PRESERVATION_TIMES.map((each) => [TIME_WORD[each], each === time])),
      align: 'center',
      indent: false,
    },
    ...partyBlocks(facts, '申请人', '被申请人'),
    heading(1, '请求事项'),
    paragraph(`依法查封、扣押、冻结被申请人名下价值${sumPair(amount)}的财产（财产信息及线索见附表）。`),
    heading(1, '事实与理由'),
    paragraph(`申请人与被申请人${facts.file.cause}一案，${standsText(facts)}。`),
    ...filled.lines('facts').map((line) => paragraph(line)),
    heading(1, '担保'),
    securitySentence(filled),
    ...closing(facts, courtOf(facts), ['财产信息表', '证据材料', '担保材料', '主体资格材料'], '申请人', date),
    ...clueTable(facts, filled),
  ];
}

export const preservationPaper: CasePaper = {
  code: 'DOC-CRT-06',
  title: '财产保全申请书',
  class: 'COURT',
  layout: 'official',
  fields: [
    {
      id: 'when',
      kind: 'choice',
      need: 'block',
      options: PRESERVATION_TIMES,
      propose: ({ file }) => (file.state === 'pre-suit' ? 'pre-suit' : file.effect ? 'pre-enforcement' : 'in-suit'),
    },
    {
      id: 'amount',
      kind: 'amount',
      need: 'block',
      propose: ({ file }) => yuanText(file.claimed.total),
    },
    { id: 'facts', kind: 'longText', need: 'block', maxLength: 4000 },
    { id: 'clues', kind: 'longText', need: 'block', maxLength: 4000, propose: proposedClues },
    { id: 'securityGiven', kind: 'choice', need: 'block', options: SECURITIES_GIVEN, propose: () => 'exempt' },
    { id: 'securityBy', kind: 'text', maxLength: 80 },
    { id: 'securityAmount', kind: 'amount' },
  ],
  check: (facts, filled) => {
    const amount = filled.amount('amount') ?? 0;
    const given = filled.text('securityGiven');
    return [
      ...gateFindings(facts, true),
      ...partyFindings(facts),
      ...amountFindings(facts),
      ...(amount > facts.file.claimed.total ? [noticeOf('amount-above-claim', 'G-AMT', 'block', 'amount')] : []),
      ...(amount > 0 ? [] : [noticeOf('claim-not-positive', 'G-AMT', 'block', 'amount')]),
      ...(given === 'exempt' || filled.text('securityBy') !== ''
        ? []
        : [noticeOf('field-missing', 'G-SHORT', 'block', 'securityBy')]),
      ...clueLines(filled)
        .filter(({ owner, item }) => owner === '' || item === '')
        .map((_, at) => noticeOf('clue-incomplete', 'G-SHORT', 'block', 'clues', String(at + 1))),
    ];
  },
  compose,
};

/** The seizures that still hold, the one that ends first before the others. */
const standing = ({ file }: CasePaperFacts) =>
  file.seizures
    .filter(({ releasedOn }) => releasedOn === null)
    .sort((a, b) => ((a.expiry ?? '9999') < (b.expiry ?? '9999') ? -1 : 1));

export const renewalPaper: CasePaper = {
  code: 'DOC-CRT-06R',
  title: '续行保全申请书',
  class: 'COURT',
  layout: 'official',
  fields: [{ id: 'facts', kind: 'longText', need: 'block', maxLength: 3000 }],
  check: (facts) => {
    const seizures = standing(facts);
    return [
      ...partyFindings(facts),
      ...(seizures.length === 0 ? [noticeOf('no-seizure', 'G-COND', 'block', 'case')] : []),
      ...seizures
        .filter(({ expiry }) => expiry !== null && expiry < facts.today)
        .map(({ item }) => noticeOf('seizure-expired', 'G-TIME', 'block', 'case', item)),
    ];
  },
  compose: (facts, filled, date) => [
    { kind: 'title', lines: ['续行保全申请书'] },
    ...partyBlocks(facts, '申请人', '被申请人'),
    heading(1, '请求事项'),
    paragraph('请求对下列财产续行查封（扣押、冻结）：'),
    ...standing(facts).map(({ item, owner, paperNo, expiry, asset }, at) =>
      paragraph(
        `${at + 1}.${owner ? `${owner}名下` : ''}${item}，${paperNo ? `原裁定${paperNo}，` : ''}${expiry ? `至${paperDate(expiry)}届满，` : ''}续行期限${limitText(facts, ASSET_WORD[asset])}；`,
      ),
    ),
    heading(1, '事实与理由'),
    paragraph(
      `申请人与被申请人${facts.file.cause}一案${facts.file.caseNo ? `（${facts.file.caseNo}）` : ''}，上列财产的保全期限即将届满。`,
    ),
    ...filled.lines('facts').map((line) => paragraph(line)),
    ...closing(facts, courtOf(facts), ['原保全裁定书', '保全结果材料'], '申请人', date),
  ],
};
