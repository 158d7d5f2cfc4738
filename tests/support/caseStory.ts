/** A court case told through the contract by the people who work on it: the door checks each of them, as it does from the window. */
import { randomUUID } from 'node:crypto';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { AskedPermit } from '@shared/contract/litigationInputs';
import { caseKey } from '@shared/domain/litigation/caseFile';
import type { Opinion, SettlementPlan } from '@shared/domain/litigation/gateDetail';
import { householdNumber } from '@shared/domain/loans/householdNumber';
import { present } from '@shared/kernel/assert';
import type { CalendarDate } from '@shared/kernel/calendarDate';
import type { Refusal } from '@shared/kernel/result';
import { insertAct } from '../../electron/features/litigation/cases.repository';
import { router } from '../../electron/router';
import { type People, TODAY, withPeople } from './approvals';
import { Builder } from './builders';
import type { TestFolder } from './openFolder';

export const STORY_COURT = '奉节县人民法院';

type Client = RouterClient<typeof router>;

/** What the door refused; null: it went through. */
export const refusalOf = (attempt: Promise<unknown>): Promise<Refusal | null> =>
  attempt.then(
    () => null,
    (error: { data?: Refusal }) => present(error.data, String(error)),
  );

/** The people of every story; `wu` is its clerk. */
export class Branch {
  readonly folder: TestFolder;
  readonly build: Builder;
  readonly #people: People;

  private constructor(folder: TestFolder, people: People) {
    this.folder = folder;
    this.build = new Builder(folder.open);
    this.#people = people;
  }

  static async of(folder: TestFolder): Promise<Branch> {
    const people = await withPeople(folder.open, {
      wu: ['clerk'],
      chief: ['branch-head'],
      deputy: ['deputy-head'],
      credit: ['credit-director'],
      m1: ['committee-member'],
      m2: ['committee-member'],
      m3: ['committee-member'],
    });
    return new Branch(folder, people);
  }

  /** What somebody's window would send. */
  async as(name: string): Promise<Client> {
    const { services } = this.folder;
    const open = await this.#people.as(name);
    const session = Object.create(services.session, { open: { value: open } });
    return createRouterClient(router, { context: { services: { ...services, session } } });
  }
}

interface Opened {
  readonly secured?: boolean;
  /** The gate was passed by an override: stories begin at the court. */
  readonly free?: boolean;
  readonly name?: string;
}

export class Story {
  readonly branch: Branch;
  readonly id: number;

  private constructor(branch: Branch, id: number) {
    this.branch = branch;
    this.id = id;
  }

  /** A new household with one loan of 10,000.00 and its case. */
  static async open(branch: Branch, { secured = false, free = true, name = '冉明' }: Opened = {}): Promise<Story> {
    const { build } = branch;
    const party = build.party({ name });
    const loan = build.loan({ party_id: party, guarantee_mode: secured ? '抵押' : '信用' });
    if (secured) build.collateral({ loan_id: loan, location: '永安镇某街1号', owner_name: name });
    const clerk = await branch.as('wu');
    const of = await clerk.litigation.household({ household: householdNumber(party) });
    const { id } = await clerk.litigation.open({
      ...{ route: 'suit', standing: 'plaintiff', requestId: randomUUID() },
      description: {
        ...{ title: of.title, cause: of.cause, court: STORY_COURT, courtLevel: 'basic', remark: null, people: [] },
        loans: of.loans.map(({ loanId, principal, interest }) => ({ loanId, principal, interest })),
        parties: of.parties.map(({ partyId, name: who, capacity }) => ({
          ...{ role: 'defendant', partyId, name: who, capacity },
        })),
        claims: of.securities.map(({ collateralId, claim }) => ({
          ...{ kind: 'security', amount: null, collateralId, party: null, text: claim },
        })),
      },
    });
    const story = new Story(branch, id);
    if (free) await story.override();
    return story;
  }

