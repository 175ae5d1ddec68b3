"""Ties between dynamics, the persons who agreed to stand among them, and the drawing of it all."""

from dynamics.network.models.drawing import Drawing
from dynamics.network.models.person import Person
from dynamics.network.models.tie import Tie

__all__ = ["Drawing", "Person", "Tie"]
