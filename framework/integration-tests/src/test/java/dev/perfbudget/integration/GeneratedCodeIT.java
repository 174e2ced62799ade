package dev.perfbudget.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** What is generated at run time, when there is no benchmark list, against what plain JMH generates. */
class GeneratedCodeIT {

    private static final Map<String, String> SHORTEST =
            Map.of("forks", "1", "warmupIterations", "0", "iterations", "1", "iterationTime", "10 ms");

    @TempDir
    private Path folder;

    @Test
    void forks_run_the_same_bytecode_list_and_hints_that_plain_jmh_generates() throws Exception {
        List<ForkWatch.ForkCommand> forks;
        try (var watch = new ForkWatch()) {
            EngineRun.of(folder.resolve("ours"), SHORTEST, List.of(KindsOfWork.class));
            forks = List.copyOf(watch.commands());
        }
        assertThat(forks).hasSize(1);
        var atRunTime = Path.of(forks.get(0).classPath().get(0));
        var plain = PlainGeneration.into(folder.resolve("plain"), KindsOfWork.class);

        assertThat(generatedFiles(atRunTime)).isEqualTo(generatedFiles(plain)).hasSizeGreaterThan(8);
    }

    /** Content by name of all but the benchmark class itself; of classes, without debugging information. */
    private static Map<String, String> generatedFiles(Path root) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString();
                if (name.endsWith(".class") && name.contains("jmh_generated")) {
                    contents.put(name, HexFormat.of().formatHex(withoutDebug(Files.readAllBytes(file))));
                } else if (name.startsWith("META-INF/")) {
                    contents.put(name, Files.readString(file));
                }
            }
        }
        return contents;
    }

    private static byte[] withoutDebug(byte[] bytecode) {
        var writer = new ClassWriter(0);
        new ClassReader(bytecode).accept(writer, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }
}
