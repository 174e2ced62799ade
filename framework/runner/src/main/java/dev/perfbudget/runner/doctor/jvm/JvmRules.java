package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Rule;
import java.util.List;
import java.util.Map;

/** All rules about the JVM of the forks. */
public final class JvmRules {

    private JvmRules() {}

    /**
     * About one JVM.
     *
     * @param environment variables of this process
     */
    public static List<Rule> about(JvmProperties jvm, Map<String, String> environment) {
        var options = new EnvironmentOptions(environment);
        return List.of(
                new ForkJdk(jvm),
                new WordSize(jvm),
                new KindOfJvm(jvm),
                new Agents(options),
                new Assertions(options),
                new OtherOptions(options));
    }
}
