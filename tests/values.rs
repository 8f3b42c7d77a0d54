//! Values and what they point at, by themselves: words, kinds, counts, and the tables of dicts and sets against models of them.

use std::collections::HashMap;

use acli::heap::{self, Collection, Gc};
use acli::object::{Dict, Found, List, SetStorage, Str, Tuple, int_value, quick_eq, quick_hash};
use acli::value::{Kind, Value, push_new};
use num_bigint::BigInt;

fn count(value: &Value) -> usize {
    value.gc::<List>().map_or(0, Gc::count)
}

fn samples() -> Vec<Value> {
    vec![
        Value::Unset,
        Value::None,
        Value::NotImplemented,
        Value::Ellipsis,
        Value::Bool(true),
        Value::Bool(false),
        Value::Int(i64::MIN),
        Value::Float(-0.0),
        Value::Float(f64::NAN),
        Str::value("text"),
        List::value(vec![Value::Int(1)]),
        Tuple::value([Value::Int(1), Value::None]),
    ]
}

#[test]
fn copies_count() {
    let value = List::value(vec![]);
    let mut copies = vec![value.clone(); 3];
    assert_eq!(count(&value), 4);
    copies[0].clone_from(&Value::Int(3));
    copies[1].clone_from(&value);
    copies[2] = Value::None;
    assert_eq!((count(&value), copies[0].kind()), (2, None));
    drop(copies);
    assert!(value.is_last_reference());
}

