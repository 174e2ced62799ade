package dev.perfbudget.model;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a run is measured and judged: what was declared, with the source of every value; the rest is default.
 *
 * @param declared by label without prefix; texts were parsed once and are right
 */
public record Settings(Map<String, Run.Setting> declared) {

    private static final String DEFAULT = "default";

    public Settings {
        declared = Collections.unmodifiableMap(new TreeMap<>(declared));
    }

    /** The value in force. */
    public <T> T value(SettingName<T> name) {
        return ifDeclared(name).orElseGet(() -> parsed(name, name.byDefault()));
    }

    /** The value, if anybody declared one. */
    public <T> Optional<T> ifDeclared(SettingName<T> name) {
        return Optional.ofNullable(declared.get(name.label())).map(setting -> parsed(name, setting.value()));
    }

    /**
     * Which setting says how long measuring in blocks may take: what is wanted for blocks, but no more than a cap that
     * somebody has set.
     */
    public SettingName<Duration> rulesBlocks() {
        var cap = ifDeclared(SettingName.CAP);
        return ifDeclared(SettingName.TIME)
                .filter(time -> cap.filter(most -> time.compareTo(most) >= 0).isEmpty())
                .map(time -> SettingName.TIME)
                .orElse(SettingName.CAP);
    }

    /** Every setting with its value as written and its source: what a run's file keeps. */
    public Map<String, Run.Setting> inForce() {
        var all = new TreeMap<>(declared);
        SettingName.OF_THE_RUNNER.forEach(
                name -> all.putIfAbsent(name.label(), new Run.Setting(name.byDefault(), DEFAULT)));
        return all;
    }

    private static <T> T parsed(SettingName<T> name, String text) {
        return name.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(name + ": [" + text + "] is not " + name.mustBe()));
    }
}
