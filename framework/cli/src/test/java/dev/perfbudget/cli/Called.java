package dev.perfbudget.cli;

import dev.perfbudget.report.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call of the command left: exit code, output, messages. */
record Called(int code, String output, String errors) {

    static Called perfbudget(Object... arguments) {
        return perfbudget(false, arguments);
    }

    static Called onTerminal(Object... arguments) {
        return perfbudget(true, arguments);
    }

    /** {@code compare --format=json --session-sd=0} of files and more options. */
    static Called json(Object... arguments) {
        var all = new ArrayList<Object>(List.of("compare", "--format=json", "--session-sd=0"));
        all.addAll(List.of(arguments));
        return perfbudget(all.toArray());
    }

    private static Called perfbudget(boolean isTerminal, Object... arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        var texts = List.of(arguments).stream()
                .map(argument -> argument instanceof Path path ? path.toString() : (String) argument)
                .toArray(String[]::new);
        var code = Main.run(
                texts,
                new PrintWriter(output),
                new PrintWriter(errors),
                new Terminal(new Screen(isTerminal, OptionalInt.empty())));
        return new Called(code, output.toString(), errors.toString());
    }

    JsonNode tree() {
        return JsonMapper.shared().readTree(output);
    }

    /** The verdict on the only sample of that metric. */
    JsonNode verdict(String metric) {
        var found = new ArrayList<JsonNode>();
        tree().path("benchmarks").forEach(benchmark -> {
            if (benchmark.path("metric").asString().equals(metric)) {
                found.add(benchmark);
            }
        });
        if (found.size() != 1) {
            throw new IllegalStateException("Not one [" + metric + "] in " + output + errors);
        }
        return found.get(0);
    }
}
