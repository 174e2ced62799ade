package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Run;
import java.util.regex.Pattern;

/**
 * What a reader of a verdict can run next.
 *
 * @param measure measures all of it again: {@code mvn verify -pl :shop -am}
 * @param accept takes the run as the new baseline: {@code mvn perfbudget:accept -pl :shop}
 */
public record NextCommands(String measure, String accept) {

    /** Of a whole build. */
    public static final NextCommands OF_MAVEN = new NextCommands("mvn verify", "mvn perfbudget:accept");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:/=,@%+-]+");

    /** The same, measured with one more argument, which may be any text. */
    public NextCommands measuredWith(String argument) {
        return new NextCommands(measure + " " + quoted(argument), accept);
    }

    /** {@code again, only this one: mvn verify …}. */
    public String again(BenchmarkId benchmark) {
        return "again, only this one: " + only(benchmark);
    }

    /** Measures only one benchmark. */
    String only(BenchmarkId benchmark) {
        return measuredWith("-Dperfbudget.includes=" + benchmark.name()).measure;
    }

    /** The same, whose forks take turns in the same order as they did in a run. */
    String only(BenchmarkId benchmark, Run run) {
        return only(benchmark)
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
