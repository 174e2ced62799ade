package dev.perfbudget.judge;

import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Resource;
import dev.perfbudget.model.Sampling;
import java.util.Optional;

/** What was seen of a fork from outside, as the number it stands for. */
final class ForkResource {

    private ForkResource() {}

    static boolean isOne(Metric metric) {
        return Resource.labelled(metric.label()).isPresent();
    }

    /** Empty if it is no resource, or was not read of this fork. */
    static Optional<Quantity> of(Metric metric, Fork fork) {
        return Resource.labelled(metric.label())
                .flatMap(resource -> Optional.ofNullable(fork.resources().get(resource.label()))
                        .map(value -> new Quantity(value, resource.unit())));
    }

    static String whyMissing(Environment environment) {
        if (Sampling.isOffIn(environment)) {
            return "resources were not read, because perfbudget.sampling is [off]";
        }
        return Optional.ofNullable(environment.descriptive().get(Sampling.FAILURES))
                .map(failures -> "it could not be read; what failed: " + failures)
                .orElse("the system does not tell");
    }
}
