"""The few operations on which one ship (floats) and many ships (arrays) differ.

Everything else in the passage is + - * / and so the same to the last bit on both and on every
platform; that is why the cosine is a polynomial here and not the machine's own.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

N = TypeVar("N", float, "NDArray[np.float64]")
"""One figure: a float for one ship, or an array with a figure for each of many ships."""

TINY = 1e-300
"""A divisor that can be 0 is held above this; nothing at sea is as small."""
COSINE = (
    *(-2.6454558440300307e-36, 1.6655689007995185e-30, -7.2276768553031485e-25),
    *(2.1354934656258184e-19, -3.925831968865405e-14, 3.8663238514354375e-09),
    *(-0.00015230870989333856, 1.0),
)
"""Of powers of the square of degrees; fitted at the Chebyshev nodes of 0 to 110 degrees."""


@dataclass(frozen=True, slots=True)
class Numbers(Generic[N]):
    """How to take the lesser, the greater, a root, and one of two, for floats or for arrays."""

    least: Callable[[Any, Any], N]
    most: Callable[[Any, Any], N]
    root: Callable[[N], N]
    where: Callable[[Any, Any, Any], N]

    def clip(self, figure: N, low: float, high: float) -> N:
        """The figure, held between low and high."""
        return self.least(self.most(figure, low), high)


def _one_of(condition: bool, yes: float, no: float) -> float:
    return yes if condition else no


ONE: Numbers[float] = Numbers(least=min, most=max, root=math.sqrt, where=_one_of)


def many() -> Numbers[NDArray[np.float64]]:
    """The same operations over arrays; numpy is loaded on the first call, not before."""
    import numpy as np

    return Numbers(least=np.minimum, most=np.maximum, root=np.sqrt, where=np.where)


def cosine(degrees: N) -> N:
    """Cosine of -110 to 110 degrees: within 1e-12, and the same bits everywhere."""
    square = degrees * degrees
    total = square * COSINE[0]
    for term in COSINE[1:-1]:
        total += term
        total *= square
    total += COSINE[-1]
    return total
