/** The default session: what it is told about requests and permissions is carried out in Chromium. */
import { EventEmitter } from 'node:events';
import { fakeUrl, protocol } from './addresses.mjs';

const PERMISSIONS = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone', 'midi'];

let beforeRequest = (_details, done) => done({});
let requestHandler = (_contents, _permission, done) => done(true);

class Session extends EventEmitter {
  protocol = protocol;
  webRequest = {
    onBeforeRequest(handler) {
      beforeRequest = handler;
    },
  };
  setPermissionRequestHandler(handler) {
    requestHandler = handler;
  }
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
}

export const session = { defaultSession: new Session() };

export function mayRequest(url) {
  return new Promise((done) => beforeRequest({ url }, ({ cancel }) => done(!cancel)));
}

/** Asks the application about every permission beforehand; Chromium then answers pages by itself. */
export async function applyPermissions(cdp, contents, url) {
  for (const name of PERMISSIONS) {
    const granted = await new Promise((done) => requestHandler(contents, name, done));
    const setting = granted ? 'granted' : 'denied';
    await cdp.send('Browser.setPermission', { permission: { name }, setting, origin: new URL(fakeUrl(url)).origin });
  }
}
