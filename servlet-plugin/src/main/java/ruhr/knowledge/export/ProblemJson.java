package ruhr.knowledge.export;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import ruhr.knowledge.filter.Problem;
import ruhr.knowledge.value.Finding;
import ruhr.knowledge.wire.WireFormat;

/** Writes errors as problem details (RFC 9457). What a caller sent is quoted and shortened before it is repeated. */
public final class ProblemJson {

    private ProblemJson() {}

    /**
     * Writes a refusal.
     *
     * @param status the HTTP status
     * @param title what sort of refusal, in a few words
     * @param detail what was expected and what was found, as sentences
     * @return JSON
     */
    public static String of(int status, String title, String detail) {
        return of(status, title, detail, List.of());
    }

    /**
     * Writes the refusal of a query.
     *
     * @param problems what is wrong, at least one
     * @return JSON with status 400; each problem with what is allowed instead
     */
    public static String of(List<Problem> problems) {
        StringBuilder detail = new StringBuilder();
        for (Problem problem : problems.subList(0, Math.min(3, problems.size()))) {
            detail.append(detail.isEmpty() ? "" : " ").append(problem.sentence());
        }
        return of(400, "The query cannot be read", detail.toString(), problems);
    }

    private static String of(int status, String title, String detail, List<Problem> problems) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WireFormat.json().createGenerator(text)) {
            json.writeStartObject()
                    .write("type", "about:blank")
                    .write("title", title)
                    .write("status", status)
                    .write("detail", detail);
            if (!problems.isEmpty()) {
                json.writeStartArray("problems");
                problems.stream().limit(20).forEach(problem -> problem(json, problem));
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    private static void problem(JsonGenerator json, Problem problem) {
        json.writeStartObject()
                .write("parameter", shortened(problem.parameter()))
                .write("value", shortened(problem.value()));
        json.writeStartArray("allowed");
        problem.allowed().forEach(json::write);
        json.writeEnd();
        problem.suggestion().ifPresent(meant -> json.write("suggestion", meant));
        json.write("detail", problem.sentence()).writeEnd();
    }

    private static String shortened(String text) {
        String quoted = Finding.quote(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
