package ruhr.knowledge.examples.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that a test starts in a folder of its own, and stops by their own handles. */
final class Programs implements AutoCloseable {

    private final Path folder;
    private final Deque<Process> running = new ArrayDeque<>();

    Programs(Path folder) {
        this.folder = folder;
    }

    /** Returns a port that was free just now. */
    static int freePort() throws IOException {
        try (ServerSocket trial = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return trial.getLocalPort();
        }
    }

    /** Starts a program that stays. */
    Process start(Map<String, String> environment, List<String> command) throws IOException {
        Process process = builder(environment, command).start();
        running.push(process);
        return process;
    }

    /** Runs a program to its end and returns what it says; whatever does not end well is a failure. */
    String run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said-" + command.get(0).replaceAll(".*/", "") + ".log");
        Process process =
                builder(environment, command).redirectOutput(said.toFile()).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String text = Files.readString(said);
        if (process.waitFor() != 0) {
            throw new IOException(command + ": expected to end well, found " + process.exitValue() + ": " + text);
        }
        return text;
    }

    /** Fetches packages of Node into the folder; nothing of theirs is run. */
    void fetch(Collection<String> packages) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "npm",
                "install",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--legacy-peer-deps",
                "--prefix",
                "."));
        command.addAll(packages);
        run(Map.of(), command);
    }

    private ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Path log = folder.resolve(command.get(0).replaceAll(".*/", "") + ".log");
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** Waits until somebody listens. */
    static void awaitPort(int port) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw new IOException("Port " + port + ": expected somebody to listen within a minute", notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            Process process = running.pop();
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException now) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
