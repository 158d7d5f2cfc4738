/** Puts the policy on the app and its session. Every web contents passes here, whoever made it. */
import { app, type Session, type WebContents } from 'electron';
import { mayNavigate, mayPrintFrameNavigate, mayRequest, permission, windowOpen } from './decisions';
import { printToken } from './urls';
import { SWITCHES } from './webPreferences';

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(windowOpen);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Covers the main frame and every frame below it; loads that the main process starts do not pass here.
  contents.on('will-frame-navigate', (event) => {
    const current = contents.getURL();
    const allowed = printToken(current)
      ? mayPrintFrameNavigate(event.url)
      : event.isMainFrame && mayNavigate(current, event.url);
    if (!allowed) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  // What people type is kept as a draft, so a page never holds its window open.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}

/** Before the app is ready: switches, sandbox for every renderer, the guard on every web contents. */
export function hardenApp(): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(permission()));
  session.setPermissionCheckHandler(permission);
  session.setDevicePermissionHandler(permission);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}
