package dev.perfbudget.maven;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells runs of a module from those of others: a baseline must not get what another module has measured.
 *
 * @param directory of the module
 * @param classes where its classes are compiled to, tests and main classes
 */
record OwnRuns(Path directory, List<Path> classes) {

    OwnRuns {
        classes = List.copyOf(classes);
    }

    /** Whether a run was measured in this directory, whatever links lead to it. */
    boolean has(Run run) {
        return real(Path.of(run.module())).equals(real(directory));
    }

    /** What speaks against a run that comes from elsewhere, where directories have other names. */
    Optional<String> problem(Path file, Run run) {
        var names = run.benchmarks().stream()
                .map(BenchmarkRun::className)
                .distinct()
                .toList();
        if (names.isEmpty() || compiled().findAny().isEmpty() || names.stream().anyMatch(this::isCompiled)) {
            return Optional.empty();
        }
        return Optional.of("[" + file + "] is a run of another module: none of its benchmark classes " + names
                + " is in " + compiled().toList() + ". Name a run of this module, or the other module with -pl.");
    }

    private boolean isCompiled(String className) {
        var file = className.replace('.', '/') + ".class";
        return compiled().anyMatch(place -> Files.isRegularFile(place.resolve(file)));
    }

    private Stream<Path> compiled() {
        return classes.stream().filter(Files::isDirectory);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path.toAbsolutePath().normalize();
        }
    }
}
