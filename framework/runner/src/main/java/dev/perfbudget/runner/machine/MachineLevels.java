package dev.perfbudget.runner.machine;

import dev.perfbudget.model.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.Sensors;

/** Load, frequency, memory, swap, disks, networks, temperature. */
final class MachineLevels {

    private static final double HERTZ_PER_MEGAHERTZ = 1e6;

    /** Disks that are not there, or other disks under another name, whose bytes would count twice. */
    private static final Pattern NO_DISK = Pattern.compile(".*/(loop|ram|zram|dm-|md)[^/]*");

    private static final Pattern RUNNING = Pattern.compile("(\\S+\\s+){3}([0-9]{1,9})/.*", Pattern.DOTALL);

    private final Path loadAverages;
    private final GlobalMemory memory;
    private final Sensors sensors;
    private final List<HWDiskStore> disks;
    private final List<NetworkIF> networks;

    /** @param root of the file system */
    MachineLevels(Path root, HardwareAbstractionLayer hardware) {
        this.loadAverages = root.resolve("proc").resolve("loadavg");
        this.memory = hardware.getMemory();
        this.sensors = hardware.getSensors();
        this.disks = hardware.getDiskStores().stream()
                .filter(disk -> !NO_DISK.matcher(disk.getName()).matches())
                .toList();
        this.networks = hardware.getNetworkIFs();
    }

    Map<Resource, Double> read(CentralProcessor processor) {
        var values = new EnumMap<Resource, Double>(Resource.class);
        runQueue().ifPresent(threads -> values.put(Resource.SYSTEM_RUN_QUEUE, threads));
        putIfTold(values, Resource.SYSTEM_LOAD, processor.getSystemLoadAverage(1)[0]);
        frequency(processor).ifPresent(megahertz -> values.put(Resource.SYSTEM_FREQUENCY, megahertz));
        putIfTold(values, Resource.SYSTEM_AVAILABLE, (double) memory.getAvailable());
        putIfTold(
                values, Resource.SYSTEM_SWAP, (double) memory.getVirtualMemory().getSwapUsed());
        putTemperature(values);
        putDisks(values);
        putNetworks(values);
        return values;
    }

    /** Linux tells how many threads run or wait at this moment, this one among them; elsewhere there is the load only. */
    private OptionalDouble runQueue() {
        try {
            var matcher = RUNNING.matcher(Files.readString(loadAverages));
            return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(2))) : OptionalDouble.empty();
        } catch (IOException anotherSystem) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble frequency(CentralProcessor processor) {
        return Arrays.stream(processor.getCurrentFreq())
                .filter(hertz -> hertz > 0)
                .mapToDouble(hertz -> hertz / HERTZ_PER_MEGAHERTZ)
                .average();
    }

    /** OSHI says zero, or no number, where there is no sensor. */
    private void putTemperature(Map<Resource, Double> values) {
        var celsius = sensors.getCpuTemperature();
        if (celsius > 0) {
            values.put(Resource.SYSTEM_TEMPERATURE, celsius);
        }
    }

    private void putDisks(Map<Resource, Double> values) {
        disks.forEach(HWDiskStore::updateAttributes);
        if (!disks.isEmpty()) {
            values.put(Resource.SYSTEM_DISK_READ, (double)
                    disks.stream().mapToLong(HWDiskStore::getReadBytes).sum());
            values.put(Resource.SYSTEM_DISK_WRITTEN, (double)
                    disks.stream().mapToLong(HWDiskStore::getWriteBytes).sum());
        }
    }

    private void putNetworks(Map<Resource, Double> values) {
        networks.forEach(NetworkIF::updateAttributes);
        if (!networks.isEmpty()) {
            values.put(Resource.SYSTEM_NETWORK_RECEIVED, (double)
                    networks.stream().mapToLong(NetworkIF::getBytesRecv).sum());
            values.put(Resource.SYSTEM_NETWORK_SENT, (double)
                    networks.stream().mapToLong(NetworkIF::getBytesSent).sum());
        }
    }

    /** OSHI says less than zero of what a system does not tell. */
    private static void putIfTold(Map<Resource, Double> values, Resource resource, double value) {
        if (value >= 0) {
            values.put(resource, value);
        }
    }
}
