/** The canonical form and the printed code of the log (APP-02). */
import { isAcceptable } from '@shared/domain/audit/acceptable';
import { canonicalJson, EMPTY_HEAD, headCode } from '@shared/domain/audit/chain';
import { describe, expect, it } from 'vitest';

describe('APP-02 canonical JSON', () => {
  it('is the same for equal values whatever the order of their keys, at any depth', () => {
    expect(canonicalJson({ b: [{ y: 1, x: null }], a: 'é' })).toBe('{"a":"é","b":[{"x":null,"y":1}]}');
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });
});

describe('APP-02 the code of a head', () => {
  it('is eight characters that nobody misreads, from the first forty bits', () => {
    expect(headCode(EMPTY_HEAD)).toBe('0000-0000');
    expect(headCode({ seq: 1, mac: 'f'.repeat(64) })).toBe('ZZZZ-ZZZZ');
    expect(headCode({ seq: 1, mac: `0000000001${'0'.repeat(54)}` })).toBe('0000-0001');
    expect(headCode({ seq: 1, mac: `0842100000${'f'.repeat(54)}` })).toBe('1111-0000');
  });
});

it('only alarms about the log itself are accepted with a reason', () => {
  expect(['log-behind-anchor', 'log-broken', 'log-lost'].every(isAcceptable)).toBe(true);
  expect(['database-damaged', 'attachments-missing', 'log-foreign', 'state-unknown'].some(isAcceptable)).toBe(false);
});
