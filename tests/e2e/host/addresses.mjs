/** Custom schemes live on https hosts here: `app://main/x` is `https://app.main.standin.localhost/x` to Chromium. */

const handlers = new Map();
const FAKE = /^https:\/\/([\w-]+)\.([\w-]+)\.standin\.localhost(\/.*)?$/s;

export const protocol = {
  registerSchemesAsPrivileged() {},
  handle: (scheme, handler) => void handlers.set(scheme, handler),
  isProtocolHandled: (scheme) => handlers.has(scheme),
};

/** Chromium's address → the application's. */
export function realUrl(url) {
  const [, scheme, host, path = '/'] = FAKE.exec(url) ?? [];
  return scheme ? `${scheme}://${host}${path}` : url;
}

/** The application's address → Chromium's. */
export function fakeUrl(url) {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url);
  const name = scheme.slice(0, -1);
  return handlers.has(name) ? `https://${name}.${host}.standin.localhost${pathname}${search}${hash}` : url;
}

/** The application's answer to a request, or null when no scheme of its own is asked. */
export async function answer(url, init) {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler ? handler(new Request(url, init)) : null;
}
