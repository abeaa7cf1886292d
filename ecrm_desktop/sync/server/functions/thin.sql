-- Lets the next operations of the log go that nobody needs: older than half a year, and known to every
-- PC that was seen in that time. What a record is stays, with its writers, its deletion and that it is
-- forgotten; so do the names of groups, for one that was taken is never taken again.
CREATE OR REPLACE FUNCTION thin_v1(p_shop uuid, p_device uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp SET jit = off
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE
    c_kept CONSTANT interval := '180 days';
    c_at_once CONSTANT integer := 5000;
    v_today date := (now() AT TIME ZONE 'UTC')::date;
    v_refusal text := (caller(p_shop, p_device)).refusal;
    v_shop shops;
    v_most bigint;
    v_to bigint;
BEGIN
    IF v_refusal IS NULL THEN
        SELECT * INTO v_shop FROM shops WHERE shop = p_shop FOR UPDATE;
        -- Once more: it may have been shut out while this waited.
        v_refusal := (caller(p_shop, p_device)).refusal;
    END IF;
    IF v_refusal IS NOT NULL THEN
        RETURN jsonb_build_object('refused', v_refusal);
    END IF;
    INSERT INTO heads (shop, day, revision) VALUES (p_shop, v_today, v_shop.revision)
        ON CONFLICT (shop, day) DO UPDATE SET revision = excluded.revision;
    SELECT revision INTO v_most FROM heads
        WHERE shop = p_shop AND day < v_today - c_kept ORDER BY day DESC LIMIT 1;
    DELETE FROM heads WHERE shop = p_shop AND revision < v_most;
    v_most := greatest(v_shop.thinned_to, least(coalesce(v_most, 0), (
        SELECT min(cursor) FROM devices
        WHERE shop = p_shop AND revoked IS NULL AND last_seen > now() - c_kept
    )));
    SELECT CASE WHEN count(*) < c_at_once THEN v_most ELSE max(revision) END INTO v_to FROM (
        SELECT revision FROM operations
        WHERE shop = p_shop AND revision > v_shop.thinned_to AND revision <= v_most
        ORDER BY revision LIMIT c_at_once
    ) next;
    -- How a record was made stays as long as it is all that there is of it: then it goes with the
    -- operation after it.
    WITH passed AS MATERIALIZED (
        SELECT revision, before FROM operations
        WHERE shop = p_shop AND revision > v_shop.thinned_to AND revision <= v_to
    )
    DELETE FROM operations o
        WHERE o.shop = p_shop AND o.revision = ANY (ARRAY(
            SELECT revision FROM passed UNION SELECT before FROM passed WHERE before IS NOT NULL
        )) AND NOT EXISTS (
            SELECT FROM records r
            WHERE r.shop = p_shop AND r.tab = o.tab AND r.id = o.id
                AND r.birth = o.revision AND r."values" IS NULL
        );
    UPDATE shops SET thinned_to = v_to WHERE shop = p_shop AND thinned_to < v_to;
    RETURN jsonb_build_object(
        'epoch', hex(v_shop.epoch), 'head', v_shop.revision, 'thinned_to', v_to,
        'more', v_to < v_most
    );
END
$$;
