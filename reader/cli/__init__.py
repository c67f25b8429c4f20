"""The command line: do what was asked, and end with one line for an error and the right exit code.

Owns the exit codes (`reader.errors` names them) and the promise that an error is one line. Only opening the
screen imports Textual, and `reader --version` imports next to nothing. `main` catches Ctrl-C, so this module
imports nothing from a file before `main` runs: an import that is interrupted outside it ends in a traceback.
"""

import sys

INTERRUPTED = 128 + 2
PIPE_CLOSED = 128 + 13  # the reader of a pipe left; what `yes | head` ends with


def main(argv: list[str] | None = None) -> int:
    """Do what `argv` (without the program's name) asks; the exit code."""
    try:
        if argv is None:
            _let_interrupt_end_the_process()
        args = list(sys.argv[1:] if argv is None else argv)
        return _end(args, _take_debug(args))
    except KeyboardInterrupt:  # also during an import, and while an error is being told
        return INTERRUPTED


def _end(args: list[str], debug: bool) -> int:
    """Do what is asked, or tell why not; the exit code."""
    from reader.errors import ReaderError

    try:
        return _obey(args)
    except ReaderError as error:
        if debug:
            _show_traceback(error)
        return _refuse(str(error), error.exit_code)
    except BrokenPipeError:
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never meets a traceback
        return _give_up(error, debug)


def _obey(args: list[str]) -> int:
    from reader.errors import OK

    if args in (["--version"], ["-V"]):
        from reader import __version__
        from reader.cli.output import say

        say(f"reader {__version__}")
        return OK
    from reader.cli.arguments import parse
    from reader.cli.opening import Open

    request = parse(args)
    if request is None:
        return OK
    if not isinstance(request, Open):
        _let_interrupt_raise()
    return request.run()


def _let_interrupt_end_the_process() -> None:
    """Give SIGINT its default action, until a screen handles it or a command has something to clean up.

    Python's own handler raises KeyboardInterrupt, which is printed and lost where it meets a callback of an
    import: then the reader starts although Ctrl-C was pressed. An ignored SIGINT stays ignored.
    """
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _let_interrupt_raise() -> None:
    """Give SIGINT Python's handler again: KeyboardInterrupt removes temporary files and the progress row."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _take_debug(args: list[str]) -> bool:
    """Take `--debug` out of `args`, wherever it stands before a `--`."""
    end = args.index("--") if "--" in args else len(args)
    found = "--debug" in args[:end]
    args[:end] = [arg for arg in args[:end] if arg != "--debug"]
    return found


def _refuse(message: str, exit_code: int) -> int:
    """Say what the user can mend."""
    from reader.cli.output import complain

    complain(message)
    return exit_code


def _give_up(error: Exception, debug: bool) -> int:
    """Say that the program failed, and where the details are."""
    from reader.cli import crash_report as crash
    from reader.cli.output import complain
    from reader.errors import INTERNAL

    if debug:
        _show_traceback(error)
    complain(crash.one_line(error, crash.keep(error)))
    return INTERNAL


def _show_traceback(error: Exception) -> None:
    """The traceback as Python prints it, but without a character that acts on the terminal."""
    import traceback

    from reader.text.clean import clean

    print(clean("".join(traceback.format_exception(error))), end="", file=sys.stderr)
