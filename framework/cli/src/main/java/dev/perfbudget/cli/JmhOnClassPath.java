package dev.perfbudget.cli;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.ArrayList;
import java.util.List;

/** Whether a class path has JMH, in a version that is supported. */
record JmhOnClassPath(ClassPath classPath) implements Rule {

    @Override
    public String name() {
        return "JMH";
    }

    @Override
    public Spoils spoils() {
        return Spoils.MEASURING;
    }

    @Override
    public List<Finding> look() {
        var problems = new ArrayList<String>();
        Jmh.check(classPath, problems);
        return problems.stream()
                .map(problem -> new Finding(Spoils.MEASURING, problem, "Build benchmarks.jar with a current JMH."))
                .toList();
    }
}
