from tests.portal.admin.conftest import templates_of_wagtail

__all__ = ["templates_of_wagtail"]
