//! No file may reach itself over the files it names.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::floors::product;
use crate::paths::Map;
use crate::source::Source;

pub fn no_circle(sources: &[Source]) -> Vec<String> {
    let map = Map::new(sources);
    let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in sources {
        let targets = product(source)
            .filter(|named| named.ours)
            .filter_map(|named| map.file(&named.path))
            .map(|file| file.path.as_str())
            .filter(|path| *path != source.path);
        graph.insert(&source.path, targets.collect());
    }
    let mut seen: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
    let mut wrong = Vec::new();
    for start in graph.keys() {
        if let Some(circle) = way_back(&graph, start)
            && seen.insert(circle.iter().copied().collect())
        {
            wrong.push(format!(
                "circle of files: src/{}. Mend: move what they share into a file below both",
                circle.join(" → src/")
            ));
        }
    }
    wrong
}

/// The shortest way from a file back to itself.
fn way_back<'a>(
    graph: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    start: &'a str,
) -> Option<Vec<&'a str>> {
    let mut came: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        for next in graph.get(file).into_iter().flatten() {
            if *next == start {
                let mut circle = vec![start, file];
                let mut step = file;
                while let Some(before) = came.get(step) {
                    circle.push(before);
                    step = before;
                }
                circle.reverse();
                return Some(circle);
            }
            if !came.contains_key(next) {
                came.insert(next, file);
                queue.push_back(next);
            }
        }
    }
    None
}
