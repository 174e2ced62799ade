package dev.perfbudget.runner.provenance;

import dev.perfbudget.runner.process.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code git} command, asked about one directory. */
final class Git {

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private static final String ALL_BUT_BASELINES = ":(top,exclude,glob)**/perfbudget/baseline.json";

    private final Path directory;

    Git(Path directory) {
        this.directory = directory;
    }

    Optional<String> commit() {
        return ask("rev-parse", "HEAD");
    }

    /** Absent where no branch is checked out, as CI systems like to do. */
    Optional<String> branch() {
        return ask("symbolic-ref", "--quiet", "--short", "HEAD");
    }

    /** Whether a tracked file differs from the commit; baselines do not count: several sessions may be accepted. */
    boolean dirty() {
        return ask("status", "--porcelain", "--untracked-files=no", "--", ":/", ALL_BUT_BASELINES)
                .filter(changes -> !changes.isEmpty())
                .isPresent();
    }

    private Optional<String> ask(String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        return new Tool(command, directory, AT_MOST).ask().flatMap(Tool.Answer::ifSuccessful);
    }
}
