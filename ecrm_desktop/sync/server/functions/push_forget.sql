-- Empties the log's values of what came before, back to the making of each record.
CREATE OR REPLACE FUNCTION empty_history(p_shop uuid, p_forgotten forgotten_record[]) RETURNS void
LANGUAGE plpgsql SET search_path = ecrm_sync, pg_temp AS $$
DECLARE
    v_before bigint;
BEGIN
    FOR v_before IN SELECT before FROM unnest(p_forgotten) LOOP
        WHILE v_before IS NOT NULL LOOP
            UPDATE operations SET fields = '{}', quiet = NULL
                WHERE shop = p_shop AND revision = v_before RETURNING before INTO v_before;
        END LOOP;
    END LOOP;
END
$$;
