package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A source whose failures end nothing: what cannot be read is absent, the first reason of each kind is kept, and a kind
 * that fails three times in a row is not asked for again.
 */
final class CarefulSource {

    private static final int MOST_IN_A_ROW = 3;

    private enum Kind {
        PROCESS("processes"),
        PROCESSORS("processors"),
        SYSTEM("the machine");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final Supplier<ResourceSource> opening;
    private final Map<Kind, Integer> inARow = new EnumMap<>(Kind.class);
    private final Map<String, String> reasons = new TreeMap<>();
    private @Nullable ResourceSource source;
    private boolean unusable;

    /** @param opening makes the source when it is first asked; may fail as well */
    CarefulSource(Supplier<ResourceSource> opening) {
        this.opening = opening;
    }

    /** Empty if it cannot be read. */
    Optional<Map<Resource, Double>> process(long pid) {
        return ask(Kind.PROCESS, open -> open.process(pid)).flatMap(answer -> answer);
    }

    /** Of one that is known to live: that there is none is a failure too. */
    Optional<Map<Resource, Double>> livingProcess(long pid) {
        return ask(Kind.PROCESS, open -> open.process(pid)
                .orElseThrow(() -> new IllegalStateException(
                        "the system tells nothing of process [" + pid + "], which is alive")));
    }

    Optional<ProcessorTimes> processors() {
        return ask(Kind.PROCESSORS, ResourceSource::processors);
    }

    Map<Resource, Double> system() {
        return ask(Kind.SYSTEM, ResourceSource::system).orElse(Map.of());
    }

    /** Why something could not be read, each once. */
    List<String> failures() {
        return reasons.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .toList();
    }

    private interface Question<A> {
        A ask(ResourceSource source);
    }

    private <A> Optional<A> ask(Kind kind, Question<A> question) {
        var failures = inARow.getOrDefault(kind, 0);
        if (unusable || failures >= MOST_IN_A_ROW) {
            return Optional.empty();
        }
        var open = open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try {
            var answer = Optional.of(question.ask(open.get()));
            inARow.put(kind, 0);
            return answer;
        } catch (RuntimeException | LinkageError failed) {
            reasons.putIfAbsent(kind.words, String.valueOf(failed));
            inARow.put(kind, failures + 1);
            return Optional.empty();
        }
    }

    private Optional<ResourceSource> open() {
        try {
            source = source == null ? opening.get() : source;
        } catch (RuntimeException | LinkageError failed) {
            unusable = true;
            reasons.putIfAbsent("anything", String.valueOf(failed));
        }
        return Optional.ofNullable(source);
    }
}
