/** A photo is one kind of what comes beside the answers; there will be others. */
export const sql = `
alter table photo rename to attachment;
alter index photo_draft rename to attachment_draft;
alter index photo_report rename to attachment_report;
alter index photo_erase rename to attachment_erase;
alter table attachment add column kind text not null default 'photo';
alter table attachment alter column kind drop default;
alter table attachment add column attempts smallint not null default 0;
`;
