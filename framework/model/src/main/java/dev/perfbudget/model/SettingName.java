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

    public static final SettingName<Effort> EFFORT = choice(
            "effort",
            Effort.class,
            "gate",
            "How much is measured: `gate`, our own short forks; `jmh`, every JMH setting as annotated.");

    public static final SettingName<Integer> FORKS =
            count("forks", 1, "5", "Forks of each benchmark; under effort `jmh` only if set.");

    public static final SettingName<Integer> ITERATIONS = count(
            "iterations",
            1,
            "10",
            "Measured iterations of a fork; of single shots, and slices of an ordinary test: 20.");

    public static final SettingName<Integer> WARMUP_ITERATIONS = count(
            "warmupIterations",
            0,
            "20",
            "Warmup iterations of a fork, at most; of single shots, and slices of an ordinary test: 10.");

    public static final SettingName<Duration> ITERATION_TIME =
            time("iterationTime", "100 ms", "Length of an iteration.");

    public static final SettingName<Duration> CAP = time(
            "cap",
            "10 min",
            "Wall time that the measurements of each module may take: those in forks, and by itself that of ordinary"
                    + " tests.");

    public static final SettingName<Duration> TIMEOUT = time(
            "timeout",
            "60 s",
            "Time beyond an iteration's own after which JMH interrupts it, and 10 s later the fork is killed; under"
                    + " effort `jmh`, JMH's `@Timeout` instead. Of an ordinary test the time of one operation, after"
                    + " which its thread is interrupted.");

    public static final SettingName<Policy> POLICY = choice(
            "policy",
            Policy.class,
            "warn",
            "What becomes of undecided limits: `warn`; `extend`, which measures as many forks again where more of them"
                    + " may decide it, and then is as `warn` (what only more accepted sessions would decide gets none,"
                    + " and a note says so); `fail`.");

    public static final SettingName<MissingBaseline> NO_BASELINE = choice(
            "noBaseline",
            MissingBaseline.class,
            "warn",
            "What becomes of benchmarks with a threshold (`slowdown`) where nothing was accepted for this kind of"
                    + " machine, or the commit to compare with does not have their module. `fail` is for a CI that must"
                    + " not go on without comparing because its machines changed or the baseline is lost. A new"
                    + " benchmark beside others that have a baseline passes even so, and so does a run that is not for"
                    + " gating beside accepted sessions.");

    public static final SettingName<Sampling> SAMPLING = new SettingName<>(
            "sampling",
            "[off] or a time such as [1 s]",
            Sampling::parse,
            "1 s",
            "Time between two readings of what forks and the machine use, which their cost may stretch:"
                    + " [resources.md](resources.md).");

    public static final SettingName<Duration> TIME = time(
            "time",
            "10 min",
            "Wall time of each module for [blocks](paired.md), spent where verdicts are open; where it is not set, `cap`"
                    + " alone holds. It may be longer than a `cap` that is not set, and is cut to one that is.");

    public static final SettingName<OptionalInt> SEED = new SettingName<>(
            "seed",
            "a whole number such as [7], or [any]",
            SettingName::seed,
            "any",
            "From what is drawn in which order the forks of a block take turns; `any` is another number for each run.");

    public static final SettingName<String> DEBUG =
            oneOf("debug", "false", "Whether a run that ends early shows the stack trace.", "false", "true");

    public static final SettingName<String> CONTENDED = anything(
            "contended",
            "What else runs on the machine meanwhile, for people; the run is then marked as not for gating.");

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

    /** What the test JVM reads before there is a runner; known here so that typing errors are. */
    static final List<SettingName<?>> OF_THE_TEST_JVM = List.of(
            oneOf(
                    "mode",
                    "",
                    "`measure`; `smoke` calls each benchmark once, unmeasured; `off` leaves them out."
                            + " Where nothing is set, it is chosen by who runs the tests: [how-it-works.md](how-it-works.md#modes).",
                    "measure",
                    "smoke",
                    "off"),
            anything("output", "The directory that runs are written below; `target/perfbudget` if not set."),
            anything("runId", "How the run's name begins."),
            CONTENDED,
            anything("baselineFile", "Set by the Maven plugin: where it has written what `baseline` names."),
            anything("origin", "Set by the Maven plugin: what messages call the place of its parameters."));

    /** What only the Maven plugin reads. */
    static final List<SettingName<?>> OF_THE_PLUGIN = List.of(
            anything("includes", "Patterns of the benchmarks that are wanted."),
            anything("excludes", "Patterns of those that are not."),
            anything("groups", "JUnit tags, or tag expressions, of the benchmarks that are wanted."),
            anything("excludedGroups", "Those of benchmarks that are not."),
            anything("baseline", "What is measured beside the candidate: [paired.md](paired.md)."),
            anything("jvm", "The `java` executable that benchmarks run on."),
            oneOf("failOn", "verdict", "Whether a verdict fails the build.", "verdict", "never"),
            anything(
                    "templates", "Folder of templates that replace those of the report: [templates.md](templates.md)."),
            oneOf("singleFile", "false", "Whether the report is one file.", "false", "true"),
            anything("run", "The run that is accepted, in place of the last one."),
            oneOf(
                    "dirty",
                    "false",
                    "Whether a run of code that was not committed is accepted as well.",
                    "false",
                    "true"),
            count("audits", 1, "3", "How often an audit measures the module beside itself."),
            oneOf("skip", "false", "Leaves out everything that the plugin does.", "false", "true"));

    private final String label;
    private final String mustBe;
    private final Function<String, Optional<T>> parser;
    private final String byDefault;
    private final String what;

    private SettingName(
            String label, String mustBe, Function<String, Optional<T>> parser, String byDefault, String what) {
        this.label = label;
        this.mustBe = mustBe;
        this.parser = parser;
        this.byDefault = byDefault;
        this.what = what;
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

    /** For the documentation, in Markdown: what it is about. */
    String what() {
        return what;
    }

    @Override
    public String toString() {
        return "perfbudget." + label;
    }

    /** The setting of a label. */
    static Optional<SettingName<?>> labelled(String label) {
        return all().filter(name -> name.label.equals(label)).findFirst();
    }

    /** The labels of all settings. */
    static List<String> labels() {
        return all().<String>map(SettingName::label).toList();
    }

    private static Stream<SettingName<?>> all() {
        return Stream.of(OF_THE_RUNNER, OF_THE_TEST_JVM, OF_THE_PLUGIN).flatMap(List::stream);
    }

    private static Optional<OptionalInt> seed(String text) {
        if (text.equals("any")) {
            return Optional.of(OptionalInt.empty());
        }
        return text.matches("[0-9]{1,9}") ? Optional.of(OptionalInt.of(Integer.parseInt(text))) : Optional.empty();
    }

    private static SettingName<String> oneOf(String label, String byDefault, String what, String... allowed) {
        var known = List.of(allowed);
        return new SettingName<>(
                label, "one of " + known, text -> Optional.of(text).filter(known::contains), byDefault, what);
    }

    private static SettingName<String> anything(String label, String what) {
        return new SettingName<>(label, "a text", Optional::of, "", what);
    }

    private static <E extends Enum<E>> SettingName<E> choice(
            String label, Class<E> type, String byDefault, String what) {
        var allowed = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT),
                        constant -> constant,
                        (one, other) -> one,
                        LinkedHashMap::new));
        return new SettingName<>(
                label, "one of " + allowed.keySet(), text -> Optional.ofNullable(allowed.get(text)), byDefault, what);
    }

    private static SettingName<Integer> count(String label, int least, String byDefault, String what) {
        return new SettingName<>(
                label,
                "a whole number from " + least + " such as [" + byDefault + "]",
                text -> text.matches("[0-9]{1,6}")
                        ? Optional.of(Integer.valueOf(text)).filter(number -> number >= least)
                        : Optional.empty(),
                byDefault,
                what);
    }

    private static SettingName<Duration> time(String label, String byDefault, String what) {
        return new SettingName<>(label, "a time such as [" + byDefault + "]", SettingName::duration, byDefault, what);
    }

    /** A time above zero. */
    static Optional<Duration> duration(String text) {
        return QuantityText.parse(text)
                .filter(quantity -> quantity.unit().dimension() == Dimension.TIME && quantity.value() > 0)
                .map(quantity -> Duration.ofNanos(Math.round(quantity.in(Unit.NANOSECONDS))));
    }
}
