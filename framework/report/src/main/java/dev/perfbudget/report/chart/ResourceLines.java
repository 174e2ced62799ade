package dev.perfbudget.report.chart;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Resource;
import dev.perfbudget.model.ResourceSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Of what was sampled during runs, what is drawn of forks; empty until lines are given to it, in their order. */
public final class ResourceLines implements Consumer<ResourceSample> {

    private static final String PID = "[0-9]{1,18}";

    private final Map<Long, List<Reading>> byProcess = new HashMap<>();

    /**
     * One fork at one time.
     *
     * @param memory resident, in bytes; NaN if nobody knows
     * @param others processors that others used; NaN if nobody knows
     */
    record Reading(Instant time, double memory, double others) {}

    @Override
    public void accept(ResourceSample line) {
        for (var fork : line.forks()) {
            byProcess
                    .computeIfAbsent(fork.pid(), pid -> new ArrayList<>())
                    .add(new Reading(line.time(), of(fork, Resource.RSS_LAST), of(fork, Resource.SYSTEM_FOREIGN)));
        }
    }

    /** Takes in what others have. */
    public void addAll(ResourceLines others) {
        others.byProcess.forEach((pid, readings) ->
                byProcess.computeIfAbsent(pid, first -> new ArrayList<>()).addAll(readings));
    }

    /** Of the fork's process: of another fork perhaps that had the same number. */
    List<Reading> of(Fork fork) {
        return Optional.ofNullable(fork.jvm().get("pid"))
                .filter(text -> text.matches(PID))
                .map(Long::valueOf)
                .map(byProcess::get)
                .orElse(List.of());
    }

    private static double of(ResourceSample.OfFork fork, Resource resource) {
        return fork.resources().getOrDefault(resource.label(), Double.NaN);
    }
}
