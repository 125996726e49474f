package ruhr.knowledge.examples.benchmarks.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.widget.WidgetRenderer;

/**
 * The command {@code mvn -Pbenchmarks -Dhttp}: what a remembered widget, a file of the same bytes and a 304 cost Tomcat and
 * Jetty in processor time of the server, asked for by {@code wrk} in turns; and what a widget costs that is rendered.
 */
public final class HttpBenchmark {

    private static final String WIDGET = "/ruhr-knowledge/widgets/institutions?topic=knowledge-transfer&lang=en";
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final int ROUNDS = 5;

    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int seconds;
    private final int warmUp;

    private HttpBenchmark(PrintStream out, int seconds, int warmUp) {
        this.out = out;
        this.seconds = seconds;
        this.warmUp = warmUp;
    }

    /**
     * Measures.
     *
     * @param arguments {@code output=folder}; {@code seconds=5} of each round and {@code warmup=20} of each target
     * @throws Exception if a server cannot be started
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            if (sign > 0 && sign < argument.length() - 1) {
                given.put(argument.substring(0, sign), argument.substring(sign + 1));
            }
        }
        if (!hasWrk()) {
            out.println("NOTHING WAS MEASURED: wrk is not installed. On Debian: apt-get install wrk");
            return;
        }
        Path output = Path.of(given.getOrDefault("output", "target/benchmarks"));
        int seconds = Integer.parseInt(given.getOrDefault("seconds", "5"));
        int warmUp = Integer.parseInt(given.getOrDefault("warmup", "20"));
        new HttpBenchmark(out, seconds, warmUp).run(output);
    }

    private static boolean hasWrk() throws InterruptedException {
        try {
            return new ProcessBuilder("wrk", "-v")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException none) {
            return false;
        }
    }

    private void run(Path output) throws Exception {
        StringBuilder json = new StringBuilder("{\n  \"java\": \"" + Runtime.version() + "\",\n");
        out.println("| server | what | server CPU per request, µs | against the file |");
        out.println("|---|---|---|---|");
        for (String container : List.of("tomcat", "jetty")) {
            Map<String, Double> costs = measure(container, Files.createTempDirectory("http-benchmark"));
            double file = costs.getOrDefault("file", Double.NaN);
            costs.forEach((what, cost) -> {
                out.printf(Locale.ROOT, "| %s | %s | %.1f | %.2f× |%n", container, what, cost, cost / file);
                json.append(String.format(Locale.ROOT, "  \"%s %s\": %.2f,%n", container, what, cost));
            });
        }
        double cold = cold();
        out.printf(Locale.ROOT, "%na list of 20 cards, rendered and not compressed: %.0f µs CPU%n", cold);
        json.append(String.format(Locale.ROOT, "  \"cold render of 20 cards\": %.2f%n}%n", cold));
        Files.createDirectories(output);
        Files.writeString(output.resolve("http.json"), json);
    }

    private Map<String, Double> measure(String container, Path folder) throws Exception {
        ProcessBuilder server = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                WidgetServer.class.getName(),
                container,
                folder.toString());
        Process process = server.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException(container + ": expected a port, found that it ended");
            }
            return costs("http://127.0.0.1:" + line.substring(5), folder);
        } finally {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    private Map<String, Double> costs(String address, Path folder) throws Exception {
        HttpResponse<byte[]> widget = get(address + WIDGET);
        Files.write(folder.resolve("file.html"), plain(address + WIDGET));
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("file.html.gz")))) {
            packed.write(plain(address + WIDGET));
        }
        String tag = widget.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> file = get(address + "/file.html");
        out.printf(
                "%s: widget %d bytes %s, file %d bytes %s%n",
                address,
                widget.body().length,
                widget.headers().firstValue("Content-Encoding").orElse("plain"),
                file.body().length,
                file.headers().firstValue("Content-Encoding").orElse("plain"));
        Map<String, List<String>> targets = new LinkedHashMap<>();
        targets.put("file", List.of(address + "/file.html"));
        targets.put("widget", List.of(address + WIDGET));
        targets.put("304", List.of("-H", "If-None-Match: " + tag, address + WIDGET));
        for (List<String> target : targets.values()) {
            wrk(target, warmUp);
        }
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> target : targets.entrySet()) {
                long before = cpu(address);
                long requests = wrk(target.getValue(), seconds);
                double cost = (cpu(address) - before) / 1000.0 / requests;
                all.computeIfAbsent(target.getKey(), none -> new ArrayList<>())
                        .add(cost);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((what, each) -> medians.put(what, each.stream().sorted().toList().get(ROUNDS / 2)));
        return medians;
    }

    private long cpu(String address) throws Exception {
        return Long.parseLong(new String(get(address + "/cpu").body(), StandardCharsets.US_ASCII));
    }

    private HttpResponse<byte[]> get(String address) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private byte[] plain(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private static long wrk(List<String> target, int seconds) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("wrk", "-t1", "-c32", "-d" + seconds + "s", "-H", "Accept-Encoding: gzip"));
        command.addAll(target);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher requests = REQUESTS.matcher(said);
        if (!requests.find() || said.contains("Non-2xx or 3xx")) {
            throw new IllegalStateException("wrk " + target + ": expected answers, found " + said);
        }
        return Long.parseLong(requests.group(1));
    }

    /** Renders a list of 20 cards again and again, and returns the median of batches in microseconds of this thread. */
    private static double cold() {
        WidgetRenderer widgets = new WidgetRenderer(KnowledgeBase.ruhr());
        int batch = 200;
        double[] costs = new double[60];
        long length = 0;
        for (int i = 0; i < costs.length; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int j = 0; j < batch; j++) {
                length += widgets.render("institutions", "limit=20&page=" + (1 + j % 3), Locale.GERMAN)
                        .length();
            }
            costs[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1000.0 / batch;
        }
        if (length == 0) {
            throw new IllegalStateException("nothing was rendered");
        }
        double[] warm = Arrays.copyOfRange(costs, costs.length / 2, costs.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
