# time: clocks move, sleep waits.
import time

a, b = time.monotonic(), time.perf_counter()
time.sleep(0.02)
print(0.019 < time.monotonic() - a < 2, 0.019 < time.perf_counter() - b < 2)
print(time.time() > 1_700_000_000, isinstance(time.time_ns(), int), isinstance(time.monotonic_ns(), int), time.process_time() >= 0)
print(time.sleep(0), time.time_ns() // 10 ** 9 - int(time.time()) in (0, 1))
for bad in [lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.sleep(), lambda: time.sleep(None)]:
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
