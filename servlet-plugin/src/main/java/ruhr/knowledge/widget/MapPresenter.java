package ruhr.knowledge.widget;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.filter.FilterSchema;
import ruhr.knowledge.filter.Term;
import ruhr.knowledge.model.Entry;
import ruhr.knowledge.model.Institution;
import ruhr.knowledge.model.Municipality;
import ruhr.knowledge.model.Site;
import ruhr.knowledge.query.Answer;
import ruhr.knowledge.query.Deadline;
import ruhr.knowledge.query.FacetCount;
import ruhr.knowledge.snapshot.Snapshot;
import ruhr.knowledge.value.GeoPoint;
import ruhr.knowledge.widget.view.MapView;
import ruhr.knowledge.widget.view.Message;
import ruhr.knowledge.widget.view.Option;
import ruhr.knowledge.widget.view.Words;

/**
 * Draws institutions on a map of the region: a circle for each town with the number of those in it, and where the map shows a
 * part only, a point for each whose place is known exactly. For one rendering.
 */
final class MapPresenter {

    private static final String WIDGET = "map";
    private static final int SMALLEST_CIRCLE = 12;
    private static final double CIRCLE_PER_ROOT = 7.0;
    private static final int LARGEST_CIRCLE = 48;
    private static final int LETTER_WIDTH = 11;
    private static final int LETTER_HEIGHT = 24;
    private static final int MARGIN = 110;
    private static final int SMALLEST_PART = 320;
    private static final int MOST_METRES = 100_000;

    private final Selection selection;
    private final Presenter presenter;
    private final FilterSchema.Field<Entry> city;
    private final PanelLinks links;
    private final Answer<Entry> answer;

    /** The towns that have institutions, or are chosen; the most first. */
    private final List<Counted> towns;

    private final Region.Part part;

    /**
     * What a town has.
     *
     * @param town the town
     * @param count how many institutions
     */
    private record Counted(Municipality town, int count) {}

    MapPresenter(Snapshot snapshot, Selection selection, Presenter presenter) {
        this.selection = selection;
        this.presenter = presenter;
        this.city = snapshot.schema().field("city").orElseThrow();
        this.links = selection.links(WIDGET);
        this.answer = snapshot.searcher().ask(selection.query().counting("city"), Deadline.none());
        this.towns = towns();
        this.part = part();
    }

    Answer<Entry> answer() {
        return answer;
    }

    /** Draws what was found. */
    MapView.Drawing drawing() {
        List<Counted> visible = placed().filter(it -> {
                    GeoPoint place = it.town().location().orElseThrow();
                    return part.shows(Region.x(place), Region.y(place));
                })
                .toList();
        return new MapView.Drawing(
                Region.WIDTH,
                Region.HEIGHT,
                part.zoom() > 1,
                Region.outline(part),
                Region.rivers(part),
                labelled(visible),
                part.zoom() > 1 ? points() : List.of(),
                ring());
    }

    private Stream<Counted> placed() {
        return towns.stream().filter(it -> it.town().location().isPresent());
    }

    private List<Counted> towns() {
        Map<String, Integer> counts = new HashMap<>();
        for (FacetCount count : answer.counts(city.name())) {
            counts.put(count.value(), count.entries());
        }
        Set<String> chosen = links.chosen(city);
        List<Counted> towns = new ArrayList<>();
        for (Term term : city.vocabulary().terms()) {
            int count = counts.getOrDefault(term.id(), 0);
            boolean isOne = term instanceof Municipality town
                    && town.kind() != Municipality.Kind.DISTRICT
                    && city.vocabulary().narrower(term.id()).isEmpty();
            if (isOne && (count > 0 || chosen.contains(term.id()))) {
                towns.add(new Counted((Municipality) term, count));
            }
        }
        towns.sort(Comparator.comparingInt(Counted::count).reversed());
        return towns;
    }

    List<Option> options(boolean onTheMap) {
        return towns.stream()
                .filter(it -> it.town().location().isPresent() == onTheMap)
                .map(this::option)
                .toList();
    }

    private Option option(Counted counted) {
        boolean selected = isSelected(counted);
        return new Option(
                presenter.words(counted.town().label()),
                presenter.number(counted.count()),
                presenter.institutions(counted.count()),
                href(counted),
                selected,
                List.of(),
                false);
    }

    private boolean isSelected(Counted counted) {
        return links.chosen(city).contains(counted.town().id());
    }

    private String href(Counted counted) {
        String id = counted.town().id();
        return isSelected(counted) ? links.removing(city, id) : links.only(city, id);
    }

    /** Makes circles, and writes the names of the towns beside them where there is room: the most important first. */
    private List<MapView.Town> labelled(List<Counted> visible) {
        List<Box> taken = new ArrayList<>();
        for (MapView.River river : Region.rivers(part)) {
            taken.add(new Box(river.x() - 50, river.y() - 20, river.x() + 50, river.y() + 6));
        }
        for (Counted counted : visible) {
            int radius = radius(counted);
            taken.add(new Box(x(counted) - radius, y(counted) - radius, x(counted) + radius, y(counted) + radius));
        }
        List<MapView.Town> towns = new ArrayList<>();
        for (Counted counted : visible) {
            towns.add(town(counted, label(counted, taken)));
        }
        return towns;
    }

    /** A space on the map. */
    private record Box(int west, int north, int east, int south) {

