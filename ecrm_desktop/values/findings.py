"""What analyses find that has a name: rules of dormancy, kinds of forecasts."""

from enum import StrEnum


class DormancyRule(StrEnum):
    """What makes a customer dormant."""

    NINETY_DAYS = "ninety_days"
    TWICE_OWN_GAP = "twice_own_gap"
    PROBABILITY = "probability"


class ForecastKind(StrEnum):
    """How much can be said about sales to come."""

    NOTHING = "nothing"
    RANGE = "range"
    FORECAST = "forecast"
