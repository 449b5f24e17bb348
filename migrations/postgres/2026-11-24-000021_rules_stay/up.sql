-- A published version never changes; it can only be recalled. What a booking was judged by, and what
-- an office ruled, stays as it was written.
create function stays() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end $$;

create trigger rule_stays_update before update of id, facility_id, version, title_ja, title_en, body_ja, body_en,
    effective_on, published_at, published_by, grace_days, based_on, applies_to_confirmed on rule
    for each row execute function stays('published_rule_stays');

create trigger rule_stays_delete before delete on rule
    for each row execute function stays('published_rule_stays');

create trigger rule_stays_recalled before update of recalled_at on rule
    for each row when (old.recalled_at is not null) execute function stays('published_rule_stays');

create trigger rule_text_stays before update or delete on rule_text
    for each row execute function stays('published_rule_stays');

create trigger rule_file_stays before update on rule_file
    for each row execute function stays('kept_file_stays');

create trigger booking_evaluation_stays before update or delete on booking_evaluation
    for each row execute function stays('evaluation_stays');

create trigger gate_ruling_stays before update or delete on gate_ruling
    for each row execute function stays('ruling_stays');
