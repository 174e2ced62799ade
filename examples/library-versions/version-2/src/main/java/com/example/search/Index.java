package com.example.search;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Knows which words occur in which texts. */
public final class Index {

    private static final int[] NONE = {};

    private final TreeMap<String, int[]> texts = new TreeMap<>();

    /** Of texts that are numbered from 0. */
    public Index(List<String> all) {
        for (var number = 0; number < all.size(); number++) {
            for (var word : Words.of(all.get(number))) {
                add(word, number);
            }
        }
    }

    private void add(String word, int number) {
        var known = texts.getOrDefault(word, NONE);
        if (known.length == 0 || known[known.length - 1] != number) {
            var longer = Arrays.copyOf(known, known.length + 1);
            longer[known.length] = number;
            texts.put(word, longer);
        }
    }

    /** The words that start like this, in their order. */
    public List<String> wordsFrom(String start) {
        return List.copyOf(texts.subMap(start, start + Character.MAX_VALUE).keySet());
    }

    /** The numbers of the texts in which both words occur, ascending. */
    public int[] withBoth(String one, String other) {
        var ones = texts.getOrDefault(one, NONE);
        var others = texts.getOrDefault(other, NONE);
        var both = new int[Math.min(ones.length, others.length)];
        var count = 0;
        for (var text : ones) {
            if (Arrays.binarySearch(others, text) >= 0) { // Less code than walking along both.
                both[count++] = text;
            }
        }
        return Arrays.copyOf(both, count);
    }
}
