package dev.perfbudget.agent.inplace;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The threads that lived before the first operation: those that live after the last one were left behind. */
final class LivingThreads {

    private static final int NAMED = 5;
    private static final int LOOKS = 10;
    private static final long BETWEEN_LOOKS = 20;

    private final Set<Long> before;

    private LivingThreads(Set<Long> before) {
        this.before = before;
    }

    static LivingThreads now() {
        return new LivingThreads(ids());
    }

    /** How many threads there are more, in words; waits a moment for those that are just about to end. */
    Optional<String> leftBehind() throws InterruptedException {
        var left = names();
        for (var look = 0; look < LOOKS && !left.isEmpty(); look++) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            left = names();
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(words(left));
    }

    private static String words(List<String> names) {
        var shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return "left " + names.size() + (names.size() == 1 ? " thread" : " threads") + " behind: " + shown
                + (names.size() > NAMED ? ", …" : "");
    }

    private List<String> names() {
        var left = ids().stream()
                .filter(id -> !before.contains(id))
                .mapToLong(Long::longValue)
                .toArray();
        return Arrays.stream(ManagementFactory.getThreadMXBean().getThreadInfo(left))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .sorted()
                .toList();
    }

    private static Set<Long> ids() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().getAllThreadIds())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }
}
