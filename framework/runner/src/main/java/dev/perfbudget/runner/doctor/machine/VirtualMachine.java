package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether this is a machine of its own, or shares one with neighbours that nobody sees from here. */
record VirtualMachine(SystemFiles files) implements Rule {

    private static final List<String> NAMES = List.of(
            "sys/hypervisor/type", "sys/devices/virtual/dmi/id/sys_vendor", "sys/devices/virtual/dmi/id/product_name");
    private static final String FIRMWARE =
            "(?i).*(qemu|kvm|vmware|virtualbox|xen|amazon ec2|google compute|virtual machine|openstack|bochs).*";

    @Override
    public String name() {
        return "virtual machine";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        var processors = files.text("proc/cpuinfo");
        var firmware = firmware();
        if (processors.filter(VirtualMachine::hasFlag).isPresent() || firmware.matches(FIRMWARE)) {
            return List.of(found(firmware));
        }
        var tells = processors.filter(text -> text.contains("flags")).isPresent() || !firmware.isEmpty();
        return tells
                ? List.of()
                : List.of(Finding.unknown(
                        "Neither [/proc/cpuinfo] nor [/sys/devices/virtual/dmi/id] tells whether this machine is virtual.",
                        "If it is, prefer paired verdicts."));
    }

    private static Finding found(String firmware) {
        return new Finding(
                Spoils.STORED,
                "This machine is virtual [%s]: its neighbours change from one session to the next, unseen."
                        .formatted(firmware.isEmpty() ? "hypervisor among the flags in /proc/cpuinfo" : firmware),
                "Measure beside the baseline (-Dperfbudget.baseline=git:…), or accept sessions of several days.");
    }

    private static boolean hasFlag(String processors) {
        return processors
                .lines()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .filter(flags -> List.of(flags.split("\\s+")).contains("hypervisor"))
                .isPresent();
    }

    private String firmware() {
        return NAMES.stream().map(files::text).flatMap(Optional::stream).collect(Collectors.joining(" "));
    }
}
