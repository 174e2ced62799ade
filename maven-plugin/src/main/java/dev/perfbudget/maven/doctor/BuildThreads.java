package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether modules are built at the same time. */
record BuildThreads(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "threads of the build";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        return module.threads() < 2
                ? List.of()
                : List.of(Finding.information(
                        "The build has [" + module.threads()
                                + "] threads: a measurement waits for all other modules, and"
                                + " a run that cannot wait does not gate.",
                        "Nothing to do; without -T nothing has to wait."));
    }
}
