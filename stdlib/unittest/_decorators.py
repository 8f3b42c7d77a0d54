"""Decorators that mark tests and classes; `TestCase.run` and the suites read the marks."""

__unittest = True


def skip(reason):
    """Skip a test or class always."""
    if hasattr(reason, "__code__") and not isinstance(reason, type):
        return skip("")(reason)  # used without a reason

    def decorator(test_item):
        if not isinstance(test_item, type):
            test_item = _skipping(test_item, reason)
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    return decorator


def _skipping(test_item, reason):
    def skip_wrapper(*args, **kwargs):
        from .case import SkipTest
        raise SkipTest(reason)
    for name in "__module__", "__name__", "__qualname__", "__doc__":
        if hasattr(test_item, name):
            setattr(skip_wrapper, name, getattr(test_item, name))
    skip_wrapper.__dict__.update(getattr(test_item, "__dict__", {}))
    skip_wrapper.__wrapped__ = test_item
    return skip_wrapper


def skipIf(condition, reason):
    """Skip a test or class if the condition holds."""
    return skip(reason) if condition else _same


def skipUnless(condition, reason):
    """Skip a test or class unless the condition holds."""
    return _same if condition else skip(reason)


def _same(obj):
    return obj


def expectedFailure(test_item):
    """Mark a test or class that is expected to fail."""
    test_item.__unittest_expecting_failure__ = True
    return test_item
