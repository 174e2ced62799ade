package dev.perfbudget.model;

import java.time.LocalDate;
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
}
