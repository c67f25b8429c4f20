"""The command line: run the request; an error ends in one line and the right exit code.

Owns the exit codes (`reader.errors` names them) and the promise that an error is one line. Only opening the
screen imports Textual, and `reader --version` imports next to nothing. `main` catches Ctrl-C, so this module
imports nothing from a file before `main` runs: an import interrupted outside `main` ends in a traceback.
"""

import sys

INTERRUPTED = 128 + 2
PIPE_CLOSED = 128 + 13  # the other end of the pipe was closed, as in `yes | head`


def main(argv: list[str] | None = None) -> int:
    """Run the command in `argv` (without the program's name). Returns the exit code.

    After a screen was shown in the terminal, ends the process instead of returning.
    """
    try:
        if argv is None:
            _let_interrupt_end_the_process()
        args = list(sys.argv[1:] if argv is None else argv)
        code = _run_reporting_errors(args, _take_debug(args))
        if (driver := sys.modules.get("reader.terminal.driver")) is not None:
            driver.end_process(code)
        return code
    except KeyboardInterrupt:  # also during an import, and while an error is being reported
        return INTERRUPTED


def _run_reporting_errors(args: list[str], debug: bool) -> int:
    """Run the command and report an error in one line. Returns the exit code."""
    from reader.errors import ReaderError

    try:
        return _run(args)
    except ReaderError as error:
        if debug:
            _show_traceback(error)
        return _report_error(str(error), error.exit_code)
    except BrokenPipeError:
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user never meets a traceback
        return _report_crash(error, debug)


def _run(args: list[str]) -> int:
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

    Python's own handler raises KeyboardInterrupt. In a callback of an import, Python prints and discards that
    exception, and the reader starts although Ctrl-C was pressed. An ignored SIGINT stays ignored.
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
    """Remove `--debug` from the arguments before `--`. Returns whether it was there."""
    end = args.index("--") if "--" in args else len(args)
    found = "--debug" in args[:end]
    args[:end] = [arg for arg in args[:end] if arg != "--debug"]
    return found


def _report_error(message: str, exit_code: int) -> int:
    """Report an error that the user can fix."""
    from reader.cli.output import complain

    complain(message)
    return exit_code


def _report_crash(error: Exception, debug: bool) -> int:
    """Report an internal error, and where the crash file is."""
    from reader.cli import crash_report as crash
    from reader.cli.output import complain
    from reader.errors import INTERNAL

    if debug:
        _show_traceback(error)
    complain(crash.one_line(error, crash.keep(error)))
    return INTERNAL


def _show_traceback(error: Exception) -> None:
    """Print the traceback as Python does, but without control characters."""
    import traceback

    from reader.text.clean import clean

    print(clean("".join(traceback.format_exception(error))), end="", file=sys.stderr)
