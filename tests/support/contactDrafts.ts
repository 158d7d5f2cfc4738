/** A contact as the drawer sends it, for tests to vary. */
import { randomUUID } from 'node:crypto';
import { type ContactDraft, contactDraft } from '@shared/contract/contacts.contract';

/** A call to the borrower on the morning of 2026-11-20, with everything that the rules ask for. */
export const callTo = (
  borrower: number,
  given: Partial<ContactDraft> = {},
): ContactDraft & { readonly requestId: string } => ({
  ...contactDraft.parse({
    household: borrower,
    kind: 'call',
    initiative: 'bank',
    counterpart: 'borrower',
    withParty: borrower,
    at: '2026-11-20 10:15',
    staff: ['王经办'],
    purpose: 'negotiate',
    basis: 'loan-contract',
    reached: true,
    said: '谈了还款安排',
    result: 'negotiating',
    consent: 'agreed',
    ...given,
  }),
  requestId: randomUUID(),
});
