package ruhr.knowledge.examples.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.jasper.servlet.JasperInitializer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruhr.knowledge.KnowledgeBase;
import ruhr.knowledge.servlet.KnowledgeServlet;
import ruhr.knowledge.servlet.RuhrKnowledgeInitializer;

/** The code that the embed builder gives for JSP, in a page of an application in which the plugin runs. */
class JspTest {

    @TempDir
    private Path folder;

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(folder.resolve("work").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Files.createDirectories(folder.resolve("site"));
        StandardContext context =
                (StandardContext) tomcat.addContext("", folder.resolve("site").toString());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        context.getServletContext().setAttribute(KnowledgeServlet.KNOWLEDGE_BASE, KnowledgeBase.ruhr());
        context.addServletContainerInitializer(new RuhrKnowledgeInitializer(), null);
        context.addServletContainerInitializer(new JasperInitializer(), null);
        var jsp = Tomcat.addServlet(context, "jsp", "org.apache.jasper.servlet.JspServlet");
        jsp.addInitParameter("compilerSourceVM", "17");
        jsp.addInitParameter("compilerTargetVM", "17");
        jsp.addMapping("*.jsp");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private Document get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body(), address.toString());
    }

    private String code(String choice) throws Exception {
        return get("/ruhr-knowledge/embed-builder?lang=de&" + choice)
                .selectFirst("#rkb-code-jsp")
                .wholeText();
    }

    private static List<String> names(Document page, String place) {
        return page.select(place + " h3").eachText();
    }

    @Test
    void twoListsOfOnePagePageApart() throws Exception {
        String second = code("widget=institutions&topic=energy&limit=2&group=b")
                .replace("<%@ page pageEncoding=\"UTF-8\" import=\"java.net.URLEncoder\" %>", "")
                .replaceFirst("<% String query.*%>", "");
        Files.writeString(
                folder.resolve("site/page.jsp"),
                "<div id=\"first\">" + code("widget=institutions&limit=3&group=a") + "</div><div id=\"second\">"
                        + second + "</div>");

        Document page = get("/page.jsp?article=7&title=a%26b");
        Document next = get(
                page.selectFirst("#second a[href*=rk_b_page=2]").attr("href").replaceFirst("^", "/page.jsp"));

        assertEquals(3, names(page, "#first").size());
        assertEquals(2, names(page, "#second").size());
        assertEquals(names(page, "#first"), names(next, "#first"));
        assertFalse(names(next, "#second").stream().anyMatch(names(page, "#second")::contains));
        String kept = next.selectFirst("#first a[href*=rk_a_page=2]").attr("href");
        assertTrue(kept.contains("article=7") && kept.contains("title=a%26b") && kept.contains("rk_b_page=2"), kept);
        assertTrue(page.text().matches(".*[äöü].*") && !page.text().contains("Ã"), page.text());
    }
}
