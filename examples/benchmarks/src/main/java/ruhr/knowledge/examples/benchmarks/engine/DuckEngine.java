package ruhr.knowledge.examples.benchmarks.engine;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.examples.benchmarks.data.Catalogue;
import ruhr.knowledge.examples.benchmarks.data.Condition;
import ruhr.knowledge.examples.benchmarks.data.Field;
import ruhr.knowledge.examples.benchmarks.data.Item;
import ruhr.knowledge.examples.benchmarks.data.Question;

/**
 * DuckDB in memory, with SQL.
 *
 * <p>Choices: filled by the appender, in the order of names; one thread, so that thread CPU time is all the time; one prepared
 * statement for each question, which reads the table once and gives total, page and all counts: a common table
 * expression has each record that misses no condition but one choice, with a flag for each choice. A field with one value
 * for each record is a column, one with several a table of pairs. Reading the rows is timed, because the statement is not
 * done before.
 */
public final class DuckEngine implements Engine {

    private static final int TOTAL = -1;
    private static final int ROW = -2;

    private final Catalogue catalogue;
    private final DuckDBConnection connection;

    /**
     * Fills a database.
     *
     * @param catalogue the records
     * @throws SQLException if the database fails
     */
    public DuckEngine(Catalogue catalogue) throws SQLException {
        this.catalogue = catalogue;
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        execute("SET threads = 1");
        execute("CREATE TABLE item(rank INTEGER, lat DOUBLE, lon DOUBLE"
                + catalogue.fields().stream()
                        .filter(Field::single)
                        .map(field -> ", f_" + field.name() + " SMALLINT")
                        .collect(Collectors.joining())
                + ")");
        for (Field field : catalogue.fields()) {
            if (!field.single()) {
                execute("CREATE TABLE t_" + field.name() + "(rank INTEGER, value SMALLINT)");
            }
        }
        execute("CREATE TABLE t_word(rank INTEGER, value SMALLINT)");
        fill();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void fill() throws SQLException {
        int size = catalogue.items().size();
        try (DuckDBAppender rows = connection.createAppender("main", "item")) {
            for (int rank = 0; rank < size; rank++) {
                Item item = catalogue.atRank(rank);
                rows.beginRow();
                rows.append(rank);
                rows.append(item.latitude());
                rows.append(item.longitude());
                for (Field field : catalogue.fields()) {
                    if (field.single()) {
                        int at = first(item, field);
                        if (at < 0) {
                            rows.appendNull();
                        } else {
                            rows.append((short) item.values()[at]);
                        }
                    }
                }
                rows.endRow();
            }
        }
        for (Field field : catalogue.fields()) {
            if (!field.single()) {
                try (DuckDBAppender rows = connection.createAppender("main", "t_" + field.name())) {
                    for (int rank = 0; rank < size; rank++) {
                        for (int value : catalogue.closure(catalogue.atRank(rank))) {
                            if (value >= field.first() && value < field.end()) {
                                append(rows, rank, value);
                            }
                        }
                    }
                }
            }
        }
        try (DuckDBAppender rows = connection.createAppender("main", "t_word")) {
            for (int rank = 0; rank < size; rank++) {
                for (int word : catalogue.atRank(rank).words()) {
                    append(rows, rank, word);
                }
            }
        }
    }

    private static void append(DuckDBAppender rows, int rank, int value) throws SQLException {
        rows.beginRow();
        rows.append(rank);
        rows.append((short) value);
        rows.endRow();
    }

    private static int first(Item item, Field field) {
        for (int i = 0; i < item.values().length; i++) {
            if (item.values()[i] >= field.first() && item.values()[i] < field.end()) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public Map<String, Long> bytes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT sum(memory_usage_bytes) FROM duckdb_memory()")) {
            found.next();
            return Map.of("memory", found.getLong(1));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Asked prepare(Question question) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql(question));
        return new Asked() {
            @Override
            public Object answer() throws SQLException {
                return ask(statement);
            }

            @Override
            public Reply read(Object answer) {
                return (Reply) answer;
            }

            @Override
            public void close() {
                try {
                    statement.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private Reply ask(PreparedStatement statement) throws SQLException {
        int[] counts = new int[catalogue.values()];
        int[] page = new int[Question.PAGE];
        int shown = 0;
        int total = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int kind = rows.getInt(1);
                int number = rows.getInt(2);
                if (kind == TOTAL) {
                    total = number;
                } else if (kind == ROW) {
                    page[shown++] = number;
                } else {
                    counts[kind] = number;
                }
            }
        }
        int[] ranks = Arrays.copyOf(page, shown);
        Arrays.sort(ranks);
        return new Reply(
                total,
                Arrays.stream(ranks)
                        .map(rank -> catalogue.atRank(rank).number())
                        .toArray(),
                counts);
    }

    private String sql(Question question) {
        List<String> ground =
                new ArrayList<>(question.ground().stream().map(this::sql).toList());
        List<String> flags = new ArrayList<>();
        List<Condition.Choice> choices = question.choices();
        for (Condition.Choice choice : choices) {
            flags.add(sql(choice) + " AS c_" + choice.field().name());
        }
        List<String> fields = catalogue.fields().stream()
                .filter(Field::single)
                .map(field -> "f_" + field.name())
                .toList();
        String hits = allBut(choices, null);
        StringBuilder sql = new StringBuilder("WITH g AS MATERIALIZED (SELECT * FROM (SELECT rank")
                .append(fields.isEmpty() ? "" : ", " + String.join(", ", fields))
                .append(flags.isEmpty() ? "" : ", " + String.join(", ", flags))
                .append(" FROM item")
                .append(ground.isEmpty() ? "" : " WHERE " + String.join(" AND ", ground))
                .append(")");
        if (!choices.isEmpty()) {
            sql.append(" WHERE ")
                    .append(choices.stream()
                            .map(choice -> "c_" + choice.field().name() + "::INTEGER")
                            .collect(Collectors.joining(" + ")))
                    .append(" >= ")
                    .append(choices.size() - 1);
        }
        sql.append(") SELECT ")
                .append(TOTAL)
                .append(", count(*)::INTEGER FROM g WHERE ")
                .append(hits);
        sql.append(" UNION ALL SELECT ")
                .append(ROW)
                .append(", rank FROM (SELECT rank FROM g WHERE ")
                .append(hits);
        sql.append(" ORDER BY rank LIMIT ").append(Question.PAGE).append(")");
        for (Field field : catalogue.fields()) {
            String among = allBut(choices, field);
            if (field.single()) {
                String column = "f_" + field.name();
                sql.append(" UNION ALL SELECT ").append(column).append("::INTEGER, count(*)::INTEGER FROM g WHERE ");
                sql.append(among)
                        .append(" AND ")
                        .append(column)
                        .append(" IS NOT NULL GROUP BY ")
                        .append(column);
            } else {
                sql.append(" UNION ALL SELECT value::INTEGER, count(*)::INTEGER FROM t_")
                        .append(field.name());
                sql.append(" JOIN g USING (rank) WHERE ").append(among).append(" GROUP BY value");
            }
        }
        return sql.toString();
    }

    private static String allBut(List<Condition.Choice> choices, @Nullable Field aside) {
        String flags = choices.stream()
                .filter(choice -> choice.field() != aside)
                .map(choice -> "c_" + choice.field().name())
                .collect(Collectors.joining(" AND "));
        return flags.isEmpty() ? "true" : flags;
    }

    private String sql(Condition condition) {
        if (condition instanceof Condition.Choice choice) {
            Field field = choice.field();
            String values = choice.values().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return field.single()
                    ? "coalesce(f_" + field.name() + " IN (" + values + "), false)"
                    : "rank IN (SELECT rank FROM t_" + field.name() + " WHERE value IN (" + values + "))";
        }
        if (condition instanceof Condition.Word word) {
            return "rank IN (SELECT rank FROM t_word WHERE value = " + word.number() + ")";
        }
        if (condition instanceof Condition.Not not) {
            return "NOT (" + sql(not.part()) + ")";
        }
        if (condition instanceof Condition.All all) {
            return joined(all.parts(), " AND ");
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.parts(), " OR ");
        }
        if (condition instanceof Condition.Circle circle) {
            return String.format(
                    Locale.ROOT,
                    "(lat BETWEEN %s AND %s AND pow(sin(radians(lat - %s) / 2), 2)"
                            + " + cos(radians(lat)) * cos(radians(%s)) * pow(sin(radians(lon - %s) / 2), 2) <= %s)",
                    circle.latitude() - circle.reach(),
                    circle.latitude() + circle.reach(),
                    circle.latitude(),
                    circle.latitude(),
                    circle.longitude(),
                    circle.limit());
        }
        Condition.Box box = (Condition.Box) condition;
        return "(lat BETWEEN " + box.south() + " AND " + box.north() + " AND lon BETWEEN " + box.west() + " AND "
                + box.east() + ")";
    }

    private String joined(List<Condition> parts, String by) {
        return parts.stream().map(this::sql).collect(Collectors.joining(by, "(", ")"));
    }
}
