/** A recording has a length, which staff see before they listen. */
export const sql = `
alter table attachment add column seconds smallint;
`;
