"""How static files are named and served."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

from django.contrib.staticfiles.storage import HashedFilesMixin

_IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns[1]  # noqa: SLF001 - Django has no other door to them


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Names that change with the content, in what our JavaScript modules import too.

    Django leaves imports alone by default; without this a module would import yesterday's file.
    Only our own modules are read: in other packages' files Django takes for an import what a comment
    or a text says.
    """

    support_js_module_import_aggregation = True
    _js_module_import_aggregation_patterns = ("js/*.js", _IMPORTS)
