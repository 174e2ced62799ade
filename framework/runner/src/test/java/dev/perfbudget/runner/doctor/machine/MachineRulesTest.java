package dev.perfbudget.runner.doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import dev.perfbudget.runner.queue.QueueLook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of machines whose files were recorded. */
class MachineRulesTest {

    /** They look at this JVM, not at files. */
    private static final Set<String> OF_THIS_JVM = Set.of("clock", "processors");

    @TempDir
    private Path root;

    @Test
    void a_server_that_is_set_up_to_measure_is_in_order() {
        assertThat(spoilt(RecordedMachine.amdServer(root), 1000, 0, 0)).isEmpty();
    }

    @Test
    void a_laptop_on_its_battery_spoils_what_is_compared_with_another_day() {
        assertThat(spoilt(RecordedMachine.intelLaptop(root), 1000, 0, 0))
                .containsOnly(
                        Map.entry("frequency governor", Spoils.STORED),
                        Map.entry("turbo", Spoils.STORED),
                        Map.entry("SMT", Spoils.STORED),
                        Map.entry("heat", Spoils.STORED),
                        Map.entry("power", Spoils.STORED));
        assertThat(texts(new FrequencyGovernor(new SystemFiles(root))))
                .contains("2 of 2 processors is [powersave]")
                .contains("cpupower frequency-set -g performance");
        assertThat(texts(new Turbo(new SystemFiles(root))))
                .contains("[0 in /sys/devices/system/cpu/intel_pstate/no_turbo]")
                .contains("echo 1 | sudo tee");
        assertThat(texts(new Throttling(new SystemFiles(root)))).contains("[17] times");
    }

    @Test
    void each_kind_of_turbo_has_a_switch_of_its_own() {
        var amd = RecordedMachine.amdServer(root).file("sys/devices/system/cpu/cpufreq/boost", "1\n");
        assertThat(texts(new Turbo(amd.files()))).contains("echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost");

        var policies = new RecordedMachine(root.resolve("policies"))
                .file("sys/devices/system/cpu/cpufreq/policy0/boost", "1\n");
        assertThat(texts(new Turbo(policies.files()))).contains("[1 in /sys/devices/system/cpu/cpufreq/policy0/boost]");
    }

    @Test
    void a_container_with_a_quota_and_little_memory_spoils_everything() {
        assertThat(spoilt(RecordedMachine.container(root), 1000, 0, 0))
                .containsOnly(Map.entry("container quota", Spoils.ALL), Map.entry("memory", Spoils.ALL));
        assertThat(texts(new ContainerQuota(new SystemFiles(root)))).contains("[1.50] processors");
        assertThat(texts(new Memory(new SystemFiles(root)))).contains("limit of memory is [1.0 GB]");
    }

    @Test
    void a_quota_in_the_first_version_of_control_groups_is_seen() {
        var machine = RecordedMachine.amdServer(root)
                .file("proc/self/cgroup", "3:cpu,cpuacct:/\n")
                .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "400000\n")
                .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");

