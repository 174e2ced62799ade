package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** What an audit found out, as plain lines for a console. */
public final class AuditTable {

    private static final String NOTHING = "-";

    private AuditTable() {}

    /** The lines, without line ends, for a log. */
    public static List<String> lines(Audit audit) {
        return lines(audit, Screen.LOG);
    }

    /** The lines, without line ends. */
    public static List<String> lines(Audit audit, Screen screen) {
        var table = new TextTable(
                List.of("Benchmark", "Verdicts", "Looked regressed", "Failed", "Blocks", "Noise", "Finds"),
                Set.of("Verdicts", "Looked regressed", "Failed", "Blocks", "Noise", "Finds"),
                Set.of("Benchmark"),
                screen.width());
        audit.benchmarks().forEach(benchmark -> add(table, benchmark));
        var lines = new ArrayList<String>();
        lines.add(
                "Audit of " + audit.runs() + (audit.runs() == 1 ? " run: " : " runs: ") + Sentences.about(audit) + ".");
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
        lines.add(
                "Noise: standard deviation of a block's ratio. Finds: the slowdown that is found in four of five runs.");
        return lines.stream().map(ConsoleTable::printable).toList();
    }

    private static void add(TextTable table, AuditedBenchmark benchmark) {
        table.add(
                benchmark.id().shortName(),
                Integer.toString(benchmark.verdicts()),
                Integer.toString(benchmark.suspected()),
                Integer.toString(benchmark.failed()),
                Integer.toString(benchmark.blocks()),
                share(benchmark.noise(), ""),
                share(benchmark.detectable(), "+"));
    }

    private static String share(OptionalDouble share, String sign) {
        return share.isPresent() ? sign + Texts.percent(share.getAsDouble()) : NOTHING;
    }
}
