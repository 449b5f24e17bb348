//! The tables as diesel sees them; a test holds them against both engines.

diesel::table! {
    institution (id) {
        id -> BigInt,
        slug -> Text,
        name_ja -> Text,
        short_ja -> Text,
        name_en -> Text,
        abbr -> Text,
        org_class -> Text,
        prefecture -> Text,
        sites -> Text,
        ministry -> Text,
        domain -> Text,
        ror -> Nullable<Text>,
        is_council_member -> Bool,
        owns_shared_instruments -> Text,
        valid_from -> Nullable<Text>,
        valid_to -> Nullable<Text>,
        successor_id -> Nullable<BigInt>,
        note_ja -> Nullable<Text>,
        source -> Text,
    }
}

diesel::table! {
    facility (id) {
        id -> BigInt,
        slug -> Text,
        institution_id -> BigInt,
        name_ja -> Text,
        name_en -> Text,
        site -> Text,
        source -> Text,
        former_institution_id -> Nullable<BigInt>,
        is_whole -> Bool,
    }
}

diesel::table! {
    vocabulary (kind, code) {
        kind -> Text,
        code -> Text,
        name_ja -> Text,
        name_en -> Text,
        place -> BigInt,
    }
}

diesel::table! {
    resource (id) {
        id -> BigInt,
        slug -> Text,
        facility_id -> BigInt,
        category -> Text,
        kind -> Text,
        name_ja -> Text,
        name_en -> Text,
        name_seed -> Nullable<Text>,
        summary_ja -> Text,
        summary_en -> Text,
        note_ja -> Nullable<Text>,
        booking_mode -> Text,
        allocation -> Text,
        allocator -> Nullable<Text>,
        prerequisites -> Text,
        capacity -> BigInt,
        slot_minutes -> BigInt,
        origin_minute -> BigInt,
        min_minutes -> BigInt,
        max_minutes -> BigInt,
        lead_business_days -> BigInt,
        horizon_days -> BigInt,
        buffer_before -> BigInt,
        buffer_after -> BigInt,
        response_days -> BigInt,
        windows -> Text,
        closed_calendars -> Text,
        published -> Bool,
        confirmed_on -> Nullable<Text>,
        state -> Text,
        source -> Text,
        search_key -> Text,
        calendar_turn -> BigInt,
        part -> Text,
        call_periods_ja -> Text,
        call_periods_en -> Text,
        call_site -> Text,
    }
}

