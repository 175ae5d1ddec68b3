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

__all__ = [
    "Decision",
    "DirectoryPage",
    "Dynamic",
    "DynamicCitation",
    "DynamicTag",
    "DynamicType",
    "Experience",
    "KeyFigure",
    "LegalForm",
    "Milestone",
    "ResourceLevel",
]
