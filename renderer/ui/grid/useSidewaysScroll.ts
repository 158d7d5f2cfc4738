/**
 * Keeps rows and header of a virtual table together: the browser scrolls the rows' clipped box by itself when text is dragged or
 * something in a row takes the focus, which the table does not hear of. What it moved is given to the table as a turn of the wheel.
 */
import { type RefObject, useEffect } from 'react';

export function useSidewaysScroll(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const grid = box.current;
    if (!grid) return;
    const onScroll = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement) || target.scrollLeft === 0) return;
      if (!target.parentElement?.classList.contains('ant-table-tbody-virtual-holder')) return;
      const deltaX = target.scrollLeft;
      target.scrollLeft = 0;
      // The one sideways movement of its header that the table listens to; it moves header and rows.
      grid.querySelector('.ant-table-header')?.dispatchEvent(new WheelEvent('wheel', { deltaX, cancelable: true }));
    };
    // Scroll events do not bubble.
    grid.addEventListener('scroll', onScroll, { capture: true });
    return () => grid.removeEventListener('scroll', onScroll, { capture: true });
  }, [box]);
}