diesel::table! {
    closed_day (facility_id, day) {
        facility_id -> BigInt,
        day -> Text,
        name_ja -> Text,
        name_en -> Text,
        kept_at -> BigInt,
        kept_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    user (id) {
        id -> BigInt,
        email -> Text,
        name -> Text,
        institution_id -> BigInt,
        position -> Text,
        phone -> Text,
        language -> Text,
        password_hash -> Text,
        state -> Text,
        verified_at -> Nullable<BigInt>,
        created_at -> BigInt,
        position_class -> Text,
        responsible_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    role_grant (id) {
        id -> BigInt,
        user_id -> BigInt,
        role -> Text,
        institution_id -> Nullable<BigInt>,
        facility_id -> Nullable<BigInt>,
        granted_at -> BigInt,
        granted_by -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    session (token_hash) {
        token_hash -> Text,
        user_id -> BigInt,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    mail_token (token_hash) {
        token_hash -> Text,
        purpose -> Text,
        user_id -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    sign_in_try (email_hash) {
        email_hash -> Text,
        failures -> BigInt,
        last_at -> BigInt,
    }
}

diesel::table! {
    rule (id) {
        id -> BigInt,
        facility_id -> BigInt,
        version -> Text,
        title_ja -> Text,
        title_en -> Text,
        body_ja -> Text,
        body_en -> Text,
        effective_on -> Text,
        published_at -> BigInt,
        published_by -> Nullable<BigInt>,
        grace_days -> BigInt,
        based_on -> Nullable<BigInt>,
        applies_to_confirmed -> Bool,
        recalled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    rule_consent (user_id, rule_id) {
        user_id -> BigInt,
        rule_id -> BigInt,
        consented_at -> BigInt,
    }
}

diesel::table! {
    booking (id) {
        id -> BigInt,
        resource_id -> BigInt,
        user_id -> BigInt,
        institution_id -> BigInt,
        rule_id -> BigInt,
        starts_at -> BigInt,
        ends_at -> BigInt,
        purpose -> Text,
        sample -> Text,
        safety -> Text,
        support_mode -> Text,
        project_number -> Text,
        state -> Text,
        version -> BigInt,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        created_at -> BigInt,
        updated_at -> BigInt,
        units -> BigInt,
        conditions -> Text,
        bundle_id -> Nullable<BigInt>,
        place -> BigInt,
        used_from -> Nullable<BigInt>,
        used_until -> Nullable<BigInt>,
        relocated -> Bool,
    }
}

diesel::table! {
    use_log (booking_id) {
        booking_id -> BigInt,
        samples -> BigInt,
        note -> Text,
        incident -> Text,
        entered_by -> BigInt,
        entered_at -> BigInt,
    }
}

diesel::table! {
    result_report (booking_id) {
        booking_id -> BigInt,
        title -> Text,
        summary -> Text,
        doi -> Text,
        entered_by -> BigInt,
        entered_at -> BigInt,
    }
}

diesel::table! {
    booking_change (id) {
        id -> BigInt,
        booking_id -> BigInt,
        starts_at -> BigInt,
        ends_at -> BigInt,
        units -> BigInt,
        purpose -> Text,
        sample -> Text,
        safety -> Text,
        support_mode -> Text,
        project_number -> Text,
        evaluation -> Text,
        state -> Text,
        asked_at -> BigInt,
        decided_at -> Nullable<BigInt>,
        agreed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    no_show (booking_id) {
        booking_id -> BigInt,
        percent -> BigInt,
        suspends_after -> BigInt,
        suspension_days -> BigInt,
        marked_by -> Nullable<BigInt>,
        marked_at -> BigInt,
        note -> Text,
        appeal -> Nullable<Text>,
        appealed_at -> Nullable<BigInt>,
        excused -> Bool,
        answer -> Nullable<Text>,
        answered_by -> Nullable<BigInt>,
        answered_at -> Nullable<BigInt>,
        user_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    bundle (id) {
        id -> BigInt,
        kind -> Text,
        user_id -> BigInt,
        pattern -> Text,
        created_at -> BigInt,
    }
}

diesel::table! {
    resource_need (resource_id, needed_id) {
        resource_id -> BigInt,
        needed_id -> BigInt,
        units -> BigInt,
    }
}

diesel::table! {
    attendant (id) {
        id -> BigInt,
        user_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    attendant_of (resource_id, attendant_id) {
        resource_id -> BigInt,
        attendant_id -> BigInt,
    }
}

diesel::table! {
    companion (resource_id, companion_id) {
        resource_id -> BigInt,
        companion_id -> BigInt,
    }
}

diesel::table! {
    booking_part (booking_id, resource_id) {
        booking_id -> BigInt,
        resource_id -> BigInt,
    }
}

diesel::table! {
    allocation (id) {
        id -> BigInt,
        resource_id -> BigInt,
        booking_id -> Nullable<BigInt>,
        starts_at -> BigInt,
        ends_at -> BigInt,
        use_starts_at -> BigInt,
        use_ends_at -> BigInt,
        units -> BigInt,
        note -> Text,
        holder_id -> Nullable<BigInt>,
        purpose -> Text,
        outside_id -> Nullable<BigInt>,
        offer_id -> Nullable<BigInt>,
        outage_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    competing_claim (booking_id) {
        booking_id -> BigInt,
        resource_id -> BigInt,
        starts_at -> BigInt,
        ends_at -> BigInt,
        units -> BigInt,
    }
}

diesel::table! {
    event (id) {
        id -> BigInt,
        at -> BigInt,
        actor_id -> Nullable<BigInt>,
        kind -> Text,
        booking_id -> Nullable<BigInt>,
        user_id -> Nullable<BigInt>,
        facts -> Text,
        service_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        event_id -> BigInt,
        letter -> Text,
        user_id -> BigInt,
        name -> Text,
        email -> Text,
        language -> Text,
        facts -> Text,
        state -> Text,
        tries -> BigInt,
        next_at -> BigInt,
        sent_at -> Nullable<BigInt>,
        problem -> Nullable<Text>,
    }
}

diesel::table! {
    rule_text (rule_id) {
        rule_id -> BigInt,
        documents -> Text,
        settings -> Text,
    }
}

diesel::table! {
    rule_draft (facility_id) {
        facility_id -> BigInt,
        based_on -> Nullable<BigInt>,
        version -> Text,
        title_ja -> Text,
        title_en -> Text,
        documents -> Text,
        settings -> Text,
        effective_on -> Nullable<Text>,
        grace_days -> BigInt,
        applies_to_confirmed -> Bool,
        turn -> BigInt,
        edited_at -> BigInt,
        edited_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    rule_file (id) {
        id -> BigInt,
        facility_id -> BigInt,
        name -> Text,
        size -> BigInt,
        sha256 -> Text,
        content -> Binary,
        kept_at -> BigInt,
        kept_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    desk_grant (id) {
        id -> BigInt,
        user_id -> BigInt,
        institution_id -> BigInt,
        desk -> Text,
        granted_at -> BigInt,
        granted_by -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    course (id) {
        id -> BigInt,
        facility_id -> BigInt,
        code -> Text,
        name_ja -> Text,
        name_en -> Text,
        minutes -> BigInt,
        retired_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    course_session (id) {
        id -> BigInt,
        course_id -> BigInt,
        starts_at -> BigInt,
        ends_at -> BigInt,
        seats -> BigInt,
        place -> Text,
        turn -> BigInt,
        cancelled_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    course_enrolment (session_id, user_id) {
        session_id -> BigInt,
        user_id -> BigInt,
        enrolled_at -> BigInt,
        completed_at -> Nullable<BigInt>,
        completed_by -> Nullable<BigInt>,
        absent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    gate_fact (id) {
        id -> BigInt,
        gate -> Text,
        user_id -> BigInt,
        facility_id -> Nullable<BigInt>,
        booking_id -> Nullable<BigInt>,
        course_id -> Nullable<BigInt>,
        issuer_id -> Nullable<BigInt>,
        project_number -> Text,
        number -> Text,
        level -> Text,
        issued_on -> Nullable<Text>,
        valid_until -> Nullable<Text>,
        detail -> Text,
        entered_at -> BigInt,
        entered_by -> Nullable<BigInt>,
        withdrawn_at -> Nullable<BigInt>,
        turn -> BigInt,
    }
}

diesel::table! {
    gate_ruling (id) {
        id -> BigInt,
        fact_id -> BigInt,
        side -> Text,
        verdict -> Text,
        number -> Text,
        ruled_on -> Text,
        condition -> Text,
        reason -> Text,
        ruled_at -> BigInt,
        ruled_by -> Nullable<BigInt>,
        institution_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    gate_ask (fact_id, side, institution_id) {
        fact_id -> BigInt,
        side -> Text,
        institution_id -> BigInt,
        facility_id -> Nullable<BigInt>,
        door -> Text,
        asked_at -> BigInt,
        due_on -> Text,
        answered_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    equivalence (id) {
        id -> BigInt,
        institution_id -> BigInt,
        gate -> Text,
        course_id -> Nullable<BigInt>,
        issuer_id -> Nullable<BigInt>,
        issuer_course_id -> Nullable<BigInt>,
        most_months -> BigInt,
        note_ja -> Text,
        note_en -> Text,
        published_at -> BigInt,
        published_by -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
        ends_on -> Nullable<Text>,
    }
}

diesel::table! {
    booking_hold (id) {
        id -> BigInt,
        booking_id -> BigInt,
        gates -> Text,
        return_to -> Text,
        held_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        ended_by -> Nullable<BigInt>,
        reason -> Text,
        is_resumed -> Bool,
    }
}

diesel::table! {
    booking_evaluation (booking_id) {
        booking_id -> BigInt,
        at -> BigInt,
        evaluation -> Text,
    }
}

diesel::table! {
    waiver (id) {
        id -> BigInt,
        resource_id -> BigInt,
        user_id -> BigInt,
        parameter -> Text,
        from_day -> Text,
        until_day -> Text,
        reason -> Text,
        granted_at -> BigInt,
        granted_by -> Nullable<BigInt>,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    waiver_request (id) {
        id -> BigInt,
        resource_id -> BigInt,
        user_id -> BigInt,
        parameter -> Text,
        from_day -> Text,
        until_day -> Text,
        reason -> Text,
        asked_at -> BigInt,
        decided_at -> Nullable<BigInt>,
        decided_by -> Nullable<BigInt>,
        answer -> Text,
        waiver_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    holiday (day) {
        day -> Text,
        name_ja -> Text,
        name_en -> Text,
        is_open -> Bool,
        source -> Text,
        kept_at -> BigInt,
        kept_by -> Nullable<BigInt>,
        kind -> Text,
    }
}

diesel::table! {
    holiday_correction (day) {
        day -> Text,
        kind -> Text,
        name_ja -> Text,
        name_en -> Text,
        kept_at -> BigInt,
        kept_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    holiday_edition (number) {
        number -> BigInt,
        mark -> BigInt,
        kept_at -> BigInt,
        kept_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    holiday_year (year) {
        year -> BigInt,
        kept_at -> BigInt,
        kept_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    reminder (key) {
        key -> Text,
        sent_at -> BigInt,
    }
}

diesel::table! {
    cancellation (booking_id) {
        booking_id -> BigInt,
        side -> Text,
        percent -> BigInt,
        free_until -> Nullable<BigInt>,
        cancelled_at -> BigInt,
        waivable -> Bool,
        waived_by -> Nullable<BigInt>,
        waived_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    service_request (id) {
        id -> BigInt,
        resource_id -> BigInt,
        user_id -> BigInt,
        institution_id -> BigInt,
        rule_id -> BigInt,
        state -> Text,
        version -> BigInt,
        chain -> Text,
        ethics_need -> Text,
        purpose -> Text,
        project_number -> Text,
        responsible -> Text,
        safety -> Text,
        wanted_on -> Nullable<Text>,
        ethics -> Text,
        ethics_number -> Text,
        ethics_until -> Nullable<Text>,
        asked_on -> Nullable<Text>,
        answer_due -> Nullable<Text>,
        due -> Nullable<Text>,
        words -> Text,
        conditions -> Text,
        decided_by -> Nullable<Text>,
        decided_at -> Nullable<BigInt>,
        decision_on -> Nullable<Text>,
        decision_number -> Text,
        contract_number -> Text,
        signed_by_provider_on -> Nullable<Text>,
        signed_by_recipient_on -> Nullable<Text>,
        payment -> Text,
        delivered_on -> Nullable<Text>,
        received_on -> Nullable<Text>,
        access_until -> Nullable<Text>,
        report_due -> Nullable<Text>,
        ended_on -> Nullable<Text>,
        created_at -> BigInt,
        updated_at -> BigInt,
    }
}

diesel::table! {
    feed (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_hash -> Text,
        name -> Text,
        about -> Text,
        resource_id -> Nullable<BigInt>,
        facility_id -> Nullable<BigInt>,
        opened_at -> BigInt,
        used_at -> Nullable<BigInt>,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    service_item (request_id, place) {
        request_id -> BigInt,
        place -> BigInt,
        what -> Text,
        quantity -> BigInt,
        unit -> Text,
        condition -> Text,
        arm -> Text,
        linked -> Bool,
        granted -> Nullable<BigInt>,
        delivered -> Nullable<BigInt>,
        left_over -> Nullable<BigInt>,
    }
}

diesel::table! {
    service_report (id) {
        id -> BigInt,
        request_id -> BigInt,
        kind -> Text,
        body -> Text,
        due_on -> Nullable<Text>,
        disposed_on -> Nullable<Text>,
        disposal -> Text,
        reported_at -> BigInt,
        reported_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    request_draft (id) {
        id -> BigInt,
        user_id -> BigInt,
        resource_id -> BigInt,
        fields -> Text,
        kept_at -> BigInt,
    }
}

diesel::table! {
    door_pin (user_id) {
        user_id -> BigInt,
        pin_hash -> Text,
        set_at -> BigInt,
    }
}

diesel::table! {
    outside_allocation (id) {
        id -> BigInt,
        resource_id -> BigInt,
        proposal -> Text,
        holder_email -> Text,
        holder_name -> Text,
        holder_institution -> Text,
        granted -> BigInt,
        unit -> Text,
        starts_on -> Text,
        ends_on -> Text,
        used -> BigInt,
        note -> Text,
        version -> BigInt,
        ended_at -> Nullable<BigInt>,
        entered_at -> BigInt,
        entered_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    outside_span (id) {
        id -> BigInt,
        outside_id -> BigInt,
        starts_at -> BigInt,
        ends_at -> BigInt,
        reason -> Text,
        entered_at -> BigInt,
        entered_by -> Nullable<BigInt>,
    }
}

diesel::table! {
    waitlist_entry (id) {
        id -> BigInt,
        resource_id -> BigInt,
        user_id -> BigInt,
        want -> Text,
        from_at -> BigInt,
        until_at -> BigInt,
        minutes -> BigInt,
        units -> BigInt,
        state -> Text,
        joined_at -> BigInt,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    slot_offer (id) {
        id -> BigInt,
        resource_id -> BigInt,
        user_id -> BigInt,
        entry_id -> Nullable<BigInt>,
        booking_id -> Nullable<BigInt>,
        starts_at -> BigInt,
        ends_at -> BigInt,
        units -> BigInt,
        made_at -> BigInt,
        until_at -> BigInt,
        state -> Text,
        closed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    outage (id) {
        id -> BigInt,
        resource_id -> BigInt,
        sort -> Text,
        starts_at -> BigInt,
        until_at -> BigInt,
        ended_at -> Nullable<BigInt>,
        note -> Text,
        by_user -> Bool,
        damage -> Text,
        entered_by -> Nullable<BigInt>,
        entered_at -> BigInt,
    }
}

diesel::table! {
    outage_effect (outage_id, booking_id) {
        outage_id -> BigInt,
        booking_id -> BigInt,
        effect -> Text,
        lost_from -> BigInt,
        lost_until -> BigInt,
        credit_minutes -> BigInt,
        rebook_until -> Text,
        was_settled -> Bool,
    }
}

diesel::joinable!(facility -> institution (institution_id));
diesel::joinable!(resource -> facility (facility_id));
diesel::joinable!(session -> user (user_id));
diesel::joinable!(user -> institution (institution_id));
diesel::joinable!(role_grant -> user (user_id));
diesel::joinable!(booking -> resource (resource_id));
diesel::joinable!(booking -> user (user_id));
diesel::joinable!(allocation -> booking (booking_id));
diesel::joinable!(competing_claim -> booking (booking_id));
diesel::joinable!(competing_claim -> resource (resource_id));
diesel::joinable!(rule_consent -> rule (rule_id));
diesel::joinable!(rule_text -> rule (rule_id));
diesel::joinable!(rule_draft -> facility (facility_id));
diesel::joinable!(rule_file -> facility (facility_id));
diesel::joinable!(desk_grant -> user (user_id));
diesel::joinable!(course -> facility (facility_id));
diesel::joinable!(course_session -> course (course_id));
diesel::joinable!(course_enrolment -> course_session (session_id));
diesel::joinable!(gate_ruling -> gate_fact (fact_id));
diesel::joinable!(gate_ask -> gate_fact (fact_id));
diesel::joinable!(equivalence -> institution (institution_id));
diesel::joinable!(booking_hold -> booking (booking_id));
diesel::joinable!(use_log -> booking (booking_id));
diesel::joinable!(use_log -> user (entered_by));
diesel::joinable!(result_report -> booking (booking_id));
diesel::joinable!(result_report -> user (entered_by));
diesel::joinable!(booking_change -> booking (booking_id));
diesel::joinable!(cancellation -> booking (booking_id));
diesel::joinable!(no_show -> booking (booking_id));
diesel::joinable!(no_show -> user (answered_by));
diesel::joinable!(booking_evaluation -> booking (booking_id));
diesel::joinable!(waiver -> resource (resource_id));
diesel::joinable!(service_request -> resource (resource_id));
diesel::joinable!(service_request -> user (user_id));
diesel::joinable!(request_draft -> resource (resource_id));
diesel::joinable!(outside_allocation -> resource (resource_id));
diesel::joinable!(outside_span -> outside_allocation (outside_id));
diesel::joinable!(closed_day -> user (kept_by));
diesel::joinable!(holiday_correction -> user (kept_by));
diesel::joinable!(holiday_year -> user (kept_by));
diesel::joinable!(waiver_request -> resource (resource_id));
diesel::joinable!(feed -> user (user_id));
diesel::joinable!(waitlist_entry -> user (user_id));
diesel::joinable!(waitlist_entry -> resource (resource_id));
diesel::joinable!(outage -> resource (resource_id));
diesel::joinable!(outage_effect -> outage (outage_id));
diesel::joinable!(outage_effect -> booking (booking_id));
diesel::joinable!(slot_offer -> user (user_id));
diesel::joinable!(slot_offer -> resource (resource_id));
diesel::joinable!(attendant -> resource (id));
diesel::joinable!(attendant -> user (user_id));
diesel::joinable!(attendant_of -> attendant (attendant_id));
diesel::joinable!(booking_part -> booking (booking_id));
diesel::joinable!(booking_part -> resource (resource_id));

diesel::allow_tables_to_appear_in_same_query!(
    competing_claim,
    institution,
    facility,
    vocabulary,
    resource,
    closed_day,
    user,
    role_grant,
    session,
    mail_token,
    sign_in_try,
    rule,
    rule_consent,
    booking,
    bundle,
    resource_need,
    attendant,
    attendant_of,
    companion,
    booking_part,
    allocation,
    event,
    outbox,
    rule_text,
    rule_draft,
    rule_file,
    desk_grant,
    course,
    course_session,
    course_enrolment,
    gate_fact,
    gate_ruling,
    gate_ask,
    equivalence,
    booking_hold,
    booking_evaluation,
    use_log,
    result_report,
    booking_change,
    no_show,
    waiver,
    waiver_request,
    holiday,
    holiday_correction,
    holiday_edition,
    holiday_year,
    reminder,
    feed,
    service_request,
    service_item,
    service_report,
    request_draft,
    door_pin,
    outside_allocation,
    outside_span,
    waitlist_entry,
    slot_offer,
    outage,
    outage_effect,
    cancellation,
);
