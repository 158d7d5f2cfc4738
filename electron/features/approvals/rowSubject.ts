/** The subject of a request as text: the row of the feature that asks. */

/** `name` never changes, since stored requests carry it. */
export const rowSubject = (name: string) => ({
  subjectOf: (id: number): string => `${name}:${id}`,
  idOf: (subject: string): number => Number(subject.slice(name.length + 1)),
});
