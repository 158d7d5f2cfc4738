/** What of a contact a limitation clock hears, by its evidence (LIM-12); every pair of act and evidence has one grade. */
import { CONTACT_ACTS, type ContactAct, EVIDENCE, type Evidence, gradedAct } from '@shared/domain/contacts/acts';
import { Inquiry } from '@shared/rules/inquiry';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../rules/support/ask';

const graded = (act: ContactAct, evidence: Evidence, against: 'borrower' | 'guarantor') =>
  gradedAct(new Inquiry(shipped.book), act, evidence, against, '2026-11-20');

describe('REC-05 evidence of a contact', () => {
  it.each([
    ['consent-to-perform', 'signed', 'strong'],
    ['consent-to-perform', 'own-message', 'medium'],
    ['consent-to-perform', 'recording', 'weak'],
    ['consent-to-perform', 'delivery-proof', 'none'],
    ['demand-received', 'delivery-proof', 'strong'],
    ['demand-received', 'witnesses', 'weak'],
    ['demand-refused', 'recording', 'weak'],
    ['letter-arrived', 'none', 'none'],
  ] as const)('%s with %s is %s', (act, evidence, grade) => {
    expect(graded(act, evidence, 'borrower')).toMatchObject({ kind: act, grade });
  });

  it('a demand to a guarantor is a request to him; his consent stays a consent', () => {
    expect(graded('demand-received', 'signed', 'guarantor').kind).toBe('guarantor-requested');
    expect(graded('letter-arrived', 'delivery-proof', 'guarantor').kind).toBe('guarantor-requested');
    expect(graded('consent-to-perform', 'signed', 'guarantor').kind).toBe('consent-to-perform');
  });

  it('every act has a grade for every evidence, and none without any', () => {
    for (const act of CONTACT_ACTS)
      for (const evidence of EVIDENCE) {
        const { grade, article } = graded(act, evidence, 'borrower');
        expect(article).not.toBe('');
        if (evidence === 'none') expect(grade).toBe('none');
      }
  });
});
