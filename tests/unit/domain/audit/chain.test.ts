/** The canonical form and the printed code of the log (APP-02). */
import { isAcceptable } from '@shared/domain/audit/acceptable';
import { canonicalJson, EMPTY_HEAD, headCode, macPrefixOf } from '@shared/domain/audit/chain';
import fc from 'fast-check';
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

  it('leads back to the first ten digits of the MAC', () => {
    expect(macPrefixOf('1111-0000')).toBe('0842100000');
    expect(macPrefixOf(' zzzzzzzz ')).toBe('ffffffffff');
    expect(['', '1111-000', 'IIII-0000', '借款-0000'].map(macPrefixOf)).toEqual([null, null, null, null]);
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{64}$/), (mac) => {
        expect(macPrefixOf(headCode({ seq: 1, mac }))).toBe(mac.slice(0, 10));
      }),
    );
  });
});

it('only alarms about the log itself are accepted with a reason', () => {
  expect(['log-behind-anchor', 'log-broken', 'log-lost'].every(isAcceptable)).toBe(true);
  expect(['database-damaged', 'attachments-missing', 'log-foreign', 'state-unknown'].some(isAcceptable)).toBe(false);
});
