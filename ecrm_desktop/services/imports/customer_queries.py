"""The queries by which a block of rows finds its customers; ?1 is a JSON array of keys."""

from typing import Final

from ecrm_desktop.services.imports.row_values import COLUMNS

_KEYS = "(SELECT value FROM json_each(?1))"
IDS: Final = "(SELECT unhex(value) FROM json_each(?1))"
BY_CODE: Final = f"SELECT id FROM customers WHERE deleted_at IS NULL AND code IN {_KEYS}"
BY_NATIONAL_ID: Final = (
    f"SELECT id FROM customers WHERE deleted_at IS NULL AND national_id IN {_KEYS}"
)
BY_EMAIL: Final = f"""
SELECT id FROM customers WHERE deleted_at IS NULL AND email <> '' AND email IN {_KEYS}
"""
BY_PHONE: Final = """
SELECT p.number, c.rowid, p.customer_id FROM json_each(?1) k
CROSS JOIN customer_phones p ON p.number = k.value
CROSS JOIN customers c ON c.id = p.customer_id
WHERE c.deleted_at IS NULL
"""
BY_NAME: Final = """
SELECT i.customer_id FROM json_each(?1) k CROSS JOIN customer_index i
ON i.first_folded = json_extract(k.value, '$[0]') AND i.last_folded = json_extract(k.value, '$[1]')
"""
MERGED: Final = f"""
WITH RECURSIVE kept (code, id) AS (
    SELECT code, merged_into_id FROM customers
    WHERE deleted_at IS NOT NULL AND merged_into_id IS NOT NULL AND code IN {_KEYS}
    UNION
    SELECT kept.code, c.merged_into_id FROM kept JOIN customers c ON c.id = kept.id
    WHERE c.deleted_at IS NOT NULL AND c.merged_into_id IS NOT NULL
)
SELECT kept.code, kept.id FROM kept JOIN customers c ON c.id = kept.id WHERE c.deleted_at IS NULL
"""
LOADED: Final = f"""
SELECT id, {", ".join(COLUMNS)} FROM customers WHERE deleted_at IS NULL AND id IN {IDS}
ORDER BY rowid
"""
