-- The days of the reporting year are the circular's (09/2024/TT-BKHĐT, art. 6) and stand in one place, kernel/reporting-year.ts.
-- As parameters they could be confirmed and changed without anything following them.
delete from reference.parameter where key in ('report.window.from', 'report.window.until');
