/** Keys of the whole frame: F6 next pane, Alt+W why, Ctrl+F the search list. */
import { useTranslation } from 'react-i18next';
import { useShortcut } from './shortcuts';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex="0"]';

function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  // The innermost pane that holds the focus: a table inside the page counts before the page.
  const current = panes.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(current + 1) % panes.length];
  (next?.querySelector<HTMLElement>(FOCUSABLE) ?? next)?.focus();
}

/** Opens the explanation nearest to the focus: in the element itself, else in its row, else in its pane. */
function openWhy(): void {
  const focus = document.activeElement ?? document.body;
  const row = focus.querySelector('[data-active-row]') ?? focus.closest('[role="row"]');
  const places = [focus.closest('[data-why]')?.parentElement, focus, row, focus.closest('[data-pane]')];
  const found = places.map((place) => place?.querySelector<HTMLElement>('[data-why]'));
  found.find((why) => why)?.click();
}

/** The page's own search comes before the one in the title bar, which stands earlier in the document. */
function focusSearch(): void {
  const search = ['.qs-page input[type="search"]', '.qs-slot-search input']
    .map((place) => document.querySelector<HTMLElement>(place))
    .find((found) => found);
  search?.focus();
}

export function useFrameKeys(): void {
  const { t } = useTranslation();
  useShortcut('F6', t('common:keys.nextPane'), focusNextPane);
  useShortcut('Alt+W', t('common:keys.why'), openWhy);
  useShortcut('Ctrl+F', t('common:keys.search'), focusSearch);
}
