package com.example.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the compiled portal in a Java of its own, with nothing but what the one dependency brings. */
class PortalTest {

    private static final String CLASSES = System.getProperty("portal.classes");

    @TempDir
    Path folder;

    @Test
    void runsOnTheClassPath() throws Exception {
        Run run = java("-cp", CLASSES + File.pathSeparator + dependencies(), "com.example.portal.Portal");

        assertEquals(0, run.exit, run.text);
        assertTrue(run.text.contains("Gründerabend im Rathaus"), run.text);
        assertFalse(run.text.contains("Stadtlauf"), run.text);
        assertTrue(run.text.matches("(?s).*region: [1-9][0-9]* institutions.*"), run.text);
    }

    @Test
    void runsOnTheModulePathWithTheSameAnswer() throws Exception {
        Run onClassPath = java("-cp", CLASSES + File.pathSeparator + dependencies(), "com.example.portal.Portal");

        Run run = java(
                "-p",
                CLASSES + File.pathSeparator + dependencies(),
                "-m",
                "com.example.portal/com.example.portal.Portal");

        assertEquals(0, run.exit, run.text);
        assertEquals(lines(onClassPath), lines(run));
    }

    @Test
    void bringsNoTestLibraryAndNoServer() throws Exception {
        List<String> jars = Arrays.stream(dependencies().split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .toList();

        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("caffeine")), jars.toString());
        assertTrue(
                jars.stream()
                        .noneMatch(jar -> jar.contains("junit") || jar.contains("tomcat") || jar.contains("servlet")),
                jars.toString());
        assertTrue(jars.size() <= 10, jars.toString());
    }

    @Test
    void failsWithASentenceOnAQuestionThatMakesNoSense() throws Exception {
        Run run = java(
                "-cp",
                CLASSES + File.pathSeparator + dependencies(),
                "com.example.portal.Portal",
                "topic=no-such-topic");

        assertEquals(1, run.exit, run.text);
        assertTrue(run.text.contains("no-such-topic"), run.text);
    }

    private static String dependencies() throws IOException {
        return Files.readString(Path.of(System.getProperty("portal.dependencies")))
                .trim();
    }

    private static List<String> lines(Run run) {
        return run.text
                .lines()
                .filter(line -> line.startsWith("city: ") || line.startsWith("region: "))
                .toList();
    }

    private Run java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "run", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the portal ends by itself");
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private record Run(int exit, String text) {}
}
