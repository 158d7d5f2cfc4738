/** How wide a heading must be so that it is read in full, in whatever language; pure, for grids that measure nothing. */

const HAN = 13.5;
const LATIN = 7.6;
const PADDING = 18;
const SORTER = 20;

/** CSS px at 100 %. */
export function headingWidth(title: string, sortable: boolean): number {
  const text = [...title].reduce((width, sign) => width + (sign.charCodeAt(0) < 0x2e80 ? LATIN : HAN), 0);
  return Math.ceil(text + PADDING + (sortable ? SORTER : 0));
}
