"""Word counts and an index keyed by int: building and reading dicts."""

TEXT = """the quick brown fox jumps over the lazy dog while the other dog
sleeps under the old oak tree and dreams of a fox that never runs away from
any dog but sits and waits for the moon to rise over the hill near the town"""


def count_words(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def squares(size):
    table = {}
    for n in range(size):
        table[n] = n * n
    total = 0
    for n in range(0, size, 3):
        total += table[n]
    for n in range(size):
        total += table.get(n * 2, 1)
    return total


words = TEXT.split() * 40_000
counts = count_words(words)
for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(word, count)
print(squares(700_000))

numbered = {}
for number in range(400_000):
    numbered[f"user{number % 50_000}"] = number
print(len(numbered), numbered["user49999"], sum(numbered.values()))
