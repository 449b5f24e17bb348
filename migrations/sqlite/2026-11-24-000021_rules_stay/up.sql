-- A published version never changes; it can only be recalled. What a booking was judged by, and what
-- an office ruled, stays as it was written.
create trigger rule_stays_update before update of id, facility_id, version, title_ja, title_en, body_ja, body_en,
    effective_on, published_at, published_by, grace_days, based_on, applies_to_confirmed on rule
begin
    select raise(abort, 'published_rule_stays');
end;

create trigger rule_stays_delete before delete on rule
begin
    select raise(abort, 'published_rule_stays');
end;

create trigger rule_stays_recalled before update of recalled_at on rule when old.recalled_at is not null
begin
    select raise(abort, 'published_rule_stays');
end;

create trigger rule_text_stays_update before update on rule_text
begin
    select raise(abort, 'published_rule_stays');
end;

create trigger rule_text_stays_delete before delete on rule_text
begin
    select raise(abort, 'published_rule_stays');
end;

create trigger rule_file_stays before update on rule_file
begin
    select raise(abort, 'kept_file_stays');
end;

create trigger booking_evaluation_stays_update before update on booking_evaluation
begin
    select raise(abort, 'evaluation_stays');
end;

create trigger booking_evaluation_stays_delete before delete on booking_evaluation
begin
    select raise(abort, 'evaluation_stays');
end;

create trigger gate_ruling_stays_update before update on gate_ruling
begin
    select raise(abort, 'ruling_stays');
end;

create trigger gate_ruling_stays_delete before delete on gate_ruling
begin
    select raise(abort, 'ruling_stays');
end;
