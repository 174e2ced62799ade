package dev.perfbudget.maven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Maven project in a directory of its own: a POM that is written out when it is built, and files. */
final class LittleProject {

    private static final String VERSION = System.getProperty("it.version", "");

    private final Path directory;
    private final List<String> dependencies = new ArrayList<>();
    private final List<String> modules = new ArrayList<>();
    private String configuration = "";
    private String plugins = "";
    private String repositories = "";
    private boolean usesPlugin = true;

    private LittleProject(Path directory) {
        this.directory = directory;
    }

    /** With nothing but JMH. */
    static LittleProject in(Path directory) {
        return new LittleProject(directory).dependency("org.openjdk.jmh", "jmh-core", "1.37", "compile");
    }

    /** With nothing. */
    static LittleProject emptyIn(Path directory) {
        return new LittleProject(directory);
    }

    /** A module of this one; it inherits nothing but the group. */
    LittleProject module(String name) {
        modules.add("<module>" + name + "</module>");
        return in(directory.resolve(name));
    }

    LittleProject dependency(String group, String artifact, String version, String scope) {
        dependencies.add(
                """
                <dependency>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope>
                </dependency>
                """
                        .formatted(group, artifact, version, scope));
        return this;
    }

    /** What the annotation needs, and JUnit. */
    LittleProject withPerfBudgetAndJUnit(String junitVersion) {
        return dependency("dev.perfbudget", "perfbudget-junit", VERSION, "test")
                .dependency("org.junit.jupiter", "junit-jupiter", junitVersion, "test");
    }

    /** One more remote repository. */
    LittleProject repository(Path place) {
        repositories += "<repository><id>little</id><url>" + place.toUri()
                + "</url><releases><updatePolicy>always</updatePolicy><checksumPolicy>ignore</checksumPolicy></releases>"
                + "</repository>";
        return this;
    }

    /** Of our plugin. */
    LittleProject configuration(String xml) {
        configuration = xml;
        return this;
    }

    /** Others. */
    LittleProject plugins(String xml) {
        plugins = xml;
        return this;
    }

    LittleProject withoutOurPlugin() {
        usesPlugin = false;
        return this;
    }

    LittleProject file(String name, String content) {
        try {
            var file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A benchmark class {@code com.acme.<name>} in the main sources. */
    LittleProject benchmarks(String name, String members) {
        return file("src/main/java/com/acme/" + name + ".java", source(name, members));
    }

    /** The same in the test sources. */
    LittleProject testBenchmarks(String name, String members) {
        return file("src/test/java/com/acme/" + name + ".java", source(name, members));
    }

    LittleProject budgets(String properties) {
        return file("perfbudget/budgets.properties", properties);
    }

    /** Writes the POM. */
    Path written() {
        file(
                "pom.xml",
                """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  %s<artifactId>%s</artifactId>
                  <packaging>%s</packaging>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <modules>%s</modules>
                  <repositories>%s</repositories>
                  <dependencies>%s</dependencies>
                  <build><plugins>
                    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
                    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
                    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.5.1</version></plugin>
                    %s%s
                  </plugins></build>
                </project>
                """
                        .formatted(
                                "<groupId>com.acme</groupId><version>1</version>",
                                directory
                                        .getFileName()
                                        .toString()
                                        .toLowerCase(Locale.ROOT)
                                        .replaceAll("[^a-z0-9-]", "-"),
                                modules.isEmpty() ? "jar" : "pom",
                                String.join("", modules),
                                repositories,
                                String.join("", dependencies),
                                plugins,
                                usesPlugin ? ours() : ""));
        return directory;
    }

    private String ours() {
        return """
                <plugin>
                  <groupId>dev.perfbudget</groupId>
                  <artifactId>perfbudget-maven-plugin</artifactId>
                  <version>%s</version>
                  <configuration>%s</configuration>
                  <executions>
                    <execution><goals><goal>smoke</goal><goal>measure</goal><goal>verify</goal></goals></execution>
                  </executions>
                </plugin>
                """
                .formatted(VERSION, configuration);
    }

    private static String source(String name, String members) {
        return """
                package com.acme;

                import java.util.concurrent.TimeUnit;
                import org.openjdk.jmh.annotations.*;

                @State(Scope.Benchmark)
                @BenchmarkMode(Mode.AverageTime)
                @OutputTimeUnit(TimeUnit.NANOSECONDS)
                public class %s {
                    int[] numbers = new int[1000];

                    %s
                }
                """
                .formatted(name, members);
    }
}
