package dev.perfbudget.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting of the runner, by name, with its type and default. Written everywhere with the prefix {@code perfbudget.}.
 *
 * @param <T> type of its value
 */
public final class SettingName<T> {

    /** How much is measured: {@code gate} or {@code jmh}. */
    public static final SettingName<Effort> EFFORT = choice("effort", Effort.class, "gate");

    /** Forks of each benchmark; under {@code jmh} effort only if declared. */
    public static final SettingName<Integer> FORKS = count("forks", 1, "5");

    /** Measured iterations of a fork; if not declared, 20 single shots. */
    public static final SettingName<Integer> ITERATIONS = count("iterations", 1, "10");

    /** Warmup iterations of a fork, at most; if not declared, 10 single shots. */
    public static final SettingName<Integer> WARMUP_ITERATIONS = count("warmupIterations", 0, "20");

    /** Length of an iteration. */
    public static final SettingName<Duration> ITERATION_TIME = time("iterationTime", "100 ms");

    /** Wall time that a module's measurements may take. */
    public static final SettingName<Duration> CAP = time("cap", "10 min");

    /** Time beyond an iteration's own after which JMH interrupts it, and soon after the fork is killed. */
    public static final SettingName<Duration> TIMEOUT = time("timeout", "60 s");

    /** What becomes of limits that stayed undecided: {@code warn}, {@code extend}, {@code fail}. */
    public static final SettingName<Policy> POLICY = choice("policy", Policy.class, "warn");

    /** What becomes of thresholds for which nothing was accepted on this kind of machine: {@code warn}, {@code fail}. */
    public static final SettingName<MissingBaseline> NO_BASELINE = choice("noBaseline", MissingBaseline.class, "warn");

    /** Whether a run that ends early shows the stack trace: {@code true} or {@code false}. */
    public static final SettingName<String> DEBUG = oneOf("debug", "false", "true");

    /** How often the machine's resources are read while forks run: a time, or {@code off}. */
    public static final SettingName<Sampling> SAMPLING =
            new SettingName<>("sampling", "[off] or a time such as [1 s]", Sampling::parse, "1 s");

    /** Wall time that blocks may take, spent where verdicts are open; if not declared, all that {@link #CAP} leaves. */
    public static final SettingName<Duration> TIME = time("time", "10 min");

    /** From what is drawn whose turn it is: a number, or {@code any}, which is another one for each run. */
    public static final SettingName<OptionalInt> SEED =
            new SettingName<>("seed", "a whole number such as [7], or [any]", SettingName::seed, "any");

    /** What ran beside the measurements and may have disturbed them, for people; kept with the run. */
    public static final SettingName<String> CONTENDED = anything("contended");

    /** What the runner reads, in the order of the documentation. */
    static final List<SettingName<?>> OF_THE_RUNNER = List.of(
            EFFORT,
            FORKS,
            ITERATIONS,
            WARMUP_ITERATIONS,
            ITERATION_TIME,
            CAP,
            TIMEOUT,
            POLICY,
            NO_BASELINE,
            SAMPLING,
            TIME,
            SEED,
            DEBUG);

    /** What the test JVM and the Maven plugin read before there is a runner; known here so that typing errors are. */
    private static final List<SettingName<?>> OF_OTHERS = List.of(
            oneOf("mode", "measure", "smoke", "off"),
            oneOf("failOn", "verdict", "never"),
            oneOf("skip", "true", "false"),
            oneOf("dirty", "false", "true"),
            oneOf("singleFile", "false", "true"),
            anything("templates"),
            anything("run"),
            count("audits", 1, "3"),
            CONTENDED,
            anything("output"),
            anything("runId"),
            anything("baseline"),
            anything("baselineFile"),
            anything("origin"),
            anything("jvm"),
            anything("includes"),
            anything("excludes"),
            anything("groups"),
            anything("excludedGroups"));

    private final String label;
    private final String mustBe;
    private final Function<String, Optional<T>> parser;
    private final String byDefault;

    private SettingName(String label, String mustBe, Function<String, Optional<T>> parser, String byDefault) {
        this.label = label;
        this.mustBe = mustBe;
        this.parser = parser;
        this.byDefault = byDefault;
    }

    /** Without prefix: {@code iterationTime}. */
    public String label() {
        return label;
    }

    /** What holds if nobody declares it, as one would write it. */
    public String byDefault() {
        return byDefault;
    }

    /** The value that a text stands for; empty if it is none. */
    Optional<T> parse(String text) {
        return parser.apply(text.strip());
    }

    /** For messages: what its value must be, with an example. */
    String mustBe() {
        return mustBe;
    }

    @Override
    public String toString() {
        return "perfbudget." + label;
    }

    /** The setting of a label. */
    static Optional<SettingName<?>> labelled(String label) {
        return Stream.concat(OF_THE_RUNNER.stream(), OF_OTHERS.stream())
                .filter(name -> name.label.equals(label))
                .<SettingName<?>>map(name -> name)
                .findFirst();
    }

    /** The labels of all settings. */
    static List<String> labels() {
        return Stream.concat(OF_THE_RUNNER.stream(), OF_OTHERS.stream())
                .map(name -> name.label)
                .toList();
    }

    private static Optional<OptionalInt> seed(String text) {
        if (text.equals("any")) {
            return Optional.of(OptionalInt.empty());
        }
        return text.matches("[0-9]{1,9}") ? Optional.of(OptionalInt.of(Integer.parseInt(text))) : Optional.empty();
    }

    private static SettingName<String> oneOf(String label, String... allowed) {
        var known = List.of(allowed);
        return new SettingName<>(
                label, "one of " + known, text -> Optional.of(text).filter(known::contains), known.get(0));
    }

    private static SettingName<String> anything(String label) {
        return new SettingName<>(label, "a text", Optional::of, "");
    }

    private static <E extends Enum<E>> SettingName<E> choice(String label, Class<E> type, String byDefault) {
        var allowed = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT),
                        constant -> constant,
                        (one, other) -> one,
                        LinkedHashMap::new));
        return new SettingName<>(
                label, "one of " + allowed.keySet(), text -> Optional.ofNullable(allowed.get(text)), byDefault);
    }

    private static SettingName<Integer> count(String label, int least, String byDefault) {
        return new SettingName<>(
                label,
                "a whole number from " + least + " such as [" + byDefault + "]",
                text -> text.matches("[0-9]{1,6}")
                        ? Optional.of(Integer.valueOf(text)).filter(number -> number >= least)
                        : Optional.empty(),
                byDefault);
    }

    private static SettingName<Duration> time(String label, String byDefault) {
        return new SettingName<>(label, "a time such as [" + byDefault + "]", SettingName::duration, byDefault);
    }

    /** A time above zero. */
    static Optional<Duration> duration(String text) {
        return QuantityText.parse(text)
                .filter(quantity -> quantity.unit().dimension() == Dimension.TIME && quantity.value() > 0)
                .map(quantity -> Duration.ofNanos(Math.round(quantity.in(Unit.NANOSECONDS))));
    }
}
