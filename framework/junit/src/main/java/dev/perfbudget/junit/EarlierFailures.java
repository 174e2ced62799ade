package dev.perfbudget.junit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;

/**
 * What failed before in this test JVM. Surefire's {@code rerunFailingTestsCount} repeats a test until it passes, which
 * would turn any limit into one that holds now and then: measuring again is the runner's own, recorded step.
 */
final class EarlierFailures {

    private final Map<UniqueId, Throwable> failures = new HashMap<>();

    void remember(TestDescriptor descriptor, Throwable failure) {
        failures.put(descriptor.getUniqueId(), failure);
    }

    Optional<Throwable> of(TestDescriptor descriptor) {
        return Optional.ofNullable(failures.get(descriptor.getUniqueId()));
    }
}
