-- 読替え表の終期: the last Tokyo day on which a line counts.
alter table equivalence add column ends_on text;

-- 欠席: somebody enrolled who did not come.
alter table course_enrolment add column absent_at bigint;