#[test]
fn each_move_leaves_nothing_behind() {
    for value in samples() {
        for old in samples() {
            let (mut place, mut source) = (old.clone(), value.clone());
            place.take_from(&mut source);
            assert!(place.same(&value) && !source.is_set());
            source.put_new(place);
            assert!(source.same(&value));
            let mut items = vec![old.clone()];
            push_new(&mut items, source);
            assert!(items[1].same(&value));
            items[1].unset();
            assert!(!items[1].is_set());
        }
        assert!(value.kind().is_none() || value.is_last_reference());
    }
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn numbers_written_over_objects_free_them() {
    let value = List::value(vec![]);
    let writes: [fn(&mut Value); 4] =
        [|place| place.set_int(1), |place| place.set_float(1.0), |place| place.set_bool(true), Value::unset];
    for write in writes {
        let mut place = value.clone();
        assert_eq!(count(&value), 2);
        write(&mut place);
        assert!(count(&value) == 1 && place.kind().is_none());
    }
}

#[test]
fn a_kind_leads_to_its_type_alone() {
    let mut text = Str::value("text");
    assert!(text.kind() == Some(Kind::Str) && text.is::<Str>() && !text.is::<List>());
    assert!(text.get::<Str>().is_some_and(|text| text.as_str() == "text") && text.get::<Tuple>().is_none());
    assert!(text.gc_mut::<List>().is_none() && text.gc_mut::<Str>().is_some());
    let Err(text) = text.into_gc::<Tuple>() else { panic!("a string is no tuple") };
    assert!(text.into_gc::<Str>().is_ok_and(|text| text.count() == 1));
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn lists_that_hold_themselves_are_garbage() {
    let list = List::value(vec![]);
    let tuple = Tuple::value([list.clone(), list.clone()]);
    let dict: Value = Dict::new().into();
    list.get::<List>().expect("a list").0.borrow_mut().extend([tuple, dict.clone()]);
    dict.get::<Dict>().expect("a dict").set_str(&Str::new("key"), list.clone());
    drop((list, dict));
    assert_eq!(heap::live_objects(), 4);
    assert_eq!(heap::collect(Collection::Full), 3);
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn nests_are_freed_however_deep() {
    let mut value = Value::None;
    for n in 0..100_000 {
        value = if n % 2 == 0 { List::value(vec![value]) } else { Tuple::value([value]) };
    }
    drop(value);
    assert_eq!(heap::live_objects(), 0);
}

/// Numbers that look random, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Keys of several kinds, some of which are equal or have equal hashes.
fn key(random: &mut Random) -> (Value, String) {
    let n = random.below(40) as i64;
    match random.below(4) {
        0 => (Value::Int(n), format!("n{n}")),
        1 => (Value::Float(n as f64), format!("n{n}")),
        2 => (Str::value(format!("k{n}")), format!("s{n}")),
        _ => (Tuple::value([Value::Int(n), Str::value("t")]), format!("t{n}")),
    }
}

#[test]
fn a_dict_is_what_its_model_is() {
    for seed in 0..20 {
        let (dict, mut random) = (Dict::new(), Random(seed));
        let mut model: HashMap<String, i64> = HashMap::new();
        let mut order: Vec<String> = Vec::new();
        for round in 0..600 {
            let (key, name) = key(&mut random);
            let hash = quick_hash(&key).expect("a plain key");
            let found = match dict.borrow().find(hash, &key) {
                Found::At(place) => Some(place),
                Found::Absent => None,
                _ => panic!("plain keys need no script"),
            };
            assert_eq!(found.is_some(), model.contains_key(&name), "seed {seed}");
            match (random.below(3), found) {
                (0, Some(place)) => {
                    let (_, removed) = dict.borrow_mut().remove_at(place);
                    assert!(matches!(removed, Value::Int(value) if model.remove(&name) == Some(value)));
                    order.retain(|other| *other != name);
                }
                (_, Some(place)) => {
                    dict.set_value_at(place, Value::Int(round));
                    model.insert(name, round);
                }
                (_, None) => {
                    dict.borrow_mut().insert_new(hash, key, Value::Int(round));
                    model.insert(name.clone(), round);
                    order.push(name);
                }
            }
            assert_eq!(dict.len(), model.len());
        }
        let values: Vec<i64> =
            dict.borrow().iter().map(|entry| if let Value::Int(value) = entry.value { value } else { -1 }).collect();
        let expected: Vec<i64> = order.iter().map(|name| model[name]).collect();
        assert_eq!(values, expected, "seed {seed}");
        let copy = dict.borrow().clone();
        assert!(
            copy.iter().zip(dict.borrow().iter()).all(|(a, b)| a.key.same(&b.key) || quick_eq(&a.key, &b.key) == Some(true))
        );
        let taken = dict.borrow_mut().take_all();
        assert_eq!(taken.iter().filter(|entry| entry.key.is_set()).count(), model.len());
        assert!(dict.is_empty());
    }
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn a_set_is_what_its_model_is() {
    for seed in 0..20 {
        let (mut set, mut random) = (SetStorage::default(), Random(seed));
        let mut model: HashMap<String, ()> = HashMap::new();
        for _ in 0..600 {
            let (key, name) = key(&mut random);
            let hash = quick_hash(&key).expect("a plain key");
            if random.below(3) == 0 {
                if let Found::At(place) = set.find(hash, &key) {
                    set.remove_at(place);
                    assert!(model.remove(&name).is_some());
                }
            } else {
                let added = set.add(hash, key).ok().expect("plain keys need no script");
                assert_eq!(added, model.insert(name, ()).is_none());
            }
            assert_eq!((set.len(), set.iter().count()), (model.len(), model.len()), "seed {seed}");
        }
        let copy = set.copied();
        assert_eq!(copy.len(), model.len());
        while set.pop().is_some() {
            model.clear();
        }
        assert!(set.is_empty() && model.is_empty());
    }
    assert_eq!(heap::live_objects(), 0);
}

#[test]
fn strings_are_cut_at_characters() {
    for text in ["", "plain", "aé漢🙂z", &"漢".repeat(300), &"ab🙂".repeat(500)] {
        let string = Str::new(text);
        let chars: Vec<char> = text.chars().collect();
        assert_eq!((string.char_len(), string.is_ascii()), (chars.len(), text.is_ascii()));
        for at in 0..chars.len() {
            assert_eq!(string.char_at(at), Some(chars[at]));
            let to = (at + 7).min(chars.len());
            let part = &string.as_str()[string.byte_offset(at)..string.byte_offset(to)];
            assert_eq!(part, chars[at..to].iter().collect::<String>());
        }
        assert_eq!(string.char_at(chars.len()), None);
    }
}

#[test]
fn a_string_grows_in_place() {
    let (mut string, mut model) = (Str::new("a"), "a".to_owned());
    for n in 0..300 {
        let more = ["b", "", "é", "a longer piece of text", "🙂"][n % 5];
        let hash = string.hash();
        assert_eq!(hash, Str::new(model.as_str()).hash());
        // Where there is another one, it keeps its text.
        let other = (n % 7 == 0).then(|| string.clone());
        if !Str::append(&mut string, &Str::new(more)) {
            string = Str::new(format!("{model}{more}"));
        }
        assert!(other.is_none_or(|other| other.as_str() == model));
        model.push_str(more);
        assert_eq!((string.as_str(), string.char_len()), (model.as_str(), model.chars().count()));
    }
}

#[test]
fn ints_beyond_a_word_come_back() {
    let big: BigInt = BigInt::from(i64::MAX) + 1;
    assert_eq!(int_value(big.clone()).kind(), Some(Kind::BigInt));
    assert!(matches!(int_value(big - 1), Value::Int(i64::MAX)));
}
