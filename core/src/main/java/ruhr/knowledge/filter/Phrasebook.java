package ruhr.knowledge.filter;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ruhr.knowledge.value.GeoPoint;

/** The words of one language out of which sentences on filters are made. */
enum Phrasebook {
    GERMAN(
            Locale.GERMAN,
            "Alle",
            "Keine",
            "und",
            "oder",
            "nicht",
            "aber",
            "keine Angabe",
            "angegeben",
            "alles",
            "nichts"),
    ENGLISH(Locale.ENGLISH, "All", "No", "and", "or", "not", "but", "not stated", "stated", "everything", "nothing");

    private static final int MOST_CHARACTERS = 80;
    private static final Pattern COULD_BE_TWO = Pattern.compile("[,;/()]| (und|oder|and|or|sowie|noch|nor) ");

    private final Locale language;
    private final String all;
    private final String none;
    private final String and;
    private final String or;
    private final String not;
    private final String but;
    private final String notStated;
    private final String stated;
    private final String everything;
    private final String nothing;

    Phrasebook(
            Locale language,
            String all,
            String none,
            String and,
            String or,
            String not,
            String but,
            String notStated,
            String stated,
            String everything,
            String nothing) {
        this.language = language;
        this.all = all;
        this.none = none;
        this.and = and;
        this.or = or;
        this.not = not;
        this.but = but;
        this.notStated = notStated;
        this.stated = stated;
        this.everything = everything;
        this.nothing = nothing;
    }

    Locale language() {
        return language;
    }

    String all() {
        return all;
    }

    String none() {
        return none;
    }

    String and() {
        return and;
    }

    String or() {
        return or;
    }

    String not() {
        return not;
    }

    String but() {
        return but;
    }

    String notStated() {
        return notStated;
    }

    String stated() {
        return stated;
    }

    String everything() {
        return everything;
    }

    String oneResult() {
        return isGerman() ? "1 Treffer:" : "1 result:";
    }

    String count(int total) {
        return number(total, "#,##0");
    }

    String nothing() {
        return nothing;
    }

    private boolean isGerman() {
        return this == GERMAN;
    }

    /** Returns a noun as it stands inside a sentence: small in English, unless it is an acronym. */
    String inside(String noun) {
        boolean isWord = noun.length() > 1 && Character.isLowerCase(noun.charAt(1));
        return isGerman() || !isWord ? noun : Character.toLowerCase(noun.charAt(0)) + noun.substring(1);
    }

    static String capital(String sentence) {
        int first = sentence.isEmpty() ? 0 : Character.charCount(sentence.codePointAt(0));
        return sentence.substring(0, first).toUpperCase(Locale.ROOT) + sentence.substring(first);
    }

    String list(List<String> parts, String conjunction) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " " + conjunction + " " + parts.get(last);
    }

    String neither(List<String> parts) {
        return isGerman() ? "weder " + list(parts, "noch") : "neither " + list(parts, "nor");
    }

    String moreValues(int values) {
        return isGerman() ? values + " weitere" : values + " more";
    }

    String moreConditions(int conditions) {
        if (conditions == 1) {
            return isGerman() ? "eine weitere Bedingung" : "one more condition";
        }
        return isGerman() ? conditions + " weitere Bedingungen" : conditions + " more conditions";
    }

    String moreConditions() {
        return isGerman() ? "weitere Bedingungen" : "further conditions";
    }

    String words(String words) {
        boolean isOne = words.indexOf(' ') < 0;
        String lead = isGerman()
                ? isOne ? "mit dem Wort " : "mit den Wörtern "
                : isOne ? "with the word " : "with the words ";
        return lead + quoted(words);
    }

    String preset(String label) {
        return (isGerman() ? "aus der Vorauswahl " : "from the preset ") + quoted(label);
    }

    String near(Filter.Near near) {
        String place = place(near.center());
        return isGerman()
                ? "im Umkreis von " + distance(near.metres()) + " um " + place
                : "within " + distance(near.metres()) + " of " + place;
    }

    String box(Filter.Box box) {
        String from = place(box.southWest());
        String to = place(box.northEast());
        return isGerman() ? "im Rechteck von " + from + " bis " + to : "in the rectangle from " + from + " to " + to;
    }

    private String distance(int metres) {
        return metres < 1000 ? metres + " m" : number(metres / 1000.0, "#,##0.###") + " km";
    }

    private String place(GeoPoint place) {
        String east = isGerman() ? "O" : "E";
        return degrees(place.latitude(), "N", "S") + " " + degrees(place.longitude(), east, "W");
    }

    private String degrees(double degrees, String positive, String negative) {
        return number(Math.abs(degrees), "0.####") + "° " + (degrees < 0 ? negative : positive);
    }

    /** Writes a number as the language does; the symbols are our own, so no platform writes it otherwise. */
    private String number(double number, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(isGerman() ? ',' : '.');
        symbols.setGroupingSeparator(isGerman() ? '.' : ',');
        return new DecimalFormat(pattern, symbols).format(number);
    }

    String quoted(String text) {
        return isGerman() ? "„" + text + "“" : "“" + text + "”";
    }

    /** Tells whether a reader could take a label for two of them. */
    static boolean couldBeTwo(String label) {
        return COULD_BE_TWO.matcher(label).find();
    }

    /** Returns a text without characters that nobody sees, and cut to a length that a sentence bears. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                continue;
            }
            if (++shown > MOST_CHARACTERS) {
                return clean.append('…').toString();
            }
            clean.appendCodePoint(c);
        }
        return clean.toString();
    }
}
