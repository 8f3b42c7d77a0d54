# A program as a user would write it: reads a log of requests and tells what it says.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Request = namedtuple("Request", "time host method path status size", defaults=(0,))

lines = """
09:00:01 ada GET /index.html 200 512
09:00:02 bob GET /missing 404
09:00:02 ada POST /form 302 0
09:00:05 eve GET /index.html 200 512
09:00:07 bob GET /index.html 200 512
09:00:09 ada GET /big.iso 200 70000
09:00:11 eve DELETE /form 405
09:00:15 bob GET /missing 404
""".strip().splitlines()


def parse(line):
    time, host, method, path, status, *size = line.split()
    return Request(time, host, method, path, int(status), *map(int, size))


requests = [parse(line) for line in lines]
print(requests[0])
print(requests[1]._replace(host="someone"))

statuses = Counter(request.status for request in requests)
print(statuses.most_common(), statuses[500], statuses.total())
errors = Counter({status: count for status, count in statuses.items() if status >= 400})
print("errors:", errors, "rest:", statuses - errors)

by_host = defaultdict(list)
for request in requests:
    by_host[request.host].append(request.path)
for host, paths in sorted(by_host.items()):
    print(host, Counter(paths).most_common(1)[0], len(set(paths)))

traffic = Counter()
for request in requests:
    traffic[request.host] += request.size
print(traffic)

latest = deque(maxlen=3)
for request in requests:
    latest.append(request.path)
print(list(latest), latest)

last_seen = OrderedDict()
for request in requests:
    last_seen[request.host] = request.time
    last_seen.move_to_end(request.host)
print(last_seen)
while last_seen:
    print(*last_seen.popitem(last=False))

limits = ChainMap({"eve": 1}, {"ada": 5, "bob": 2, "eve": 9})
for host in sorted(by_host):
    print(host, "over the limit" if len(by_host[host]) > limits[host] else "fine")

for request in requests:
    match request:
        case Request(method="GET", status=200, size=size) if size > 1000:
            print("large:", request.path, size)
        case Request(status=404, host=host):
            print("not found for", host)
        case Request(_, _, "DELETE"):
            print("refused:", request._asdict())
print(max(requests, key=lambda r: r.size).path, sorted({r.method for r in requests}))
