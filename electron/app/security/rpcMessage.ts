/**
 * The shape of what travels on a renderer's port. A message that cannot be decoded would surface in the core as an
 * unhandled rejection, so the relay looks at the envelope first and cuts the line when it is not one of ours.
 */

export type RpcMessage = string | Uint8Array | ArrayBuffer;

/** Largest request in bytes or characters; files go by path, so requests are small. */
export const MAX_REQUEST = 16 * 1024 * 1024;

/** Ends the JSON envelope of a binary message. */
const DELIMITER = 0xff;
const REQUEST = 1;
const LAST_TYPE = 4;

export function isRpcMessage(data: unknown): data is RpcMessage {
  return typeof data === 'string' || data instanceof Uint8Array || data instanceof ArrayBuffer;
}

function envelope(data: RpcMessage): string {
  if (typeof data === 'string') return data;
  const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
  const end = bytes.indexOf(DELIMITER);
  return new TextDecoder().decode(end === -1 ? bytes : bytes.subarray(0, end));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRequestPayload(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const { u: url, h: headers = {}, m: method = 'POST' } = payload;
  const path = typeof url === 'string' && url.startsWith('/') && URL.canParse(`http://host${url}`);
  return path && isRecord(headers) && typeof method === 'string';
}

/** True for a well-formed message from a client: a request, an event of a stream, or an abort. */
export function isRpcRequest(data: unknown): data is RpcMessage {
  if (!isRpcMessage(data)) return false;
  if ((typeof data === 'string' ? data.length : data.byteLength) > MAX_REQUEST) return false;
  let message: unknown;
  try {
    message = JSON.parse(envelope(data));
  } catch {
    return false;
  }
  if (!isRecord(message)) return false;
  const { i: id, t: type = REQUEST, p: payload } = message;
  if (typeof id !== 'string' && typeof id !== 'number') return false;
  if (type === REQUEST) return isRequestPayload(payload);
  return type === LAST_TYPE || (type === LAST_TYPE - 1 && isRecord(payload));
}
