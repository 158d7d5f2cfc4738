/** Sign-in names are unique for the eye, not only for the computer: `Zhang`, `zhang` and `ｚｈａｎｇ` are one name. */

export const foldName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export const isSameName = (one: string, other: string): boolean => foldName(one) === foldName(other);
