/** What leads others may be erased: they then stand on their own again, whoever erases it. */
export const sql = `
update report set merged_into = null
  where merged_into is not null and not exists
    (select from report lead where lead.association = report.association and lead.id = report.merged_into);
alter table report add constraint report_merged_into
  foreign key (association, merged_into) references report (association, id)
  on delete set null (merged_into);
`;
