package dev.perfbudget.maven.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What JMH's list in a directory of classes names.
 *
 * @param output the directory
 */
record ListedBenchmarks(Path output) {

    static final String FILE = "META-INF/BenchmarkList";

    private static final Duration ONE_COMPILATION = Duration.ofMinutes(1);

    /** Texts with their length before them: the class, the generated class, the method or group, and more. */
    private static final Pattern LINE = Pattern.compile("JMH S [0-9]+ (\\S+) S [0-9]+ \\S+ S [0-9]+ (\\S+) .*");

    Path file() {
        return output.resolve(FILE);
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** {@code com.acme.JsonBench.parse}; empty if it cannot be read, or is no such list. */
    Optional<Set<String>> names() {
        var names = new TreeSet<String>();
        try {
            for (var line : Files.readAllLines(file())) {
                var matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    return Optional.empty();
                }
                names.add(matcher.group(1) + "." + matcher.group(2));
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.of(names);
    }

    /** A class beside the list that was compiled long after it was written: within one compilation lists come first. */
    Optional<String> newerClass(Collection<String> classes) {
        return classes.stream().sorted().filter(this::isNewer).findFirst();
    }

    private boolean isNewer(String name) {
        try {
            var classFile = output.resolve(name.replace('.', '/') + ".class");
            if (!Files.exists(classFile)) {
                return false;
            }
            var written = Files.getLastModifiedTime(file()).toInstant();
            return Files.getLastModifiedTime(classFile).toInstant().isAfter(written.plus(ONE_COMPILATION));
        } catch (IOException gone) {
            return false;
        }
    }
}
