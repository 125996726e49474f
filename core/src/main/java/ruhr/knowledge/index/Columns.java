package ruhr.knowledge.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All fields of an index, by place and by name. */
final class Columns {

    private final List<Column> inOrder;
    private final Map<String, Column> byName = new HashMap<>();

    Columns(List<Column> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        inOrder.forEach(column -> byName.put(column.name(), column));
    }

    List<Column> inOrder() {
        return inOrder;
    }

    /** Returns the field of a name, or null if there is none. */
    @Nullable
    Column find(String name) {
        return byName.get(name);
    }

    /**
     * Returns the field of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    Column get(String name) {
        Column column = byName.get(name);
        if (column == null) {
            throw new IllegalArgumentException("field '" + name + "': expected one of "
                    + inOrder.stream().map(Column::name).toList() + ", which the records have");
        }
        return column;
    }
}
