package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/**
 * How many processors there are.
 *
 * @param count as the JVM sees them
 */
record Processors(int count) implements Rule {

    @Override
    public String name() {
        return "processors";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        return count > 1
                ? List.of()
                : List.of(Finding.information(
                        "There is [1] processor, which forks share with their compilers and garbage collectors.",
                        "It works, but takes longer; two processors measure in less time."));
    }
}
