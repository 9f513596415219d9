"""Work on a file nobody trusts, done where it can do no harm.

A library that reads PDF or HTML is a large program in C. A file made to break it, or broken by
accident, may crash it, keep it busy for ever or fill the memory. On Linux the work is done in
a child of this process with bounded time and memory; elsewhere in the process itself, bounded
only by what the readers refuse.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
import warnings
from collections.abc import Callable

from yotgraph.errors import ReadingError

if sys.platform == "linux":
    import resource

__all__ = ["isolated"]

SECONDS = 60
_MEMORY = 2 << 30
_TEXT, _ERROR, _FAULT, _DEEP = b"T", b"E", b"F", b"D"


def isolated(work: Callable[[], str], name: str, seconds: int = SECONDS) -> str:
    """What ``work`` gives, or the :class:`ReadingError` that it raises.

    Raises :class:`ReadingError` as well where it takes more than so many seconds of processor
    time or 2 GB of memory, or crashes. Any other error of Python's comes as
    :class:`RuntimeError` with the child's traceback: it is a fault of this program.
    """
    if sys.platform != "linux":
        return work()
    receiver, sender = os.pipe()
    child = _fork()
    if child == 0:
        os.close(receiver)
        _work(work, sender, seconds)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    kind, content = answer[:1], answer[1:]
    if os.waitstatus_to_exitcode(status) == 0 and kind == _TEXT:
        return content.decode("utf-8", errors="surrogatepass")
    if kind == _ERROR:
        raise ReadingError(content.decode("utf-8", errors="replace"))
    if kind == _DEEP:
        raise ReadingError(
            f"{name}: its parts are nested deeper than those of any report; save the file anew"
        )
    if kind == _FAULT:
        raise RuntimeError(f"{name}: {content.decode('utf-8', errors='replace')}")
    raise ReadingError(
        f"{name}: reading it failed or took more than {seconds} seconds or 2 GB; the file is"
        " damaged or no report: open it in a viewer and save it anew"
    )


def _fork() -> int:
    with warnings.catch_warnings():
        # Python warns of forks beside other threads, whose locks a child inherits. This child
        # has all it needs loaded, takes no lock of the program's, and ends without cleaning up.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _work(work: Callable[[], str], sender: int, seconds: int) -> None:
    """The child: works within its limits, writes the answer, and ends."""
    answer, code = b"", 1
    try:
        _limit(resource.RLIMIT_CPU, seconds)
        _limit(resource.RLIMIT_AS, _used() + _MEMORY)
        _limit(resource.RLIMIT_CORE, 0)
        # It ends soon; to look through all that the parent holds would only copy it.
        gc.disable()
        answer = _TEXT + work().encode("utf-8", errors="surrogatepass")
        code = 0
    except ReadingError as error:
        answer = _ERROR + str(error).encode("utf-8", errors="replace")
    except RecursionError:
        answer = _DEEP
    except MemoryError:
        # The parent says so: no answer came.
        answer = b""
    finally:
        if sys.exc_info()[0] is not None:
            answer = _FAULT + traceback.format_exc().encode("utf-8", errors="replace")
        with os.fdopen(sender, "wb") as pipe:
            pipe.write(answer)
        # Nothing of the parent's may run here: no clean-up, no second answer.
        os._exit(code)


def _limit(what: int, most: int) -> None:
    """Sets a limit, unless a lower one is set already."""
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, hard))


def _used() -> int:
    """How much address space this process has, in bytes."""
    with open("/proc/self/statm", encoding="ascii") as pages:
        return int(pages.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
