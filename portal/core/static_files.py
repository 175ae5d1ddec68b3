"""How static files are named and served."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Names that change with the content, in what JavaScript modules import too.

    Django leaves imports alone by default; without this a module would import yesterday's file.
    """

    support_js_module_import_aggregation = True
