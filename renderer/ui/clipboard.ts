/** Puts text on the clipboard on a person's own key or click. The clipboard permission is denied by policy; the copy command is not. */

export interface ClipboardBlock {
  readonly text: string;
  /** The same as HTML, for programs that prefer it. */
  readonly html?: string;
}

export function copyToClipboard({ text, html }: ClipboardBlock): void {
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
}
