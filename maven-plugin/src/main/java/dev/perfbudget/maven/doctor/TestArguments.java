package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.stream.Stream;

/** Whether tests have agents, or memory, that forks do not get. */
record TestArguments(ExaminedModule module) implements Rule {

    private static final String JACOCO = "org.jacoco:jacoco-maven-plugin";
    private static final String WORTH_TELLING = "-(javaagent|agentlib|agentpath|Xm[sx]|XX).*";

    @Override
    public String name() {
        return "arguments of the test JVM";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        var arguments = Stream.concat(
                        module.surefire().text("argLine", "argLine").stream()
                                .flatMap(line -> Stream.of(line.split("\\s+"))),
                        jacoco())
                .filter(argument -> argument.matches(WORTH_TELLING))
                .distinct()
                .toList();
        return arguments.isEmpty()
                ? List.of()
                : List.of(Finding.information(
                        "The JVM of the tests has arguments that forks do not get " + arguments + ".",
                        "Nothing to do, unless a benchmark needs one: say so in its @Fork(jvmArgsAppend = …)."));
    }

    private Stream<String> jacoco() {
        return module.plugin(JACOCO).goals().contains("prepare-agent")
                ? Stream.of("-javaagent:org.jacoco.agent")
                : Stream.empty();
    }
}
