/**
 * Reports that were put together before the most urgent had to lead: one may be hidden behind a less
 * urgent one. Of each such group the most urgent leads all the others from here on, and of those the
 * oldest. What was finished stays so: there nothing waits.
 */
export const sql = `
with recursive led (association, root, id) as (
  select association, id, id from report where merged_into is null
  union all
  select report.association, led.root, report.id from report
    join led on led.association = report.association and led.id = report.merged_into
), leads as (
  select distinct on (led.association, led.root)
    led.association, led.root, report.id, report.urgency_rank as rank
  from led join report on report.association = led.association and report.id = led.id
  order by led.association, led.root, report.urgency_rank, report.received_at, report.id
)
update report set merged_into = nullif(leads.id, report.id)
  from led
  join leads on leads.association = led.association and leads.root = led.root
  join report root on root.association = led.association and root.id = led.root
  where report.association = led.association and report.id = led.id
    and leads.rank < root.urgency_rank and root.status not in ('done', 'cancelled');
`;
