/** The recovery slip and the approval form of interest measures: issued from what was recorded (DOC-RWD-01, DOC-REC-11). */
import type { PaperDocument } from '@shared/domain/documents/blocks';
import { composeMeasure } from '@shared/domain/receipts/measurePaper';
import { composeSlip, type SlipFacts } from '@shared/domain/receipts/slipPaper';
import { afterEach, describe, expect, it } from 'vitest';
import { recordingEngine } from '../../../support/fillReport';
import { desk, receipt, requestId } from './support';

type Desk = Awaited<ReturnType<typeof desk>>;
let at: Desk | null = null;
afterEach(() => at?.folder.close());

const SLIP: SlipFacts = {
  asOf: '2026-11-20',
  unit: '奉节县某支行',
  number: 'SG20261122-1',
  debtor: '李四',
  receivedOn: '2026-11-20',
  amount: 3_650_000,
  method: '现金',
  voucherNo: '00479',
  payer: '李四',
  isAgreed: false,
  loans: [
    {
      contract: '奉信（2008）年借字第0012号',
      issueDate: '2008-08-18',
      fourLevel: '呆滞',
      sheet: 'off',
      costs: 0,
      principal: 3_000_000,
      interest: 650_000,
    },
  ],
  collectors: [
    { name: '王某', ppm: 600_000 },
    { name: '李某', ppm: 400_000 },
  ],
  recordedBy: '陈某',
};

/** Everything that stands in the tables of a paper. */
const words = (paper: PaperDocument): string =>
  paper.blocks
    .flatMap((block) => (block.kind === 'formTable' ? block.rows.flatMap(({ cells }) => cells) : []))
    .flatMap(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')))
    .join(' ');

describe('DOC-RWD-01', () => {
  it('says amount in both forms, the split, the collectors and their shares', () => {
    const said = words(composeSlip(SLIP, '2026-11-22'));
    for (const word of [
      '36,500.00元',
      '叁万陆仟伍佰元整',
      '本金30,000.00元，利息6,500.00元',
      '2008年8月18日借',
      '表外',
      '王某',
      '60%',
      '40%',
    ])
      expect(said).toContain(word);
    expect(said).not.toContain('费用');
  });

  it('is issued for a receipt, and not for one that was taken back', async () => {
    at = await desk('clerk', recordingEngine());
    const household = at.build.party({ name: '李四' });
    at.build.loan({ party_id: household, issue_date: '2008-08-18' });
    const { id, number } = await at.api.receipts.record({ ...receipt(household), requestId: requestId() });
    const issue = () =>
      at?.api.documents.issueTyped({ form: 'DOC-RWD-01', subject: number, fields: {}, requestId: requestId() });
    await issue();
    expect(await at.api.documents.list({})).toMatchObject([{ form: 'DOC-RWD-01', subject: number }]);
    await at.folder.signInAs('director');
    await at.api.receipts.reverse({ id, reason: '凭证录错', requestId: requestId() });
    await at.folder.signInAs('clerk');
    await expect(issue()).rejects.toThrow('fields-missing');
  });
});

describe('DOC-REC-11', () => {
  it('is issued for a measure that was asked for, with a line for each level', async () => {
    at = await desk('clerk', recordingEngine());
    const loanId = at.build.loan({ interest_off: 900_000 });
    const asked = await at.api.receipts.askMeasure({
      ...{
        loanId,
        measure: 'relief',
        amount: 400_000,
        hardship: 'family',
        facts: '主要劳动力患病',
        evidence: '诊断证明',
      },
      ...{ investigators: ['王某', '李某'], principles: ['一', '二', '三'], conditions: null, until: null },
    });
    const { form } = await at.api.documents.issueTyped({
      form: 'DOC-REC-11',
      subject: String(asked.id),
      fields: {},
      requestId: requestId(),
    });
    expect(form).toBe('DOC-REC-11');
    const frozen = at.rows("SELECT data FROM document WHERE form = 'DOC-REC-11'")[0]?.data;
    expect(String(frozen)).toContain('支行行长意见');
  });

  it('says that a suspension leaves the debt as it is, and that a relief takes interest only', () => {
    const facts = {
      ...{
        asOf: '2026-11-22',
        unit: '奉节县某支行',
        debtor: '李四',
        contract: '第0012号',
        amount: 400_000,
        owed: { interest: 900_000, accrual: null, source: null },
      },
      ...{
        hardship: 'family' as const,
        facts: '主要劳动力患病',
        evidence: '诊断证明',
        investigators: ['王某', '李某'],
      },
      ...{ principles: ['一', '二', '三'], conditions: null, until: null, levels: [] },
    };
    const notes = (measure: 'relief' | 'full-suspension') =>
      composeMeasure({ ...facts, measure }, '2026-11-22').blocks.flatMap((block) =>
        block.kind === 'note' ? block.text : [],
      );
    expect(notes('full-suspension').at(-1)).toContain('不免除债务人清偿义务');
    expect(notes('relief').at(-1)).toContain('本金不减');
    expect(words(composeMeasure({ ...facts, measure: 'relief' }, '2026-11-22'))).toContain('王某、李某');
  });
});
