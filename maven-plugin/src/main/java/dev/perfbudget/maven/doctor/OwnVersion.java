package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether the engine on the test class path is of the plugin's version. */
record OwnVersion(ExaminedModule module) implements Rule {

    private static final String JUNIT = "dev.perfbudget:perfbudget-junit";

    @Override
    public String name() {
        return "perfbudget-junit";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        var version = module.versions().get(JUNIT);
        if (version == null) {
            return List.of(Finding.information(
                    "The module does not depend on perfbudget-junit; the plugin brings ["
                            + module.plugin().version() + "].",
                    "Add it with scope test for the annotation @PerfBudget, and to run benchmarks from the IDE."));
        }
        return version.equals(module.plugin().version())
                ? List.of()
                : List.of(new Finding(
                        Spoils.ALL,
                        "The module depends on perfbudget-junit [" + version + "], and the plugin is ["
                                + module.plugin().version() + "].",
                        "Use one version for both, as a property."));
    }
}
