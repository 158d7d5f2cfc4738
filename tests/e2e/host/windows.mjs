/** `BrowserWindow` and `webContents` on pages of Chromium. Only isolated, sandboxed windows exist here. */
import { EventEmitter } from 'node:events';
import { answer, fakeUrl, realUrl } from './addresses.mjs';
import { app } from './app.mjs';
import { newPage, visible } from './browser.mjs';
import { connectPreload } from './ipc.mjs';
import { applyPermissions, mayRequest } from './session.mjs';

const windows = new Set();

const preventable = (details = {}) => {
  const event = { ...details, defaultPrevented: false };
  event.preventDefault = () => {
    event.defaultPrevented = true;
  };
  return event;
};

class WebContents extends EventEmitter {
  /** Address of the load that the main process asked for; other navigations are the page's own. */
  expected = null;
  targetId = null;
  senderFrame = null;
  document = null;
  #openHandler = () => ({ action: 'allow' });
  constructor(window) {
    super();
    this.window = window;
  }
  frame = (url) => ({ url: realUrl(url), parent: null });
  getURL = () => (this.window.page ? realUrl(this.window.page.url()) : '');
  isDestroyed = () => this.window.isDestroyed();
  close = () => this.window.close();
  setWindowOpenHandler(handler) {
    this.#openHandler = handler;
  }
  popup(page) {
    if (this.#openHandler({ url: realUrl(page.url()) }).action === 'deny') page.close();
  }
  reload() {
    this.expected = this.window.page.url();
    this.window.page.reload().then(
      () => this.emit('did-finish-load'),
      () => {},
    );
  }
  print(options, done) {
    const { url, bytes } = this.document ?? { url: this.getURL(), bytes: Buffer.alloc(0) };
    const { prints, printAnswer } = globalThis.__standin;
    prints.push({ title: this.window.getTitle(), url, options, pdf: bytes.toString('base64') });
    setImmediate(() => done?.(printAnswer.success, printAnswer.reason));
  }
}

/** Sends a page's request to the application; refuses what the application's policies refuse. */
async function route(contents, intercepted) {
  const request = intercepted.request();
  const url = realUrl(request.url());
  if (request.isNavigationRequest()) {
    const expected = contents.expected === request.url();
    contents.expected = null;
    const isMainFrame = request.frame().parentFrame() === null;
    const event = preventable({ url, isMainFrame });
    if (!expected) contents.emit('will-frame-navigate', event);
    if (event.defaultPrevented) return intercepted.abort('aborted');
  }
  if (!(await mayRequest(url))) return intercepted.abort('blockedbyclient');
  const body = request.postDataBuffer() ?? undefined;
  const response = await answer(url, { method: request.method(), headers: request.headers(), body });
  if (!response) return intercepted.abort('blockedbyclient');
  await intercepted.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** A visible window is moved and sized as a whole; a hidden one is only its page. */
async function resize(cdp, page, { x, y, width, height }) {
  if (!visible) return page.setViewportSize({ width, height });
  const { windowId } = await cdp.send('Browser.getWindowForTarget');
  await cdp.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y, width, height } });
}

async function openPage(window, url) {
  const { webContents: contents, options } = window;
  const page = await newPage();
  window.page = page;
  await page.route('**/*', (intercepted) => route(contents, intercepted).catch((error) => console.error(error)));
  const cdp = await page.context().newCDPSession(page);
  contents.targetId = (await cdp.send('Target.getTargetInfo')).targetInfo.targetId;
  window.resize = () => resize(cdp, page, window.bounds);
  await window.resize();
  await applyPermissions(cdp, contents, url);
  if (options.webPreferences.preload) await connectPreload(cdp, contents, options.webPreferences.preload);
  page.on('popup', (popup) => contents.popup(popup));
  page.on('dialog', (dialog) => {
    const event = preventable();
    if (dialog.type() === 'beforeunload') contents.emit('will-prevent-unload', event);
    (event.defaultPrevented ? dialog.accept() : dialog.dismiss()).catch(() => {});
  });
  page.on('close', () => window.gone());
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [...windows];
  static getFocusedWindow = () => [...windows].find((window) => window.isVisible()) ?? null;
  static fromWebContents = (contents) => contents?.window ?? null;

  page = null;
  /** Carries `bounds` out once there is a page. */
  resize = async () => {};
  #visible = false;
  #maximized = false;
  constructor(options) {
    super();
    const { contextIsolation, sandbox, nodeIntegration } = options.webPreferences ?? {};
    if (contextIsolation !== true || sandbox !== true || nodeIntegration)
      throw new Error('stand-in: only isolated and sandboxed windows');
    this.options = options;
    this.bounds = { x: 0, y: 0, width: 800, height: 600, ...pick(options, ['x', 'y', 'width', 'height']) };
    this.webContents = new WebContents(this);
    windows.add(this);
    app.emit('web-contents-created', preventable(), this.webContents);
  }
  /** A PDF is kept as it is: Chromium without a screen has no viewer for it. */
  async loadURL(url) {
    const response = await answer(url, { method: 'GET' });
    if (response?.headers.get('content-type') === 'application/pdf') {
      this.webContents.document = { url, bytes: Buffer.from(await response.arrayBuffer()) };
    } else {
      if (!this.page) await openPage(this, url);
      this.webContents.expected = fakeUrl(url);
      await this.page.goto(fakeUrl(url));
    }
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  show() {
    this.#visible = true;
    this.emit('show');
  }
  close() {
    const event = preventable();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    if (this.page) this.page.close({ runBeforeUnload: true }).catch(() => this.gone());
    else this.gone();
  }
  destroy() {
    if (this.page) this.page.close().catch(() => this.gone());
    else this.gone();
  }
  gone() {
    if (!windows.delete(this)) return;
    this.webContents.emit('destroyed');
    this.emit('closed');
    app.windowClosed(windows.size);
  }
  setBounds(bounds) {
    Object.assign(this.bounds, bounds);
    return this.resize();
  }
  setSize = (width, height) => this.setBounds({ width, height });
  getBounds = () => ({ ...this.bounds });
  getNormalBounds = () => ({ ...this.bounds });
  getMinimumSize = () => [this.options.minWidth ?? 0, this.options.minHeight ?? 0];
  getTitle = () => this.options.title ?? '';
  isMaximized = () => this.#maximized;
  isMinimized = () => false;
  isVisible = () => this.#visible;
  isDestroyed = () => !windows.has(this);
  maximize() {
    this.#maximized = true;
  }
  restore() {}
  focus() {
    this.emit('focus');
  }
}

const pick = (object, keys) => Object.fromEntries(keys.filter((key) => key in object).map((key) => [key, object[key]]));

export const webContents = {
  getAllWebContents: () => [...windows].map((window) => window.webContents),
  fromDevToolsTargetId: (id) => webContents.getAllWebContents().find((contents) => contents.targetId === id) ?? null,
};

app.closeWindows = () => {
  for (const window of windows) window.close();
  return windows.size;
};
