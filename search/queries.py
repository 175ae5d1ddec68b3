"""Asking: from a request to its results, whichever engine answers.

results = find(SearchRequest(kinds=("dynamic",), filters={"theme": frozenset({"governance"})}))
results.primary_keys, results.total, results.facets["region"].values
"""

import logging
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from search import counts, promotions, questions, rebuilding, registry, spelling
from search.engines import current_engine
from search.engines.base import (
    Engine,
    EngineError,
    EngineUnavailableError,
    IndexMissingError,
    Matches,
    Query,
)
from search.extracts import Wanted, extract
from search.promotions import Promotion
from search.request import MAX_WINDOW, Hit, Near, Results, SearchRequest, Sort
from search.schema import ON_REQUEST, PUBLIC, SearchDocument
from search.understanding import Understanding, understand

logger = logging.getLogger(__name__)


def find(request: SearchRequest, engine: Engine | None = None) -> Results:
    """Answer a question; when no engine can, say so instead of failing."""
    engine = engine or current_engine()
    try:
        return _answer(request, engine)
    except IndexMissingError:
        return _answer_after_building(request, engine)
    except EngineUnavailableError as error:
        logger.warning("Search is unavailable: %s", error)
        return _unavailable(
            request, _("Search does not answer at the moment. Please try again in a few minutes.")
        )


def count(request: SearchRequest, engine: Engine | None = None) -> int:
    """Tell how many things answer a question; none when no engine can."""
    engine = engine or current_engine()
    try:
        return engine.count(_query(request, understand(request, engine)))
    except EngineUnavailableError:
        return 0


def ranked(request: SearchRequest, engine: Engine) -> tuple[str, ...]:
    """Name what answers a question, best first, and nothing more."""
    matches, _page = _matches(request, understand(request, engine), engine)
    return tuple(document.uid for document in matches.documents)


def similar_to(
    uid: str,
    *,
    limit: int = 4,
    kinds: Iterable[str] = (),
    audiences: frozenset[str] = frozenset({PUBLIC}),
    engine: Engine | None = None,
) -> tuple[Hit, ...]:
    """Find what resembles a document, best first; nothing when no engine answers."""
    engine = engine or current_engine()
    try:
        found = engine.similar(uid, kinds=frozenset(kinds), audiences=audiences, limit=limit)
        return tuple(hit_from(document, Wanted()) for document in found)
    except EngineUnavailableError:
        return ()


def hit_from(document: SearchDocument, wanted: Wanted, near: Near | None = None) -> Hit:
    """Show a document, with the passage where these words are."""
    return Hit(
        uid=document.uid,
        kind=document.kind,
        kind_label=registry.kind_label(document.kind),
        title=document.title,
        url=document.url,
        extract=extract(document.summary, document.body, wanted),
        tags=document.tags,
        is_on_request=document.audience == ON_REQUEST,
        distance_km=near and near.distance_to(document.latitude, document.longitude),
    )


def _answer_after_building(request: SearchRequest, engine: Engine) -> Results:
    """Build the missing index at once where no worker will; a worker does it at its next round."""
    if not settings.CELERY_TASK_ALWAYS_EAGER:
        return _unavailable(request)
    try:
        rebuilding.rebuild(engine)
        return _answer(request, engine)
    except (EngineError, OSError) as error:
        logger.warning("The index could not be built: %s", error)
        return _unavailable(request)


def _answer(request: SearchRequest, engine: Engine) -> Results:
    # Whoever asks for counts may ask for nothing else.
    request = replace(request, per_page=max(0, min(request.per_page, MAX_WINDOW)))
    understanding = understand(request, engine)
    chosen = _chosen(request, understanding)
    matches, page = _matches(request, understanding, engine, chosen)
    cleaned = replace(request, terms=questions.clean(request.terms))
    wanted = understanding.wanted
    hits = _marked((hit_from(each, wanted, request.near) for each in matches.documents), chosen)
    return Results(
        request=cleaned,
        hits=hits,
        total=matches.total,
        page=page,
        pages=_pages(matches.total, request.per_page),
        facets=counts.described(cleaned, matches.facets, engine.version()),
        corrected=_corrected(cleaned, understanding, matches),
        explanations=tuple(_explanations(understanding, hits)),
        cells=matches.cells,
        level=matches.level,
        notice=_notice(request, understanding),
    )


