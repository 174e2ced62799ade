package dev.perfbudget.judge;

import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What all files of one side have of one sample.
 *
 * @param sample with the sessions of all files, in the unit of the first
 * @param workloads fingerprints that the files know, distinct
 * @param otherUnits units of files that do not convert to that of the first, which are left out of the sample
 */
record SideSample(Sample sample, Set<String> workloads, Set<String> otherUnits) {

    static SideSample of(Sample sample) {
        var workloads = new TreeSet<String>();
        sample.workload().ifPresent(workloads::add);
        return new SideSample(sample, workloads, Set.of());
    }

    /** The same with what another file has. */
    SideSample with(SideSample other) {
        var unit = other.sample.unit();
        if (unit.dimension() != sample.unit().dimension()) {
            return new SideSample(sample, workloads, both(otherUnits, Set.of(unit.symbol())));
        }
        var sessions = Stream.concat(
                        sample.sessions().stream(),
                        other.sample.sessions().stream().map(session -> in(session, unit)))
                .toList();
        return new SideSample(
                new Sample(sample.id(), sample.mode(), sample.unit(), sample.workload(), sessions),
                both(workloads, other.workloads),
                otherUnits);
    }

    private Session in(Session session, Unit unit) {
        return new Session(session.forks().stream()
                .map(fork -> new ForkSample(
                        fork.values().stream()
                                .map(value -> unit.convert(value, sample.unit()))
                                .toList(),
                        fork.steady(),
                        unit.convert(fork.harness(), sample.unit())))
                .toList());
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
