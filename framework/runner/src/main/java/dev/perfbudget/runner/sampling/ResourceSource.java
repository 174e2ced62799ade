package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * Where readings come from. Counters are as the system counts them, since whenever; what it does not tell is absent. May
 * throw anything at any time.
 */
public interface ResourceSource {

    /** One process; empty if there is none of this id. */
    Optional<Map<Resource, Double>> process(long pid);

    /** All processors; the cheapest reading. */
    ProcessorTimes processors();

    /** The rest of the machine. */
    Map<Resource, Double> system();
}
