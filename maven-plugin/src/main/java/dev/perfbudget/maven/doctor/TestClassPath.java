package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether Surefire starts tests so that forks see their class path, if it is Surefire that measures. */
record TestClassPath(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "class path of the tests";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    @Override
    public List<Finding> look() {
        return module
                .surefire()
                .text("useSystemClassLoader", "surefire.useSystemClassLoader")
                .filter("false"::equals)
                .map(set -> module.isLeftToSurefire()
                        ? new Finding(
                                Spoils.ALL,
                                "Surefire hides the class path from forks [useSystemClassLoader " + set + "].",
                                "Take that out, or bind the goal measure.")
                        : Finding.information(
                                "Surefire hides the class path from forks [useSystemClassLoader " + set + "].",
                                "Nothing to do for the goal measure, which starts a JVM of its own."))
                .stream()
                .toList();
    }
}
