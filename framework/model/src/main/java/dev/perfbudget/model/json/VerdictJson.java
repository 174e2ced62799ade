package dev.perfbudget.model.json;

import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verdicts as JSON: the one schema of {@code verdict.json} and of {@code perfbudget compare --format json}. Every number
 * in it is finite; what is absent is absent.
 */
public final class VerdictJson {

    private final Function<SampleVerdict, String> reasons;

    /** @param reasons words for why a sample was decided so: the same as on every other surface */
    public VerdictJson(Function<SampleVerdict, String> reasons) {
        this.reasons = reasons;
    }

    /** As a file for people and programs: indented. */
    public byte[] print(SuiteVerdict verdict) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(suite(verdict));
    }

    /**
     * On one line, without its end.
     *
     * @param source what the line speaks of, by name: stands right behind the schema
     */
    public String printLine(SuiteVerdict verdict, Map<String, String> source) {
        return line(source, suite(verdict));
    }

    /** That there is no verdict, on one line of the same form. */
    public static String printError(String message, Map<String, String> source) {
        return line(source, Json.MAPPER.createObjectNode().put("error", message));
    }

    private static String line(Map<String, String> source, ObjectNode content) {
        var tree = Json.MAPPER.createObjectNode().put("schema", Json.SCHEMA);
        source.forEach(tree::put);
        return Json.MAPPER.writeValueAsString(tree.setAll(content));
    }

    private ObjectNode suite(SuiteVerdict verdict) {
        var tree = Json.MAPPER.createObjectNode();
        tree.put("schema", Json.SCHEMA);
        tree.put("outcome", verdict.outcome().name());
        tree.set(
                "counts",
                verdict.benchmarks().isEmpty() ? CountsJson.ofComparison(verdict) : CountsJson.ofRuns(verdict));
        verdict.comparison()
                .flatMap(SuiteComparison::geomean)
                .ifPresent(geomean -> ComparisonJson.putEffect(tree.putObject("geomean"), geomean));
        var benchmarks = tree.putArray("benchmarks");
        verdict.benchmarks().forEach(benchmark -> BenchmarkJson.put(benchmarks.addObject(), benchmark, reasons));
        ofNoBenchmark(verdict)
                .forEach(sample -> ComparisonJson.put(benchmarks.addObject(), sample, reasons.apply(sample)));
        verdict.notes().forEach(tree.putArray("notes")::add);
        return tree;
    }

    /** Where nothing was measured but two sides compared all samples, else those that no benchmark gave. */
    private static List<SampleVerdict> ofNoBenchmark(SuiteVerdict verdict) {
        return verdict.benchmarks().isEmpty()
                ? verdict.comparison().map(SuiteComparison::verdicts).orElse(List.of())
                : verdict.gone();
    }
}
