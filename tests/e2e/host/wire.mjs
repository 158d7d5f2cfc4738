/**
 * Values on their way between Node and a page. Both functions also run inside the page, so they use nothing from
 * outside themselves. What Electron could not clone is refused here too, on the side that sends it.
 */

/** Text for a value of plain data and bytes. Throws what `structuredClone` throws, and on kinds it cannot carry. */
export function encode(value) {
  structuredClone(value);
  // The page has the one, Node has the other.
  const base64 = (bytes) => bytes.toBase64?.() ?? Buffer.from(bytes).toString('base64');
  return JSON.stringify([value], function (key, plain) {
    const raw = this[key];
    if (raw instanceof ArrayBuffer) return { $buffer: base64(new Uint8Array(raw)) };
    if (raw instanceof Uint8Array) return { $bytes: base64(raw) };
    const prototype = typeof raw === 'object' && raw !== null ? Object.getPrototypeOf(raw) : null;
    if (prototype && prototype !== Object.prototype && prototype !== Array.prototype)
      throw new Error(`stand-in: cannot carry a ${raw.constructor?.name}`);
    return plain;
  });
}

export function decode(text) {
  const bytes = (base64) => Uint8Array.fromBase64?.(base64) ?? new Uint8Array(Buffer.from(base64, 'base64'));
  return JSON.parse(text, (_key, value) => {
    if (typeof value?.$bytes === 'string') return bytes(value.$bytes);
    if (typeof value?.$buffer === 'string') return bytes(value.$buffer).buffer;
    return value;
  })[0];
}
