/** Who may do what in a window: navigation, new windows, permissions, senders, requests (items 5, 13, 14, 17). */
import { isOwnPage, printToken } from './urls';

/** Everything is denied but a page loading itself again; routes inside the page do not pass here. */
export function mayNavigate(from: string, to: string): boolean {
  const document = (url: string) => url.replace(/#.*$/s, '');
  return isOwnPage(to) && document(from) === document(to);
}

/** Chromium's PDF viewer is an extension page; a print document's frames may go there and nowhere else. */
export function mayPrintFrameNavigate(to: string): boolean {
  return printToken(to) !== null || to.startsWith('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/');
}

/** Item 14: no page opens a window; windows are made by the main process only. */
export const windowOpen = (): { action: 'deny' } => ({ action: 'deny' });

/** Item 5: the program needs no permission of the web. Copying uses the edit menu and the copy event. */
export const permission = (): boolean => false;

/** Item 17: messages count only from the main frame of a page of ours. */
export function isTrustedSender(sender: { url: string; isMainFrame: boolean } | null): boolean {
  return sender?.isMainFrame === true && isOwnPage(sender.url);
}

const LOCAL = ['app:', 'blob:', 'data:', 'devtools:', 'chrome-extension:', 'about:'];

/** Promise 12 of reliability: requests stay inside the program. */
export function mayRequest(url: string): boolean {
  return URL.canParse(url) && LOCAL.includes(new URL(url).protocol);
}
