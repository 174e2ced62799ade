package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Run;
import java.util.regex.Pattern;

/**
 * How a benchmark is measured again.
 *
 * @param command that measures all of them: {@code mvn verify -pl :shop -am}
 */
public record Rerun(String command) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/=,@%+-]+");

    /** The command for only one of them. */
    public String of(BenchmarkId benchmark) {
        return command + " " + quoted("-Dperfbudget.includes=" + benchmark.name());
    }

    /** The same, whose forks take turns in the same order as they did in a run. */
    String of(BenchmarkId benchmark, Run run) {
        return of(benchmark)
                + run.pairing()
                        .filter(pairing -> pairing.of(benchmark).isPresent())
                        .map(pairing -> " -Dperfbudget.seed=" + pairing.seed())
                        .orElse("");
    }

    /** As a shell takes it for one word and changes nothing in it. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
