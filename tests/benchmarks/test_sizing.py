"""What many shops need is told of the shops there are, and is the same whenever it is asked."""

from tests.benchmarks.sizing import shops_need, table


def test_more_shops_and_more_years_need_more() -> None:
    few, many = shops_need(50, 5), shops_need(500, 5)
    assert shops_need(50, 5) == few
    assert (few.shops, many.shops) == (50, 500)
    assert few.pcs >= 100
    assert few.bytes_after(1) < few.bytes_after(5) < many.bytes_after(5)
    told = dict(table(many, 5))
    assert told["shops"] == "500"
    assert 0 < float(told["euro a shop and year"]) < 100
