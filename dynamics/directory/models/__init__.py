"""The directory of dynamics."""

from dynamics.directory.models.classification import DynamicType, LegalForm
from dynamics.directory.models.details import (
    Decision,
    DynamicCitation,
    KeyFigure,
    Milestone,
    ResourceLevel,
)
from dynamics.directory.models.dynamic import DirectoryPage, Dynamic, DynamicTag
from dynamics.directory.models.experience import Experience
from dynamics.directory.models.standing import Identifier, Membership, Provenance, Tombstone

__all__ = [
    "Decision",
    "DirectoryPage",
    "Dynamic",
    "DynamicCitation",
    "DynamicTag",
    "DynamicType",
    "Experience",
    "Identifier",
    "KeyFigure",
    "LegalForm",
    "Membership",
    "Milestone",
    "Provenance",
    "ResourceLevel",
    "Tombstone",
]
