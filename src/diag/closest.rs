//! "Did you mean": the name among several that is most like a mistyped one.

/// What a substitution, insertion or deletion costs; a change of case costs less.
const MOVE: usize = 2;
const CASE: usize = 1;
/// Candidates and names beyond these are not looked at.
const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;

/// The candidate closest to `wrong`, if one is close enough: at most a third of the letters differ, as in CPython's suggestions.
pub fn closest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if wrong.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.take(MOST_CANDIDATES).filter(|candidate| *candidate != wrong && candidate.len() <= LONGEST) {
        let most = (wrong.len() + candidate.len() + 3) * MOVE / 6;
        let distance = distance(wrong.as_bytes(), candidate.as_bytes());
        if distance <= most && best.is_none_or(|(other, _)| distance < other) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Weighted Levenshtein distance.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).map(|column| column * MOVE).collect();
    for (line, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], (line + 1) * MOVE);
        for (column, y) in b.iter().enumerate() {
            let change = if x == y {
                0
            } else if x.eq_ignore_ascii_case(y) {
                CASE
            } else {
                MOVE
            };
            let best = (diagonal + change).min(row[column] + MOVE).min(row[column + 1] + MOVE);
            diagonal = std::mem::replace(&mut row[column + 1], best);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn finds_the_nearest_name() {
        assert_eq!(closest("appendd", ["append", "pop"].into_iter()), Some("append"));
        assert_eq!(closest("Foo", ["foo", "bar"].into_iter()), Some("foo"));
        assert_eq!(closest("x", ["completely"].into_iter()), None);
    }
}
