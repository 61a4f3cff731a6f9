package org.ringback.sip;

import java.util.List;
import java.util.Optional;

/** Parameters in their order, with names in any case; of several with one name the first counts. */
public record Parameters(List<Parameter> all) {

    public static final Parameters NONE = new Parameters(List.of());

    /**
     * One of them.
     *
     * @param name as written
     * @param value without quotes and escapes, empty if there is nothing after the equals sign, or null if there is none
     */
    public record Parameter(String name, String value) {}

    public Parameters {
        all = List.copyOf(all);
    }

    public boolean has(String name) {
        return all.stream().anyMatch(parameter -> Ascii.same(parameter.name(), name));
    }

    /** The value, or nothing if there is no such parameter or it has no value. */
    public Optional<String> value(String name) {
        return all.stream()
                .filter(parameter -> Ascii.same(parameter.name(), name))
                .findFirst()
                .map(Parameter::value);
    }
}
