/** Commands of litigation, for the test that each command leaves its row in the log. */
import { randomUUID } from 'node:crypto';
import type { RouterClient } from '@orpc/server';
import type { CaseDescription } from '@shared/contract/litigationInputs';
import { present } from '@shared/kernel/assert';
import type { router } from '../../../electron/router';

type Client = RouterClient<typeof router>;
type Act = readonly [path: string, act: () => Promise<unknown>];

interface Given {
  readonly client: () => Client;
  /** Number of a household with a secured loan and an issued report. */
  readonly household: () => string;
  readonly today: () => string;
}

async function description(client: Client, household: string): Promise<CaseDescription> {
  const of = await client.litigation.household({ household });
  const person = present(of.people[0], 'a colleague');
  return {
    ...({ court: '奉节县人民法院', courtLevel: 'basic', remark: null } as const),
    ...{ title: of.title, cause: of.cause },
    loans: of.loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
    parties: of.parties.map(({ partyId, name, capacity }) => ({ role: 'defendant', partyId, name, capacity })),
    claims: of.securities.map(({ collateralId, claim }) => ({
      ...{ kind: 'security', amount: null, collateralId, party: null, text: claim },
    })),
    people: (['responsible', 'handler'] as const).map((role) => ({
      ...{ role, userId: person.id, name: person.display, reason: '案情需要' },
    })),
  };
}

const OPINION = {
  number: '奉支意字〔2026〕第0001号',
  counsel: '赵律师',
  facts: '逾期未还',
  law: '民法典第六百七十五条',
  chance: 'high',
  adverse: '无不利因素',
  enforceability: 'fair',
  assets: '房产一处',
  expected: 1,
  settlement: null,
  conclusion: 'sue',
} as const;

/** In an order in which each finds what it needs. What asks for two people is tried elsewhere. */
export const litigationActs = ({ client, household, today }: Given): readonly Act[] => {
  const found = async () => {
    const { cases } = await client().litigation.household({ household: household() });
    return client().litigation.show({ key: present(cases[0], 'a case').key });
  };
  const id = async () => (await found()).id;
  const at = client;
  const task = { kind: 'task-set' as const, detail: { item: '查档', until: '2027-01-04' } };
  return [
    [
      'litigation.open',
      async () => {
        const head = { route: 'suit', standing: 'plaintiff', requestId: randomUUID() } as const;
        return at().litigation.open({ ...head, description: await description(at(), household()) });
      },
    ],
    [
      'litigation.amend',
      async () => {
        const about = await description(at(), household());
        return at().litigation.amend({ id: await id(), version: 1, description: about, reason: '补充案情' });
      },
    ],
    [
      'litigation.addEvidence',
      async () => {
        const item = { name: '材料', source: '信贷档案', isOriginal: true, pages: 1, proves: '借贷关系' };
        for (const kind of ['receipt', 'contract', 'guarantee'] as const)
          await at().litigation.addEvidence({ id: await id(), kind, ...item });
      },
    ],
    [
      'litigation.giveOpinion',
      async () => at().litigation.giveOpinion({ id: await id(), version: 2, on: today(), opinion: OPINION }),
    ],
    ['litigation.askCommittee', async () => at().litigation.askCommittee({ id: await id() })],
    [
      'litigation.askPermit',
      async () => {
        const asked = {
          ...({ kind: 'release', release: 'withdrawal', item: '全部请求', amount: null } as const),
          ...{ performance: '已清偿', effects: '时效中断' },
        };
        return at().litigation.askPermit({ id: await id(), asked, reason: '债务已经清偿' });
      },
    ],
    [
      'litigation.recordAct',
      async () => at().litigation.recordAct({ id: await id(), on: today(), ...task, requestId: randomUUID() }),
    ],
    [
      'litigation.postpone',
      async () => {
        const deadline = present(
          (await found()).deadlines.find(({ kind }) => kind === 'task'),
          'the task',
        ).key;
        return at().litigation.postpone({ id: await id(), deadline, until: '2027-02-01', reason: '等待法院答复' });
      },
    ],
    [
      'litigation.undoAct',
      async () => {
        const act = present(
          (await found()).acts.find(({ kind }) => kind === 'task-set'),
          'the act',
        ).key;
        return at().litigation.undoAct({ id: await id(), act, reason: '登记错了' });
      },
    ],
    [
      'litigation.withdrawEvidence',
      async () => {
        const evidence = present((await found()).evidence[0], 'evidence').id;
        return at().litigation.withdrawEvidence({ id: await id(), evidence, reason: '不是本案材料' });
      },
    ],
    // What court papers say of the branch.
    ['units.editBank', async () => at().units.editBank(await at().units.bank())],
    [
      'litigation.exportSheet',
      () =>
        at().litigation.exportSheet({
          ...{ sheet: 'ledger', filter: {}, from: today(), until: today(), format: 'xlsx', reason: '月度排查使用' },
        }),
    ],
  ];
};

/** What needs the committee's vote or a second person first: gateFlow.test.ts. */
export const LITIGATION_APART = [
  // Every item needs its scan: casePapers.test.ts.
  'litigation.compileEvidence',
  'litigation.stateTreatment',
  'litigation.askFiling',
  'litigation.recordFiling',
  'litigation.overrideGate',
  // coordination.test.ts
  'litigation.askCoordination',
  'litigation.sendCoordination',
  // permitFlow.test.ts
  'litigation.filePermit',
];
