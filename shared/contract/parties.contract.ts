/** The household file (户档案, ARC-01) and the logged reveal of personal data. */
import { z } from 'zod';
import { command, dateText, fen, query, reason } from './entry';
import { ledgerRow } from './loans.contract';

const text = z.string().nullable();
const date = dateText.nullable();

export const partyView = z.object({
  id: z.number(),
  name: z.string(),
  kind: z.enum(['person', 'organisation']),
  idKind: text,
  /** Masked; `parties.reveal` shows the full value. */
  idNumber: text,
  phone: text,
  address: text,
  employer: text,
  spouse: text,
  legalRepresentative: text,
  flags: text,
  status: text,
  /** What this party is in the household. */
  capacity: z.array(z.enum(['borrower', 'guarantor', 'owner'])),
});

export const guaranteeView = z.object({
  id: z.number(),
  contract: z.string(),
  guaranteeContract: text,
  guarantor: z.string(),
  partyId: z.number(),
  kind: z.enum(['general', 'joint', 'unstated']),
  amount: fen.nullable(),
  periodStart: date,
  periodEnd: date,
  periodWording: text,
  relation: text,
});

export const collateralView = z.object({
  id: z.number(),
  contract: z.string(),
  itemNo: z.string(),
  security: text,
  kind: z.string(),
  location: text,
  quantity: text,
  owner: text,
  certificateNo: text,
  registeredOn: date,
  registrationExpiry: date,
  sufficient: text,
  validity: text,
  appraisals: z.array(z.object({ valuedOn: date, value: fen })),
});

export const receiptView = z.object({
  id: z.number(),
  receiptNo: z.string(),
  receivedOn: dateText,
  contract: z.string(),
  /** Costs of realising the debt that were paid with it. */
  costs: fen,
  principal: fen,
  interest: fen,
  method: text,
  payer: text,
  shares: z.array(z.object({ name: z.string(), percent: z.string() })),
  voucherNo: text,
  reverses: text,
  remark: text,
});

export const documentView = z.object({
  id: z.number(),
  form: z.string(),
  title: z.string(),
  /** The key on its pages when it has no number. */
  number: z.string(),
  /** Null: nobody's file. */
  household: z.string().nullable(),
  borrower: z.string(),
  /** What the paper is about. */
  subject: z.string(),
  issuedOn: dateText,
  issuedBy: z.string(),
  pages: z.number(),
  sha256: z.string(),
  hasWord: z.boolean(),
  prints: z.number(),
  status: z.enum(['issued', 'voided']),
});
export type DocumentView = z.infer<typeof documentView>;

export const historyEntry = z.object({
  at: z.string(),
  user: z.string(),
  action: z.string(),
  object: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

export const household = z.object({
  id: z.number(),
  household: z.string(),
  borrower: partyView,
  units: z.array(z.string()),
  totals: z.object({ loans: z.number(), principal: fen, balance: fen, interestOn: fen, interestOff: fen }),
  loans: z.array(ledgerRow),
  parties: z.array(partyView),
  guarantees: z.array(guaranteeView),
  collateral: z.array(collateralView),
  receipts: z.array(receiptView),
  classification: z.array(z.object({ month: z.string(), contract: z.string(), balance: fen, fiveLevel: z.string() })),
  documents: z.array(documentView),
  drafts: z.array(z.object({ id: z.number(), form: z.string(), title: z.string(), savedAt: z.string() })),
  history: z.array(historyEntry),
});
export type Household = z.infer<typeof household>;

export const partiesContract = {
  /** KEY: household number, ID number, contract number. */
  household: query('ledger.view', ['household-unknown', 'household-ambiguous'])
    .input(z.object({ key: z.string().trim().min(1) }))
    .output(household),
  /** Two characters or more of a name, ID, phone, address or contract; borrowers and guarantors. */
  search: query('ledger.view')
    .input(z.object({ text: z.string().trim().min(2).max(100), limit: z.number().int().min(1).max(50).default(20) }))
    .output(
      z.array(
        z.object({
          partyId: z.number(),
          name: z.string(),
          idNumber: text,
          household: text,
          unit: text,
          capacity: z.array(z.enum(['borrower', 'guarantor', 'owner'])),
          /** For a guarantor: the household that he secures. */
          secures: text,
        }),
      ),
    ),
  reveal: command('personal-data.reveal', { refusals: ['party-unknown'], invalidates: ['parties.household'] })
    .input(
      z.object({
        partyId: z.number(),
        field: z.enum(['idNumber', 'phone', 'address']),
        purpose: reason,
      }),
    )
    .output(z.object({ value: text })),
};
