from portal.core.querysets import SitePageQuerySet


class MonographQuerySet(SitePageQuerySet):
    """Monographs, by what one wants of them."""
