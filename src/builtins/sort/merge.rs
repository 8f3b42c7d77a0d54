//! The merge sort behind `sort`: stable, by a `less` that may fail or contradict itself, of a permutation, which stays one whatever happens.
//!
//! Natural runs are found or made, and merged in the order of powersort; a merge that finds one side winning again and again goes on in jumps
//! (Tim Peters' listsort). So what is nearly sorted takes few comparisons, and scripts see those that CPython makes.

/// Lists shorter than this are sorted by insertion.
const LONGEST_INSERTION: usize = 64;
/// Wins in a row after which a merge goes on in jumps, at first.
const PATIENCE: usize = 7;

/// A sorted part of the permutation, and how deep its border to the next one lies in the tree of merges.
struct Run {
    start: usize,
    length: usize,
    power: u32,
}

/// Sorts a permutation; on an error it is left some permutation.
pub fn sort_order<E>(order: &mut [u32], less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<(), E> {
    let total = order.len();
    let shortest = shortest_run(total);
    let mut merges = Merges { runs: Vec::new(), buffer: Vec::new(), patience: PATIENCE };
    let mut start = 0;
    while start < total {
        let length = make_run(&mut order[start..], shortest, less)?;
        if let Some(before) = merges.runs.last() {
            let power = power(before, length, total);
            while merges.runs.len() > 1 && merges.runs[merges.runs.len() - 2].power > power {
                let last = merges.runs.len() - 2;
                merges.merge(order, last, less)?;
            }
            if let Some(before) = merges.runs.last_mut() {
                before.power = power;
            }
        }
        merges.runs.push(Run { start, length, power: 0 });
        start += length;
    }
    while merges.runs.len() > 1 {
        let last = merges.runs.len() - 2;
        let longer_behind = last > 0 && merges.runs[last - 1].length < merges.runs[last + 1].length;
        merges.merge(order, last - usize::from(longer_behind), less)?;
    }
    Ok(())
}

/// The depth of the border between two neighbouring runs: the first bit in which the places of their middles differ.
fn power(first: &Run, length: usize, total: usize) -> u32 {
    let (mut a, total) = (2 * first.start + first.length, total);
    let mut b = a + first.length + length;
    let mut power = 1;
    loop {
        if a >= total {
            a -= total;
            b -= total;
        } else if b >= total {
            return power;
        }
        a <<= 1;
        b <<= 1;
        power += 1;
    }
}

/// Finds, or makes, a sorted run at the beginning; returns its length.
fn make_run<E>(order: &mut [u32], shortest: usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
    let end = natural_run(order, less)?;
    let whole = order.len().min(shortest.max(end));
    for place in end..whole {
        let (mut low, mut high) = (0, place);
        while low < high {
            let middle = (low + high) / 2;
            if less(order[place], order[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order[low..=place].rotate_right(1);
    }
    Ok(whole)
}

/// The length of the sorted run at the beginning; one that descends is turned round, its equal items keeping their order.
fn natural_run<E>(order: &mut [u32], less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
    let mut end = 1;
    while end < order.len() && !less(order[end], order[end - 1])? {
        end += 1;
    }
    if end == order.len() {
        return Ok(end);
    }
    if end > 1 {
        if less(order[0], order[end - 1])? {
            return Ok(end);
        }
        // All equal so far, and then a smaller one.
        order[..end].reverse();
    }
    end += 1;
    let mut equal = 0;
    while end < order.len() {
        if less(order[end], order[end - 1])? {
            order[end - 1 - equal..end].reverse();
            equal = 0;
        } else if less(order[end - 1], order[end])? {
            break;
        } else {
            equal += 1;
        }
        end += 1;
    }
    order[end - 1 - equal..end].reverse();
    order[..end].reverse();
    while end < order.len() && !less(order[end], order[end - 1])? {
        end += 1;
    }
    Ok(end)
}

/// The shortest run worth merging: all of a short list, else between 32 and 64 so that the runs' number is about a power of two.
fn shortest_run(mut length: usize) -> usize {
    let mut rest = 0;
    while length >= LONGEST_INSERTION {
        rest |= length & 1;
        length >>= 1;
    }
    length + rest
}

/// Runs that wait to be merged.
struct Merges {
    runs: Vec<Run>,
    buffer: Vec<u32>,
    patience: usize,
}

impl Merges {
    /// Merges a run with the next one.
    fn merge<E>(&mut self, order: &mut [u32], at: usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<(), E> {
        let second = self.runs.remove(at + 1);
        let first = &mut self.runs[at];
        let (start, middle, end) = (first.start, second.start, second.start + second.length);
        first.length += second.length;
        first.power = second.power;
        // What is in its place already is left out on both sides.
        let kept = upper(order[middle], &order[start..middle], 0, less)?;
        let start = start + kept;
        if start == middle {
            return Ok(());
        }
        let taken = lower(order[middle - 1], &order[middle..end], end - middle - 1, less)?;
        let end = middle + taken;
        if taken == 0 {
            return Ok(());
        }
        self.buffer.clear();
        let order = &mut order[start..end];
        let middle = middle - start;
        if middle <= order.len() - middle {
            self.buffer.extend_from_slice(&order[..middle]);
            let mut merge = Forward { order, kept: &self.buffer, to: 0, first: 0, second: middle };
            let result = merge.run(&mut self.patience, less);
            merge.finish(result)
        } else {
            self.buffer.extend_from_slice(&order[middle..]);
            let to = order.len();
            let mut merge = Backward { order, kept: &self.buffer, to, first: middle, second: self.buffer.len() };
            let result = merge.run(&mut self.patience, less);
            merge.finish(result)
        }
    }
}

/// A merge of two runs from one side on. It begins where the item that goes first is known.
trait Side {
    /// Moves items of the first run to where the next ones go.
    fn take_first(&mut self, count: usize);

    /// The same of the second run.
    fn take_second(&mut self, count: usize);

    /// Whether there is something to decide.
    fn is_open(&self) -> bool;

    /// Moves the item that is known to go first.
    fn begin(&mut self);

    /// Whether the second run's next item goes before the first one's.
    fn second_goes<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<bool, E>;

    /// How many items of the first run go before the second one's next.
    fn ahead<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E>;

    /// How many items of the second run go before the first one's next.
    fn behind<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E>;

    /// Merges item by item until one run has won so often that looking for places in jumps pays, and in jumps while that goes on.
    fn run<E>(&mut self, patience: &mut usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<(), E> {
        self.begin();
        while self.is_open() {
            let mut wins = (0, 0);
            while wins.0 < *patience && wins.1 < *patience {
                if self.second_goes(less)? {
                    self.take_second(1);
                    wins = (0, wins.1 + 1);
                } else {
                    self.take_first(1);
                    wins = (wins.0 + 1, 0);
                }
                if !self.is_open() {
                    return Ok(());
                }
            }
            *patience += 1;
            loop {
                *patience -= usize::from(*patience > 1);
                let ahead = self.ahead(less)?;
                self.take_first(ahead);
                if !self.is_open() {
                    return Ok(());
                }
                self.take_second(1);
                if !self.is_open() {
                    return Ok(());
                }
                let behind = self.behind(less)?;
                self.take_second(behind);
                if !self.is_open() {
                    return Ok(());
                }
                self.take_first(1);
                if !self.is_open() {
                    return Ok(());
                }
                if ahead < PATIENCE && behind < PATIENCE {
                    break;
                }
            }
            *patience += 1;
        }
        Ok(())
    }
}

/// A merge from the front: the first run stands apart.
struct Forward<'a> {
    order: &'a mut [u32],
    kept: &'a [u32],
    /// Where the next item goes.
    to: usize,
    /// The next item of the first run, in `kept`.
    first: usize,
    /// The next item of the second run, in `order`.
    second: usize,
}

impl Side for Forward<'_> {
    fn take_first(&mut self, count: usize) {
        self.order[self.to..self.to + count].copy_from_slice(&self.kept[self.first..self.first + count]);
        self.to += count;
        self.first += count;
    }

    fn take_second(&mut self, count: usize) {
        self.order.copy_within(self.second..self.second + count, self.to);
        self.to += count;
        self.second += count;
    }

    /// Whether there is something to decide: the first run's last item is known to be the last of all.
    fn is_open(&self) -> bool {
        self.first + 1 < self.kept.len() && self.second < self.order.len()
    }

    fn begin(&mut self) {
        self.take_second(1);
    }

    fn second_goes<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<bool, E> {
        less(self.order[self.second], self.kept[self.first])
    }

    fn ahead<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
        upper(self.order[self.second], &self.kept[self.first..], 0, less)
    }

    fn behind<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
        lower(self.kept[self.first], &self.order[self.second..], 0, less)
    }
}

impl Forward<'_> {
    fn finish<E>(mut self, result: Result<(), E>) -> Result<(), E> {
        if result.is_ok() {
            self.take_second(self.order.len() - self.second);
        }
        self.take_first(self.kept.len() - self.first);
        result
    }
}

/// A merge from the back: the second run stands apart.
struct Backward<'a> {
    order: &'a mut [u32],
    kept: &'a [u32],
    /// Behind where the next item goes.
    to: usize,
    /// Items left of the first run, in `order`.
    first: usize,
    /// Items left of the second run, in `kept`.
    second: usize,
}

