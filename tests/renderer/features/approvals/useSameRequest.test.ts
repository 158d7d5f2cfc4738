/** After which answers a decision is sent again as it was, and after which it is a new one. */
import { ORPCError } from '@orpc/client';
import { RefusalError } from '@shared/kernel/result';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { isUncertain, type SameRequest, useSameRequest } from '../../../../renderer/features/approvals/useSameRequest';

const refusal = (code: string) => new RefusalError({ code });

function made(): SameRequest<{ rev: number }> {
  const got: SameRequest<{ rev: number }>[] = [];
  function Reader() {
    got.push(useSameRequest<{ rev: number }>());
    return null;
  }
  renderToStaticMarkup(createElement(Reader));
  return got[0] as SameRequest<{ rev: number }>;
}

describe('useSameRequest', () => {
  it('a lost reply leaves it uncertain, a refusal does not', () => {
    expect(isUncertain(new Error('port closed'))).toBe(true);
    expect(isUncertain(refusal('state-unknown'))).toBe(true);
    expect(isUncertain(refusal('decision-conflict'))).toBe(false);
    expect(isUncertain(new ORPCError('REFUSED', { data: { code: 'content-changed' } }))).toBe(false);
  });

  it('the same wish is the same request with its old version, until the reply came', () => {
    const same = made();
    const first = same.inputOf('consent', { rev: 1 });
    expect(same.inputOf('consent', { rev: 2 })).toBe(first);
    same.failed(new Error('port closed'));
    expect(same.inputOf('consent', { rev: 2 })).toBe(first);
    same.answered();
    const next = same.inputOf('consent', { rev: 2 });
    expect([next.rev, next.requestId === first.requestId]).toEqual([2, false]);
  });

  it('another wish, or one that was refused, is another request', () => {
    const same = made();
    const first = same.inputOf('consent', { rev: 1 });
    const other = same.inputOf('return', { rev: 1 });
    expect(other.requestId).not.toBe(first.requestId);
    same.failed(refusal('decision-conflict'));
    expect(same.inputOf('return', { rev: 2 })).toMatchObject({ rev: 2 });
  });
});
