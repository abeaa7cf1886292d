-- Takes operations that are about different records, all at once; returns the values that lost.
-- `p_own` are revisions of what their authors did under a former identity.
DROP FUNCTION IF EXISTS take_wave(uuid, integer, pushed_operation[], integer);
CREATE OR REPLACE FUNCTION take_wave(
    p_shop uuid, p_me integer, p_operations pushed_operation[], p_wave integer, p_own int8multirange
) RETURNS lost_value[] LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_lost lost_value[];
BEGIN
    WITH known AS (
        SELECT o.*, o.kind = 'c' AND (s.id IS NULL
                OR coalesce(s.dead <= o.seen OR s.dead_device = p_me OR p_own @> s.dead, false)) AS makes,
            coalesce(s.forgotten > o.seen AND s.forgotten_device <> p_me AND NOT p_own @> s.forgotten, false)
                -- Of what is dead without values, some fields alone would make a shell.
                OR coalesce(o.kind = 'u' AND s.dead IS NOT NULL AND s.present = '{}', false)
                AS is_dropped,
            s.id IS NULL AS is_new, s.birth, s.device, s.tip, s.tip_device, s.tip_other,
            coalesce(s.tip, s.birth) AS latest,
            CASE WHEN coalesce(s.tip_device, s.device) = p_me THEN s.tip_other
                ELSE coalesce(s.tip, s.birth) END AS latest_other,
            s.dead, s.dead_device, s.forgotten, s.forgotten_device, s.present, s.versions,
            -- No unit is called "": there stands when the record was altered last.
            coalesce((s.versions->>'')::bigint > o.seen, false) AS follows
        FROM unnest(p_operations) o
        LEFT JOIN LATERAL (
            SELECT s.*, coalesce(s.values, (
                    SELECT b.fields || coalesce(b.quiet, '{}') FROM operations b
                    WHERE b.shop = p_shop AND b.revision = s.birth
                )) AS present
            FROM records s
            WHERE s.shop = p_shop AND s.tab = o.tab AND s.id = o.id OFFSET 0
        ) s ON true
        WHERE o.wave = p_wave
    ), fates AS (
        SELECT k.*, makes AND NOT is_dropped AS is_birth, edits AND (dead IS NULL OR NOT weak) AS is_edit,
            edits AND dead IS NOT NULL AND NOT weak AS revives,
            edits AND dead IS NOT NULL AND weak AS stays_dead,
            deletes AND dead IS NULL AND unseen IS NOT NULL AS is_set_aside,
            (kind = 'x' AND NOT is_dropped) OR (kind IN ('f', 'h') AND is_new)
                OR (deletes AND (dead IS NOT NULL OR unseen IS NULL))
                AS dies,
            kind = 'f' AND NOT is_dropped AS forgets,
            kind IN ('f', 'h') AND NOT is_dropped AND dead IS NOT NULL AS empties,
            kind = 'h' AND NOT is_dropped AND NOT is_new AND dead IS NULL AS retells
        FROM (
            SELECT *, kind IN ('c', 'u') AND NOT makes AND NOT is_dropped AS edits,
                kind = 'd' AND NOT is_dropped AS deletes,
                CASE WHEN latest_other > seen THEN CASE WHEN isempty(p_own) THEN latest_other
                    ELSE last_unseen(p_shop, latest, seen, p_me, p_own) END END AS unseen
            FROM known
        ) k
    ), edited AS (
        SELECT f.*, e.*, b.*,
            CASE WHEN is_birth THEN NULL
                WHEN is_new OR empties THEN '{}'
                WHEN NOT is_edit THEN present
                WHEN e.has_null OR quiet <> '{}'
                    THEN jsonb_strip_nulls(present || coalesce(e.changed, '{}')
                        || CASE WHEN kind = 'c' AND (weak OR ranks <> '{}')
                            THEN not_yielding(quiet, present, ranks, weak) ELSE quiet END)
                WHEN e.changed IS NOT NULL THEN present || e.changed
                ELSE present END AS outcome
        FROM fates f
        LEFT JOIN LATERAL (
            SELECT
                jsonb_object_agg(u.key, u.value) FILTER (WHERE NOT loses) AS changed,
                bool_or(u.value = 'null') AS has_null,
                jsonb_object_agg(u.key, u.was) FILTER (WHERE loses) AS kept,
                jsonb_object_agg(u.key, jsonb_build_array(f.revision, p_me,
                    -- Whoever says once more what is there does not weaken it.
                    greatest(CASE WHEN yields THEN 0 ELSE u.rank END,
                        CASE WHEN u.was = u.value THEN u.was_rank END)))
                    FILTER (WHERE NOT loses) AS written,
                array_agg(ROW(
                    f.ord, f.tab, f.id, u.key, CASE WHEN loses THEN u.value ELSE u.was END,
                    CASE WHEN loses THEN f.revision ELSE u.writer END,
                    CASE WHEN loses THEN u.writer ELSE f.revision END
                )::lost_value) FILTER (WHERE competes AND NOT (loses AND yields)) AS lost
            FROM (
                SELECT w.*, competes AND was_rank > rank AS loses
                FROM (
                    SELECT v.*,
                        was <> value AND writer IS NOT NULL
                            AND NOT (writer <= f.seen OR writer_device = p_me OR p_own @> writer) AS competes
                    FROM (
                        SELECT u.key, u.value, coalesce(f.present->u.key, 'null') AS was,
                            coalesce((f.ranks->>u.key)::integer < 0, false) AS yields,
                            coalesce((f.ranks->>u.key)::integer, CASE WHEN f.weak THEN -1 ELSE 0 END)
                                AS rank,
                            coalesce((x.version->>2)::integer, 0) AS was_rank,
                            CASE WHEN x.version IS NOT NULL THEN (x.version->>0)::bigint
                                WHEN f.present ? u.key THEN f.birth END AS writer,
                            coalesce((x.version->>1)::integer, f.device) AS writer_device
                        FROM jsonb_each(f.fields) u,
                            LATERAL (SELECT f.versions->u.key AS version) x
                        OFFSET 0  -- each expression is worked out once
                    ) v
                    OFFSET 0
                ) w
            ) u
            WHERE f.is_edit AND f.fields <> '{}'
        ) e ON true
        LEFT JOIN LATERAL (
            SELECT jsonb_object_agg(r.key, jsonb_build_array(f.revision, p_me, r.value)) AS ranked
            FROM jsonb_each(f.ranks) r
            WHERE f.is_birth AND f.ranks <> '{}' AND r.value::integer > 0
        ) b ON f.is_birth AND f.ranks <> '{}'
    ), compared AS (
        SELECT e.*,
            -- When something was written that was there already is no news: no PC would keep a trace.
            is_edit AND NOT revives
                AND outcome - 'updated_at' = present - 'updated_at' AS is_same,
            CASE WHEN is_edit OR is_set_aside THEN NULL
                WHEN dies THEN revision WHEN is_birth THEN NULL ELSE dead END AS now_dead
        FROM edited e
    ), results AS MATERIALIZED (
        SELECT c.*,
            is_dropped OR retells OR revives OR stays_dead OR is_set_aside OR (is_edit AND kept IS NOT NULL)
                -- Who made it anew has nothing where others have something.
                OR (is_edit AND kind = 'c' AND CASE WHEN is_same THEN present ELSE outcome END
                    <> jsonb_strip_nulls(fields || quiet))
                -- Nothing on its PC keeps what others did before from being brought over it.
                OR (is_edit AND kind = 'c' AND unseen IS NOT NULL)
                OR (is_same AND outcome <> present)
                OR (forgets AND NOT is_new AND dead IS NULL)
                -- Its author gets what was altered, and would go back to that.
                OR follows AS is_altered
        FROM compared c
    ), written AS (
        INSERT INTO records AS s (
            shop, tab, id, "values", versions, birth, device, tip, tip_device, tip_other,
            dead, dead_device, forgotten, forgotten_device
        )
        SELECT p_shop, tab, id, CASE WHEN is_same THEN present WHEN NOT is_birth THEN outcome END,
            CASE WHEN is_altered THEN coalesce(v.versions, '{}') || jsonb_build_object('', revision)
                WHEN results.versions ? '' THEN coalesce(v.versions, '{}') || jsonb_build_object('', results.versions->'')
                ELSE v.versions END,
            CASE WHEN is_birth OR is_new THEN revision ELSE birth END,
            CASE WHEN is_birth OR is_new THEN p_me ELSE device END,
            CASE WHEN is_birth OR is_new THEN NULL ELSE revision END,
            CASE WHEN is_birth OR is_new THEN NULL ELSE p_me END,
            latest_other,
            now_dead,
            CASE WHEN now_dead = revision THEN p_me WHEN now_dead IS NOT NULL THEN dead_device END,
            CASE WHEN forgets THEN revision ELSE forgotten END,
            CASE WHEN forgets THEN p_me ELSE forgotten_device END
        FROM results, LATERAL (
            SELECT CASE WHEN is_birth THEN ranked WHEN empties THEN NULL WHEN written IS NULL THEN results.versions
                ELSE coalesce(results.versions, '{}') || written END AS versions
        ) v
        WHERE NOT is_dropped
        ON CONFLICT (shop, tab, id) DO UPDATE SET
            "values" = excluded."values", versions = excluded.versions, birth = excluded.birth,
            device = excluded.device, tip = excluded.tip, tip_device = excluded.tip_device,
            tip_other = excluded.tip_other, dead = excluded.dead,
            dead_device = excluded.dead_device, forgotten = excluded.forgotten,
            forgotten_device = excluded.forgotten_device
    ), logged AS (
        INSERT INTO operations (shop, revision, before, tab, id, kind, altered, fields, quiet)
        SELECT p_shop, revision, latest, tab, id,
            CASE WHEN is_birth OR (is_edit AND is_altered) OR is_set_aside OR retells THEN 'c'
                WHEN is_edit OR is_dropped THEN 'u'
                WHEN stays_dead OR kind IN ('x', 'h') THEN 'd' ELSE kind END,
            is_altered,
            CASE WHEN is_birth THEN CASE WHEN ranks = '{}' THEN fields ELSE jsonb_strip_nulls(fields) END
                WHEN is_edit AND is_altered THEN CASE WHEN is_same THEN present ELSE outcome END
                WHEN is_set_aside OR retells OR (forgets AND dead IS NULL) THEN outcome
                WHEN is_edit THEN fields
                ELSE '{}' END,
            CASE WHEN (is_birth OR (is_edit AND NOT is_altered)) AND quiet <> '{}'
                THEN CASE WHEN is_same THEN quiet - 'updated_at' ELSE quiet END END
        FROM results
    )
    SELECT array_agg(l ORDER BY ord, nth) INTO v_lost
        FROM (
            SELECT l.ord, l.nth, ROW(
                    l.ord, l.tab, l.id, l.unit, l.lost, l.lost_revision, l.won_revision
                )::lost_value AS l
                FROM results, unnest(lost) WITH ORDINALITY
                    AS l (ord, tab, id, unit, lost, lost_revision, won_revision, nth)
                WHERE results.tab <> 0
            UNION ALL
            SELECT ord, 0, ROW(ord, tab, id, '', 'null'::jsonb, dead, revision)::lost_value
                FROM results
                WHERE revives AND tab <> 0 AND dead > seen AND dead_device <> p_me
                    AND NOT p_own @> dead
            UNION ALL
            SELECT ord, 0, ROW(ord, tab, id, '', 'null'::jsonb, revision, unseen)::lost_value
                FROM results WHERE is_set_aside AND tab <> 0
        ) losses;
    RETURN coalesce(v_lost, '{}');
