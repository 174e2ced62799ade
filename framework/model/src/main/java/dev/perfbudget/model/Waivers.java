package dev.perfbudget.model;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The waivers of a module: {@code perfbudget/waivers.json}.
 *
 * @param today the day on which they are looked at
 */
public record Waivers(List<Waiver> waivers, LocalDate today) {

    /** None at all. */
    public static final Waivers NONE = new Waivers(List.of(), LocalDate.EPOCH);

    public Waivers {
        waivers = List.copyOf(waivers);
    }

    /** As they were on the day of a run, so that whoever judges it again comes to the same. */
    public static Waivers onTheDayOf(Run run, List<Waiver> waivers) {
        return new Waivers(waivers, run.start().atZone(ZoneOffset.UTC).toLocalDate());
    }
}
