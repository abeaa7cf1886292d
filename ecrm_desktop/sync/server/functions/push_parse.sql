-- A payload as groups and operations; anything wrong in it raises one of the two refusals.
CREATE OR REPLACE FUNCTION parse_payload(
    p_payload text, p_head bigint,
    OUT schema text, OUT groups pushed_group[], OUT operations pushed_operation[]
) LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_payload jsonb := p_payload::jsonb;
    v_is_whole boolean;
BEGIN
    schema := v_payload->>'schema';
    SELECT array_agg(ROW(
            g.grp, (g.j->>'g')::uuid, coalesce((g.j->>'part')::integer, 1), g.j->>'at',
            (g.j->>'u')::uuid, coalesce(g.j->>'a', ''), coalesce(g.j->>'s', schema),
            (g.j->>'seen')::bigint, coalesce((g.j->>'more')::boolean, false),
            coalesce((g.j->>'weak')::boolean, false)
        )::pushed_group ORDER BY g.grp),
        bool_and(coalesce(
            g.j->>'g' ~ '^[0-9a-f]{32}$' AND coalesce(g.j->>'u' ~ '^[0-9a-f]{32}$', true)
            AND jsonb_typeof(g.j->'seen') = 'number' AND (g.j->>'seen')::bigint BETWEEN 0 AND p_head
            AND coalesce((g.j->>'part')::integer > 0, true)
            AND length(g.j->>'at') BETWEEN 1 AND 40 AND jsonb_typeof(g.j->'ops') = 'array'
            AND length(coalesce(g.j->>'a', '')) <= 60 AND length(coalesce(g.j->>'s', schema)) <= 40,
            false
        )) AND count(*) = count(DISTINCT (g.j->>'g', g.j->>'part'))
        INTO groups, v_is_whole
        FROM jsonb_array_elements(v_payload->'groups') WITH ORDINALITY AS g (j, grp);
    IF v_is_whole IS NOT TRUE OR length(schema) > 40 OR schema IS NULL THEN
        RAISE EXCEPTION 'malformed';
    END IF;
    SELECT array_agg(ROW(
            o.ord, o.grp, o.kind, o.name, NULL, o.id::uuid,
            CASE o.kind WHEN 'u' THEN o.fields
                WHEN 'c' THEN CASE WHEN o.ranks = '{}' THEN '{}' ELSE said_zero(o.ranks, jsonb_strip_nulls(o.quiet)) END
                    || jsonb_strip_nulls(o.fields)
                ELSE '{}' END,
            CASE o.kind WHEN 'u' THEN o.quiet WHEN 'c' THEN jsonb_strip_nulls(o.quiet)
                ELSE '{}' END,
            o.ranks, o.seen, o.weak, NULL, NULL
        )::pushed_operation ORDER BY o.ord),
        bool_and(coalesce(
            o.size BETWEEN 3 AND 6 AND o.kind IN ('c', 'u', 'd', 'f', 'x', 'h')
            AND o.name ~ '^[a-z][a-z0-9_]{0,62}$' AND o.id ~ '^[0-9a-f]{32}$'
            AND jsonb_typeof(o.fields) = 'object' AND jsonb_typeof(o.quiet) = 'object'
            AND jsonb_typeof(o.ranks) = 'object' AND NOT o.fields ? '' AND NOT o.quiet ? ''
            AND (o.ranks = '{}' OR NOT jsonb_path_exists(
                o.ranks,
                '$.* ? (@.type() != "number" || @ < -999999 || @ > 999999 || @.floor() != @)'
            )),
            false
        ))
        INTO operations, v_is_whole
        FROM (
            SELECT row_number() OVER (ORDER BY g.grp, o.nth) AS ord, g.grp,
                g.seen, g.weak, jsonb_array_length(o.j) AS size,
                o.j->>0 AS kind, o.j->>1 AS name, o.j->>2 AS id, coalesce(o.j->3, '{}') AS fields,
                coalesce(o.j->4, '{}') AS quiet, coalesce(o.j->5, '{}') AS ranks
            FROM (
                -- OFFSET 0: or each operation would be carried along with its whole group.
                SELECT grp, (j->>'seen')::bigint AS seen,
                    coalesce((j->>'weak')::boolean, false) AS weak, j->'ops' AS ops
                FROM jsonb_array_elements(v_payload->'groups') WITH ORDINALITY AS g (j, grp)
                OFFSET 0
            ) g, jsonb_array_elements(g.ops) WITH ORDINALITY AS o (j, nth)
        ) o;
    IF v_is_whole IS FALSE THEN
        RAISE EXCEPTION 'malformed';
    ELSIF cardinality(operations) > 500 OR cardinality(groups) > 500 THEN
        RAISE EXCEPTION 'too_big' USING ERRCODE = 'EC001';
    END IF;
    operations := coalesce(operations, '{}');
END
$$;

-- What a ranked `c` says by not naming it: zero.
CREATE OR REPLACE FUNCTION said_zero(p_ranks jsonb, p_quiet jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(key, NULL), '{}') FROM jsonb_object_keys(p_ranks) AS r (key)
    WHERE NOT p_quiet ? key
$$;

-- Which revisions a payload says are its author's own: [[first, last]…].
CREATE OR REPLACE FUNCTION own_revisions(p_payload text) RETURNS int8multirange
LANGUAGE plpgsql IMMUTABLE SET search_path = ecrm_sync, pg_temp AS $$
BEGIN
    -- Few payloads have it, and none is to be read twice for nothing.
    IF strpos(p_payload, '"own":') = 0 THEN
        RETURN '{}';
    END IF;
    RETURN coalesce((
        SELECT range_agg(int8range((r->>0)::bigint, (r->>1)::bigint, '[]'))
        FROM jsonb_array_elements(coalesce(p_payload::jsonb->'own', '[]')) r
        WHERE r->>0 IS NOT NULL AND r->>1 IS NOT NULL
    ), '{}');
END
$$;
