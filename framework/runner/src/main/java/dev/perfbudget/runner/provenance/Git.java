package dev.perfbudget.runner.provenance;

import dev.perfbudget.runner.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code git} command, asked about one directory. */
final class Git {

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    /** Large checkouts take long when nothing of them is cached. */
    private static final Duration AT_MOST_FOR_CHANGES = Duration.ofSeconds(10);

    private static final String ALL_BUT_BASELINES = ":(top,exclude,glob)**/perfbudget/baseline.json";
    private static final String ALL_BUT_AUDITS = ":(top,exclude,glob)**/perfbudget/audit.json";

    private final Path directory;

    Git(Path directory) {
        this.directory = directory;
    }

    Optional<String> commit() {
        return ask(AT_MOST, "rev-parse", "HEAD");
    }

    /** Absent where no branch is checked out, as CI systems like to do. */
    Optional<String> branch() {
        return ask(AT_MOST, "symbolic-ref", "--quiet", "--short", "HEAD");
    }

    /**
     * Whether a tracked file differs from the commit; empty if that could not be found out. Baselines do not count:
     * several sessions may be accepted.
     */
    Optional<Boolean> dirty() {
        return ask(
                        AT_MOST_FOR_CHANGES,
                        "status",
                        "--porcelain",
                        "--untracked-files=no",
                        "--",
                        ":/",
                        ALL_BUT_BASELINES,
                        ALL_BUT_AUDITS)
                .map(changes -> !changes.isEmpty());
    }

    /** Whether there is something here, or above, that the command should have been able to tell of. */
    boolean isInRepository() {
        return Stream.iterate(directory.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .anyMatch(place -> Files.exists(place.resolve(".git")));
    }

    private Optional<String> ask(Duration atMost, String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        return new Tool(command, directory, atMost).ask().flatMap(Tool.Answer::ifSuccessful);
    }
}
