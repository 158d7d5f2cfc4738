/**
 * Finds the screens: every `renderer/features/<feature>/<Name>Screen.tsx` is loaded when first shown, through its
 * default export. A route names it as `'loans/LedgerScreen'`.
 */

import { present } from '@shared/kernel/assert';
import { type FunctionComponent, lazy } from 'react';

type ScreenModule = { default: FunctionComponent };

const found = import.meta.glob<ScreenModule>('../features/*/*Screen.tsx');

/** The lazy component of a screen. */
export function screen(name: `${string}/${string}Screen`): FunctionComponent {
  return lazy(present(found[`../features/${name}.tsx`], `the screen ${name} is there`));
}
