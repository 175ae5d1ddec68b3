"""Noticing what changes: the only signal receivers of the portal, and they only take note.

Changes without a signal (`QuerySet.update`, `bulk_create`) call `outbox.touch` themselves.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move, published, unpublished

from portal.core import departures
from portal.core.departures import Moment
from search import outbox, registry


def note_change(instance: Model, **kwargs: object) -> None:
    """Note that the documents this thing is part of must be written again."""
    if kwargs.get("raw"):
        return
    outbox.touch(registry.uids_touched_by(_specific(instance)))
    if isinstance(instance, Page) and instance.numchild:
        _note_all(_moved_with(instance))


def note_bereaved(instance: Model, **_kwargs: object) -> None:
    """Note what loses a many-to-many relation to a thing that is deleted: Django sends no signal of it."""
    for relation in instance._meta.related_objects:
        if relation.many_to_many and registry.is_watched(relation.related_model):
            _note_all(
                relation.related_model._base_manager.filter(**{relation.field.name: instance})
            )


def note_relation(
    instance: Model,
    action: str,
    model: type[Model],
    pk_set: Iterable[object] | None,
    *,
    reverse: bool,
    **_kwargs: object,
) -> None:
    """Note a many-to-many change, on the side that holds the relation."""
    if action in {"post_add", "post_remove", "pre_clear", "post_clear"}:
        note_change(instance)
        if reverse and pk_set:
            _note_all(model._base_manager.filter(pk__in=pk_set))


def note_addresses(instance: Page, **_kwargs: object) -> None:
    """Note a page and those under it: where they are, or who may read them, has changed."""
    _note_all(instance.get_descendants(inclusive=True).specific())


def note_restriction(instance: PageViewRestriction, **_kwargs: object) -> None:
    """Note the pages a restriction covers."""
    note_addresses(instance.page)
    for page in instance.page.get_descendants(inclusive=True).specific():
        departures.note(page, Moment.HIDDEN)


def note_deletion(instance: Model, **_kwargs: object) -> None:
    """Note what leaves with a thing that is about to be deleted."""
    departures.note(instance, Moment.DELETED)


def note_hiding(instance: Model, **_kwargs: object) -> None:
    """Note what leaves with a thing that was unpublished."""
    departures.note(instance, Moment.HIDDEN)


def note_publication(instance: Model, **_kwargs: object) -> None:
    """Note what leaves with a version that shows less than the one before."""
    departures.note(instance, Moment.PUBLISHED)


def connect() -> None:
    """Listen, once."""
    post_save.connect(note_change, dispatch_uid="search.saved")
    pre_delete.connect(note_change, dispatch_uid="search.deleted")
    pre_delete.connect(note_bereaved, dispatch_uid="search.bereaved")
    m2m_changed.connect(note_relation, dispatch_uid="search.related")
    page_published.connect(note_change, dispatch_uid="search.published")
    page_unpublished.connect(note_change, dispatch_uid="search.unpublished")
    post_page_move.connect(note_addresses, dispatch_uid="search.moved")
    pre_delete.connect(note_deletion, dispatch_uid="departures.deleted")
    for signal in (page_unpublished, unpublished):
        signal.connect(note_hiding, dispatch_uid="departures.hidden")
    for signal in (page_published, published):
        signal.connect(note_publication, dispatch_uid="departures.published")
    for signal in (post_save, pre_delete):
        signal.connect(note_restriction, PageViewRestriction, dispatch_uid="search.restricted")


def _note_all(instances: Iterable[Model]) -> None:
    outbox.touch(uid for instance in instances for uid in registry.uids_touched_by(instance))


def _moved_with(page: Page) -> Iterable[Page]:
    """Return the pages whose address still begins with the former slug of one above them.

    Wagtail's own signal comes after the commit: a crash in between would lose the change.
    """
    return page.get_descendants().exclude(url_path__startswith=page.url_path).specific()


def _specific(instance: Model) -> Model:
    """Return a page as what it really is: subjects do not know bare pages."""
    return instance.specific if type(instance) is Page else instance
