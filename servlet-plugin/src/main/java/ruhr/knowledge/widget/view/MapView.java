package ruhr.knowledge.widget.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Institutions on a map, and the list beside it.
 *
 * @param shell what surrounds it
 * @param title its heading
 * @param picture the map
 * @param places the places by number of institutions
 * @param unplaced the places that have institutions and no coordinates
 * @param region the whole region, if the map shows a part of it
 * @param results the institutions
 * @param filters the filters that are set
 * @param clear the page without any filter
 * @param sources where it comes from
 */
public record MapView(
        Shell shell,
        Words title,
        Drawing picture,
        List<Option> places,
        List<Option> unplaced,
        @Nullable String region,
        Results results,
        List<ActiveFilter> filters,
        @Nullable String clear,
        List<SourceItem> sources) {

    /**
     * The map, in units of its own.
     *
     * @param width how wide it is
     * @param height how high it is
     * @param isPart whether it shows a part of the region
     * @param region the outline of the region, as a path
     * @param rivers the rivers
     * @param towns the towns that have institutions
     * @param points the institutions whose place is known exactly
     * @param ring the circle that was asked for
     */
    public record Drawing(
            int width,
            int height,
            boolean isPart,
            String region,
            List<River> rivers,
            List<Town> towns,
            List<Point> points,
            @Nullable Ring ring) {}

    /**
     * A river.
     *
     * @param name its name
     * @param path its course
     * @param x where its name stands
     * @param y where its name stands
     */
    public record River(String name, String path, int x, int y) {}

    /**
     * A town.
     *
     * @param x where it is
     * @param y where it is
     * @param radius how large its circle is
     * @param name its name
     * @param label where its name stands; null where there is no room
     * @param count how many institutions it has
     * @param spoken the same for those who hear the map
     * @param href where they are
     * @param selected whether it is chosen
     */
    public record Town(
            int x,
            int y,
            int radius,
            Words name,
            @Nullable Label label,
            String count,
            String spoken,
            String href,
            boolean selected) {}

    /**
     * Where a name stands.
     *
     * @param x its place
     * @param y its place
     * @param anchor which part of the name is there: {@code start}, {@code middle} or {@code end}
     */
    public record Label(int x, int y, String anchor) {}

    /**
     * An institution.
     *
     * @param x where it is
     * @param y where it is
     * @param name its name
     * @param href where it is shown in full
     */
    public record Point(int x, int y, Words name, String href) {}

    /**
     * A circle that was asked for.
     *
     * @param x its centre
     * @param y its centre
     * @param radius its radius
     * @param label what it is
     */
    public record Ring(int x, int y, int radius, String label) {}
}
