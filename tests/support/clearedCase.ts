/** A case that has passed the gate to the court, by counsel, committee, head and clerk; each test goes on from a step of it. */
import { randomUUID } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import type { CaseDescription } from '@shared/contract/litigationInputs';
import { closeVote, voteOnRequest } from '../../electron/features/approvals/voteOnRequest';
import { registerCounsel } from '../../electron/features/counsel/keepCounsels';
import { openCase } from '../../electron/features/litigation/describeCase';
import { addEvidence } from '../../electron/features/litigation/keepEvidence';
import { askCommittee, giveOpinion } from '../../electron/features/litigation/passGate';
import { recordAct } from '../../electron/features/litigation/recordAct';
import { askFiling, recordFiling } from '../../electron/features/litigation/recordFiling';
import { showHouseholdCases } from '../../electron/features/litigation/showHouseholdCases';
import { router } from '../../electron/router';
import { type People, TODAY, withPeople } from './approvals';
import { REPORT, reportHousehold, typedFor } from './fillReport';
import type { TestFolder } from './openFolder';

export const COURT = '奉节县人民法院';

export const OPINION = {
  number: '奉支意字〔2026〕第0001号',
  counsel: '赵律师',
  facts: '借款合同合法有效，原告已按约放款，借款人逾期未还。\n保证人未履行保证责任。',
  law: '《中华人民共和国民法典》第六百七十五条、第六百七十六条、第六百八十八条',
  chance: 'high',
  adverse: '还款明细须更新至立案日',
  enforceability: 'fair',
  assets: '抵押房产一处，坐落永安镇某街1号',
  expected: 1_000_000,
  settlement: {
    floor: 900_000,
    firstPayment: 300_000,
    months: 12,
    waiver: 0,
    keepsSecurity: true,
    onDefault: '恢复全部请求',
  },
  conclusion: 'sue',
} as const;

export class CaseMaker {
  readonly folder: TestFolder;
  people!: People;
  household = '';
  id = 0;

  constructor(folder: TestFolder) {
    this.folder = folder;
  }

  as(name: string) {
    return this.people.as(name);
  }

  /** The household, its report, the case with its evidence. */
  async open(): Promise<void> {
    const { folder } = this;
    const { party, household } = reportHousehold(folder);
    this.household = household;
    this.people = await withPeople(folder.open, {
      wu: ['clerk'],
      lawyer: ['counsel'],
      chief: ['branch-head'],
      deputy: ['deputy-head'],
      assets: ['asset-preservation-head'],
      m1: ['committee-member'],
      m2: ['committee-member'],
      m3: ['committee-member'],
    });
    const client = createRouterClient(router, { context: { services: folder.services } });
    const fields = await typedFor(folder, party);
    await client.documents.issueTyped({ form: REPORT, subject: household, fields, requestId: randomUUID() });
    const clerk = await this.as('wu');
    await registerCounsel(folder.services, await this.as('assets'), {
      ...{ name: '赵律师', kind: 'agent', firm: '某律师事务所', licenceNo: '15001200610000001' },
      ...{ licensedOn: '2012-05-01', experience: '金融借款案二十件', character: '良好' },
    });
    const input = { route: 'suit', standing: 'plaintiff', requestId: randomUUID() } as const;
    ({ id: this.id } = await openCase(folder.services, clerk, { ...input, description: await this.describe() }));
    const item = { source: '信贷档案', isOriginal: true, pages: 3, file: null } as const;
    for (const [kind, name, proves] of [
      ['contract', '借款合同', '借贷关系及约定'],
      ['receipt', '借款借据', '已按约放款'],
      ['guarantee', '保证合同、抵押合同', '担保关系'],
    ] as const)
      await addEvidence(folder.services, clerk, { ...item, id: this.id, kind, name, proves });
  }

  private async describe(): Promise<CaseDescription> {
    const { services, open } = this.folder;
    const { loans, parties, securities } = await showHouseholdCases(services, open, this.household);
    const [guarantor = -1] = parties.flatMap(({ capacity }, at) => (capacity === 'guarantor' ? [at] : []));
    return {
      title: '诉杨𠮷等金融借款合同纠纷',
      cause: '金融借款合同纠纷',
      court: COURT,
      courtLevel: 'basic',
      remark: null,
      loans: loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
      parties: parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', capacity, partyId, name })),
      claims: [
        ...securities.map(({ collateralId, description }) => ({
          ...{ kind: 'security' as const, amount: null, collateralId, party: null, text: `就${description}优先受偿` },
        })),
        {
          ...{ kind: 'guarantee', amount: null, collateralId: null, party: `p${guarantor + 1}` },
          text: `${parties[guarantor]?.name}对上述债务承担连带清偿责任`,
        },
        { kind: 'costs', amount: 3_000_00, collateralId: null, party: null, text: '律师费' },
      ],
      people: [
        {
          role: 'responsible',
          userId: await this.people.id('chief'),
          name: '人员chief',
          reason: '案情重大，由行长负责',
        },
        { role: 'handler', userId: await this.people.id('wu'), name: '人员wu', reason: null },
        { role: 'agent', userId: null, name: '赵律师', reason: null },
      ],
    };
  }

  async opinion(version = 1): Promise<void> {
    await giveOpinion(this.folder.services, await this.as('lawyer'), {
      id: this.id,
      version,
      on: TODAY,
      opinion: OPINION,
    });
  }

  async committee(vote: 'consent' | 'refuse'): Promise<void> {
    const { approval } = await askCommittee(this.folder.services, await this.as('wu'), { id: this.id });
    const at = () =>
      this.folder.open.store.sqlite.prepare('SELECT id, rev, digest FROM approval_request WHERE id = ?').get(approval);
    const said = vote === 'refuse' ? '证据不足，暂不起诉' : '';
    for (const name of ['m1', 'm2', 'm3']) {
      const input = { ...(at() as object), vote, opinion: said, requestId: randomUUID() };
      await voteOnRequest(TODAY, await this.as(name), input as never);
    }
    const input = { ...(at() as object), minutes: '诉委会会议记录', requestId: randomUUID() };
    await closeVote(TODAY, await this.as('m1'), input as never);
  }

  async file(): Promise<void> {
    const { services } = this.folder;
    await askFiling(services, await this.as('assets'), { id: this.id, on: TODAY });
    const answer = { id: this.id, on: TODAY, outcome: 'agreed', number: '奉诉备〔2026〕1号', note: null } as const;
    await recordFiling(services, await this.as('deputy'), answer);
  }

  async act(kind: string, on: string, detail: object = {}, accepted: readonly string[] = []): Promise<void> {
    await recordAct(this.folder.services, await this.as('wu'), {
      ...{ id: this.id, kind: kind as never, on, detail, documentId: null, note: null, files: [] },
      ...{ accepted, reason: accepted.length === 0 ? null : '已核实', requestId: randomUUID() },
    });
  }
}
