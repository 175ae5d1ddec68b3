"""The way to the server: who calls it, how long one waits, and what its silences and its nonsense mean."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, UnsupportedProductError

from search.engines.base import EngineUnavailableError, IndexMissingError

_PORTS = {"http": 9200, "https": 443}
# After a failure the server is left alone, or each question of a page would wait in its turn.
_PAUSE = 3.0
_SERVER_ERROR = 500
_TOO_MANY = 429
_NO_INDEX = "index_not_found_exception"
# What reading an answer that is not one ends in.
_NONSENSE = (AttributeError, IndexError, KeyError, TypeError, ValueError)


class Connection:
    """A server, called by this very process: a fork must make its own calls.

    A reader gives up after `patience` seconds, a writer after `write_patience`.
    """

    def __init__(self, url: str, *, patience: float, write_patience: float) -> None:
        self._url = _with_port(url)
        self._patience = patience
        self._write_patience = write_patience
        self._process = 0
        self._client: Elasticsearch | None = None
        self._alone_until = 0.0

    @contextmanager
    def reading(self) -> Iterator[Elasticsearch]:
        """Ask the server something a visitor waits for.

        Raises:
            IndexMissingError: what is asked for does not exist there.
            EngineUnavailableError: it does not answer in time, or not with anything one can use.
        """
        if time.monotonic() < self._alone_until:
            msg = "the search server did not answer a moment ago"
            raise EngineUnavailableError(msg)
        try:
            with _understood():
                yield self._opened().options(request_timeout=self._patience)
        except IndexMissingError:
            raise
        except EngineUnavailableError:
            self._alone_until = time.monotonic() + _PAUSE
            raise

    @contextmanager
    def writing(self) -> Iterator[Elasticsearch]:
        """Tell the server something; the same errors, after a longer while."""
        with _understood():
            yield self._opened().options(request_timeout=self._write_patience)

    def _opened(self) -> Elasticsearch:
        if self._client is None or self._process != os.getpid():
            self._process = os.getpid()
            # A question asked again would be waited for twice: whoever asks knows what to do without.
            self._client = Elasticsearch(self._url, max_retries=0, retry_on_timeout=False)
        return self._client


@contextmanager
def _understood() -> Iterator[None]:
    """Turn every way a server has to fail into one of ours; its words never hold the password."""
    try:
        yield
    except NotFoundError as error:
        if _NO_INDEX in str(error.body):
            msg = "no index of this version on the search server"
            raise IndexMissingError(msg) from error
        msg = "the search server does not know what it is asked for"
        raise EngineUnavailableError(msg) from error
    except UnsupportedProductError as error:
        msg = "what answers at SEARCH_URL is not Elasticsearch"
        raise EngineUnavailableError(msg) from error
    except ApiError as error:
        msg = f"the search server answers {error.status_code}: {error.message[:200]}"
        raise EngineUnavailableError(msg) from error
    except TransportError as error:
        msg = f"the search server cannot be reached: {type(error).__name__}"
        raise EngineUnavailableError(msg) from error
    except _NONSENSE as error:
        msg = f"the search server answers something else: {error!r}"
        raise EngineUnavailableError(msg) from error


def is_passing(status: int) -> bool:
    """Tell whether a refusal may be an agreement a little later."""
    return status == _TOO_MANY or status >= _SERVER_ERROR


def _with_port(url: str) -> str:
    """Write the port the client insists on."""
    parts = urlsplit(url)
    if parts.port:
        return url
    return parts._replace(netloc=f"{parts.netloc}:{_PORTS[parts.scheme]}").geturl()
