package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether there is anything to measure. */
record Benchmarks(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "benchmarks";
    }

    @Override
    public Spoils spoils() {
        return Spoils.MEASURING;
    }

    @Override
    public List<Finding> look() {
        if (!module.measured().isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                Spoils.MEASURING,
                "There is no class with a benchmark or a budget in " + module.outputs() + ".",
                "Annotate a method with @Benchmark, or a test with @PerfBudget; if there are some, see that they are"
                        + " compiled."));
    }
}