impl Side for Backward<'_> {
    fn take_first(&mut self, count: usize) {
        self.order.copy_within(self.first - count..self.first, self.to - count);
        self.to -= count;
        self.first -= count;
    }

    fn take_second(&mut self, count: usize) {
        self.order[self.to - count..self.to].copy_from_slice(&self.kept[self.second - count..self.second]);
        self.to -= count;
        self.second -= count;
    }

    /// Whether there is something to decide: the second run's first item is known to be the first of all.
    fn is_open(&self) -> bool {
        self.first > 0 && self.second > 1
    }

    fn begin(&mut self) {
        self.take_first(1);
    }

    fn second_goes<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<bool, E> {
        less(self.kept[self.second - 1], self.order[self.first - 1]).map(|before| !before)
    }

    fn ahead<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
        let place = upper(self.kept[self.second - 1], &self.order[..self.first], self.first - 1, less)?;
        Ok(self.first - place)
    }

    fn behind<E>(&self, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
        let place = lower(self.order[self.first - 1], &self.kept[..self.second], self.second - 1, less)?;
        Ok(self.second - place)
    }
}

impl Backward<'_> {
    fn finish<E>(mut self, result: Result<(), E>) -> Result<(), E> {
        if result.is_ok() {
            self.take_first(self.first);
        }
        self.take_second(self.second);
        result
    }
}

