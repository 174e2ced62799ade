package dev.perfbudget.junit;

import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decided;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A runner that measures nothing: it begins all benchmarks, then decides all of them as it was told. */
final class ScriptedRunner implements RunnerLauncher {

    final List<Plan> plans = new ArrayList<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    ScriptedRunner decide(String benchmark, Decision decision) {
        decisions.put(benchmark, decision);
        return this;
    }

    /** Says at the end that something speaks against the suite. */
    ScriptedRunner find(String problem) {
        problems.add(problem);
        return this;
    }

    @Override
    public void carryOut(Plan plan, BooleanSupplier cancelled, Consumer<FromRunner> listener)
            throws InterruptedException {
        plans.add(plan);
        if (cancelled.getAsBoolean()) {
            throw new InterruptedException("the launcher wants to stop");
        }
        var keys = plan.benchmarks().stream().map(PlannedBenchmark::key).toList();
        keys.forEach(key -> listener.accept(new FromRunner.Started(key)));
        keys.forEach(key -> listener.accept(new FromRunner.Progress(key, "fork 1 of " + key, Map.of("fork", "1"))));
        keys.forEach(key -> listener.accept(decided(key)));
        listener.accept(new FromRunner.Finished("all decided", problems, "/runs/" + plan.runId()));
    }

    private Decided decided(BenchmarkKey key) {
        var name = key.name().substring(key.name().lastIndexOf('.') + 1);
        var decision = decisions.getOrDefault(name, Decision.PASSED);
        var facts = new LinkedHashMap<String, String>();
        facts.put("limit", "mean <= 1 ms");
        facts.put("measured", "2 ms");
        return new Decided(key, decision, name + " " + decision, facts);
    }
}
