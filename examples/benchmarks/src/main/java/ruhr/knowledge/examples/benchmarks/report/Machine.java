package ruhr.knowledge.examples.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import ruhr.knowledge.examples.benchmarks.run.Meter;

/**
 * Where and when something was measured.
 *
 * @param day the day
 * @param java the virtual machine
 * @param processor the processor, as the system names it
 * @param processors how many of them there are
 * @param load how many threads of all processes ran or waited at the end, in the mean of a minute; a number far above one
 *     says that others used the machine, too
 * @param commit the commit of this project; {@code unknown} where there is no git
 * @param clock what times were taken with
 * @param clockNanos how long it takes to read that clock once, by the clock on the wall
 */
public record Machine(
        String day,
        String java,
        String processor,
        int processors,
        double load,
        String commit,
        String clock,
        double clockNanos) {

    private static final int READINGS = 200;


    /**
     * Looks around.
     *
     * @return this machine, now
     */
    public static Machine here() {
        return new Machine(
                LocalDate.now().toString(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                commitHere(),
                "ThreadMXBean.getCurrentThreadCpuTime()",
                clockNanosHere());
    }

    private static double clockNanosHere() {
        double[] nanos = new double[READINGS];
        for (int i = 0; i < READINGS; i++) {
            long start = System.nanoTime();
            ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            nanos[i] = System.nanoTime() - start;
        }
        return Meter.median(nanos);
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String commitHere() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
