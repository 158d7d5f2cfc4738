/** When a missing receipt was last asked for, so that it is asked for again. Frozen: never edit, add a step. */
export const version = 295;

export const sql = 'ALTER TABLE notice ADD COLUMN chased_on TEXT;';
