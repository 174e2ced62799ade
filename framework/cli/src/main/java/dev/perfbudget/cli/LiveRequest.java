package dev.perfbudget.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is to be measured now.
 *
 * @param patterns regular expressions, of which one must be found in a benchmark's name; none for all benchmarks
 * @param settings of the measurement, by name without prefix
 * @param javaHome the JDK of both sides
 * @param output directory for the files of the run
 */
record LiveRequest(
        ClassPath baseline,
        ClassPath candidate,
        List<Pattern> patterns,
        Map<String, String> settings,
        Path javaHome,
        Path output) {

    LiveRequest {
        patterns = List.copyOf(patterns);
        settings = Map.copyOf(settings);
    }
}
