package ruhr.knowledge.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.Wrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.source.FileSource;
import ruhr.knowledge.source.SourceException;

/** From the start of a web application to its stop. */
class LifeTest {

    @TempDir
    Path folder;

    @Test
    void theDataIsOpenedByTheFirstRequestAndNotByTheStart() {
        AtomicInteger opened = new AtomicInteger();
        Plugin plugin = plugin(opened, new AtomicLong());

        assertEquals(0, opened.get());
        plugin.routes();
        plugin.routes();
        assertEquals(1, opened.get());
        plugin.close();
    }

    @Test
    void dataThatCannotBeOpenedIsTriedAgainAfterAPause() {
        AtomicInteger tries = new AtomicInteger();
        AtomicLong nanos = new AtomicLong();
        Plugin plugin = new Plugin(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new SourceException("Source 'x': expected a file, found none.", null);
                    }
                    return new Plugin.Opened(KnowledgeBase.ruhr(), true);
                },
                new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false),
                1 << 20,
                nanos::get);

        assertTrue(plugin.routes().isEmpty());
        nanos.addAndGet(9_000_000_000L);
        assertTrue(plugin.routes().isEmpty());
        assertEquals(1, tries.get(), "not before the pause is over");
        nanos.addAndGet(2_000_000_000L);
        assertTrue(plugin.routes().isPresent());
        plugin.close();
        assertTrue(plugin.routes().isEmpty(), "closed is closed");
    }

    @Test
    void whileThereIsNoDataEveryRouteSaysSoInItsOwnWay() throws Exception {
        try (Site site = Site.start(
                "",
                context -> context.addParameter(
                        "ruhr.knowledge.documents", folder.resolve("none.json").toString()))) {
            var widget = site.get("/ruhr-knowledge/widgets/focus");
            assertEquals(200, widget.statusCode(), "a part of a page does not bring the page down");
            assertTrue(widget.body().contains("Zurzeit nicht verfügbar"), widget.body());
            assertEquals("no-store", HttpTest.header(widget, "Cache-Control"));
            for (String path : List.of(
                    "/widgets/focus?as=element",
                    "/embed/focus",
                    "/embed-builder",
                    "/oembed?url=x",
                    "/api/v1/institutions",
                    "/health")) {
                var answer = site.get("/ruhr-knowledge" + path);
                assertEquals(503, answer.statusCode(), path);
                assertEquals("10", HttpTest.header(answer, "Retry-After"), path);
                assertEquals("no-store", HttpTest.header(answer, "Cache-Control"), path);
            }
            assertEquals(200, site.get("/ruhr-knowledge/ruhr-knowledge.js").statusCode());
            assertEquals(404, site.get("/ruhr-knowledge/nothing").statusCode());
            assertEquals(
                    "{\"status\":\"empty\"}", site.get("/ruhr-knowledge/health").body());
            assertFalse(site.get("/ruhr-knowledge/widgets/focus").body().contains(folder.toString()), "no paths");
        }
    }

    @Test
    void anApplicationHandsInItsOwnKnowledgeBaseAndKeepsIt() throws Exception {
        KnowledgeBase own = KnowledgeBase.open(person(true));
        try (Site site = Site.start(
                "/portal", context -> context.getServletContext().setAttribute(KnowledgeServlet.KNOWLEDGE_BASE, own))) {
            assertTrue(site.get("/portal/ruhr-knowledge/embed/focus?id=people")
                    .body()
                    .contains("Kim Withdrawn"));
            assertTrue(site.get("/portal/ruhr-knowledge/embed/focus?id=people")
                    .body()
                    .contains("/portal/ruhr-knowledge/assets/"));
        }
        assertEquals(3, own.ask("").total(), "not closed with the site");
        own.close();
    }

    @Test
    void afterAWithdrawalAndOneReloadNoByteOfThePersonIsLeft() throws Exception {
        KnowledgeBase own = KnowledgeBase.open(person(true));
        try (Site site = Site.start(
                "", context -> context.getServletContext().setAttribute(KnowledgeServlet.KNOWLEDGE_BASE, own))) {
            String page = site.get("/ruhr-knowledge/embed/focus?id=people").body();
            assertTrue(page.contains("Kim Withdrawn") && page.contains("kim@example.org"));
            String photo = page.replaceAll("(?s).*src=\"([^\"]+kim.svg)\".*", "$1");
            assertEquals(200, site.get(photo).statusCode());
            assertTrue(remembered(site).contains("Kim Withdrawn"), "the cache is looked into");

            person(false);
            assertTrue(own.refresh());

            assertFalse(remembered(site).contains("Withdrawn"), "before anybody asks again");
            String after = site.get("/ruhr-knowledge/embed/focus?id=people").body();
            assertFalse(after.contains("Withdrawn") || after.contains("kim@example.org"), after);
            assertEquals(404, site.get(photo).statusCode());
            assertFalse(remembered(site).contains("Withdrawn"));
            assertTrue(own.find("kim").isEmpty());
        }
        own.close();
    }

    @Test
    void whatShowsAPersonIsKeptByNoCacheWithoutAsking() throws Exception {
        try (Site site = Site.start()) {
            var withPerson = site.get("/ruhr-knowledge/embed/focus?id=knowledge-transfer");
            var withoutPerson = site.get("/ruhr-knowledge/embed/institutions");

            assertEquals("public, no-cache", HttpTest.header(withPerson, "Cache-Control"));
            assertEquals(
                    304,
                    site.get(
                                    "/ruhr-knowledge/embed/focus?id=knowledge-transfer",
                                    "If-None-Match",
                                    HttpTest.header(withPerson, "ETag"))
                            .statusCode());
            assertTrue(HttpTest.header(withoutPerson, "Cache-Control").startsWith("public, max-age=60"));
        }
    }

    @Test
    void settingsAreReadFromTheContextAndAWrongOneKeepsTheDefault() throws Exception {
        try (Site site = Site.start("", context -> {
            context.addParameter("ruhr.knowledge.prefix", "/wissen");
            context.addParameter("ruhr.knowledge.frameAncestors", "'self' https://partner.example; script-src *");
            context.addParameter("ruhr.knowledge.publicBaseUrl", "https://www.example.org/wissen/");
        })) {
            var page = site.get("/wissen/embed/focus");
            assertEquals(200, page.statusCode());
            assertTrue(HttpTest.header(page, "Content-Security-Policy").endsWith("frame-ancestors *"));
            assertTrue(page.body().contains("href=\"https://www.example.org/wissen/assets/"));
        }
    }

    @Test
    void thePluginCanBeSwitchedOff() throws Exception {
        try (Site site = Site.start("", context -> context.addParameter("ruhr.knowledge.enabled", "false"))) {
            assertEquals(404, site.get("/ruhr-knowledge/health").statusCode());
        }
    }

    @Test
    void whatGoesWrongAtTheStartNeverReachesTheHost() {
        ServletContext context = mock(ServletContext.class);
        when(context.getContextPath()).thenReturn("");
        when(context.addServlet(anyString(), eq(KnowledgeServlet.class)))
                .thenThrow(new IllegalStateException("too late"));

        new RuhrKnowledgeInitializer().onStartup(null, context);

        verify(context).addServlet(anyString(), eq(KnowledgeServlet.class));
        verify(context).log(anyString(), isA(IllegalStateException.class));
    }

    @Test
    void theInitializerNeedsNoLibraryToSayWhatIsMissing() throws Exception {
        java.util.List<String> fields = java.util.Arrays.stream(RuhrKnowledgeInitializer.class.getDeclaredFields())
                .map(field -> field.getType().getName())
                .toList();

        assertTrue(fields.stream().allMatch(type -> type.startsWith("java.")), fields.toString());
    }

    @Test
    void aServletThatIsAlreadyRegisteredIsLeftAlone() {
        ServletContext context = mock(ServletContext.class);
        when(context.addServlet(anyString(), eq(KnowledgeServlet.class))).thenReturn(null);

        new RuhrKnowledgeInitializer().onStartup(Set.of(), context);

        verify(context, never()).addServlet(anyString(), any(Servlet.class));
    }

    @Test
    void aTakenPathIsNamedAndDoesNoHarm() {
        ServletContext context = mock(ServletContext.class);
        ServletRegistration.Dynamic servlet = mock(ServletRegistration.Dynamic.class);
        when(context.addServlet(anyString(), eq(KnowledgeServlet.class))).thenReturn(servlet);
        when(servlet.addMapping("/ruhr-knowledge/*")).thenReturn(Set.of("/ruhr-knowledge/*"));

        new RuhrKnowledgeInitializer().onStartup(null, context);

        verify(servlet).setAsyncSupported(true);
        verify(context).log(contains("/ruhr-knowledge/*"));
    }

    @Test
    void aReplyMadeWhileTheDataChangesIsNeverKeptUnderTheNewVersion() throws Exception {
        KnowledgeBase own = KnowledgeBase.open(person(true));
        RenderCache cache = new RenderCache(own.snapshot().version(), 8 << 20);
        own.onChange(snapshot -> cache.turnTo(snapshot.version()));
        Routes routes = new Routes(own, new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false), cache);
        // The longer a query takes to read, the likelier a change falls between taking the data and keeping the reply.
        String slowToRead = "facets=none&type=" + "office,".repeat(60) + "&topic=" + "energy,".repeat(60) + "&city="
                + "essen,".repeat(60);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService askers = Executors.newFixedThreadPool(2);
        try {
            for (int asker = 0; asker < 2; asker++) {
                askers.execute(() -> {
                    for (int i = 0; !over.get(); i++) {
                        routes.reply("/api/v1/institutions", slowToRead + "&limit=" + i % 100);
                        routes.reply("/embed/focus", "id=people&limit=" + i % 100);
                    }
                });
            }
            for (int change = 0; change < 300; change++) {
                person(change % 2 == 0);
                own.refresh();
                String version = own.snapshot().version().value();
                for (Reply reply : cache.replies()) {
                    String text = new String(reply.body().identity().bytes(), StandardCharsets.UTF_8);
                    boolean json = reply.mediaType().equals(Reply.JSON);
                    assertTrue(!json || text.contains(version), "another version is kept: " + text);
                    assertTrue(
                            json
                                    || text.contains("Kim Withdrawn")
                                            == own.find("kim").isPresent(),
                            text);
                }
            }
        } finally {
            over.set(true);
            askers.shutdown();
            assertTrue(askers.awaitTermination(10, TimeUnit.SECONDS));
            own.close();
        }
    }

    @Test
    void equalRequestsAreRenderedOnce() {
        RenderCache cache = new RenderCache(new ruhr.knowledge.value.Version("a"), 1 << 20);
        AtomicInteger made = new AtomicInteger();

        Reply first = cache.get(new ruhr.knowledge.value.Version("a"), "key", () -> reply(made));
        Reply second = cache.get(new ruhr.knowledge.value.Version("a"), "key", () -> reply(made));

        assertSame(first, second);
        assertEquals(1, made.get());
        cache.get(new ruhr.knowledge.value.Version("b"), "key", () -> reply(made));
        assertEquals(2, made.get(), "another version is not answered from this one");
    }

    @Test
    void theCacheKeepsWithinItsBytes() {
        ruhr.knowledge.value.Version version = new ruhr.knowledge.value.Version("a");
        RenderCache cache = new RenderCache(version, 100_000);
        for (int i = 0; i < 1000; i++) {
            cache.get(version, "key" + i, () -> Reply.of(200, Reply.HTML, "x".repeat(2000), java.util.Map.of()));
        }

        assertTrue(cache.replies().size() < 60, String.valueOf(cache.replies().size()));
    }

    private static Reply reply(AtomicInteger made) {
        return Reply.of(200, Reply.HTML, "made " + made.incrementAndGet(), java.util.Map.of());
    }

    private static Plugin plugin(AtomicInteger opened, AtomicLong nanos) {
        return new Plugin(
                () -> {
                    opened.incrementAndGet();
                    return new Plugin.Opened(KnowledgeBase.ruhr(), true);
                },
                new Answering("/ruhr-knowledge", "*", CacheTags.NONE, false, false),
                1 << 20,
                nanos::get);
    }

    private static String remembered(Site site) throws Exception {
        Wrapper wrapper = (Wrapper) site.context().findChild("ruhr-knowledge");
        KnowledgeServlet servlet = (KnowledgeServlet) wrapper.getServlet();
        StringBuilder all = new StringBuilder();
        for (Reply reply : servlet.cache().orElseThrow().replies()) {
            all.append(new String(reply.body().identity().bytes(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    private FileSource person(boolean there) throws Exception {
        Files.createDirectories(folder.resolve("images"));
        if (there) {
            Files.writeString(folder.resolve("images/kim.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        } else {
            Files.deleteIfExists(folder.resolve("images/kim.svg"));
        }
        String kim = """
                {"id": "kim", "institution": "office", "role": {"de": "Beratung"}, "name": "Kim Withdrawn",
                 "email": "kim@example.org", "publish": ["name", "email", "photo"], "review": "2999-01-01",
                 "photo": {"src": "images/kim.svg", "alt": {"de": "Kim"}, "width": 10, "height": 10}, "example": true}
                """;
        String alex = """
                {"id": "alex", "institution": "office", "role": {"de": "Empfang"}, "publish": [], "example": true}
                """;
        Files.writeString(folder.resolve("data.json"), """
                {"topics": [{"id": "energy", "label": {"de": "Energie"}}],
                 "types": [{"id": "office", "label": {"de": "Amt"}}],
                 "municipalities": [{"id": "essen", "label": {"de": "Essen"}, "kind": "city"}],
                 "institutions": [{"id": "office", "name": {"de": "Amt"}, "type": "office",
                                   "sites": [{"municipality": "essen"}], "example": true}],
                 "contacts": [%s],
                 "focuses": [{"id": "people", "topic": "energy", "title": {"de": "Menschen"},
                              "description": {"de": "Wer hilft"},
                              "blocks": [{"block": "contact", "title": {"de": "Kontakt"}, "contact": "kim"},
                                         {"block": "contact", "title": {"de": "Empfang"}, "contact": "alex"}]}]}
                """.formatted(there ? kim + "," + alex : alex));
        return FileSource.of(folder.resolve("data.json"));
    }
}