        assertThat(new ContainerQuota(machine.files()).look())
                .singleElement()
                .satisfies(finding -> assertThat(finding.spoils()).isEqualTo(Spoils.STORED))
                .satisfies(finding -> assertThat(finding.found()).contains("[4.00]"));
    }

    @Test
    void a_virtual_machine_with_steal_and_a_slow_clock_says_all_of_it() {
        assertThat(spoilt(RecordedMachine.virtualMachine(root), 1000, 0, 50))
                .containsOnly(
                        Map.entry("steal", Spoils.ALL),
                        Map.entry("virtual machine", Spoils.STORED),
                        Map.entry("clock source", Spoils.ALL),
                        Map.entry("swap", Spoils.STORED),
                        Map.entry("frequency governor", Spoils.UNKNOWN),
                        Map.entry("turbo", Spoils.UNKNOWN),
                        Map.entry("heat", Spoils.UNKNOWN));
        assertThat(texts(new VirtualMachine(new SystemFiles(root)))).contains("[QEMU]");
        assertThat(texts(new ClockSource(new SystemFiles(root)))).contains("[hpet]");
        assertThat(texts(new Swap(new SystemFiles(root)))).contains("[2.0 GB]");
    }

    @ParameterizedTest(name = "{0} ticks of others, {1} of steal in a second of 200: {2}, {3}")
    @CsvSource({
        "5, 0, , ",
        "60, 0, STORED, ",
        "95, 0, STORED, ",
        "0, 5, , STORED",
        "0, 30, , ALL",
    })
    void others_and_steal_are_told_apart_from_the_doctors_own_second(
            long others, long steal, Spoils ofOthers, Spoils ofSteal) {
        var machine = RecordedMachine.amdServer(root);
        var second = second(machine, 1000, others, steal);

        assertThat(spoilsOf(new LoadOfOthers(machine.files(), second))).isEqualTo(asList(ofOthers));
        assertThat(spoilsOf(new Steal(second))).isEqualTo(asList(ofSteal));
    }

    @Test
    void others_that_use_nearly_all_processors_spoil_everything() {
        var machine = RecordedMachine.amdServer(root).file("proc/loadavg", "3.14 2.50 1.00 5/300 4711\n");
        var second = new WatchedSecond(machine.files(), () -> {
            machine.stat(1000 + 198, 9000 + 2, 0);
            return 0;
        });

        assertThat(new LoadOfOthers(machine.files(), second).look())
                .singleElement()
                .satisfies(finding -> assertThat(finding.spoils()).isEqualTo(Spoils.ALL))
                .satisfies(finding -> assertThat(finding.found()).contains("[99 %]", "[3.14 2.50 1.00]"));
    }

    @Test
    void on_another_system_nothing_that_needs_its_files_is_in_order() {
        var files = new SystemFiles(root);
        var rules = MachineRules.all(files, new WatchedSecond(files, () -> 0), QueueLook.at(List.of(), root)).stream()
                .filter(rule ->
                        !OF_THIS_JVM.contains(rule.name()) && !rule.name().equals("other measurements"))
                .toList();

        assertThat(rules).allSatisfy(rule -> assertThat(spoilsOf(rule)).containsExactly(Spoils.UNKNOWN));
    }

    @Test
    void the_firmware_tells_of_a_virtual_machine_where_processors_have_no_flags() {
        var machine = new RecordedMachine(root)
                .file("proc/cpuinfo", "processor : 0\nFeatures : fp asimd\n")
                .file("sys/devices/virtual/dmi/id/sys_vendor", "Amazon EC2\n")
                .file("sys/devices/virtual/dmi/id/product_name", "c7g.large\n");

        assertThat(texts(new VirtualMachine(machine.files()))).contains("[Amazon EC2 c7g.large]");
    }

    @Test
    void a_clock_that_goes_on_in_large_steps_is_found() {
        var reading = new AtomicLong();
        LongSupplier coarse = () -> reading.incrementAndGet() / 1_000 * 15_000_000;

        assertThat(texts(new Clock(coarse))).contains("[15000000 ns] at a time");
        assertThat(new Clock(reading::incrementAndGet).look()).isEmpty();
    }

    @Test
    void one_processor_is_no_more_than_worth_knowing() {
        assertThat(spoilsOf(new Processors(1))).containsExactly(Spoils.NOTHING);
        assertThat(spoilsOf(new Processors(2))).isEmpty();
    }

    @Test
    void no_rule_finds_worse_than_it_says_it_may() {
        for (var machine : List.of(
                RecordedMachine.intelLaptop(root.resolve("laptop")),
                RecordedMachine.container(root.resolve("container")),
                RecordedMachine.virtualMachine(root.resolve("virtual")))) {
            assertThat(rules(machine, 1000, 0, 50)).allSatisfy(rule -> assertThat(spoilsOf(rule))
                    .allSatisfy(found -> assertThat(found).isGreaterThanOrEqualTo(rule.spoils())));
        }
    }

    private static Map<String, Spoils> spoilt(RecordedMachine machine, double own, long others, long steal) {
        var spoilt = new TreeMap<String, Spoils>();
        rules(machine, own, others, steal)
                .forEach(rule -> rule.look().forEach(finding -> spoilt.put(rule.name(), finding.spoils())));
        return spoilt;
    }

    private static List<Rule> rules(RecordedMachine machine, double own, long others, long steal) {
        return MachineRules.all(
                        machine.files(), second(machine, own, others, steal), QueueLook.at(List.of(), machine.root()))
                .stream()
                .filter(rule -> !OF_THIS_JVM.contains(rule.name()))
                .toList();
    }

    /** A second of two processors, one of which is the doctor's. */
    private static WatchedSecond second(RecordedMachine machine, double own, long others, long steal) {
        return new WatchedSecond(machine.files(), () -> {
            var busy = Math.round(own / 10) + others;
            machine.stat(1000 + busy, 9000 + 200 - busy - steal, steal);
            return own;
        });
    }

    private static List<Spoils> spoilsOf(Rule rule) {
        return rule.look().stream().map(Finding::spoils).toList();
    }

    private static List<Spoils> asList(Spoils expected) {
        return expected == null ? List.of() : List.of(expected);
    }

    private static String texts(Rule rule) {
        return rule.look().stream()
                .map(finding -> finding.found() + " " + finding.cure())
                .collect(Collectors.joining(" "));
    }
}
