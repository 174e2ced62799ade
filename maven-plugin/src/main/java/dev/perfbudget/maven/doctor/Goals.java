package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether a build measures and judges. */
record Goals(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "goals";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        var bound = module.boundGoals();
        if (!bound.contains("measure")) {
            return List.of(new Finding(
                    Spoils.ALL,
                    "The goal measure is not bound " + bound + ": mvn verify measures nothing.",
                    "Add an execution with the goals smoke, measure and verify, as docs/maven.md shows."));
        }
        if (!bound.contains("verify")) {
            return List.of(new Finding(
                    Spoils.ALL,
                    "The goal verify is not bound " + bound + ": what is measured is never judged.",
                    "Add it beside measure."));
        }
        return bound.contains("smoke")
                ? List.of()
                : List.of(Finding.information(
                        "The goal smoke is not bound " + bound + ": mvn test does not notice broken benchmarks.",
                        "Add it beside measure and verify."));
    }
}
