package dev.perfbudget.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is seen of a fork, and of the machine while it runs, from outside. Recorded metrics like any other: limits name
 * them by their labels.
 */
public enum Resource {
    /** Peak of resident memory. */
    RSS("rss", Unit.BYTES, Summary.HIGHEST),
    RSS_LAST("rss.last", Unit.BYTES, Summary.LATEST),
    VIRTUAL("virtual", Unit.BYTES, Summary.HIGHEST),
    THREADS("threads", Unit.COUNT, Summary.HIGHEST),
    CPU_USER("cpu.user", Unit.MILLISECONDS, Summary.INCREASE),
    CPU_KERNEL("cpu.kernel", Unit.MILLISECONDS, Summary.INCREASE),
    /** Processors used on average. */
    CPU_UTILISATION("cpu.utilisation", Unit.COUNT, Summary.DERIVED),
    FAULTS_MINOR("faults.minor", Unit.COUNT, Summary.INCREASE),
    FAULTS_MAJOR("faults.major", Unit.COUNT, Summary.INCREASE),
    SWITCHES_VOLUNTARY("switches.voluntary", Unit.COUNT, Summary.INCREASE),
    SWITCHES_INVOLUNTARY("switches.involuntary", Unit.COUNT, Summary.INCREASE),
    IO_READ("io.read", Unit.BYTES, Summary.INCREASE),
    IO_WRITTEN("io.written", Unit.BYTES, Summary.INCREASE),
    /** Time between the first and the last reading, which increases and averages are over. */
    OBSERVED("observed", Unit.MILLISECONDS, Summary.DERIVED),

    /** Share of all processors' time that is used by anybody, as are the next four. */
    SYSTEM_CPU("system.cpu", Unit.PERCENT, Summary.DERIVED),
    SYSTEM_USER("system.user", Unit.PERCENT, Summary.DERIVED),
    SYSTEM_KERNEL("system.kernel", Unit.PERCENT, Summary.DERIVED),
    SYSTEM_IOWAIT("system.iowait", Unit.PERCENT, Summary.DERIVED),
    /** What a hypervisor gave to others. */
    SYSTEM_STEAL("system.steal", Unit.PERCENT, Summary.DERIVED),
    /** Processors that others than the fork used on average. */
    SYSTEM_FOREIGN("system.foreign", Unit.COUNT, Summary.DERIVED),
    /** Threads that run or wait for a processor. */
    SYSTEM_RUN_QUEUE("system.runQueue", Unit.COUNT, Summary.MEAN),
    /** Load average over a minute. */
    SYSTEM_LOAD("system.load", Unit.COUNT, Summary.MEAN),
    /** Mean of all processors, in MHz. */
    SYSTEM_FREQUENCY("system.frequency", Unit.COUNT, Summary.MEAN),
    /** The lowest of its lines. */
    SYSTEM_FREQUENCY_LOWEST("system.frequency.lowest", Unit.COUNT, Summary.DERIVED),
    /** Memory that can be had without swapping. */
    SYSTEM_AVAILABLE("system.available", Unit.BYTES, Summary.LOWEST),
    SYSTEM_SWAP("system.swap", Unit.BYTES, Summary.HIGHEST),
    /** Of the processor, in degrees Celsius. */
    SYSTEM_TEMPERATURE("system.temperature", Unit.COUNT, Summary.HIGHEST),
    /** Bytes in a second, as are the next three. */
    SYSTEM_DISK_READ("system.disk.read", Unit.BYTES, Summary.MEAN_RATE),
    SYSTEM_DISK_WRITTEN("system.disk.written", Unit.BYTES, Summary.MEAN_RATE),
    SYSTEM_NETWORK_RECEIVED("system.network.received", Unit.BYTES, Summary.MEAN_RATE),
    SYSTEM_NETWORK_SENT("system.network.sent", Unit.BYTES, Summary.MEAN_RATE);

    /** How all that was read during a fork becomes one number. */
    public enum Summary {
        /** Last reading less first: of a counter. */
        INCREASE,
        /** Increase of a counter in a second, the mean of all lines. */
        MEAN_RATE,
        MEAN,
        HIGHEST,
        LOWEST,
        LATEST,
        /** Worked out from others. */
        DERIVED
    }

    private final String label;
    private final Unit unit;
    private final Summary summary;

    Resource(String label, Unit unit, Summary summary) {
        this.label = label;
        this.unit = unit;
        this.summary = summary;
    }

    /** The resource of a label. */
    public static Optional<Resource> labelled(String label) {
        return Arrays.stream(values())
                .filter(resource -> resource.label.equals(label))
                .findFirst();
    }

    /** Figures by the labels of what they are of, sorted. */
    public static Map<String, Double> byLabel(Map<Resource, Double> figures) {
        var labelled = new TreeMap<String, Double>();
        figures.forEach((resource, figure) -> labelled.put(resource.label, figure));
        return labelled;
    }

    /** As in limits and files: {@code faults.major}. */
    public String label() {
        return label;
    }

    /** Of its numbers everywhere. */
    public Unit unit() {
        return unit;
    }

    /** How a fork gets one number. */
    public Summary summary() {
        return summary;
    }

    /** Whether it is the machine's, not the fork's. */
    public boolean isOfSystem() {
        return label.startsWith("system.");
    }

    @Override
    public String toString() {
        return label;
    }
}
