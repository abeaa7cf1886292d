"""Where a smooth function of few variables is least: BFGS with the gradient given."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ecrm_desktop.analysis.arrays import Floats

_ROUNDS = 200
_HALVINGS = 40
_ENOUGH = 1e-4
_LONGEST_STEP = 2.0
_SHORTEST_STEP = 1e-9
_NOISE = 1e-12
_IDLE_ROUNDS = 3
_FLAT = 1e-4


@dataclass(frozen=True, slots=True)
class Minimum:
    """A point, the value there, and whether the slope vanishes there."""

    point: Floats
    value: float
    is_reached: bool


def find_minimum(
    function: Callable[[Floats], tuple[float, Floats]],
    start: Floats,
    *,
    limit: float,
    slope: float = 1e-8,
) -> Minimum:
    """Return where `function`, which gives value and gradient, is least near `start`.

    No coordinate goes beyond ±`limit`: where a function falls forever the search ends there.
    Source: Nocedal and Wright, Numerical Optimization, 2006, chapter 6, with backtracking.
    """
    point = start.copy()
    value, gradient = function(point)
    inverse, idle = np.eye(len(point)), 0
    for _ in range(_ROUNDS):
        if np.abs(gradient).max() < slope:
            return Minimum(point, value, is_reached=True)
        direction = -inverse @ gradient
        if direction @ gradient >= 0:
            inverse, direction = np.eye(len(point)), -gradient
        direction *= min(1.0, _LONGEST_STEP / float(np.abs(direction).max()))
        length = 1.0
        for _ in range(_HALVINGS):
            there = np.clip(point + length * direction, -limit, limit)
            value_there, gradient_there = function(there)
            if value_there <= value + _ENOUGH * float(gradient @ (there - point)):
                break
            length /= 2
            if length * float(np.abs(direction).max()) < _SHORTEST_STEP:
                return _found(point, value, gradient)
        else:
            break
        step, change = there - point, gradient_there - gradient
        # Of sums over a million people the last digits are noise, and no slope leads further down.
        idle = idle + 1 if value - value_there < _NOISE * abs(value) else 0
        if not step.any() or idle == _IDLE_ROUNDS:
            break
        point, value, gradient = there, value_there, gradient_there
        along = float(step @ change)
        if along > 0:
            left = np.eye(len(point)) - np.outer(step, change) / along
            inverse = left @ inverse @ left.T + np.outer(step, step) / along
    return _found(point, value, gradient)


def _found(point: Floats, value: float, gradient: Floats) -> Minimum:
    return Minimum(point, value, is_reached=bool(np.abs(gradient).max() < _FLAT))
