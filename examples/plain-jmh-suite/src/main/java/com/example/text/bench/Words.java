package com.example.text.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Made-up words, the same in every run. */
final class Words {

    private static final String[] SYLLABLES = {"ba", "ko", "lin", "mar", "ne", "ros", "sta", "tu", "vel", "zi"};

    private Words() {}

    static List<String> make(int count) {
        var random = new Random(42);
        return Stream.generate(() -> word(random)).limit(count).toList();
    }

    static String text(int words) {
        return String.join(" ", make(words));
    }

    private static String word(Random random) {
        return random.ints(2 + random.nextInt(3), 0, SYLLABLES.length)
                .mapToObj(i -> SYLLABLES[i])
                .collect(Collectors.joining());
    }
}
