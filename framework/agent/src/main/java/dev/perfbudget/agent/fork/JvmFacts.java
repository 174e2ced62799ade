package dev.perfbudget.agent.fork;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a JVM that measures says about itself. */
public final class JvmFacts {

    private static final String COMPILE_COMMANDS = "-XX:CompileCommandFile=";
    private static final List<String> PROPERTIES =
            List.of("java.version", "java.vendor", "java.vm.name", "java.vm.version", "java.home", "java.class.path");

    private JvmFacts() {}

    /**
     * Facts by name: the system properties {@code java.version java.vendor java.vm.name java.vm.version java.home
     * java.class.path}; {@code gc} (as the flag that selects it: {@code G1}, {@code Serial}), {@code heap.max}
     * (bytes), {@code compressed.oops} (true or false; absent where unknown), {@code processors}, {@code
     * jvm.arguments} (one a line, the temporary name of the compile command file replaced by {@code sha256:} and the
     * hash of its content, so that equal command lines read equal).
     */
    public static Map<String, String> read() {
        var facts = new TreeMap<String, String>();
        PROPERTIES.forEach(name -> facts.put(name, System.getProperty(name, "")));
        facts.put("gc", collector());
        facts.put("heap.max", String.valueOf(Runtime.getRuntime().maxMemory()));
        facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put(
                "jvm.arguments",
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .map(JvmFacts::withoutTemporaryName)
                        .collect(Collectors.joining("\n")));
        flag("UseCompressedOops").ifPresent(value -> facts.put("compressed.oops", value));
        return facts;
    }

    private static String collector() {
        return Stream.of("G1", "Serial", "Parallel", "Z", "Shenandoah", "Epsilon")
                .filter(name ->
                        flag("Use" + name + "GC").filter(Boolean::parseBoolean).isPresent())
                .findFirst()
                .orElseGet(() -> ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> flag(String name) {
        try {
            return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
                    .map(flags -> flags.getVMOption(name).getValue().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notInThisJvm) {
            return Optional.empty();
        }
    }

    /** A JVM argument, with the content's hash instead of the name where it names a compile command file. */
    static String withoutTemporaryName(String argument) {
        return argument.startsWith(COMPILE_COMMANDS)
                ? COMPILE_COMMANDS + "sha256:" + hash(Path.of(argument.substring(COMPILE_COMMANDS.length())))
                : argument;
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException gone) {
            return "unreadable";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