def _chosen(request: SearchRequest, understanding: Understanding) -> tuple[Promotion, ...]:
    """Return what animators put first for this question; any other order is asked for its own sake."""
    if request.sort is not Sort.RELEVANCE or not request.is_guided:
        return ()
    question = understanding.question
    return promotions.promoted(question.terms, registry.promotions(), on=timezone.localdate())


def _marked(hits: Iterable[Hit], chosen: Sequence[Promotion]) -> tuple[Hit, ...]:
    reasons = {each.uid: each.why for each in chosen}
    return tuple(
        replace(hit, is_chosen=True, why=reasons[hit.uid]) if hit.uid in reasons else hit
        for hit in hits
    )


def _matches(
    request: SearchRequest,
    understanding: Understanding,
    engine: Engine,
    chosen: Sequence[Promotion] = (),
) -> tuple[Matches, int]:
    """Ask the engine; past the last page, give the last one.

    By relevance, one word in common is enough, for the best come first. In any other order the
    weakest would come first too, so every word is needed, unless nothing has them all.
    """
    query = _query(request, understanding, chosen)
    matches = engine.search(query)
    if not matches.total and query.sort is not Sort.RELEVANCE:
        query = replace(query, tree=questions.tree(understanding.question, understanding.reading))
        matches = engine.search(query)
    if not request.per_page:
        return matches, 1
    page = query.offset // request.per_page + 1
    last = _pages(matches.total, request.per_page)
    if page > last:
        query = replace(query, offset=(last - 1) * request.per_page)
        return engine.search(query), last
    return matches, page


def _query(
    request: SearchRequest, understanding: Understanding, chosen: Sequence[Promotion] = ()
) -> Query:
    last_page = MAX_WINDOW // max(1, request.per_page)
    tree = questions.tree(
        understanding.question,
        understanding.reading,
        needs_every_word=request.sort is not Sort.RELEVANCE,
    )
    return Query(
        tree=promotions.lifted(tree, chosen),
        choices=request.choices,
        audiences=request.audiences,
        box=request.box,
        near=request.near,
        sort=_possible_sort(request, understanding),
        offset=(max(1, min(request.page, last_page)) - 1) * request.per_page,
        limit=request.per_page,
        facets=request.facets,
        cells=request.cells,
    )


def _possible_sort(request: SearchRequest, understanding: Understanding) -> Sort:
    """Without words nothing is more relevant; without a place nothing is nearer."""
    if request.sort is Sort.RELEVANCE and not understanding.question.terms:
        return Sort.TITLE
    if request.sort is Sort.DISTANCE and not request.near:
        return Sort.TITLE
    return request.sort


def _pages(total: int, per_page: int) -> int:
    return max(1, math.ceil(min(total, MAX_WINDOW) / per_page)) if per_page else 1


def _explanations(understanding: Understanding, hits: Sequence[Hit]) -> Iterator[str]:
    """Spell out the acronyms that were typed, and those that stand in what is shown."""
    for acronym in understanding.acronyms:
        shown = (text for hit in hits for text in (hit.title, hit.extract))
        if acronym.is_typed or any(acronym.short in text for text in shown):
            yield f"{acronym.short} = {acronym.long}"


def _corrected(
    request: SearchRequest, understanding: Understanding, matches: Matches
) -> str | None:
    """Write what was searched instead of what was typed, with the accents of what was found."""
    if not understanding.corrections:
        return None
    texts = (
        text
        for document in matches.documents
        for text in (
            document.title,
            *document.names,
            *document.tags,
            document.summary,
            document.body,
        )
    )
    accented = spelling.accented_forms(understanding.corrections.values(), texts)
    return spelling.apply(request.terms, understanding.corrections, accented)


def _notice(request: SearchRequest, understanding: Understanding) -> str:
    if understanding.question.terms and understanding.question.is_empty:
        return _("These words are too common to be searched for: add a more precise one.")
    if len(request.terms) > questions.MAX_LENGTH:
        return _(
            "Your question is long: only its first %(count)d characters were searched for."
        ) % {"count": questions.MAX_LENGTH}
    return ""


def _unavailable(request: SearchRequest, notice: str = "") -> Results:
    return Results(
        request=replace(request, terms=questions.clean(request.terms)),
        facets=counts.described(request, {}, ""),
        notice=notice or _("Search is being prepared. Please come back in a minute."),
        is_available=False,
    )
