"""Mutants of what reads the files of other programs and writes the rows that were refused."""

from typing import Final

from tests.mutants.mutant import Mutant

_TEXT: Final = ("tests/exchange/test_text_tables.py",)
_SALES: Final = ("tests/exchange/test_convert_sales.py",)
_CUSTOMERS: Final = ("tests/exchange/test_convert_customers.py",)
_DATES: Final = ("tests/exchange/test_dates.py",)
_LIMITS: Final = ("tests/exchange/test_file_limits.py",)
_FOREIGN: Final = ("tests/exchange/test_foreign_files.py",)
_MAPPING: Final = ("tests/exchange/test_mapping.py",)
_PROBLEMS: Final = ("tests/exchange/test_problem_file.py",)
_EXCEL: Final = ("tests/test_xlsx_files.py",)
_RECOGNIZE: Final = ("tests/exchange/test_recognize.py",)
_VCARD: Final = ("tests/exchange/test_vcard_tables.py",)
_XLSX: Final = ("tests/exchange/test_xlsx_tables.py",)
_TOTALS: Final = ("tests/exchange/test_order_totals.py",)
_HEADERS: Final = ("tests/exchange/test_headers.py",)

EXCHANGE: Final = (
    Mutant(
        "encoding-of-the-first-bytes",
        "ecrm_desktop/exchange/text_encoding.py",
        "            chunk = file.read(_CHUNK)\n    return",
        '            chunk = b""\n    return',
        _TEXT,
    ),
    Mutant(
        "one-broken-letter-changes-all",
        "ecrm_desktop/exchange/text_encoding.py",
        "utf8 = _is_damaged_utf8(chunk)",
        "utf8 = False",
        _TEXT,
    ),
    Mutant(
        "open-quote-swallows-rows",
        "ecrm_desktop/exchange/text_tables.py",
        "if cells and cells[-1].endswith(_END):",
        "if False:",
        _TEXT,
    ),
    Mutant(
        "rows-of-any-width",
        "ecrm_desktop/exchange/text_tables.py",
        "if is_cut or (len(row) > WIDEST and any(row)):",
        "if is_cut:",
        _TEXT,
    ),
    Mutant(
        "long-row-cut-is-whole",
        "ecrm_desktop/exchange/convert.py",
        "if row.is_too_long:",
        "if False:",
        ("tests/test_importing.py",),
    ),
    Mutant(
        "null-character-cleaned-away",
        "ecrm_desktop/exchange/cells.py",
        'if "\\0" in cell:',
        "if False:",
        ("tests/test_importing.py",),
    ),
    Mutant(
        "quoted-signs-cut-columns",
        "ecrm_desktop/exchange/text_columns.py",
        "for ways in (_quoted, _plain):",
        "for ways in (_plain, _quoted):",
        _TEXT,
    ),
    Mutant(
        "locked-excel-across-chunks",
        "ecrm_desktop/exchange/file_content.py",
        "if wanted in before + chunk:",
        "if wanted in chunk:",
        _FOREIGN,
    ),
    Mutant(
        "second-like-row-is-the-first",
        "ecrm_desktop/exchange/source_keys.py",
        "self._again.get(mark, 1) + 1",
        "self._again.get(mark, 0) + 1",
        _SALES,
    ),
    Mutant(
        "keys-lost-when-the-table-grows",
        "ecrm_desktop/exchange/source_keys.py",
        "            if mark:\n",
        "            if mark & 1:\n",
        _SALES,
    ),
    Mutant(
        "price-rounded-down",
        "ecrm_desktop/exchange/convert_sales.py",
        "price = -(-amount * ONE // quantity)",
        "price = amount * ONE // quantity",
        _SALES,
    ),
    Mutant(
        "discount-above-the-line",
        "ecrm_desktop/exchange/convert_sales.py",
        "if discount and discount > line_total(quantity, price):",
        "if False:",
        _SALES,
    ),
    Mutant(
        "cancelled-order-sold",
        "ecrm_desktop/exchange/convert_sales.py",
        "if not is_sold:",
        "if False:",
        _SALES,
    ),
    Mutant(
        "later-line-of-a-cancelled-order-sold",
        "ecrm_desktop/exchange/convert_sales.py",
        "is_sold = is_sold and was_sold",
        "is_sold = bool(is_sold)",
        _SALES,
    ),
    Mutant(
        "purchase-without-its-wrong-line",
        "ecrm_desktop/exchange/convert.py",
        "is_whole = len(held) == 1 or not any(",
        "is_whole = True or not any(",
        _SALES,
    ),
    Mutant(
        "wrong-row-counts-as-before",
        "ecrm_desktop/exchange/convert.py",
        "self._rows.record(row.number, rest, self._unused_keys)",
        "self._rows.record(row.number, rest, self._keys)",
        _SALES,
    ),
    Mutant(
        "sale-of-tomorrow",
        "ecrm_desktop/exchange/dates.py",
        "if past and day > today:",
        "if False:",
        (*_DATES, *_SALES),
    ),
    Mutant(
        "short-year-in-the-future",
        "ecrm_desktop/exchange/dates.py",
        "return year if year <= self._this + 1 else year - _CENTURY",
        "return year",
        _DATES,
    ),
    Mutant(
        "day-and-month-guessed",
        "ecrm_desktop/exchange/dates.py",
        "if int(last) not in JALALI_YEARS and max(int(first), int(middle)) <= _LAST_MONTH:",
        "if False:",
        _DATES,
    ),
    Mutant(
        "excels-noise-in-codes",
        "ecrm_desktop/exchange/cells.py",
        "f\"{Decimal(f'{cell:.15g}'):f}\"",
        "repr(cell)",
        (*_CUSTOMERS, *_SALES, *_XLSX),
    ),
    Mutant(
        "apostrophe-stays",
        "ecrm_desktop/exchange/cells.py",
        'return cell[1:] if cell[:1] == "\'" and cell[1:].isdecimal() else from_text(cell)',
        "return from_text(cell)",
        (*_CUSTOMERS, *_SALES),
    ),
    Mutant(
        "unit-in-the-cell-ignored",
        "ecrm_desktop/exchange/cells.py",
        "                    said = UNIT_WORDS[fold(word)]\n",
        "",
        _SALES,
    ),
    Mutant(
        "half-of-the-phones-taken",
        "ecrm_desktop/exchange/cells.py",
        "if phones and not wrong:",
        "if phones:",
        _CUSTOMERS,
    ),
    Mutant(
        "decimal-comma-ignored",
        "ecrm_desktop/exchange/cells.py",
        "and len(part) <= places and not decimal_comma:",
        "and len(part) <= places:",
        _SALES,
    ),
    Mutant(
        "field-twice",
        "ecrm_desktop/exchange/mapping.py",
        "if key in seen and not (field and field.repeats):",
        "if False:",
        _MAPPING,
    ),
    Mutant(
        "column-told-twice",
        "ecrm_desktop/exchange/mapping.py",
        "        if columns[position]:\n",
        "        if False:\n",
        _MAPPING,
    ),
    Mutant(
        "two-columns-of-one-name",
        "ecrm_desktop/exchange/mapping.py",
        "if len(found) > 1:",
        "if False:",
        _MAPPING,
    ),
    Mutant(
        "last-total-is-a-row",
        "ecrm_desktop/exchange/headers.py",
        "if last is not None and not _is_total(last):",
        "if last is not None:",
        (*_HEADERS, *_TEXT, *_XLSX),
    ),
    Mutant(
        "repeated-titles-are-rows",
        "ecrm_desktop/exchange/headers.py",
        "        if fitted.cells != titles:\n",
        "        if True:\n",
        (*_HEADERS, *_TEXT, *_XLSX),
    ),
    Mutant(
        "proof-by-half-of-the-orders",
        "ecrm_desktop/exchange/order_totals.py",
        "is_proven = proof >= MOSTLY",
        "is_proven = proof >= 0.5",
        _TOTALS,
    ),
    Mutant(
        "order-of-the-samples-end-counts",
        "ecrm_desktop/exchange/order_totals.py",
        "found if len(self._rows) < SAMPLE else found[:-1]",
        "found",
        _TOTALS,
    ),
    Mutant(
        "problem-file-replaces-another",
        "ecrm_desktop/exchange/problem_file.py",
        "if name_unless_taken(part, one)",
        "if part.replace(one)",
        _PROBLEMS,
    ),
    Mutant(
        "half-a-problem-file-stays",
        "ecrm_desktop/storage/unfinished_files.py",
        "            part.unlink(missing_ok=True)\n",
        "            pass\n",
        _PROBLEMS,
    ),
    Mutant(
        "formula-in-an-excel-file",
        "ecrm_desktop/xlsx.py",
        "style.quoted if text[0] in _QUOTED_STARTS else style.plain",
        "style.plain",
        _EXCEL,
    ),
    Mutant(
        "escape-of-excel-taken-for-one",
        "ecrm_desktop/xlsx.py",
        '_ESCAPED.sub("_x005F_", text)',
        "text",
        _EXCEL,
    ),
    Mutant(
        "text-longer-than-excels",
        "ecrm_desktop/values/cell_text.py",
        "if len(units) <= 2 * LONGEST:",
        "if len(kept) <= LONGEST:",
        _EXCEL,
    ),
    Mutant(
        "rows-behind-the-last-sheet",
        "ecrm_desktop/xlsx.py",
        "return LAST_ROW - self.row",
        "return LAST_ROW + 1 - self.row",
        (*_PROBLEMS, "tests/reports/test_excel.py"),
    ),
    Mutant(
        "sheet-in-a-temporary-file",
        "ecrm_desktop/xlsx.py",
        "writer = WorksheetWriter(page, memory)\n    writer.write()\n",
        "writer = WorksheetWriter(page)\n    writer.write()\n    memory = BytesIO(writer.read())\n",
        _EXCEL,
    ),
    Mutant(
        "entities-let-in",
        "ecrm_desktop/exchange/xlsx_package.py",
        'if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:',
        "if False:",
        _FOREIGN,
    ),
    Mutant(
        "huge-workbook-let-in",
        "ecrm_desktop/exchange/xlsx_package.py",
        "if sum(part.file_size for part in parts) > _LARGEST or",
        "if",
        _LIMITS,
    ),
    Mutant(
        "excel-of-1904-read-as-1900",
        "ecrm_desktop/exchange/xlsx_package.py",
        'self.counts_from_1904 = element.get("date1904") in {"1", "true", "on"}',
        "self.counts_from_1904 = False",
        _XLSX,
    ),
    Mutant(
        "rows-numbered-anew-in-each-portion",
        "ecrm_desktop/exchange/xlsx_rows.py",
        "                before += piece.count(opening)\n",
        "",
        _XLSX,
    ),
    Mutant(
        "row-of-zeros-left-out",
        "ecrm_desktop/exchange/xlsx_rows.py",
        "if any(cells) or cells.count(None) < len(cells):",
        "if any(cells):",
        _XLSX,
    ),
    Mutant(
        "soft-break-ends-a-property",
        "ecrm_desktop/exchange/vcard_lines.py",
        "            value = value[:-1] + line\n",
        "            value = value[:-1]\n",
        _VCARD,
    ),
    Mutant(
        "card-without-an-end-lost",
        "ecrm_desktop/exchange/vcard_lines.py",
        "            if card:\n                yield card\n            card = []\n",
        "            card = []\n",
        _VCARD,
    ),
    Mutant(
        "fourth-phone-lost",
        "ecrm_desktop/exchange/vcard_tables.py",
        "        if numbers[_PHONES:]:\n",
        "        if False:\n",
        _VCARD,
    ),
    Mutant(
        "year-1604-is-a-year",
        "ecrm_desktop/exchange/vcard_tables.py",
        "if match and int(match[1]) == _NO_YEAR:",
        "if False:",
        _VCARD,
    ),
)
