package org.ringback.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gathers what can still be read of damaged settings: each entry by itself, so that one costs no other. */
final class Salvage {

    private static final System.Logger LOG = System.getLogger(Salvage.class.getName());

    private static final Pattern ENTRY = Pattern.compile(Arrays.stream(Settings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining("|", "(?<!\\\\)\"(", ")\"\\s{0,9}:")));

    private Salvage() {}

    /** The entries that are whole; none if nothing is. */
    static ObjectNode of(String damaged, JsonMapper json) {
        ObjectNode entries = json.createObjectNode();
        Matcher entry = ENTRY.matcher(damaged);
        boolean more = entry.find();
        while (more) {
            String name = entry.group(1);
            int from = entry.end();
            more = entry.find();
            String value = damaged.substring(from, more ? entry.start() : damaged.length());
            // A number that ends with the file may have had more digits.
            boolean cut = !more && !value.isEmpty() && Character.isDigit(value.charAt(value.length() - 1));
            try {
                if (!cut) {
                    entries.set(name, read(value.replaceAll("[,\\s]{1,999}$", ""), json));
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "The settings have lost an entry: {0}", name);
            }
        }
        return entries;
    }

    /** The last entry may be followed by the end of all of them. */
    private static JsonNode read(String value, JsonMapper json) throws IOException {
        try {
            return alone(value, json);
        } catch (JsonProcessingException e) {
            if (value.endsWith("}")) {
                return alone(value.substring(0, value.length() - 1), json);
            }
            throw e;
        }
    }

    private static JsonNode alone(String value, JsonMapper json) throws IOException {
        JsonNode list = json.readTree("[" + value + "]");
        if (list.size() != 1) {
            throw new IOException("no value");
        }
        return list.get(0);
    }
}
