package com.example.text;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Words that begin with what has been typed so far. */
public final class Completion {

    private final TreeSet<String> words;

    public Completion(Collection<String> words) {
        this.words = new TreeSet<>(words);
    }

    public List<String> of(String prefix, int most) {
        return words.tailSet(prefix).stream()
                .takeWhile(word -> word.startsWith(prefix))
                .limit(most)
                .toList();
    }
}
