package dev.perfbudget.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which benchmarks of those found are wanted.
 *
 * <p>A pattern may have {@code *} for any text and {@code ?} for any character. It is held against the class ({@code
 * com.acme.JsonBench}, {@code JsonBench}) and against the benchmark ({@code com.acme.JsonBench.parse}, {@code
 * JsonBench.parse}); {@code #} may stand before the method as in Surefire.
 *
 * @param includes empty for all
 * @param excludes stronger than includes
 */
record Selection(List<String> includes, List<String> excludes) {

    Selection {
        includes = clean(includes);
        excludes = clean(excludes);
    }

    /** For the request of a test JVM: names of classes, or of class and benchmark with {@code #} between. */
    List<String> of(List<FoundClass> found) {
        return found.stream().flatMap(this::of).toList();
    }

    private Stream<String> of(FoundClass type) {
        if (type.benchmarks().isEmpty()) {
            return wants(namesOf(type.name())) ? Stream.of(type.name()) : Stream.empty();
        }
        var wanted = type.benchmarks().stream()
                .filter(benchmark -> wants(type.name(), benchmark))
                .toList();
        return wanted.size() == type.benchmarks().size()
                ? Stream.of(type.name())
                : wanted.stream().map(benchmark -> type.name() + "#" + benchmark);
    }

    /** Whether a benchmark is wanted, by the binary name of its class. */
    boolean wants(String type, String benchmark) {
        return wants(namesOf(type, benchmark));
    }

    private boolean wants(List<String> names) {
        return (includes.isEmpty() || matches(includes, names)) && !matches(excludes, names);
    }

    private static boolean matches(List<String> patterns, List<String> names) {
        return patterns.stream().map(Selection::compiled).anyMatch(pattern -> names.stream()
                .anyMatch(name -> pattern.matcher(name).matches()));
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern.codePoints()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    case '#' -> "\\.";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining()));
    }

    /** Nested classes go by their binary name and by the name that source code has. */
    private static List<String> namesOf(String type) {
        return Stream.of(type, type.replace('$', '.'))
                .flatMap(name -> Stream.of(name, name.substring(type.lastIndexOf('.') + 1)))
                .distinct()
                .toList();
    }

    private static List<String> namesOf(String type, String benchmark) {
        var names = new ArrayList<>(namesOf(type));
        namesOf(type).forEach(name -> names.add(name + "." + benchmark));
        return names;
    }

    private static List<String> clean(List<String> patterns) {
        return patterns.stream()
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }
}
