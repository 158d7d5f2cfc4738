/** Percent as typed → decimal text of the contract, at most six places: 30 → `0.3`. */
export const decimalOf = (percent: number): string => (percent / 100).toFixed(6).replace(/0+$/, '').replace(/\.$/, '');
