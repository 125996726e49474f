package ruhr.knowledge.examples.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import ruhr.knowledge.examples.benchmarks.data.Question;
import ruhr.knowledge.examples.benchmarks.run.Timing;

/**
 * Draws one run: a line for each shape, a mark for each engine, the time on a logarithmic scale. Colours follow the reader's
 * light or dark page, and each engine has a mark of a form of its own beside its colour.
 */
public final class Chart {

    private static final int LEFT = 290;
    private static final int PLOT = 560;
    private static final int RIGHT = 30;
    private static final int TOP = 118;
    private static final int ROW = 22;
    private static final int COLUMN = 200;

    /** On white and on nearly black, each of them stands out by 3 to 1 and more. */
    private static final List<String> LIGHT =
            List.of("#6b6b6b", "#8a5a00", "#b3261e", "#7b2fa8", "#7b2fa8", "#00695c", "#0b57d0", "#0b57d0");

    private static final List<String> DARK =
            List.of("#a8a8a8", "#e0a84a", "#f2867f", "#cf9bee", "#cf9bee", "#5cc4b4", "#8ab4f8", "#8ab4f8");

    private final Run run;
    private final List<String> engines;
    private final double from;
    private final double to;
    private final StringBuilder svg = new StringBuilder();

    private Chart(Run run) {
        this.run = run;
        engines = run.engines();
        double least = run.timings().stream().mapToDouble(Timing::nanos).min().orElse(1e3);
        double most = run.timings().stream().mapToDouble(Timing::nanos).max().orElse(1e6);
        from = Math.floor(Math.log10(Math.max(1, least)));
        to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(1, most))));
    }

    /**
     * Draws a run.
     *
     * @param run what was measured
     * @return SVG
     */
    public static String of(Run run) {
        return new Chart(run).draw();
    }

    private String draw() {
        int rows = run.shapes().size() + 1;
        int width = LEFT + PLOT + RIGHT;
        int height = TOP + rows * ROW + 50;
        String title = "CPU time of one answer, " + String.format(Locale.ROOT, "%,d", run.records()) + " records";
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-labelledby=\"title summary\">");
        line("<title id=\"title\">" + escaped(title) + "</title>");
        line("<desc id=\"summary\">" + escaped(summary()) + "</desc>");
        style();
        line("<rect class=\"page\" width=\"" + width + "\" height=\"" + height + "\"/>");
        text(16, 28, "heading", "start", title);
        text(
                16,
                48,
                "small",
                "start",
                "total, first page and the exact counts of all " + run.values()
                        + " values; logarithmic, less is better");
        legend();
        grid(rows);
        int row = 0;
        for (Question shape : run.shapes().keySet()) {
            row(row++, shape.name() + (shape.conditions() >= 3 ? " ◆" : ""), "label", marks(shape));
        }
        row(
                row,
                "geometric mean",
                "label strong",
                engines.stream()
                        .map(engine -> OptionalDouble.of(run.geometricMean(engine)))
                        .toList());
        text(16, height - 12, "small", "start", "◆ three and more conditions");
        line("</svg>");
        return svg.toString();
    }

    private String summary() {
        List<String> means = new ArrayList<>();
        for (String engine : engines) {
            means.add(engine + " " + time(run.geometricMean(engine)));
        }
        return "Geometric mean over " + run.shapes().size() + " shapes of questions: " + String.join(", ", means) + ".";
    }

    private void style() {
        line("<style>");
        line("text { font-family: system-ui, sans-serif; font-size: 13px; fill: #1b1b1b }");
        line(".heading { font-size: 18px; font-weight: 600 } .small { font-size: 12px } .strong { font-weight: 700 }");
        line(".page { fill: #ffffff } .rule { stroke: #d0d0d0 } .band { fill: #f4f4f4 }");
        colours(LIGHT, "");
        line("@media (prefers-color-scheme: dark) {");
        line("text { fill: #ececec } .page { fill: #16181d } .rule { stroke: #454a55 } .band { fill: #1f232b }");
        colours(DARK, "");
        line("}");
        line("</style>");
    }

    private void colours(List<String> colours, String indent) {
        for (int i = 0; i < engines.size(); i++) {
            String colour = colours.get(i % colours.size());
            line(indent + ".e" + i + " { stroke: " + colour + "; fill: " + colour + "; stroke-width: 2 }");
        }
    }

    private void legend() {
        for (int i = 0; i < engines.size(); i++) {
            int x = 16 + i % 4 * COLUMN;
            int y = 70 + i / 4 * 20;
            mark(i, x + 6, y - 4, engines.get(i));
            text(x + 18, y, "small", "start", engines.get(i));
        }
    }

    private void grid(int rows) {
        for (int row = 0; row < rows; row += 2) {
            line("<rect class=\"band\" x=\"0\" y=\"" + (TOP + row * ROW) + "\" width=\"" + (LEFT + PLOT + RIGHT)
                    + "\" height=\"" + ROW + "\"/>");
        }
        int bottom = TOP + rows * ROW;
        for (double decade = from; decade <= to; decade++) {
            long x = Math.round(x(Math.pow(10, decade)));
            line("<line class=\"rule\" x1=\"" + x + "\" y1=\"" + TOP + "\" x2=\"" + x + "\" y2=\"" + bottom + "\"/>");
            text(x, bottom + 16, "small", "middle", time(Math.pow(10, decade)));
        }
    }

    private List<OptionalDouble> marks(Question shape) {
        return engines.stream().map(engine -> run.nanos(engine, shape)).toList();
    }

    private void row(int row, String label, String style, List<OptionalDouble> nanos) {
        int y = TOP + row * ROW + ROW / 2;
        text(LEFT - 12, y + 4, style, "end", label);
        for (int i = 0; i < nanos.size(); i++) {
            double value = nanos.get(i).orElse(Double.NaN);
            if (!Double.isNaN(value)) {
                mark(i, Math.round(x(value)), y, engines.get(i) + ": " + time(value));
            }
        }
    }

    private double x(double nanos) {
        return LEFT + PLOT * (Math.log10(Math.max(1, nanos)) - from) / (to - from);
    }

    private void mark(int engine, long x, int y, String title) {
        String form = switch (engine % 8) {
            case 0 -> "M-4,-4L4,4M-4,4L4,-4";
            case 1 -> "M-5,0L5,0M0,-5L0,5";
            case 2 -> "M-4,-4H4V4H-4Z";
            case 3 -> "M0,-5L5,4H-5Z";
            case 4 -> "M0,5L5,-4H-5Z";
            case 5 -> "M-5,-2H5V2H-5Z";
            case 6 -> "M-4,0A4,4 0 1,0 4,0A4,4 0 1,0 -4,0Z";
            default -> "M0,-6L6,0L0,6L-6,0Z";
        };
        line("<path class=\"e" + engine + "\" transform=\"translate(" + x + "," + y + ")\" d=\"" + form + "\"><title>"
                + escaped(title) + "</title></path>");
    }

    private void text(long x, int y, String style, String anchor, String words) {
        line("<text class=\"" + style + "\" x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">"
                + escaped(words) + "</text>");
    }

    private static String time(double nanos) {
        return nanos < 1e3
                ? Tables.number(OptionalDouble.of(nanos)) + " ns"
                : nanos < 1e6
                        ? Tables.number(OptionalDouble.of(nanos / 1e3)) + " µs"
                        : nanos < 1e9
                                ? Tables.number(OptionalDouble.of(nanos / 1e6)) + " ms"
                                : Tables.number(OptionalDouble.of(nanos / 1e9)) + " s";
    }

    private void line(String line) {
        svg.append(line).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
