package org.ringback.handbook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Every code that Ringback knows, by number. */
public final class Codes {

    private static final String FILE = "/handbook/codes.json";

    private final SequencedMap<Integer, ResponseCode> byNumber = new TreeMap<>();

    Codes(List<ResponseCode> codes) {
        codes.forEach(code -> byNumber.put(code.number(), code));
    }

    /**
     * Reads the program's own facts.
     *
     * @throws UncheckedIOException if they cannot be read: the installation is broken
     */
    public static Codes load() {
        try (InputStream file = Codes.class.getResourceAsStream(FILE)) {
            return new Codes(JsonMapper.builder().build().readValue(file, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    public List<ResponseCode> all() {
        return List.copyOf(byNumber.values());
    }

    public Optional<ResponseCode> find(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The codes nearest to a number that does not exist: those that begin with its digits, then by distance. */
    public List<ResponseCode> nearest(int number, int count) {
        String digits = Integer.toString(number);
        return byNumber.values().stream()
                .sorted(Comparator.<ResponseCode, Boolean>comparing(
                                code -> !code.digits().startsWith(digits))
                        .thenComparingInt(code -> Math.abs(code.number() - number)))
                .limit(count)
                .toList();
    }
}
