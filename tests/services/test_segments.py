"""Segments as records: rules that lead in circles, presets that become records, and who moved."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from ecrm_desktop.drafts.segments import SegmentDraft
from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.segments import Segment, SegmentEvent, SegmentMember, SegmentPin
from ecrm_desktop.queries.bin import deletions
from ecrm_desktop.queries.customers import CustomerFilter, list_customers
from ecrm_desktop.queries.lists import Sort
from ecrm_desktop.queries.record_drafts import segment_draft
from ecrm_desktop.queries.segment_past import backtest
from ecrm_desktop.queries.segment_rules import presets
from ecrm_desktop.queries.segments import (
    count_rule,
    find_segment,
    first_names,
    get_segment,
    list_segments,
    rule_members,
    segment_events,
    segment_members,
    segment_pins,
    segments_of,
)
from ecrm_desktop.services.bin import restore_deletion
from ecrm_desktop.services.customer_figures import refresh_at_once
from ecrm_desktop.services.customer_merges import merge_customers, undo_merge
from ecrm_desktop.services.customers import delete_customers
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.segment_members import refresh_segments
from ecrm_desktop.services.segments import (
    create_segment,
    delete_segments,
    pin_customers,
    unpin_customers,
    update_segment,
)
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.text.segment_presets import PRESETS, preset_id
from ecrm_desktop.values.segment_rule import (
    All,
    Bought,
    FieldIs,
    Found,
    InSegment,
    Measure,
    Not,
    OneOf,
    Range,
    Rule,
    RuleField,
    Tagged,
)
from ecrm_desktop.values.segment_writing import VERSION, rule_to_json
from ecrm_desktop.values.statuses import SegmentCrossing
from ecrm_desktop.values.time_windows import Last, TimeUnit
from tests.helpers.factories import make_customer, make_purchase

TODAY = date(2026, 11, 21)
CITY = FieldIs(RuleField.CITY, OneOf(("تهران",)))
BUYERS = FieldIs(RuleField.PURCHASES, Range(low=1))
NAME = Sort("name")


def make(session: Session, name: str, rule: Rule = CITY, purpose: str = "") -> UUID:
    return create_segment(
        session, SegmentDraft(name=name, purpose=purpose, rule=rule_to_json(rule))
    )


def look(session: Session, today: date = TODAY) -> int:
    refresh_at_once(session)
    return refresh_segments(session, today)


def refused(problem: Problem, field: str | None, work: object) -> None:
    with pytest.raises(InvalidInput) as error:
        work()  # type: ignore[operator]
    assert (error.value.problem, error.value.field) == (problem, field)


def test_a_segment_is_stored_in_one_form_changed_and_put_into_the_bin(database: Database) -> None:
    with database.transaction() as session:
        loose = '{"version": 1, "rule": {"all": [{"tag": "vip"}]}}'
        segment = create_segment(session, SegmentDraft(name=" خوب‌ها ", rule=loose))
        assert segment_draft(session, segment) == SegmentDraft(
            name="خوب‌ها", rule='{"version":1,"rule":{"tag":"vip"}}'
        )
        base = segment_draft(session, segment)
        update_segment(session, segment, SegmentDraft(name="خوبان", rule=base.rule), base=base)
        other = SegmentDraft(name=base.name, purpose="برای پیامک", rule=base.rule)
        assert update_segment(session, segment, other, base=base) == ()
        [conflict] = update_segment(
            session, segment, SegmentDraft(name="نیکان", rule=base.rule), base=base
        )
        assert (conflict.field, conflict.theirs) == ("name", "خوبان")
        assert get_segment(session, segment, TODAY).purpose == "برای پیامک"
        deletion = delete_segments(session, [segment])
        [binned] = deletions(session)
        assert (binned.title, binned.table, binned.kind) == ("خوبان", "segments", None)
        assert find_segment(session, "خوبان") is None
        refused(Problem.RECORD_MISSING, None, lambda: update_segment(session, segment, other))
        restore_deletion(session, deletion)
        assert find_segment(session, "خوبان ") == segment


def test_what_cannot_be_a_segment_is_refused(database: Database) -> None:
    with database.transaction() as session:
        first = make(session, "خوب‌ها")
        refused(Problem.NAME_MISSING, "name", lambda: make(session, " "))
        refused(Problem.SEGMENT_TAKEN, "name", lambda: make(session, "خوب ها"))
        refused(Problem.SEGMENT_TAKEN, "name", lambda: make(session, PRESETS[0].name))
        wrong = SegmentDraft(name="x", rule='{"version": 1, "rule": {"mood": 1}}')
        refused(Problem.RULE_WORD_UNKNOWN, "rule", lambda: create_segment(session, wrong))
        gone = InSegment(UUID(int=9))
        refused(Problem.SEGMENT_MISSING, "rule", lambda: make(session, "x", gone))
        second = make(session, "دوم", All((InSegment(first), BUYERS)))
        third = make(session, "سوم", Not(InSegment(second)))
        for target in (first, second, third):
            draft = SegmentDraft(name="خوب‌ها", rule=rule_to_json(InSegment(target)))
            refused(
                Problem.SEGMENT_CYCLE, "rule", lambda one=draft: update_segment(session, first, one)
            )
        assert session.scalar(select(func.count()).select_from(Segment)) == 3


def test_a_circle_that_two_pcs_made_is_told_and_harms_nobody(database: Database) -> None:
    with database.transaction() as session:
        first, second = make(session, "یکی"), make(session, "دیگری")
        session.get_one(Segment, first).rule = rule_to_json(InSegment(second))
        session.get_one(Segment, second).rule = rule_to_json(InSegment(first))
        session.flush()
        look(session)
        rows = {row.id: row for row in list_segments(session, TODAY)}
        assert rows[first].trouble is Problem.SEGMENT_CYCLE
        assert rows[first].members is None
        assert rows[preset_id("women")].members == 0
        update_segment(session, second, SegmentDraft(name="دیگری", rule=rule_to_json(CITY)))
        assert get_segment(session, first, TODAY).trouble is None
        delete_segments(session, [second])
        assert get_segment(session, first, TODAY).trouble is Problem.SEGMENT_MISSING


def test_a_rule_of_a_newer_version_stays_as_it_is_and_says_so(database: Database) -> None:
    newer = f'{{"version":{VERSION + 1},"rule":{{"mood":"good"}}}}'
    with database.transaction() as session:
        segment = create_segment(session, SegmentDraft(name="x", rule=newer))
        assert segment_draft(session, segment).rule == newer
        update_segment(session, segment, SegmentDraft(name="y", rule=newer))
        assert segment_draft(session, segment).rule == newer
        look(session)
        row = get_segment(session, segment, TODAY)
        assert (row.trouble, row.members) == (Problem.RULE_TOO_NEW, None)


def test_a_preset_becomes_the_same_record_everywhere_once_it_is_changed(
    database: Database,
) -> None:
    women = preset_id("women")
    with database.transaction() as session:
        make_customer(session, city="تهران")
        assert [one.is_preset for one in list_segments(session, TODAY)] == [True] * 1 + [
            True
        ] * len(PRESETS)
        assert presets(session)[-1].name == "اهل تهران"
        draft = SegmentDraft(name="بانوان", rule=rule_to_json(CITY))
        update_segment(session, women, draft)
        row = list_segments(session, TODAY)[0]
        assert (row.id, row.name, row.is_preset) == (women, "بانوان", False)
        assert len(list_segments(session, TODAY)) == len(PRESETS) + 1
        delete_segments(session, [women, preset_id("men")])
        shown = {row.id for row in list_segments(session, TODAY)}
        assert not shown & {women, preset_id("men")}


def test_who_is_in_by_rule_and_by_hand(database: Database) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, "مریم احمدی", city="تهران", code="1")
        reza = make_customer(session, "رضا کریمی", city="شيراز", code="2")
        sara = make_customer(session, "سارا یزدی", city="تهران ", code="3")
        make_purchase(session, maryam, TODAY, "کفش", "کلاه")
        segment = make(session, "تهرانی‌ها")
        refresh_at_once(session)
        assert list(segment_members(session, segment, TODAY, NAME)) == [sara, maryam]
        assert list(rule_members(session, CITY, TODAY, Sort("name", descending=True))) == [
            maryam,
            sara,
        ]
        assert count_rule(session, CITY, TODAY).worth == 2000
        assert first_names(session, CITY, TODAY) == ["مریم احمدی", "سارا یزدی"]
        pin_customers(session, segment, [sara], is_in=False, reason="همکار")
        pin_customers(session, segment, [reza], is_in=True)
        assert set(segment_members(session, segment, TODAY, NAME)) == {reza, maryam}
        assert set(rule_members(session, Not(InSegment(segment)), TODAY, NAME)) == {sara}
        assert [
            (one.customer, one.is_in, one.reason) for one in segment_pins(session, segment)
        ] == [
            ("رضا کریمی", True, ""),
            ("سارا یزدی", False, "همکار"),
        ]
        pin_customers(session, segment, [sara], is_in=True)
        assert session.scalar(select(func.count()).select_from(SegmentPin)) == 2
        unpin_customers(session, segment, [reza, sara])
        assert set(segment_members(session, segment, TODAY, NAME)) == {sara, maryam}


def test_a_filter_of_the_customers_page_is_a_rule(database: Database) -> None:
    with database.transaction() as session:
        for code, name in enumerate(("مریم احمدی", "رضا احمدی", "Sara Smith")):
            make_customer(session, name, code=f"c{code}", phone=f"+98912111223{code}")
        refresh_at_once(session)
        for text in ("احمدی", "رضا", "sa", "0912 111 2231", "ا", "c2", "ugd", "!!"):
            shown = set(list_customers(session, CustomerFilter(text=text), NAME))
            assert set(rule_members(session, Found(text), TODAY, NAME)) == shown, text


def test_who_comes_and_who_goes_is_noted_once(database: Database) -> None:
    with database.transaction() as session:
        maryam = make_customer(session, city="تهران", code="1")
        reza = make_customer(session, "رضا کریمی", code="2")
        segment = make(session, "تهرانی‌ها")
        # Whoever was there at the first look moved nowhere.
        assert look(session, TODAY - timedelta(days=9)) == 0
        session.get_one(Customer, maryam).city = "ری"
        session.get_one(Customer, reza).city = "تهران"
        session.flush()
        assert look(session, TODAY) == 2
        assert look(session, TODAY) == 0
        assert segments_of(session, reza) == [segment]
        assert segments_of(session, maryam) == []
        session.get_one(Customer, maryam).city = "تهران"
        session.flush()
        assert look(session, TODAY) == 1
        told = [(one.code, one.crossing, one.is_again) for one in segment_events(session, segment)]
        entered, left = SegmentCrossing.ENTERED, SegmentCrossing.LEFT
        assert told[0] == ("1", entered, True)
        assert set(told[1:]) == {("1", left, False), ("2", entered, False)}
        assert [one.code for one in segment_events(session, customer_id=reza)] == ["2"]
        row = get_segment(session, segment, TODAY)
        assert (row.members, row.change, row.counted_on) == (2, 1, TODAY)
        # Another rule: nobody moved, and sizes of before tell nothing.
        draft = SegmentDraft(name="تهرانی‌ها", rule=rule_to_json(Not(CITY)))
        update_segment(session, segment, draft)
        assert look(session, TODAY) == 0
        assert get_segment(session, segment, TODAY).change is None
        delete_customers(session, [maryam])
        update_segment(session, segment, SegmentDraft(name="x", rule=rule_to_json(All())))
        assert look(session) == 0
        assert look(session) == 0
        assert set(segment_members(session, segment, TODAY, NAME)) == {reza}


def test_pins_go_with_a_merge_and_come_back_and_go_with_who_is_forgotten(
    database: Database,
) -> None:
    with database.transaction() as session:
        maryam, other = make_customer(session, code="1"), make_customer(session, code="2")
        one, two = make(session, "یک"), make(session, "دو")
        pin_customers(session, one, [maryam], is_in=True)
        pin_customers(session, one, [other], is_in=False)
        pin_customers(session, two, [other], is_in=True)
        merge = merge_customers(session, maryam, other, {})
        refresh_at_once(session)
        for segment in (one, two):
            assert set(segment_members(session, segment, TODAY, NAME)) == {maryam}
        undo_merge(session, merge)
        refresh_at_once(session)
        assert set(segment_members(session, two, TODAY, NAME)) == {other}
        look(session)
    with database.transaction(FORGETTING) as session:
        forget_customer(session, other, None)
    with database.reading() as session:
        for table in (SegmentPin, SegmentMember, SegmentEvent):
            assert other not in session.scalars(select(table.customer_id)).all()


def test_how_those_went_on_who_were_in_it_a_year_ago(database: Database) -> None:
    long_ago, since = TODAY - timedelta(days=500), TODAY - timedelta(days=100)
    rule = All((Bought(Measure.COUNT, Range(low=2), window=Last(12, TimeUnit.MONTHS)), CITY))
    with database.transaction() as session:
        for code, (days, city) in enumerate(
            (
                ((long_ago, long_ago, since), "تهران"),
                ((long_ago, long_ago - timedelta(days=9)), "تهران"),
                ((since, since), "تهران"),
                ((long_ago, long_ago), "ری"),
                ((long_ago, since), "تهران"),
            )
        ):
            customer = make_customer(session, code=str(code), city=city)
            for day in days:
                make_purchase(session, customer, day, "کفش")
        segment, tagged = make(session, "x", rule), make(session, "y", Tagged("vip"))
        refresh_at_once(session)
        found = backtest(session, segment, TODAY)
        assert found is not None
        assert (found.members, found.came_back) == (2, 1)
        assert (found.spent_before, found.spent_after) == (4000, 1000)
        assert (found.everybody, found.everybody_came_back) == (4, 2)
        assert backtest(session, tagged, TODAY) is None
