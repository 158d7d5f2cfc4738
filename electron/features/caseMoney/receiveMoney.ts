/** Money that a case brought in is booked in full at once: the receipt, the act and the link between them are one step (B4 §20, LIT-10). */
import type { ReceiptInput } from '@shared/contract/receipts.contract';
import { judgeAct } from '@shared/domain/litigation/judgeAct';
import { RefusalError, refuse } from '@shared/kernel/result';
import type { AuditNote } from '../../database/store';
import type { OpenFolder } from '../../openFolder';
import type { Services } from '../../services';
import { insertAct } from '../litigation/cases.repository';
import { caseOrRefuse } from '../litigation/readCase';
import { bookReceipt } from '../receipts/recordReceipt';
import { rulesInForce } from '../rules/rulesInForce';
import { freePayments, linkReceipt, loansInDebt } from './caseMoney.repository';

export interface ReceiveInput {
  readonly id: number;
  readonly receipt: ReceiptInput;
  readonly requestId: string;
}

/**
 * Refusals in order: case-unknown, case-household-other (the receipt is another household's), case-money-elsewhere (it would repay
 * what the case is not about), what stands against the act,
 * those of bookReceipt, request-conflict.
 */
export async function receiveMoney(
  { clock }: Services,
  open: OpenFolder,
  input: ReceiveInput,
): Promise<{ act: string; number: string }> {
  const today = clock.today();
  const { id, receipt } = input;
  return open.store.write(
    open.actor,
    async (tx) => {
      const file = caseOrRefuse(tx, id);
      if (!file.loans.some(({ partyId }) => partyId === receipt.household)) refuse('case-household-other');
      const claimed = new Set(file.loans.map(({ loanId }) => loanId));
      const reached = receipt.designation?.parts.map(({ loanId }) => loanId) ?? loansInDebt(tx, receipt.household);
      if (reached.some((loanId) => !claimed.has(loanId))) refuse('case-money-elsewhere');
      const { book } = await rulesInForce(tx, today);
      const act = { kind: 'money-received' as const, on: receipt.receivedOn, detail: { amount: receipt.amount } };
      const against = judgeAct(book, file, act, today).find(({ severity }) => severity === 'refuse');
      if (against) {
        const { code, facts, article } = against;
        throw new RefusalError({ code, facts: { ...facts }, ...(article === null ? {} : { article }) });
      }
      const booked = await bookReceipt(tx, today, receipt);
      const key = await insertAct(tx, { caseId: id, ...act, note: booked.result.number });
      linkReceipt(tx, id, key, booked.result.id);
      const own: AuditNote = {
        action: 'caseMoney.receive',
        objectKind: 'case',
        objectId: String(id),
        householdId: file.household.id,
        detail: { act: key, receipt: booked.result.number },
      };
      return { result: { act: key, number: booked.result.number }, audit: [own, booked.audit] };
    },
    { id: input.requestId, procedure: 'caseMoney.receive', input },
  );
}

export interface LinkInput {
  readonly id: number;
  readonly act: string;
  readonly payment: number;
}

/** A receipt that was booked before belongs to an act of the case. Refusals in order: case-unknown, act-unknown, receipt-unknown. */
export async function linkMoney(open: OpenFolder, { id, act, payment }: LinkInput): Promise<{ act: string }> {
  return open.store.write(open.actor, async (tx) => {
    const file = caseOrRefuse(tx, id);
    if (!file.acts.some(({ key, detail }) => key === act && detail.amount !== undefined))
      refuse('act-unknown', { act });
    const households = file.loans.map(({ partyId }) => partyId);
    const found = freePayments(tx, households).find((each) => each.id === payment) ?? refuse('receipt-unknown');
    linkReceipt(tx, id, act, payment);
    const detail = { act, receipt: found.number };
    const audit = { action: 'caseMoney.link', objectKind: 'case', objectId: String(id), detail };
    return { result: { act }, audit: { ...audit, householdId: file.household.id } };
  });
}
