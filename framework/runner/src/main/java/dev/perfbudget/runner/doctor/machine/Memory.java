package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import dev.perfbudget.runner.machine.ControlGroup;
import java.util.List;
import java.util.Optional;

/** Whether two forks fit into memory, each with its host, beside the build that started them. */
record Memory(SystemFiles files) implements Rule {

    private static final long NEEDED = 3L << 29;

    private static final String CURE =
            "Free some, give the machine or container more, or ask for small heaps with @Fork(jvmArgsAppend = \"-Xmx…\").";

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        var available = files.text("proc/meminfo").flatMap(text -> SystemFiles.kilobytes(text, "MemAvailable"));
        if (available.isEmpty()) {
            return List.of(Finding.unknown("[/proc/meminfo] does not tell what memory is available.", CURE));
        }
        var limit = new ControlGroup(files.root()).memoryLimit();
        return limit
                .filter(bytes -> bytes < available.get())
                .map(bytes -> found("The container's limit of memory is [%s]", bytes))
                .orElseGet(() -> found("Available memory is [%s]", available.get()))
                .stream()
                .toList();
    }

    private static Optional<Finding> found(String what, long bytes) {
        return bytes >= NEEDED
                ? Optional.empty()
                : Optional.of(new Finding(
                        Spoils.ALL,
                        what.formatted(SystemFiles.gigabytes(bytes))
                                + ": two forks with their hosts may not fit, and be killed or swapped out.",
                        CURE));
    }
}