        boolean meets(Box other) {
            return west < other.east && other.west < east && north < other.south && other.north < south;
        }
    }

    private MapView.@Nullable Label label(Counted counted, List<Box> taken) {
        int radius = radius(counted);
        int height = LETTER_HEIGHT;
        int width =
                LETTER_WIDTH * presenter.words(counted.town().label()).text().length();
        int gap = 4;
        int x = x(counted);
        int y = y(counted);
        List<MapView.Label> places = List.of(
                new MapView.Label(x, y + radius + gap + height * 3 / 4, "middle"),
                new MapView.Label(x, y - radius - gap - height / 4, "middle"),
                new MapView.Label(x + radius + gap, y + height / 3, "start"),
                new MapView.Label(x - radius - gap, y + height / 3, "end"));
        for (MapView.Label label : places) {
            int west = switch (label.anchor()) {
                case "start" -> label.x();
                case "end" -> label.x() - width;
                default -> label.x() - width / 2;
            };
            Box box = new Box(west, label.y() - height * 3 / 4, west + width, label.y() + height / 4);
            if (taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return label;
            }
        }
        return null;
    }

    private static int radius(Counted counted) {
        double root = SMALLEST_CIRCLE + CIRCLE_PER_ROOT * Math.sqrt(counted.count());
        return (int) Math.round(Math.min(LARGEST_CIRCLE, root));
    }

    private MapView.Town town(Counted counted, MapView.@Nullable Label label) {
        Words name = presenter.words(counted.town().label());
        return new MapView.Town(
                x(counted),
                y(counted),
                radius(counted),
                name,
                label,
                presenter.number(counted.count()),
                presenter.institutions(counted.count()),
                href(counted),
                isSelected(counted));
    }

    private int x(Counted counted) {
        return part.x(Region.x(counted.town().location().orElseThrow()));
    }

    private int y(Counted counted) {
        return part.y(Region.y(counted.town().location().orElseThrow()));
    }

    private List<MapView.Point> points() {
        List<MapView.Point> points = new ArrayList<>();
        for (Entry entry : answer.entries()) {
            if (entry instanceof Institution institution) {
                for (Site site : institution.sites()) {
                    GeoPoint place = site.location().orElse(null);
                    if (place != null
                            && site.precision() == Site.Precision.SITE
                            && part.shows(Region.x(place), Region.y(place))) {
                        points.add(new MapView.Point(
                                part.x(Region.x(place)),
                                part.y(Region.y(place)),
                                presenter.words(institution.name()),
                                presenter.address(institution)));
                    }
                }
            }
        }
        return points;
    }

    /** Returns the part of the region that shows what was asked for. */
    private Region.Part part() {
        Optional<Filter.Near> near = near();
        if (near.isPresent()) {
            int radius = radius(near.get());
            int x = Region.x(near.get().center());
            int y = Region.y(near.get().center());
            return around(x - radius, y - radius, x + radius, y + radius);
        }
        List<GeoPoint> chosen = placed().filter(this::isSelected)
                .map(it -> it.town().location().orElseThrow())
                .toList();
        if (chosen.isEmpty()) {
            return Region.Part.WHOLE;
        }
        return around(
                chosen.stream().mapToInt(Region::x).min().orElse(0),
                chosen.stream().mapToInt(Region::y).min().orElse(0),
                chosen.stream().mapToInt(Region::x).max().orElse(0),
                chosen.stream().mapToInt(Region::y).max().orElse(0));
    }

    /** Returns a part around some places. Its shape is that of the region, so that the page does not jump. */
    private static Region.Part around(int west, int north, int east, int south) {
        double shape = (double) Region.WIDTH / Region.HEIGHT;
        double width =
                Math.max(Math.max(SMALLEST_PART, east - west + 2.0 * MARGIN), (south - north + 2.0 * MARGIN) * shape);
        boolean isWithin = west >= 0 && east <= Region.WIDTH && north >= 0 && south <= Region.HEIGHT;
        if (width >= Region.WIDTH && isWithin) {
            return Region.Part.WHOLE;
        }
        return new Region.Part(
                (int) Math.round((west + east - width) / 2),
                (int) Math.round((north + south - width / shape) / 2),
                Region.WIDTH / width);
    }

    private Optional<Filter.Near> near() {
        List<Filter> conditions = new ArrayList<>(selection.query().filter().conjuncts());
        conditions.addAll(selection.query().scope().conjuncts());
        return conditions.stream()
                .filter(Filter.Near.class::isInstance)
                .map(Filter.Near.class::cast)
                .findFirst();
    }

    private static int radius(Filter.Near near) {
        return Math.max(1, Math.min(near.metres(), MOST_METRES) / 100);
    }

    private MapView.@Nullable Ring ring() {
        return near().filter(near -> near.metres() <= MOST_METRES)
                .map(near -> new MapView.Ring(
                        part.x(Region.x(near.center())),
                        part.y(Region.y(near.center())),
                        (int) Math.round(radius(near) * part.zoom()),
                        presenter
                                .wordbook()
                                .say(Message.WITHIN, presenter.wordbook().kilometres(near.metres()))))
                .orElse(null);
    }

    /** Returns where the whole region is shown, if this is a part of it. */
    @Nullable
    String wholeRegion() {
        if (part.zoom() <= 1) {
            return null;
        }
        return links.without(city, near().stream().toList());
    }
}
