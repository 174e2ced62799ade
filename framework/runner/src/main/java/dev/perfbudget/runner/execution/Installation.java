package dev.perfbudget.runner.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the runner finds around itself.
 *
 * @param environment variables
 * @param temporary directory that the whole machine shares
 * @param processorPath jars of JMH's annotation processor
 */
public record Installation(Map<String, String> environment, Path temporary, List<Path> processorPath) {

    public Installation {
        environment = Map.copyOf(environment);
        processorPath = List.copyOf(processorPath);
    }
}
