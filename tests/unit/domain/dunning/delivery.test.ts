/** What a delivery means for the limitation clock of its addressee, and for nobody else (REC-04, REC-05). */
import { decideDelivery, effectOf, type TypedDelivery } from '@shared/domain/dunning/decideDelivery';
import { type DeliveredNotice, deliveryAct } from '@shared/domain/dunning/delivery';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DELIVERED: DeliveredNotice = {
  form: 'DOC-REC-01',
  role: 'borrower',
  method: 'in-person',
  outcome: 'signed',
  on: '2026-09-22',
  trackingNo: null,
  witness: null,
  capacity: 'self',
  consents: false,
};
const act = (given: Partial<DeliveredNotice>) => deliveryAct({ ...DELIVERED, ...given });

describe('REC-05 an act of delivery', () => {
  it.each([
    ['signed by himself', {}, 'signed-notice-after-expiry', 'strong'],
    ['signed by an adult relative', { capacity: 'adult-relative' }, 'demand-received', 'strong'],
    ['signed by somebody else', { capacity: 'other' }, 'demand-received', 'weak'],
    [
      'a letter with its number',
      { method: 'post', outcome: 'arrived', trackingNo: 'EX1', capacity: null },
      'letter-arrived',
      'medium',
    ],
    ['a letter without one', { method: 'post', outcome: 'arrived', capacity: null }, 'letter-arrived', 'weak'],
    ['refused before a witness', { outcome: 'refused', witness: '村干部', capacity: null }, 'demand-refused', 'medium'],
    ['refused without one', { outcome: 'refused', capacity: null }, 'demand-refused', 'weak'],
    ['by a notary', { method: 'notary', outcome: 'arrived', capacity: null }, 'letter-arrived', 'strong'],
    ['announced', { method: 'announcement', outcome: 'arrived', capacity: null }, 'newspaper-notice', 'weak'],
    ['to a guarantor', { role: 'guarantor', form: 'DOC-REC-03' }, 'guarantor-requested', 'strong'],
    ['returned', { outcome: 'returned', capacity: null }, 'letter-arrived', 'weak'],
  ] as const)('%s', (_, given, kind, grade) => {
    expect(act(given as Partial<DeliveredNotice>)).toMatchObject({ kind, grade, on: '2026-09-22' });
  });

  it('is none for what did not arrive, for a reminder before the due date, an information, an owner', () => {
    expect(act({ outcome: 'open' })).toBeNull();
    expect(act({ on: null })).toBeNull();
    for (const form of ['DOC-REC-00', 'DOC-REC-03G', 'DOC-REC-03M']) expect(act({ form })).toBeNull();
    expect(act({ role: 'owner' })).toBeNull();
  });

  it('says consent only where the form asks for it', () => {
    expect(act({ form: 'DOC-REC-04', consents: true })).toMatchObject({ content: 'consent-to-perform' });
    expect(act({ form: 'DOC-REC-04' })).toMatchObject({ content: 'notice' });
  });
});

const TYPED: TypedDelivery = {
  method: 'in-person',
  trackingNo: null,
  outcome: 'signed',
  arrivedOn: '2026-09-22',
  signedBy: '何大川',
  capacity: 'self',
  receiptOn: null,
  consents: false,
  witness: null,
};
const NOTICE = { form: 'DOC-REC-01', role: 'borrower', noticedOn: '2026-09-21' } as const;
const decide = (given: Partial<TypedDelivery>) => {
  const decision = decideDelivery(NOTICE, { ...TYPED, ...given }, '2026-10-01');
  return decision.kind === 'refused'
    ? decision.refusal.code
    : decision.kind === 'granted'
      ? effectOf(decision.value)
      : 'needs';
};

describe('REC-04 recording a delivery', () => {
  it.each([
    ['as it should be', {}, 'interrupts'],
    ['on the day of the notice', { arrivedOn: '2026-09-21' }, 'interrupts'],
    ['refused before a witness', { outcome: 'refused', capacity: null, witness: '村主任' }, 'disputed'],
    ['the day before the notice', { arrivedOn: '2026-09-20' }, 'delivery-before-notice'],
    ['today', { arrivedOn: '2026-10-01' }, 'interrupts'],
    ['tomorrow', { arrivedOn: '2026-10-02' }, 'delivery-in-future'],
    ['without a day', { arrivedOn: null }, 'delivery-date-missing'],
    ['signed by nobody', { signedBy: null }, 'signer-missing'],
    ['signed as nothing', { capacity: null }, 'signer-missing'],
    ['a letter without its number', { method: 'post', outcome: 'arrived' }, 'tracking-missing'],
    ['consent on a demand', { consents: true }, 'consent-not-on-form'],
    ['still open', { outcome: 'open', arrivedOn: null }, 'none'],
  ] as const)('%s', (_, given, expected) => {
    expect(decide(given as Partial<TypedDelivery>)).toBe(expected);
  });

  it('never interrupts by what lies before the notice or after today', () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((days) => new Date(Date.UTC(2026, 7, 20 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (arrivedOn) => {
        const inside = arrivedOn >= NOTICE.noticedOn && arrivedOn <= '2026-10-01';
        expect(decide({ arrivedOn }) === 'interrupts').toBe(inside);
      }),
    );
  });
});