/// The first place in a run whose item is not less than `key`, looked for from a place on in jumps that double.
fn lower<E>(key: u32, run: &[u32], from: usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
    jump(run.len(), from, &mut |place| less(run[place], key))
}

/// The first place in a run whose item is greater than `key`.
fn upper<E>(key: u32, run: &[u32], from: usize, less: &mut impl FnMut(u32, u32) -> Result<bool, E>) -> Result<usize, E> {
    jump(run.len(), from, &mut |place| less(key, run[place]).map(|before| !before))
}

/// The first of so many places that is not `early`, which holds for some first places only.
fn jump<E>(count: usize, from: usize, early: &mut impl FnMut(usize) -> Result<bool, E>) -> Result<usize, E> {
    let (mut last, mut offset) = (0, 1);
    let (mut low, mut high);
    if early(from)? {
        let most = count - from;
        while offset < most && early(from + offset)? {
            (last, offset) = (offset, offset * 2 + 1);
        }
        (low, high) = (from + last + 1, from + offset.min(most));
    } else {
        let most = from + 1;
        while offset < most && !early(from - offset)? {
            (last, offset) = (offset, offset * 2 + 1);
        }
        (low, high) = (from + 1 - offset.min(most), from - last);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if early(middle)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(high)
}

#[cfg(test)]
mod tests {
    use super::sort_order;

    fn numbers(count: u32, of: u32) -> Vec<u32> {
        let mut state = 12345u32;
        (0..count)
            .map(|_| {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
                (state >> 8) % of
            })
            .collect()
    }

    #[test]
    fn sorts_stably_whatever_the_runs() {
        for count in [0, 1, 2, 63, 64, 65, 200, 1000, 5000] {
            for of in [1, 3, 50, 100_000] {
                let mut values = numbers(count, of);
                let half = values.len() / 2;
                values[half..].sort_unstable();
                let mut order: Vec<u32> = (0..count).collect();
                let done: Result<(), ()> = sort_order(&mut order, &mut |a, b| Ok(values[a as usize] < values[b as usize]));
                let mut expected: Vec<u32> = (0..count).collect();
                expected.sort_by_key(|place| values[*place as usize]);
                assert_eq!((done, order), (Ok(()), expected));
            }
        }
    }

    #[test]
    fn stays_a_permutation_when_comparing_fails_or_lies() {
        let values = numbers(900, 1000);
        for fails_at in (1..6000).step_by(37) {
            let (mut order, mut asked): (Vec<u32>, _) = ((0..900).collect(), 0);
            let _ = sort_order(&mut order, &mut |a, b| {
                asked += 1;
                let lies = fails_at % 2 == 0;
                if asked == fails_at && !lies {
                    Err(())
                } else {
                    Ok((values[a as usize] < values[b as usize]) != (lies && asked % 5 == 0))
                }
            });
            order.sort_unstable();
            assert!(order.iter().copied().eq(0..900));
        }
    }
}
