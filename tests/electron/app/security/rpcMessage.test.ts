/** The envelope check at the wall, against what the real client sends (R18, R19). */
import { encodeRequestMessage, MessageType } from '@orpc/standard-server-peer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRpcMessage, isRpcRequest, MAX_REQUEST } from '../../../../electron/app/security/rpcMessage';

const request = (body: unknown) =>
  encodeRequestMessage('1', MessageType.REQUEST, {
    url: new URL('http://orpc/loans/list'),
    method: 'POST',
    headers: {},
    body,
  });

describe('messages from a page', () => {
  it('the client’s requests, streams and aborts pass', async () => {
    expect(isRpcRequest(await request({ json: { filter: '张三' } }))).toBe(true);
    expect(isRpcRequest(await request(new Blob(['bytes ÿ'])))).toBe(true);
    const event = { event: 'message' as const, data: { json: 1 } };
    expect(isRpcRequest(await encodeRequestMessage('1', MessageType.EVENT_ITERATOR, event))).toBe(true);
    expect(isRpcRequest(await encodeRequestMessage('1', MessageType.ABORT_SIGNAL, undefined))).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['an object', { i: '1', p: { u: '/a' } }],
    ['no JSON', 'x'],
    ['a list', '[]'],
    ['no id', '{"p":{"u":"/a"}}'],
    ['no payload', '{"i":"1"}'],
    ['another origin', '{"i":"1","p":{"u":"http://a/b"}}'],
    ['headers that are none', '{"i":"1","p":{"u":"/a","h":"x"}}'],
    ['a response', '{"i":"1","t":2,"p":{}}'],
    ['a type beyond', '{"i":"1","t":5,"p":{}}'],
    ['an event without payload', '{"i":"1","t":3}'],
    ['bytes without an envelope', new Uint8Array([255, 1, 2])],
  ])('%s is refused', (_what, data) => expect(isRpcRequest(data)).toBe(false));

  it('too much at once is refused', () => {
    const message = (padding: number) => `{"i":"1","p":{"u":"/a"}}${' '.repeat(padding)}`;
    expect(isRpcRequest(message(MAX_REQUEST - message(0).length))).toBe(true);
    expect(isRpcRequest(message(MAX_REQUEST - message(0).length + 1))).toBe(false);
  });

  it('R18 anything at all is answered with yes or no', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isRpcRequest(value) === 'boolean'));
    fc.assert(fc.property(fc.json(), (text) => typeof isRpcRequest(text) === 'boolean'));
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof isRpcRequest(bytes) === 'boolean'));
  });

  it('only text and bytes travel on', () => {
    expect([isRpcMessage('a'), isRpcMessage(new Uint8Array()), isRpcMessage(new ArrayBuffer(1))]).not.toContain(false);
    expect([isRpcMessage(null), isRpcMessage({}), isRpcMessage([1])]).not.toContain(true);
  });
});
