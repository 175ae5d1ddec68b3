"""The codes of what the directory lets everybody propose; they are kept with each contribution."""

NEW, CORRECTION = "dynamic", "dynamic-correction"
KINDS = (NEW, CORRECTION)