  async override(): Promise<void> {
    const chief = await this.branch.as('chief');
    await chief.litigation.overrideGate({ id: this.id, kind: 'exception', reason: '时效将届满' });
  }

  /** Counsel's opinion without the steps before it. */
  async gaveOpinion(settlement: SettlementPlan): Promise<void> {
    const { open } = this.branch.folder;
    const words = { facts: '逾期', law: '民法典', adverse: '无', assets: '工资', number: '意1号', counsel: '赵律师' };
    const judged = { chance: 'high', enforceability: 'fair', conclusion: 'sue', expected: settlement.floor } as const;
    const opinion: Opinion = { ...words, ...judged, version: 1, settlement };
    await open.store.write(open.actor, async (tx) => {
      const result = await insertAct(tx, { caseId: this.id, kind: 'opinion-given', on: TODAY, detail: { opinion } });
      return { result, audit: { action: 'litigation.giveOpinion', objectKind: 'case', objectId: String(this.id) } };
    });
  }

  async show() {
    return (await this.branch.as('wu')).litigation.show({ key: caseKey(this.id) });
  }

  /** Records an act; what is only warned of is accepted with a reason when it is named. */
  async did(kind: string, on: CalendarDate, detail: object = {}, accepted: readonly string[] = []): Promise<string> {
    const { act } = await (await this.branch.as('wu')).litigation.recordAct({
      ...{ id: this.id, kind: kind as never, on, detail, accepted: [...accepted], requestId: randomUUID() },
      reason: accepted.length === 0 ? null : '已与法院核实',
    });
    return act;
  }

  /** Code of the refusal, of a warning its codes: `act-warned: act-late`; and the article that it names. */
  async refused(kind: string, on: CalendarDate, detail: object = {}): Promise<string> {
    const refusal = present(await refusalOf(this.did(kind, on, detail)), `${kind} is refused`);
    const codes = refusal.facts?.codes as readonly string[] | undefined;
    return [refusal.code, ...(codes ?? [])].join(' ');
  }

  async state(): Promise<string> {
    return (await this.show()).state;
  }

  /** Day and state of the newest deadline of a kind. */
  async deadline(kind: string): Promise<readonly [day: CalendarDate, state: string] | null> {
    const found = (await this.show()).deadlines.findLast((each) => each.kind === kind);
    return found ? [found.day, found.state] : null;
  }

  async ask(asked: AskedPermit, reason = '债务人主动履行'): Promise<{ permit: number; approval: number }> {
    return (await this.branch.as('wu')).litigation.askPermit({ id: this.id, asked, reason });
  }

  /** The committee's three members vote and one of them counts. */
  async vote(approval: number, vote: 'consent' | 'refuse' = 'consent'): Promise<void> {
    const at = async (client: Client) => {
      const { id, rev, digest } = await client.approvals.show({ id: approval });
      return { id, rev, digest, requestId: randomUUID() };
    };
    for (const name of ['m1', 'm2', 'm3']) {
      const client = await this.branch.as(name);
      const opinion = vote === 'refuse' ? '理由不充分，不同意' : '';
      await client.approvals.vote({ ...(await at(client)), vote, opinion } as never);
    }
    const client = await this.branch.as('m1');
    await client.approvals.closeVote({ ...(await at(client)), minutes: '诉委会会议记录' } as never);
  }

  async decide(approval: number, name: string): Promise<void> {
    const client = await this.branch.as(name);
    const { rev, digest } = await client.approvals.show({ id: approval });
    const input = { id: approval, rev, digest, outcome: 'consent', opinion: '', requestId: randomUUID() };
    await client.approvals.decide(input as never);
  }

  async file(permit: number, outcome: 'agreed' | 'refused' = 'agreed', on: CalendarDate = TODAY): Promise<void> {
    const deputy = await this.branch.as('deputy');
    await deputy.litigation.filePermit({ id: this.id, permit, on, outcome, number: `备${permit}号` });
  }
}
