/** Several people at one folder, and a kind of request whose subject a test changes as it likes. */
import type { Content } from '@shared/domain/approvals/content';
import type { Role } from '@shared/domain/users/roles';
import { present } from '@shared/kernel/assert';
import type { AuditNote } from '../../electron/database/store';
import type { ApprovalKind, EndState } from '../../electron/features/approvals/approvalKind';
import { kindsOf } from '../../electron/features/approvals/kinds';
import { type RequestToSubmit, submitRequest } from '../../electron/features/approvals/submitRequest';
import { insertUser, listUsers } from '../../electron/features/users/users.repository';
import type { OpenFolder } from '../../electron/openFolder';

export const TODAY = '2026-11-22';

export interface People {
  /** The folder as somebody else, without signing in anew. */
  as(name: string): Promise<OpenFolder>;
  id(name: string): Promise<number>;
}

/** Adds people who only act through `as`. */
export async function withPeople(open: OpenFolder, people: Readonly<Record<string, readonly Role[]>>): Promise<People> {
  await open.store.write(open.actor, async (tx) => {
    for (const [name, roles] of Object.entries(people))
      await insertUser(tx, { name, display: `人员${name}`, unitId: tx.actor.unitId, roles });
    return { result: null, audit: { action: 'users.add', objectKind: 'user', objectId: 'several' } };
  });
  const user = async (name: string) =>
    present(
      (await listUsers(open.store.read)).find((each) => each.name === name),
      name,
    );
  return {
    as: async (name) => {
      const { id, display, unitId, unit, roles } = await user(name);
      return { ...open, actor: { ...open.actor, userId: id, name, display, unitId, unit, roles } };
    },
    id: async (name) => (await user(name)).id,
  };
}

let plans = 0;

/** The kind `disposal-plan` of a later step stands in: its path comes from the shipped table of authority. */
export class TestPlan {
  content: Content | null = [
    { field: 'household', type: 'household', value: 'H000001' },
    { field: 'lossAmount', type: 'amount', value: 60_000_000 },
  ];
  readonly ended: EndState[] = [];
  kind: ApprovalKind = {
    id: 'disposal-plan',
    authority: { rule: 'authority/disposal-plan' },
    delegable: true,
    current: async () => this.content,
    ended: async (_, request, state): Promise<AuditNote[]> => {
      this.ended.push(state);
      return [{ action: 'approvals.void', objectKind: 'test', objectId: request.subject }];
    },
  };
  readonly find = kindsOf([this.kind]);
  /** Loss in fen, percent as a number. Returns the id. */
  async submit(open: OpenFolder, lossAmount: number, lossPercent: number, more: Partial<RequestToSubmit> = {}) {
    plans += 1;
    const asked = {
      subject: `plan:${plans}`,
      title: '处置预案',
      partyId: null,
      unitId: open.actor.unitId,
      facts: { lossAmount, lossPercent },
      lossAmount,
      ...more,
    };
    return open.store.write(open.actor, async (tx) => {
      const { id, path, notes } = await submitRequest(tx, TODAY, this.kind, asked);
      return { result: { id, path, subject: asked.subject }, audit: notes };
    });
  }
}
