/**
 * Finds the screens: every `renderer/features/<feature>/<Name>Screen.tsx` is loaded when first shown, through its
 * default export. A route names it as `'loans/LedgerScreen'`; one that is not written yet shows a placeholder.
 */
import { type FunctionComponent, lazy } from 'react';
import { PlaceholderScreen } from './PlaceholderScreen';

type ScreenModule = { default: FunctionComponent };

const found = import.meta.glob<ScreenModule>('../features/*/*Screen.tsx');

/** The lazy component of a screen. */
export function screen(name: `${string}/${string}Screen`): FunctionComponent {
  const load = found[`../features/${name}.tsx`];
  return load ? lazy(load) : PlaceholderScreen;
}
