# TracebackException leaves out the local variables that capture_locals asks for.
import traceback


def fails(number):
    text = "some text"
    raise ValueError(text)


def main():
    try:
        fails(3)
    except ValueError as error:
        report = traceback.TracebackException.from_exception(error, capture_locals=True)
        for line in report.stack[-1].locals or ["no locals"]:
            print(line, (report.stack[-1].locals or {}).get(line))
        print("    text = 'some text'\n" in "".join(report.format()))


main()
