package ruhr.knowledge.examples.browser;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real WordPress with a database of its own, on the loopback interface: Debian's packages {@code wordpress
 * wordpress-theme-twentytwentythree php-cli php-mysql php-curl php-xml php-mbstring mariadb-server}. What is installed on
 * the machine is copied and not touched.
 */
final class WordPress implements AutoCloseable {

    private static final Path PACKAGE = Path.of("/usr/share/wordpress");

    private final Path folder;
    private final Programs programs;
    private final Map<String, String> environment;
    private final String home;
    private String version = "";

    private WordPress(Path folder, String provider) throws IOException {
        this.folder = folder;
        this.programs = new Programs(folder);
        this.home = "http://localhost:" + Programs.freePort();
        this.environment = Map.of(
                "TEST_SOCKET", folder.resolve("db.sock").toString(), "TEST_HOME", home, "TEST_PROVIDER", provider);
    }

    /**
     * Starts it.
     *
     * @param folder an empty folder
     * @param provider the one server of this network that it may ask for embeds
     */
    static WordPress start(Path folder, String provider) throws IOException, InterruptedException {
        if (!Files.isDirectory(PACKAGE)) {
            throw new IOException("WordPress: expected Debian's package in " + PACKAGE
                    + ", found nothing there. See core/docs/testing.md.");
        }
        WordPress wordpress = new WordPress(folder, provider);
        try {
            wordpress.startDatabase();
            wordpress.install();
            wordpress.serve();
            return wordpress;
        } catch (IOException | InterruptedException failed) {
            wordpress.close();
            throw failed;
        }
    }

    private void startDatabase() throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("db"));
        boolean root = "root".equals(System.getProperty("user.name"));
        String user = root ? "mysql" : System.getProperty("user.name");
        if (root) {
            // The database does not run as root, and has to get into its folder.
            folder.toFile().setExecutable(true, false);
            programs.run(Map.of(), List.of("chown", "mysql:mysql", data.toString(), folder.toString()));
        }
        programs.run(
                Map.of(),
                List.of(
                        "mariadb-install-db",
                        "--user=" + user,
                        "--datadir=" + data,
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"));
        programs.start(
                Map.of(),
                List.of(
                        "mariadbd",
                        "--no-defaults",
                        "--user=" + user,
                        "--datadir=" + data,
                        "--socket=" + environment.get("TEST_SOCKET"),
                        "--pid-file=" + data.resolve("pid"),
                        "--skip-networking"));
        for (int i = 0; !Files.exists(Path.of(environment.get("TEST_SOCKET"))); i++) {
            if (i > 300) {
                throw new IOException("MariaDB: expected it to answer within 30 seconds");
            }
            Thread.sleep(100);
        }
        programs.run(
                Map.of(),
                List.of(
                        "mariadb",
                        "--no-defaults",
                        "--socket=" + environment.get("TEST_SOCKET"),
                        "--user=root",
                        "--execute=create database embedding character set utf8mb4; create user embedding@localhost"
                                + " identified by 'embedding'; grant all on embedding.* to embedding@localhost"));
    }

    private void install() throws IOException, InterruptedException {
        programs.run(
                Map.of(),
                List.of("cp", "-rL", PACKAGE.toString(), folder.resolve("wp").toString()));
        Path plugins = Files.createDirectories(folder.resolve("wp/wp-content/mu-plugins"));
        copy("wp-config.php", folder.resolve("wp/wp-config.php"));
        copy("local-provider.php", plugins.resolve("local-provider.php"));
        copy("install.php", folder.resolve("install.php"));
        copy("post.php", folder.resolve("post.php"));
        version = programs.run(environment, List.of("php", "install.php")).strip();
    }

    private static void copy(String name, Path target) throws IOException {
        try (InputStream in = WordPress.class.getResourceAsStream("wordpress/" + name)) {
            if (in == null) {
                throw new IOException(
                        "WordPress: expected the file wordpress/" + name + " beside the test, found none");
            }
            Files.deleteIfExists(target);
            Files.copy(in, target);
        }
    }

    private void serve() throws IOException, InterruptedException {
        int port = Integer.parseInt(home.substring(home.lastIndexOf(':') + 1));
        Map<String, String> serving = new java.util.HashMap<>(environment);
        serving.put("PHP_CLI_SERVER_WORKERS", "4");
        programs.start(serving, List.of("php", "-d", "display_errors=0", "-S", "localhost:" + port, "-t", "wp"));
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 100; i++) {
            try {
                client.send(
                        HttpRequest.newBuilder(java.net.URI.create(home + "/")).build(),
                        HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("WordPress: expected it to answer at " + home);
    }

    String version() {
        return version;
    }

    /** Publishes a text and returns its address. */
    String publish(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("content.html"), text);
        String id = programs.run(environment, List.of("php", "post.php", file.toString()))
                .strip();
        return home + "/?p=" + id;
    }

    @Override
    public void close() {
        programs.close();
    }
}
