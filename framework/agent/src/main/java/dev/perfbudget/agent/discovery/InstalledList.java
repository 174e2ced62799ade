package dev.perfbudget.agent.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The benchmark lists that annotation processing has left on a class path, with what it generated. */
final class InstalledList {

    private static final String LIST = BenchmarkList.BENCHMARK_LIST.substring(1);

    private final ClassLoader loader;
    private final Set<String> lines;

    private InstalledList(ClassLoader loader, Set<String> lines) {
        this.loader = loader;
        this.lines = lines;
    }

    static InstalledList of(@Nullable ClassLoader loader) {
        var reading = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        var lines = new HashSet<String>();
        try {
            for (var list : Collections.list(reading.getResources(LIST))) {
                lines.addAll(linesOf(list));
            }
        } catch (IOException unreadable) {
            // What cannot be read here is generated instead, and JMH reads that first.
            lines.clear();
        }
        return new InstalledList(reading, lines);
    }

    /**
     * Whether a benchmark is listed just as its class declares it now, with everything that JMH's list says of it, and
     * its generated class is there. An older list that says something else, or a list without classes, is of no use.
     */
    boolean has(BenchmarkListEntry exploded) {
        return (lines.contains(exploded.toLine())
                        || lines.contains(exploded.cloneWith(Mode.All).toLine()))
                && generatedClassExists(exploded);
    }

    /** The classes that the lists name, with dots before nested classes. */
    SortedSet<String> classNames() {
        return lines.stream()
                .map(line -> new BenchmarkListEntry(line).getUserClassQName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean generatedClassExists(BenchmarkListEntry entry) {
        var target = entry.generatedTarget();
        var resource = target.substring(0, target.lastIndexOf('.')).replace('.', '/') + ".class";
        return loader.getResource(resource) != null;
    }

    private static Set<String> linesOf(URL list) throws IOException {
        var connection = list.openConnection();
        // A cached jar would stay open, and show old content after a rebuild in a long-lived test JVM.
        connection.setUseCaches(false);
        var lines = new HashSet<String>();
        try (var reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                normalised(line).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<String> normalised(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BenchmarkListEntry(line).toLine());
        } catch (RuntimeException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}
