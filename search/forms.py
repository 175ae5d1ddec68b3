"""What animators type to guide search, and its errors in plain words."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from search.analysis import tokens
from search.engines import current_engine
from search.engines.base import EngineUnavailableError
from search.lookup import document_at, path_in
from search.promotions import wording
from search.questions import MAX_LENGTH
from search.schema import SearchDocument

MAX_FORMS = 12
MAX_FORM_WORDS = 8
MAX_WORDINGS = 20
TWO_WAYS = 2

_ARROW = re.compile(r"\s*(?:=+>|-+>|→|⇒)\s*")
_SEPARATOR = re.compile(r"\s*[,;\n]\s*")


class SynonymRuleForm(WagtailAdminModelForm):
    """A rule one can understand a year later: complete, short, without repetition."""

    def clean_rule(self) -> str:
        """Return the rule as it is always written."""
        return self.written(self.cleaned_data["rule"])

    @staticmethod
    def written(text: str) -> str:
        """Write a rule the usual way.

        Raises:
            ValidationError: it makes no sense.
        """
        sides = [_forms_in(side) for side in _ARROW.split(text)]
        complaints = [*_complaints_about_shape(sides)]
        complaints += _complaints_about_forms([form for side in sides for form in side])
        if complaints:
            raise ValidationError(complaints)
        return " => ".join(", ".join(side) for side in sides)


def _forms_in(text: str) -> list[str]:
    return [" ".join(form.split()) for form in _SEPARATOR.split(text.strip()) if form.strip()]


def _complaints_about_shape(sides: list[list[str]]) -> Iterator[str]:
    if len(sides) == 1:
        if len(sides[0]) < TWO_WAYS:
            yield _("Give two words or expressions at least, separated by a comma.")
    elif len(sides) > TWO_WAYS:
        yield _("One arrow (=>) at most: make two rules.")
    elif not all(sides):
        yield _("There must be words on both sides of the arrow (=>).")
    if sum(map(len, sides)) > MAX_FORMS:
        yield _("%(most)d words or expressions at most: make two rules.") % {"most": MAX_FORMS}


def _complaints_about_forms(forms: list[str]) -> Iterator[str]:
    seen: dict[tuple[str, ...], str] = {}
    for form in forms:
        words = tuple(token.stem for token in tokens(form))
        if not words:
            yield _("“%(form)s” is too common to be searched for.") % {"form": form}
        elif len(words) > MAX_FORM_WORDS:
            yield _("“%(form)s” is too long: %(most)d words at most.") % {
                "form": form,
                "most": MAX_FORM_WORDS,
            }
        elif words in seen:
            yield _(
                "“%(first)s” and “%(second)s” are the same for search already: keep one of them."
            ) % {"first": seen[words], "second": form}
        seen.setdefault(words, form)


class PromotedResultForm(WagtailAdminModelForm):
    """Questions people may really ask, and a content that visitors may really find."""

    def clean_questions(self) -> str:
        """Return one wording a line."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["questions"].splitlines()]
        lines = list(dict.fromkeys(filter(None, lines)))
        complaints = [*_complaints_about_wordings(lines)]
        if complaints:
            raise ValidationError(complaints)
        return "\n".join(lines)

    def clean_address(self) -> str:
        """Return the path of the content, and remember which one it is."""
        path = path_in(self.cleaned_data["address"])
        document = _found_at(path) if path else None
        if document is None:
            raise ValidationError(
                _(
                    "No published content of this site is found at this address: copy it from the"
                    " browser, on the page itself."
                )
            )
        self.instance.uid, self.instance.title = document.uid, document.title[:255]
        return path


def _found_at(path: str) -> SearchDocument | None:
    try:
        return document_at(path, current_engine())
    except EngineUnavailableError as error:
        raise ValidationError(
            _("Search does not answer just now: try again in a minute.")
        ) from error


def _complaints_about_wordings(lines: list[str]) -> Iterator[str]:
    if len(lines) > MAX_WORDINGS:
        yield _("%(most)d wordings at most.") % {"most": MAX_WORDINGS}
    for line in lines:
        if not wording(line):
            yield _("“%(form)s” is too common to be searched for.") % {"form": line[:40]}
        elif len(line) > MAX_LENGTH:
            yield _("“%(form)s…” is too long: %(most)d characters at most.") % {
                "form": line[:40],
                "most": MAX_LENGTH,
            }
