package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Optional;

/** Whether memory was short enough for pages to be written to a disk, from where they come back slowly. */
record Swap(SystemFiles files) implements Rule {

    private static final double WORTH_TELLING = 0.05;
    private static final String CURE = "End what fills the memory, then empty it: sudo swapoff -a && sudo swapon -a";

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        var text = files.text("proc/meminfo").orElse("");
        var memory = SystemFiles.kilobytes(text, "MemTotal");
        var used = used(text);
        if (memory.isEmpty() || used.isEmpty()) {
            return List.of(Finding.unknown("[/proc/meminfo] does not tell how much swap is used.", CURE));
        }
        return used.get() <= WORTH_TELLING * memory.get()
                ? List.of()
                : List.of(new Finding(
                        Spoils.STORED,
                        "[%s] of memory is swapped out: forks wait for a disk when it comes back."
                                .formatted(SystemFiles.gigabytes(used.get())),
                        CURE));
    }

    private static Optional<Long> used(String text) {
        return SystemFiles.kilobytes(text, "SwapTotal")
                .flatMap(total -> SystemFiles.kilobytes(text, "SwapFree").map(free -> total - free));
    }
}
