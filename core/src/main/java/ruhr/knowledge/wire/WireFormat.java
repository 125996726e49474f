package ruhr.knowledge.wire;

import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.util.List;
import java.util.ServiceLoader;
import org.eclipse.yasson.JsonBindingProvider;
import org.eclipse.yasson.YassonJsonb;

/**
 * Turns JSON objects into wire records and back, through JSON Binding. Thread-safe; build one and keep it.
 *
 * <p>The binding is named and the provider is looked up beside this class, not by the thread's context: a host that brings
 * another provider, or a thread that knows none, changes nothing here.
 */
public final class WireFormat {

    private static final JsonProvider JSON = ownProvider();

    private final YassonJsonb binding;

    /** Builds the binding. */
    public WireFormat() {
        Jsonb built = new JsonBindingProvider().create().withProvider(JSON).build();
        binding = (YassonJsonb) built;
    }

    /**
     * Returns the JSON provider that came with this library. Thread-safe.
     *
     * @return the provider, always the same one
     */
    public static JsonProvider json() {
        return JSON;
    }

    private static JsonProvider ownProvider() {
        ClassLoader ours = WireFormat.class.getClassLoader();
        return ServiceLoader.load(JsonProvider.class, ours).stream()
                .filter(provider -> provider.type().getName().startsWith("org.eclipse.parsson."))
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseThrow(() -> new IllegalStateException("JSON provider: expected org.eclipse.parsson beside "
                        + "ruhr-knowledge-core, found none. Is the parsson jar missing?"));
    }

    /**
     * Reads one record. The caller has bounded its depth and the length of its numbers.
     *
     * @param section the section that it stands in
     * @param json the object
     * @param misfits takes the members that are not of the kind that the record's type asks for, or that it does not have;
     *     they are left out of the record
     * @return the record
     * @throws JsonbException if JSON Binding cannot read it all the same
     */
    public WireRecord read(Section section, JsonObject json, List<Misfit> misfits) {
        return read(section.recordType(), json, misfits);
    }

    /**
     * Reads one record that {@link #write(WireRecord)} has written.
     *
     * @param section the section that it stands in
     * @param json what was written
     * @return the record
     * @throws IllegalArgumentException if it is something else
     */
    public WireRecord read(Section section, String json) {
        try {
            return binding.fromJson(json, section.recordType());
        } catch (JsonbException another) {
            throw new IllegalArgumentException(
                    "record: expected one of " + section.key() + ", found " + another.getMessage(), another);
        }
    }

    /** Reads one record from a parser that lets pass only what fits. */
    WireRecord read(Section section, JsonParser parser) {
        return binding.fromJson(parser, section.recordType());
    }

    /** Reads any record of this package. */
    <T> T read(Class<T> type, JsonObject json, List<Misfit> misfits) {
        return binding.fromJsonStructure(new Shape(JSON, misfits).fitting(json, type, ""), type);
    }

    /**
     * Writes one record: the same record gives the same text.
     *
     * @param record any wire record
     * @return JSON without white space, members in alphabetical order, null members left out
     */
    public String write(WireRecord record) {
        return binding.toJson(record);
    }

    /** Writes a filter, see {@link FilterFormat}. */
    String write(FilterJson filter) {
        return binding.toJson(filter);
    }
}