END
$$;

-- Quiet units of an offer, less those that yield to what is there.
CREATE OR REPLACE FUNCTION not_yielding(p_quiet jsonb, p_present jsonb, p_ranks jsonb, p_weak boolean)
RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(p_quiet)
    WHERE NOT p_present ? key OR coalesce((p_ranks->>key)::integer, -p_weak::integer) >= 0
$$;

-- The last operation on a record that its author had not seen, going back from one of them.
CREATE OR REPLACE FUNCTION last_unseen(
    p_shop uuid, p_latest bigint, p_seen bigint, p_me integer, p_own int8multirange
) RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_revision bigint := p_latest;
    v_thinned bigint := (SELECT thinned_to FROM shops WHERE shop = p_shop);
BEGIN
    WHILE v_revision > p_seen LOOP
        -- Groups of this very batch are not written yet: they are its author's. What came before an
        -- operation that the log has no more may be anybody's.
        IF v_revision <= v_thinned OR NOT p_own @> v_revision AND (
            SELECT CASE WHEN last >= v_revision THEN device END FROM groups
            WHERE shop = p_shop AND first <= v_revision ORDER BY first DESC LIMIT 1
        ) <> p_me THEN
            RETURN v_revision;
        END IF;
        SELECT before INTO v_revision FROM operations WHERE shop = p_shop AND revision = v_revision;
    END LOOP;
    RETURN NULL;
END
$$;
