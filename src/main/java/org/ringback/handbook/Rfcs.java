package org.ringback.handbook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The titles of the RFCs to which the handbook and findings refer; titles are names and stay English. */
public final class Rfcs {

    private static final String FILE = "/handbook/rfcs.json";

    private final Map<Integer, String> titles;

    private Rfcs(Map<Integer, String> titles) {
        this.titles = titles;
    }

    /**
     * Reads the program's own list of titles.
     *
     * @throws UncheckedIOException if the program's own file cannot be read: the installation is broken
     */
    public static Rfcs load() {
        try (InputStream file = Rfcs.class.getResourceAsStream(FILE)) {
            return new Rfcs(JsonMapper.builder().build().readValue(file, new TypeReference<Map<Integer, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    public String title(int rfc) {
        return titles.getOrDefault(rfc, "");
    }
}
