package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether PerfBudget itself may be another one tomorrow. */
record Snapshots(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "snapshots";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        return module.plugin().version().endsWith("-SNAPSHOT")
                ? List.of(Finding.information(
                        "The plugin is a snapshot [" + module.plugin().version()
                                + "], which may measure or judge otherwise tomorrow.",
                        "Use a release as soon as there is one."))
                : List.of();
    }
}
