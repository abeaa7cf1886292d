"""Whatever a file says: twice is once, a dry run counts right, and an undo leaves no trace."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from ecrm_desktop.drafts.imports import MatchBy, OnMatch, OnShared
from ecrm_desktop.importing import ImportRequest, run_import, undo_import
from ecrm_desktop.models.purchases import Purchase
from ecrm_desktop.queries.checks import check_database
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.examples import examples
from tests.helpers.import_files import contents, request_for, write_csv

PHONES = ["", "", "09121111111", "09122222222", "09123333333", "0912"]
CUSTOMER = st.tuples(
    st.sampled_from(["", "", "1", "2", "7", "A1"]),
    st.sampled_from(["", "مریم احمدی", "م احمدی", "علی راد", "علي  راد", "رضا"]),
    st.sampled_from(PHONES),
    st.sampled_from(PHONES),
    st.sampled_from(["", "", "0499370899", "0790419904", "123"]),
    st.sampled_from(["", "", "a@example.com", "b@example.com"]),
    st.sampled_from(["", "یزد", "قم"]),
    st.sampled_from(["", "عمده", "عمده;خوش‌حساب"]),
    st.sampled_from(["", "۳۸", "۴۰"]),
)
CUSTOMER_HEADER = [
    "code",
    "name",
    "phone",
    "phone2",
    "national_id",
    "email",
    "city",
    "tags",
    "own:سایز",
]
PRODUCT = st.tuples(
    st.sampled_from(["", "", "K1", "K2"]),
    st.sampled_from(["", "", "626", "K1"]),
    st.sampled_from(["", "کفش", "كفش", "شال"]),
    st.sampled_from(["", "100", "200", "گران"]),
    st.sampled_from(["", "مهر"]),
)
PRODUCT_HEADER = ["code", "barcode", "name", "price", "brand"]
SALE = st.tuples(
    st.sampled_from(["", "", "F1", "F2", "F3"]),
    st.sampled_from(["1405/01/05", "1405/01/06", "1405/13/01"]),
    st.sampled_from(["", "1", "7"]),
    st.sampled_from(["", "مریم احمدی", "علی راد"]),
    st.sampled_from(PHONES),
    st.sampled_from(["", "کفش", "شال"]),
    st.sampled_from(["1", "2"]),
    st.sampled_from(["100", "200", "گران"]),
    st.sampled_from(["", "a@example.com", "b@example.com"]),
    st.sampled_from(["", "", "0", "50", "60", "500"]),
    st.sampled_from(["", "", "20", "30"]),
    st.sampled_from(["", "", "", "", "9"]),
    st.sampled_from(["", "", "تکمیل شده", "لغو شده"]),
)
SALE_HEADER = [
    "number",
    "date",
    "customer_code",
    "customer_name",
    "customer_phone",
    "product_name",
    "quantity",
    "unit_price",
    "customer_email",
    "order_discount",
    "shipping",
    "tax",
    "status",
]
CALL = st.tuples(
    st.sampled_from(["1405/01/05", "1405/01/06", ""]),
    st.sampled_from(["", "1", "7"]),
    st.sampled_from(["", "مریم احمدی", "علی راد"]),
    st.sampled_from(PHONES),
    st.sampled_from(["", "سفارش", "گله"]),
)
CALL_HEADER = ["date", "customer_code", "customer_name", "customer_phone", "subject"]

FILES = st.one_of(
    st.tuples(st.just(ImportKind.CUSTOMERS), st.lists(CUSTOMER, min_size=1, max_size=8)),
    st.tuples(st.just(ImportKind.PRODUCTS), st.lists(PRODUCT, min_size=1, max_size=8)),
    st.tuples(st.just(ImportKind.PURCHASES), st.lists(SALE, min_size=1, max_size=8)),
    st.tuples(st.just(ImportKind.INTERACTIONS), st.lists(CALL, min_size=1, max_size=8)),
)
HEADERS = {
    ImportKind.CUSTOMERS: CUSTOMER_HEADER,
    ImportKind.PRODUCTS: PRODUCT_HEADER,
    ImportKind.PURCHASES: SALE_HEADER,
    ImportKind.INTERACTIONS: CALL_HEADER,
}
WAYS = st.permutations([*MatchBy]).flatmap(
    lambda ways: st.integers(1, 5).map(lambda count: tuple(ways[:count]))
)
File = tuple[ImportKind, Sequence[Sequence[str]]]


@contextmanager
def shop(empty: Path) -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shop.db"
        shutil.copy(empty, path)
        database = Database(path)
        try:
            yield database
        finally:
            database.close()


def is_sound(database: Database) -> bool:
    with database.transaction() as session:
        return check_database(session).is_sound


# Shrinking takes minutes, for each try is several imports.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(max_examples=examples(20), phases=PHASES)
@example(
    before=(
        ImportKind.PRODUCTS,
        [
            ("K1", "K1", "", "گران", ""),
            ("K1", "", "کفش", "گران", ""),
            ("", "", "كفش", "200", "مهر"),
        ],
    ),
    file=(ImportKind.PRODUCTS, [("K2", "K1", "کفش", "", ""), ("K1", "", "شال", "200", "مهر")]),
    match=(MatchBy.CODE, MatchBy.NAME_AND_PHONE),
    on_match=OnMatch.ADD_ONLY,
    on_shared=OnShared.SECOND,
)
@given(
    before=FILES,
    file=FILES,
    match=WAYS,
    on_match=st.sampled_from([*OnMatch]),
    on_shared=st.sampled_from([*OnShared]),
)
def test_twice_is_once_and_undone_is_before(
    empty_database_file: Path,
    before: File,
    file: File,
    match: tuple[MatchBy, ...],
    on_match: OnMatch,
    on_shared: OnShared,
) -> None:
    with shop(empty_database_file) as database:
        folder = database.path.parent

        def request(one: File, name: str) -> ImportRequest:
            kind, rows = one
            path = write_csv(folder / name, HEADERS[kind], rows)
            ways = {"match": match, "on_match": on_match, "on_shared": on_shared}
            return request_for(kind, path, problem_file=False, **ways)

        run_import(database, request(before, "before.csv"))
        start = contents(database)
        wanted = request(file, "file.csv")
        planned = run_import(database, wanted, dry_run=True)
        assert contents(database) == start
        done = run_import(database, wanted)
        assert done.counts == planned.counts
        rows = done.counts
        if file[0] is not ImportKind.PURCHASES:
            given_rows = sum(any(row) for row in file[1])
            assert (
                rows.new + rows.updated + rows.unchanged + rows.duplicates + rows.problems
                == given_rows
            )
        once = contents(database)
        assert is_sound(database)
        if file[0] is ImportKind.PURCHASES and before[0] is not ImportKind.PURCHASES:
            with database.reading() as session:
                assert session.scalar(select(func.sum(Purchase.total))) in {
                    rows.amount_total,
                    None,
                }
        if on_match is not OnMatch.UPDATE_ALL or tells_each_once(file):
            again = run_import(database, wanted).counts
            assert contents(database) == once
            assert (again.new, again.updated) == (0, 0)
            # With what came in the first time, rows that give one code to two of them are seen to.
            is_clear = on_match is not OnMatch.ADD_ONLY or tells_each_once(file)
            assert again.problems == rows.problems or (
                not is_clear and again.problems > rows.problems
            )
        assert done.import_id is not None
        undone = undo_import(database, done.import_id)
        assert undone.kept_count == 0
        assert contents(database) == start
        assert is_sound(database)


def tells_each_once(file: File) -> bool:
    """Tell whether no two rows could be about one record, so that none contradicts another."""
    kind, rows = file
    if kind is ImportKind.PRODUCTS:
        told = [value for row in rows for value in {row[0], row[1]} if value]
        names = [row[2].replace("ك", "ک") for row in rows if row[2]]
        return len(told) == len(set(told)) and len(names) == len(set(names))
    if kind is not ImportKind.CUSTOMERS:
        return True
    told = [value for row in rows for value in (row[0], *{row[2], row[3]}, row[4], row[5]) if value]
    names = ["".join(row[1].split()).replace("ي", "ی") for row in rows if row[1]]
    return len(told) == len(set(told)) and len(names) == len(set(names))
